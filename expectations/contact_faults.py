"""What is wrong with a contact fact in itself, whatever the inventory says: impossible, or text and link differ."""

from collections.abc import Callable, Collection, Iterable, Iterator

from expectations.contacts import is_email
from expectations.email_faults import impossible_email, names_nobody, other_email_shown
from expectations.model import Channel, ChannelType, Fault
from expectations.phone_faults import impossible_phone, other_phone_shown

_Judge = Callable[[Channel], str | None]
_JUDGES: dict[ChannelType, tuple[_Judge, _Judge]] = {
    ChannelType.EMAIL: (impossible_email, other_email_shown),
    ChannelType.PHONE: (impossible_phone, other_phone_shown),
}


def faults_of(offered: Iterable[Channel], channel_type: ChannelType, expected: Collection[str]) -> Iterator[Fault]:
    """One fault for each link that leads to another value than it shows, one for all values that cannot be right."""
    impossible: dict[str, Channel] = {}
    for channel in (channel for channel in offered if channel.type is channel_type):
        if shown := _other_shown(channel):
            yield Fault(target=channel.value, found=shown, quote=channel.quote, region=channel.region.value)
        elif (wrong := _impossible(channel)) and not _is_in_use(wrong, expected):
            impossible.setdefault(wrong, channel)
    if impossible:
        first = next(iter(impossible.values()))
        yield Fault(found=", ".join(impossible), quote=first.quote or first.text, region=first.region.value)


def is_faulty(channel: Channel) -> bool:
    """Whether a channel is wrong in itself, so that comparing its value with another says nothing new."""
    return channel.type in _JUDGES and bool(_impossible(channel) or _other_shown(channel))


def _is_in_use(value: str, expected: Collection[str]) -> bool:
    """Whether the inventory knows the value, or an address of the same domain: then that domain is no placeholder."""
    domains = {domain for one in expected if (domain := one.partition("@")[2])}
    ordinary = is_email(value) and not names_nobody(value) and value.partition("@")[2] in domains
    return value in expected or ordinary


def _impossible(channel: Channel) -> str | None:
    return _JUDGES[channel.type][0](channel)


def _other_shown(channel: Channel) -> str | None:
    return _JUDGES[channel.type][1](channel)
