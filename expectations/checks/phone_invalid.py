"""A phone number on a route page that cannot be right."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.contact_faults import faults_of
from expectations.model import ChannelType, Family, Fault, Severity, Verdict
from expectations.route_subject import RouteSubject


@check(
    on=RouteSubject,
    severity=Severity.WARNING,
    family=Family.BROKEN,
    verdict=Verdict.INCONSISTENT,
    once_per=Once.PAGE,
)
def phone_invalid(route: RouteSubject) -> Iterator[Fault]:
    """Every phone number on the route page can exist, and is the one that its link calls."""
    if route.page and not route.referral:
        yield from faults_of(route.offered, ChannelType.PHONE, route.expected.get(ChannelType.PHONE, ()))
