"""A page as flat lists in document order, so that every later step is one loop: no recursion, whatever the nesting."""

from bisect import bisect_left
from collections import defaultdict
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.reading.bounds import bounded

Attributes = dict[str, str | None]
Row = tuple[str, Attributes, str, int]  # tag, attributes, text, parent
TEXT = "#text"
_TEXT_NODE = "-text"  # as the fast parser calls it
_SKIPPED = frozenset({"script", "style", "template", "-comment", "!doctype", "svg", "math", "noframes", "-undef"})
_CLOSED = frozenset(
    {"textarea", "select", "iframe", "audio", "video", "canvas", "datalist"}
)  # what is in them is not shown
_NOTHING: Attributes = {}  # the attributes of all texts
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\x00"))


class Tree:
    """Node `i` is an element (`tags[i]`, `attributes[i]`) or a text (`tags[i] == TEXT`, `texts[i]`).

    `parents[i]` is the number of its parent, -1 for the root; its descendants are `i + 1` up to `ends[i]`.
    `whole` tells that nothing of the page was left out.
    """

    __slots__ = ("_tagged", "_with", "attributes", "ends", "parents", "tags", "texts", "whole")

    def __init__(self, rows: list[Row], *, whole: bool = True) -> None:
        """`rows` are tag, attributes, text and parent of each node, in document order."""
        self.whole = whole
        columns: Any = zip(*rows, strict=True) if rows else ((), (), (), ())
        self.tags: tuple[str, ...]
        self.attributes: tuple[Attributes, ...]
        self.texts: tuple[str, ...]
        self.parents: tuple[int, ...]
        self.tags, self.attributes, self.texts, self.parents = columns
        self.ends = _ends(self.parents)
        tagged, with_attribute = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
        for node, tag in enumerate(self.tags):
            tagged[tag].append(node)
        for node, attributes in enumerate(self.attributes):
            if attributes:
                for name in attributes:
                    with_attribute[name].append(node)
        self._tagged, self._with = dict(tagged), dict(with_attribute)

    def __len__(self) -> int:
        return len(self.tags)

    def get(self, node: int, name: str) -> str:
        """An attribute without outer blanks; "" when it is absent."""
        return (self.attributes[node].get(name) or "").strip()

    def find(self, *tags: str) -> list[int]:
        """The elements with one of these tags, in order; for TEXT the texts."""
        return _together([self._tagged.get(tag, []) for tag in tags])

    def having(self, *names: str) -> list[int]:
        """The elements that have one of these attributes, in order."""
        return _together([self._with.get(name, []) for name in names])

    def within(self, node: int, tag: str) -> list[int]:
        """The elements with this tag in an element, itself included, in order."""
        found = self._tagged.get(tag, [])
        return found[bisect_left(found, node) : bisect_left(found, self.ends[node])]

    def text(self, node: int) -> str:
        """All text in an element, blanks collapsed, as a reader sees it."""
        return " ".join("".join(self.texts[node : self.ends[node]]).split())


def parse(html: str) -> Tree:
    """The tree of a page, by the fast parser; scripts, styles, comments and templates are not in it but for JSON-LD."""
    rows: list[Row] = []
    add = rows.append
    html, whole = bounded(html)
    node: LexborNode | None = LexborHTMLParser(html).root
    parent, around = -1, list[tuple[LexborNode, int]]()
    while node is not None:
        tag, child = node.tag or "", None
        if tag == _TEXT_NODE:
            add((TEXT, _NOTHING, _clean(node.text_content or ""), parent))
        elif tag not in _SKIPPED:
            add((tag, node.attributes, "", parent))
            child = node.first_child if tag not in _CLOSED else None
        elif tag == "script":
            rows += _data(node, parent)
        if child is not None:
            around.append((node, parent))
            node, parent = child, len(rows) - 1
            continue
        node = node.next if around else None
        while node is None and around:
            last, parent = around.pop()
            node = last.next if around else None  # what follows the root is not in the page
    return Tree(rows, whole=whole)


def from_soup(soup: BeautifulSoup) -> Tree:
    """The same tree, made of a soup."""
    rows: list[Row] = []
    numbers: dict[int, int] = {}
    skipped: set[int] = set()
    for element in soup.descendants:
        parent = id(element.parent)
        if parent in skipped or (isinstance(element, Tag) and element.name in _SKIPPED):
            skipped.add(id(element))
        elif isinstance(element, Tag):
            attributes: Attributes = {
                name: " ".join(value) if isinstance(value, list) else str(value)
                for name, value in element.attrs.items()
            }
            numbers[id(element)] = len(rows)
            rows.append((element.name, attributes, "", numbers.get(parent, -1)))
            if element.name in _CLOSED:
                skipped.add(id(element))
        elif isinstance(element, NavigableString) and not isinstance(element, PreformattedString):
            rows.append((TEXT, _NOTHING, _clean(str(element)), numbers.get(parent, -1)))
    return Tree(rows)


def _ends(parents: tuple[int, ...]) -> list[int]:
    """For each node the number of the first one that is not in it."""
    ends = list(range(1, len(parents) + 1))
    for node in range(len(ends) - 1, 0, -1):
        parent = parents[node]
        if ends[node] > ends[parent]:
            ends[parent] = ends[node]
    return ends


def _together(found: list[list[int]]) -> list[int]:
    """Nodes in document order; not to be changed, since it can be the index itself."""
    filled = [nodes for nodes in found if nodes]
    if len(filled) < 2:
        return filled[0] if filled else []
    return sorted(set[int]().union(*filled))


def _data(script: LexborNode, parent: int) -> list[Row]:
    """Of what does not count, JSON-LD does."""
    attributes = script.attributes
    if "ld+json" not in (attributes.get("type") or ""):
        return []
    return [("script", {**attributes, "content": script.text()}, "", parent)]


def _clean(text: str) -> str:
    return text if text.isascii() and "\0" not in text else text.translate(_INVISIBLE)
