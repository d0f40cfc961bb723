"""Values of contact facts that contradict the inventory or one another: what the mismatch checks share."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from expectations.contacts import is_personal
from expectations.model import Channel, ChannelType, Fault
from expectations.route_subject import RouteSubject

# Bodies that a route page names as the next step; their numbers and addresses are not the route's.
_OTHER_BODIES = re.compile(
    r"ombudsman|huis voor klokkenluiders|whistleblowers authority|rijksrecherche|politie\b|police|slachtofferhulp"
    r"|autoriteit persoonsgegevens|meld misdaad anoniem|juridisch loket",
    re.IGNORECASE,
)


def mismatches(route: RouteSubject, channel_type: ChannelType) -> Iterator[Fault]:
    """Each expected value that the route page replaced by another; each other value that another page gives for it."""
    if route.page is None or route.referral:
        return
    yield from _on_the_page(route, channel_type)
    yield from _on_other_pages(route, channel_type)


def _on_the_page(route: RouteSubject, channel_type: ChannelType) -> Iterator[Fault]:
    expected = route.expected.get(channel_type, ())
    absent = [value for value in expected if not route.shows(channel_type, value)]
    foreign = [c for c in route.offered if c.type is channel_type and c.value not in expected and _is_the_routes(c)]
    for value in absent if foreign else ():
        other = max(foreign, key=lambda channel: _likeness(channel.value, value))
        yield Fault(expected=value, found=other.value, quote=other.quote or other.text, region=other.region.value)


def _on_other_pages(route: RouteSubject, channel_type: ChannelType) -> Iterator[Fault]:
    own = [channel.value for channel in route.shown if channel.type is channel_type]
    known: Sequence[str] = [*route.expected.get(channel_type, ()), *own]
    if not known:
        return
    for mention in route.mentions:
        channel = mention.channel
        if channel.type is channel_type and channel.value not in known and _is_the_routes(channel):
            yield Fault(
                page=mention.page,
                expected=known[0],
                found=channel.value,
                quote=channel.quote or channel.text,
                region=channel.region.value,
            )


def _is_the_routes(channel: Channel) -> bool:
    """Neither another body's, nor a person's own address, which no report repeats."""
    personal = channel.type is ChannelType.EMAIL and is_personal(channel.value)
    return not personal and not _OTHER_BODIES.search(f"{channel.heading} {channel.quote}")


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
