"""A route page whose redirects go round in circles."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import AtAddress, Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.ERROR, family=Family.BROKEN)
def redirect_loop(route: RouteSubject) -> Iterator[Fault]:
    """The redirects of the route's address arrive at a page."""
    if route.nowhere and route.match.at_address is AtAddress.LOOP and route.match.chain:
        yield Fault(found=route.match.chain.last)
