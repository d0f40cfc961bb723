"""Values of contact facts that contradict the inventory or one another: what the mismatch checks share."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from expectations.contacts import same
from expectations.model import Channel, ChannelType, Fault
from expectations.own_channels import is_surely_the_routes, is_the_routes
from expectations.route_subject import RouteSubject
from expectations.versions import post_type


def mismatches(route: RouteSubject, channel_type: ChannelType) -> Iterator[Fault]:
    """Each expected value that the route page replaced by another; each other value that another page gives for it."""
    if route.whole is None or route.referral:
        return
    yield from _on_the_page(route, channel_type)
    yield from _on_other_pages(route, channel_type)


def _on_the_page(route: RouteSubject, channel_type: ChannelType) -> Iterator[Fault]:
    expected = route.expected.get(channel_type, ())
    foreign = [c for c in route.offered if c.type is channel_type and not _is_one_of(c, expected) and _is_the_routes(c)]
    for value in expected:
        others = [channel for channel in foreign if _compare(channel, value)]
        if others and not route.shows(channel_type, value):
            other = max(others, key=lambda channel: _likeness(channel.value, value))
            yield Fault(expected=value, found=other.value, quote=other.quote or other.text, region=other.region.value)


def _on_other_pages(route: RouteSubject, channel_type: ChannelType) -> Iterator[Fault]:
    own = [channel.value for channel in route.shown if channel.type is channel_type]
    known: Sequence[str] = [*route.expected.get(channel_type, ()), *own]
    for mention in route.mentions:
        channel = mention.channel
        if channel.type is not channel_type or _is_one_of(channel, known) or not _is_the_routes(channel):
            continue
        alike = [value for value in known if _compare(channel, value)]
        if alike:
            yield Fault(
                page=mention.page,
                expected=alike[0],
                found=channel.value,
                quote=channel.quote or channel.text,
                region=channel.region.value,
            )


def _is_one_of(channel: Channel, values: Sequence[str]) -> bool:
    return any(same(channel.type, channel.value, value) for value in values)


def _compare(channel: Channel, value: str) -> bool:
    """Whether one can take the other's place: a visiting address says nothing of a PO box."""
    return channel.type is not ChannelType.POST or post_type(channel.value) == post_type(value)


def _is_the_routes(channel: Channel) -> bool:
    """A page names many postal addresses beside the route's: only what is surely its own counts."""
    return is_surely_the_routes(channel) if channel.type is ChannelType.POST else is_the_routes(channel)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
