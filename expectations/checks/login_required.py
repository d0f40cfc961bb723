"""A route page that only those who log in can see."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import AtAddress, Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.ERROR, family=Family.BROKEN)
def login_required(route: RouteSubject) -> Iterator[Fault]:
    """The route page can be seen without logging in."""
    if route.nowhere and route.match.at_address is AtAddress.LOGIN and route.match.chain:
        yield Fault(found=route.trouble if route.visit and route.visit.status == 401 else route.match.chain.last)
