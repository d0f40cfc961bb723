"""An e-mail address on a route page that cannot be right."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.contact_faults import faults_of
from expectations.model import ChannelType, Family, Fault, Severity, Verdict
from expectations.route_subject import RouteSubject


@check(
    on=RouteSubject,
    severity=Severity.ERROR,
    family=Family.BROKEN,
    verdict=Verdict.INCONSISTENT,
    once_per=Once.PAGE,
)
def email_invalid(route: RouteSubject) -> Iterator[Fault]:
    """Every e-mail address on the route page is well formed, real, and the one that its link writes to."""
    if route.page and not route.referral:
        yield from faults_of(route.offered, ChannelType.EMAIL, route.expected.get(ChannelType.EMAIL, ()))
