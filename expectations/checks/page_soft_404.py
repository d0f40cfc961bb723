"""A route page that says, with status 200, that it is not there."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import AtAddress, Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.ERROR, family=Family.BROKEN)
def page_soft_404(route: RouteSubject) -> Iterator[Fault]:
    """The route's address shows the route, and not a "not found" page, a home page or other content."""
    if route.is_away and not route.is_translation and route.match.chain:
        redirected = route.match.at_address is AtAddress.REDIRECTS_AWAY
        yield Fault(found=route.match.chain.last if redirected else route.match.at_address.value)
