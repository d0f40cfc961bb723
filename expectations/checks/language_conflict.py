"""A version in another language that gives other contact facts or terms than the Dutch one."""

import re
from collections.abc import Iterator

from expectations.check import check
from expectations.model import ChannelType, Family, Fault, Severity
from expectations.route_subject import RouteSubject
from expectations.versions import Version, contradictions, terms_contradict, weeks

_SHORT = re.compile(r"14\d{2,4}")  # cannot be called from abroad
_ABROAD = re.compile(r"abroad|outside the netherlands|overseas|buitenland|buiten nederland", re.IGNORECASE)


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.INCONSISTENT)
def language_conflict(route: RouteSubject) -> Iterator[Fault]:
    """The versions of a route in different languages give the same e-mail addresses, phone numbers and terms."""
    if route.own is None or route.dutch is None or route.referral:
        return
    for channel_type, mine, dutch in contradictions(route.own, route.dutch):
        # A value against the inventory is a mismatch, whatever another language shows.
        if channel_type is ChannelType.POST or route.expected.get(channel_type):
            continue
        if channel_type is ChannelType.PHONE and _is_for_abroad(route.own, route.dutch):
            continue
        yield Fault(expected=", ".join(dutch), found=", ".join(mine), quote=_quote(route.own, mine))
    if terms_contradict(route.own, route.dutch):
        yield Fault(expected=weeks(route.dutch.weeks), found=weeks(route.own.weeks))


def _is_for_abroad(one: Version, other: Version) -> bool:
    """Whether one page gives a number for callers at home, and the other the same desk's for callers abroad."""
    phones = [channel for page in (one, other) for channel in page.channels if channel.type is ChannelType.PHONE]
    return any(_SHORT.fullmatch(phone.value) or _ABROAD.search(f"{phone.heading} {phone.quote}") for phone in phones)


def _quote(version: Version, values: tuple[str, ...]) -> str:
    return next((c.quote or c.text for c in version.channels if c.value == values[0]), "")
