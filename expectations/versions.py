"""Pages beside a route's own page that ought to say the same: another language, another origin, a second page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from expectations.contacts import same
from expectations.deadlines import Deadline
from expectations.model import Channel, ChannelType

_COMPARED = (ChannelType.EMAIL, ChannelType.PHONE, ChannelType.POST)
_BOXES = ("postbus ", "antwoordnummer ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one page offers as the route's own in main part and aside, and the terms that it names."""

    address: str
    channels: tuple[Channel, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

    def values(self, channel_type: ChannelType) -> tuple[str, ...]:
        """The values of one type, each once."""
        return tuple(dict.fromkeys(channel.value for channel in self.channels if channel.type is channel_type))

    @property
    def weeks(self) -> frozenset[int]:
        """The terms that it names beyond doubt, without committee or extension."""
        return frozenset(d.weeks for d in self.deadlines if d.firm and not d.extension and not d.committee)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMention:
    """A term that a section of another page names for this very route."""

    page: str
    deadline: Deadline


def contradictions(one: Version, other: Version) -> Iterator[tuple[ChannelType, tuple[str, ...], tuple[str, ...]]]:
    """Each type of channel that both pages offer, without any value in common."""
    for channel_type in _COMPARED:
        mine, theirs = one.values(channel_type), other.values(channel_type)
        if mine and theirs and not any(_could_be_same(channel_type, a, b) for a in mine for b in theirs):
            yield channel_type, mine, theirs


def differences(one: Version, other: Version) -> Iterator[tuple[ChannelType, tuple[str, ...], tuple[str, ...]]]:
    """Each type of channel of which one page shows a value that the other does not show."""
    for channel_type in _COMPARED:
        mine, theirs = one.values(channel_type), other.values(channel_type)
        if not (_within(channel_type, mine, theirs) and _within(channel_type, theirs, mine)):
            yield channel_type, mine, theirs


def terms_contradict(one: Version, other: Version) -> bool:
    """Whether both name a term beyond doubt, and no term of one stands on the other."""
    mine, theirs = {d.weeks for d in one.deadlines}, {d.weeks for d in other.deadlines}
    return bool(one.weeks and other.weeks) and not (one.weeks & theirs or other.weeks & mine)


def weeks(numbers: Iterable[int]) -> str:
    """A term as findings tell it: `6 weeks`."""
    return ", ".join(f"{number} weeks" for number in sorted(numbers))


def post_type(value: str) -> str:
    """What a normalised postal address is, a box or a street: both can be right, so only like compares with like."""
    return "box" if value.startswith(_BOXES) else "street"


def _within(channel_type: ChannelType, values: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return all(any(same(channel_type, value, other) for other in others) for value in values)


def _could_be_same(channel_type: ChannelType, one: str, other: str) -> bool:
    """Whether two values are one, or cannot be compared: a box and a street are both right."""
    unlike = channel_type is ChannelType.POST and post_type(one) != post_type(other)
    return unlike or same(channel_type, one, other)
