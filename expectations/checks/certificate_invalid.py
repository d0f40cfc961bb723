"""A route page behind a certificate that a browser would refuse."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import AtAddress, Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.ERROR, family=Family.BROKEN)
def certificate_invalid(route: RouteSubject) -> Iterator[Fault]:
    """A browser accepts the certificate of the route's address."""
    if route.nowhere and route.match.at_address is AtAddress.CERTIFICATE and route.visit:
        yield Fault(found=route.visit.detail or "other")
