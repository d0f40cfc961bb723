"""A route that is expected and not there."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.ERROR, family=Family.MISSING)
def route_missing(route: RouteSubject) -> Iterator[Fault]:
    """An expected route has a page of its own on the site."""
    if route.is_lost and not route.is_translation and route.proof.holds:
        closest = (f"{one.address} ({one.score:.2f}: {', '.join(one.reasons)})" for one in route.match.rivals)
        facts = {"closest": "; ".join(closest)} if route.match.rivals else {}
        yield Fault(found=route.match.at_address.value, facts=facts)
