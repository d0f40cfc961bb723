"""The e-mail addresses, phone numbers, forms and postal addresses that a page offers."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from crawler.reading.blocks import Block, Content, Mention
from crawler.reading.forms import OnlineForm, leads_to_form
from crawler.reading.links import Links, link_text
from crawler.reading.regions import Regions
from crawler.reading.tree import Tree
from expectations import contacts
from expectations.model import Channel, ChannelType, Link

MAX_TEXT = 200_000  # of a page, in which contacts are looked for
MAX_QUOTE = 200
_LABEL_LENGTH = 60  # a block this short says little without the one before
_FINDERS = (
    (ChannelType.EMAIL, contacts.emails),
    (ChannelType.PHONE, contacts.phones),
    (ChannelType.POST, contacts.posts),
)
_BLANK_LINE = "\n\n"
_SEPARATORS = re.compile(r"[,;]\s*(?=[^,;]*@)")


def read_channels(
    tree: Tree, parts: Regions, content: Content, links: Links, forms: Iterable[OnlineForm], page: str
) -> tuple[Channel, ...]:
    """All channels of a page in the order in which they stand there, each once per place; no person's mailbox."""
    return once(channel for _, channel in place_channels(tree, parts, content, links, forms, page))


def place_channels(
    tree: Tree, parts: Regions, content: Content, links: Links, forms: Iterable[OnlineForm], page: str
) -> list[tuple[int, Channel]]:
    """Every channel with the number of the block in which it stands."""
    text, starts = content.text, _starts(content.blocks)
    placed: list[tuple[int, Channel]] = []
    covered: list[tuple[int, int]] = []
    for number, mention in enumerate(content.mentions):
        link = links.own.get(number)
        if link is not None and not leads_to_form(link.text, link.target):
            continue
        made = list(_of_mention(tree, parts, content, mention, link))
        at = starts[mention.block] + mention.start if 0 <= mention.block < len(starts) else len(text)
        placed += [(at, channel) for channel in made]
        if made and made[0].type is not ChannelType.FORM:
            covered.append((at, at + mention.end - mention.start))
    placed += _of_text(_without(text, covered)[:MAX_TEXT], starts, content.blocks)
    starts.append(len(text))
    placed += [(starts[min(content.forms[form.node], len(starts) - 1)], _of_form(form, page)) for form in forms]
    placed.sort(key=lambda pair: pair[0])
    last = max(len(content.blocks) - 1, 0)
    return [(min(bisect_right(starts, at) - 1, last), channel) for at, channel in placed]


def once(channels: Iterable[Channel]) -> tuple[Channel, ...]:
    """The channels without those that say the same in the same place."""
    unique: dict[tuple[object, ...], Channel] = {}
    for channel in channels:
        key = (channel.type, channel.value, channel.target, channel.region, channel.heading)
        unique.setdefault(key, channel)
    return tuple(unique.values())


def _starts(blocks: tuple[Block, ...]) -> list[int]:
    """Where each block begins in the text of all."""
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block.text) + 1
    return starts


def _without(text: str, covered: list[tuple[int, int]]) -> str:
    """The text with blanks where a link already told what stands there."""
    pieces, at = [], 0
    for start, end in sorted(covered):
        if start >= at:
            pieces += [text[at:start], " " * (end - start)]
            at = end
    return "".join((*pieces, text[at:]))


def _of_mention(tree: Tree, parts: Regions, content: Content, mention: Mention, link: Link | None) -> Iterator[Channel]:
    if link is not None:
        yield _channel(ChannelType.FORM, link.target, link.text, link.target, mention, parts, content)
        return
    scheme, _, rest = mention.href.strip().partition(":")
    scheme = scheme.strip().lower()
    if scheme not in ("mailto", "tel", "callto"):
        return
    text = link_text(tree, content, mention)
    target = mention.href.strip()[:MAX_QUOTE]
    if scheme == "mailto":
        for address in _SEPARATORS.split(unquote(rest.partition("?")[0], errors="replace")[:2_000]):
            value = contacts.normalise_email(address)
            if value and not contacts.is_personal(value) and not contacts.is_personal(contacts.normalise_email(text)):
                yield _channel(ChannelType.EMAIL, value, text, target, mention, parts, content)
    elif value := contacts.normalise_phone(rest):
        yield _channel(ChannelType.PHONE, value, text, target, mention, parts, content)


def _channel(
    kind: ChannelType, value: str, text: str, target: str, mention: Mention, parts: Regions, content: Content
) -> Channel:
    quote = ""
    if 0 <= mention.block < len(content.blocks):
        quote = _quote(content.blocks, mention.block, mention.start, mention.end)
    return Channel(
        type=kind,
        value=value,
        text=text,
        target=target,
        region=parts.of[mention.node],
        heading=mention.heading,
        quote=quote or text[:MAX_QUOTE],
    )


def _of_text(text: str, starts: list[int], blocks: tuple[Block, ...]) -> Iterator[tuple[int, Channel]]:
    for kind, find in _FINDERS:
        for found in find(text):
            if kind is ChannelType.EMAIL and contacts.is_personal(found.value):
                continue
            number = bisect_right(starts, found.start) - 1
            block, at = blocks[number], found.start - starts[number]
            yield (
                found.start,
                Channel(
                    type=kind,
                    value=found.value,
                    text=found.text,
                    region=block.region,
                    heading=block.heading,
                    quote=_quote(blocks, number, at, at + len(found.text)),
                ),
            )


def _of_form(form: OnlineForm, page: str) -> Channel:
    return Channel(
        type=ChannelType.FORM,
        value=page,
        text=form.title,
        target=form.action,
        region=form.region,
        heading=form.heading,
        quote=form.text[:MAX_QUOTE],
    )


def _quote(blocks: tuple[Block, ...], number: int, start: int, end: int) -> str:
    """At most MAX_QUOTE characters around a place, with the label before it when its own block says little."""
    text = blocks[number].text
    # An old page can be one block, with blank lines between its paragraphs.
    first = text.rfind(_BLANK_LINE, 0, start) + 1
    last = text.find(_BLANK_LINE, end)
    text, start, end = text[first : last if last >= 0 else None], start - first, end - first
    room = max(MAX_QUOTE - (end - start), 0) // 2
    low = 0 if len(text) <= MAX_QUOTE else max(0, min(start - room, len(text) - MAX_QUOTE))
    quote = text[low : low + MAX_QUOTE]
    before = blocks[number - 1] if number else None
    if before is not None and len(text) <= _LABEL_LENGTH >= len(before.text) and before.part == blocks[number].part:
        quote = f"{before.text} {quote}"
    return " ".join(quote.split())[:MAX_QUOTE]
