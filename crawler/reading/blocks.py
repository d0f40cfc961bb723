"""The text of a page as a visitor sees it: block by block, with the headings above and the links within."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crawler.reading.regions import Regions
from crawler.reading.tree import TEXT, Tree
from crawler.reading.visibility import hidden_nodes
from expectations.contacts import decode_cloudflare
from expectations.model import Region

_INLINE = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr q s
        samp small span strike strong sub sup time tt u var wbr picture source area map
        """,
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HREF = {"a": "href", "area": "href", "iframe": "src", "frame": "src"}
_LINK, _BLOCK = 1, 2  # what can end at a node
_LONG = 64  # characters
_AT_SIGNS = frozenset({"@", "at", "(at)", "[at]", "apenstaartje", "apestaartje"})


@dataclass(slots=True, eq=False)  # named fields would make it take twice as long, and a page has hundreds
class Mention:
    """A link as it stands in the page: `start` to `end` of the text of block number `block` (-1: not in any)."""

    node: int
    href: str
    heading: str
    block: int
    start: int
    end: int


@dataclass(slots=True, eq=False)  # nor frozen, which takes three times as long
class Block:
    """A paragraph, cell, list item or heading (`level` > 0); `heading` stands above it in its part of the page."""

    text: str
    region: Region
    part: int
    heading: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a page shows: `text` is that of all blocks, each on lines of its own. `forms` tells per form element the
    number of the block that follows its beginning."""

    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]
    forms: Mapping[int, int]
    text: str


def read_blocks(tree: Tree, parts: Regions) -> Content:
    """All blocks and links of a page, in order. Text that a visitor cannot bring up is left out, its links are not."""
    reader = _Reader(tree, parts)
    reader.read()
    text = "\n".join([block.text for block in reader.blocks])
    return Content(blocks=tuple(reader.blocks), mentions=tuple(reader.mentions), forms=reader.forms, text=text)


def own_blocks(content: Content) -> tuple[Block, ...]:
    """The blocks of the page's own text; when no part is the main one, what is no menu or footer."""
    main = [block for block in content.blocks if block.region is Region.MAIN]
    return tuple(main or [block for block in content.blocks if block.region in (Region.ASIDE, Region.HEADER)])


class _Reader:
    """Walks the nodes once; `pieces` is the block under way, `size` its length so far."""

    def __init__(self, tree: Tree, parts: Regions) -> None:
        self.tree, self.parts = tree, parts
        self.blocks: list[Block] = []
        self.mentions: list[Mention] = []
        self.headings: dict[int, str] = {}  # per part of the page: the heading that was read last
        self.pieces: list[str] = []
        self.size = self.level = self.part = 0
        self.region = Region.MAIN
        self.blank = True  # nothing, or a blank, stands before what comes next
        self.open_links: list[tuple[int, Mention]] = []
        self.closing = bytearray(len(tree) + 1)  # what has ended at each node
        self.heading_end = 0
        self.forms: dict[int, int] = {}

    def read(self) -> None:
        tree, closing = self.tree, self.closing
        tags, texts, ends = tree.tags, tree.texts, tree.ends
        hidden, shields = hidden_nodes(tree), _shields(tree)
        quiet = 0  # up to here nothing is shown
        for node in range(min(tree.find("body", "frameset"), default=len(tree)), len(tree)):
            if closing[node]:
                self._close(node)
            tag = tags[node]
            if tag == TEXT:
                if node >= quiet and (self.pieces or not texts[node].isspace()):
                    self._write(node, texts[node])
                continue
            if node in hidden or tag == "noscript":
                quiet = max(quiet, ends[node])
            shield = shields.get(node) if shields and node >= quiet else None
            if tag in _HREF:
                self._open_link(node, tag, shield, shown=node >= quiet)
            if shield and ends[node] > quiet:
                self._write(node, shield)
                quiet = ends[node]
            elif tag not in _INLINE:
                self._open_block(node, tag)
            elif tag == "img" and node >= quiet and tree.get(node, "alt").lower() in _AT_SIGNS:
                self._write(node, "@")
        self._close(len(tree))
        if self.pieces:
            self._flush()

    def _open_block(self, node: int, tag: str) -> None:
        if tag == "br":
            if self.pieces:
                self._put("\n", blank=True)
            return
        if self.pieces:
            self._flush()
        end = self.tree.ends[node]
        self.closing[end] |= _BLOCK
        if tag == "form":
            self.forms[node] = len(self.blocks)
        level = _HEADINGS.get(tag) or (_level(self.tree, node) if "role" in self.tree.attributes[node] else 0)
        if level and node >= self.heading_end:
            self.level, self.heading_end = level, end

    def _close(self, node: int) -> None:
        """Ends the links and blocks that do not hold `node`."""
        while self.open_links and node >= self.open_links[-1][0]:
            mention = self.open_links.pop()[1]
            if mention.block == len(self.blocks):
                mention.end = self.size
                if not self.pieces:  # a link without text stands with what is before it
                    mention.block, mention.start, mention.end = len(self.blocks) - 1, 0, 0
        if self.closing[node] & _BLOCK:
            if self.pieces:
                self._flush()
            if node >= self.heading_end:
                self.level = 0

    def _open_link(self, node: int, tag: str, shield: str | None, *, shown: bool) -> None:
        href = self.tree.attributes[node].get(_HREF[tag])
        if href is None:
            return
        part = self.parts.part[node]
        if self.pieces and part != self.part:
            self._flush()
        target, heading = f"mailto:{shield}" if shield else href, self.headings.get(part, "")
        mention = Mention(node, target, heading, len(self.blocks) if shown else -1, self.size, self.size)
        self.mentions.append(mention)
        end = self.tree.ends[node]
        self.open_links.append((end, mention))
        self.closing[end] |= _LINK

    def _write(self, node: int, text: str) -> None:
        words, part = _words(text), self.parts.part[node]
        if self.pieces and part != self.part:
            self._flush()
        if not words:
            if not self.blank and text:
                self._put(" ", blank=True)
            return
        if not self.pieces:
            self.part, self.region = part, self.parts.of[node]
        blank = False
        if len(words) < len(text):
            if not self.blank and text[0].isspace():
                words = " " + words
            if blank := text[-1].isspace():
                words += " "
        self._put(words, blank=blank)

    def _put(self, text: str, *, blank: bool) -> None:
        self.pieces.append(text)
        self.size += len(text)
        self.blank = blank

    def _flush(self) -> None:
        text = "".join(self.pieces).rstrip()
        self.pieces, self.size, self.blank = [], 0, True
        if not text:
            return
        self.blocks.append(Block(text, self.region, self.part, self.headings.get(self.part, ""), self.level))
        if self.level:
            self.headings[self.part] = text.replace("\n", " ")


def _words(text: str) -> str:
    """The words of a text with one blank between them."""
    if len(text) >= _LONG:  # where it is four times quicker to look at lines than at words
        lines = " ".join(map(str.strip, text.splitlines())).strip()
        others = "\t" in lines or "\x1f" in lines if lines.isascii() else not lines.isprintable()
        if not others and not lines.count("  "):
            return lines
    return " ".join(text.split())


def _shields(tree: Tree) -> Mapping[int, str]:
    """The e-mail addresses that Cloudflare hides from robots, by the element in which or behind whose link they are."""
    found: dict[int, str] = {}
    attributes = tree.attributes
    links = [node for node in tree.having("href") if "email-protection#" in (attributes[node]["href"] or "")]
    for node in (*tree.having("data-cfemail"), *links):
        code = attributes[node].get("data-cfemail") or (attributes[node].get("href") or "").partition("#")[2]
        shown = decode_cloudflare(code) if code else None
        if shown:
            found[node] = shown
    return found


def _level(tree: Tree, node: int) -> int:
    """The level of an element that plays a heading, else 0."""
    if tree.get(node, "role").lower() != "heading":
        return 0
    level = re.fullmatch(r"[1-6]", tree.get(node, "aria-level"))
    return int(level[0]) if level else 2
