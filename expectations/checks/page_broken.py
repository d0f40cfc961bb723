"""A route page that is gone."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.ERROR, family=Family.BROKEN)
def page_broken(route: RouteSubject) -> Iterator[Fault]:
    """The route's address answers, or the route is found at another address."""
    if not route.is_gone or route.is_translation:
        return
    left = "" if route.proof.holds else f" ({_left(route.proof.count)})"
    yield Fault(found=f"{route.trouble}{left}")


def _left(count: int) -> str:
    return f"{count} other addresses were not read" if count else "not all other addresses were read"
