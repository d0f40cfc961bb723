"""A route page that is gone."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject
from expectations.subjects import lasting_trouble


@check(on=RouteSubject, severity=Severity.ERROR, family=Family.BROKEN)
def page_broken(route: RouteSubject) -> Iterator[Fault]:
    """The route's address answers, or the route is found at another address."""
    if not route.is_gone or route.is_translation:
        return
    if route.visit and route.lasting:
        found = lasting_trouble(route.visit, route.lasting)
        yield Fault(found=f"{found}{_left(route)}", facts={"since": route.lasting[:10]})
    else:
        yield Fault(found=f"{route.trouble}{_left(route)}")


def _left(route: RouteSubject) -> str:
    """What else was not read; an address that fails for days stands in its own way only."""
    own = route.lasting is not None and route.declared in route.proof.left
    count = route.proof.count - own
    if route.proof.holds or (own and not count):
        return ""
    return f" ({count} other addresses were not read)" if count else " (not all other addresses were read)"
