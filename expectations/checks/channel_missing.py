"""A channel that the inventory expects and the page does not offer."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import ChannelType, Family, Fault, Severity, Verdict
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.MISSING, verdict=Verdict.INCONSISTENT)
def channel_missing(route: RouteSubject) -> Iterator[Fault]:
    """The route page offers a channel of each type that the inventory expects."""
    if route.whole is None or route.referral:
        return
    for channel_type in ChannelType:
        if route.expected.get(channel_type) and not route.offers(channel_type):
            yield Fault(expected=channel_type.value)
