"""A page as flat lists in document order, so that every later step is one loop: no recursion, whatever the nesting."""

import re

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from selectolax.lexbor import LexborHTMLParser, LexborNode

TEXT = "#text"
MAX_HTML = 12_000_000  # characters; the crawler's own limit on a body is lower
MAX_DEPTH = 256  # what the layout of a real page never reaches
_MAX_OPEN = 1_000  # tags without their end; beyond this, or with many tags, nesting is looked at
_MANY_TAGS = 20_000
_NESTING = re.compile(  # all tags but those whose end is implied, that hold nothing, or that matter themselves
    r"<(/?)(?!(?:p|li|td|th|tr|tbody|thead|tfoot|dt|dd|option|optgroup|br|img|input|meta|link|hr|area|base|col|colgroup"
    r"|embed|source|track|wbr|param|html|head|body|script|style|title|textarea|a|rp|rt|frame|iframe|noscript|h[1-6])"
    r"[\s/>])([a-z][a-z0-9:-]{0,40})\b[^<>]*>",
    re.I,
)
_FORMATTING = frozenset({"font", "b", "i", "u", "s", "em", "strong", "small", "big", "tt", "code", "strike", "nobr"})
_MAX_FORMATTING = 4  # open ones of a name: parsers repeat them in every paragraph that follows
_SKIPPED = frozenset({"script", "style", "template", "-comment", "!doctype", "svg", "math", "noframes", "-undef"})
_CLOSED = frozenset(
    {"textarea", "select", "iframe", "audio", "video", "canvas", "datalist"}
)  # what is in them is not shown
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\x00"))


class Tree:
    """Node `i` is an element (`tags[i]`, `attributes[i]`) or a text (`tags[i] == TEXT`, `texts[i]`).

    `parents[i]` is the number of its parent, -1 for the root; its descendants are `i + 1` up to `ends[i]`.
    """

    __slots__ = ("attributes", "ends", "index", "parents", "tags", "texts")

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self.texts: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.index: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self.tags)

    def add(self, tag: str, attributes: dict[str, str | None], text: str, parent: int) -> int:
        """Appends a node; returns its number."""
        self.tags.append(tag)
        self.attributes.append(attributes)
        self.texts.append(text)
        self.parents.append(parent)
        return len(self.tags) - 1

    def get(self, node: int, name: str) -> str:
        """An attribute without outer blanks; "" when it is absent."""
        return (self.attributes[node].get(name) or "").strip()

    def find(self, *tags: str) -> list[int]:
        """The elements with one of these tags, in order."""
        found = [self.index.get(tag, []) for tag in tags]
        return found[0] if len(found) == 1 else sorted(node for nodes in found for node in nodes)

    def text(self, node: int) -> str:
        """All text in an element, blanks collapsed, as a reader sees it."""
        return " ".join("".join(self.texts[node : self.ends[node]]).split())

    def seal(self) -> "Tree":
        """Computes `ends` and the index when all nodes stand in document order."""
        self.ends = list(range(1, len(self.tags) + 1))
        for node, tag in enumerate(self.tags):
            self.index.setdefault(tag, []).append(node)
        for node in range(len(self.tags) - 1, 0, -1):
            parent = self.parents[node]
            if self.ends[node] > self.ends[parent]:
                self.ends[parent] = self.ends[node]
        return self


def parse(html: str) -> Tree:
    """The tree of a page, by the fast parser; scripts, styles, comments and templates are not in it but for JSON-LD."""
    tree = Tree()
    root = LexborHTMLParser(bounded(html)).root
    stack: list[tuple[LexborNode, int]] = []
    node, parent = root, -1
    while node is not None:
        number = _add(tree, node, parent)
        child = node.first_child if number is not None else None
        if child is not None and number is not None:
            stack.append((node, parent))
            node, parent = child, number
            continue
        following = node.next if node is not root else None
        while following is None and stack:
            node, parent = stack.pop()
            following = node.next if node is not root else None
        node = following
    return tree.seal()


def from_soup(soup: BeautifulSoup) -> Tree:
    """The same tree, made of a soup."""
    tree = Tree()
    numbers: dict[int, int] = {}
    skipped: set[int] = set()
    for element in soup.descendants:
        parent = id(element.parent)
        if parent in skipped or (isinstance(element, Tag) and element.name in _SKIPPED):
            skipped.add(id(element))
        elif isinstance(element, Tag):
            attributes: dict[str, str | None] = {
                name: " ".join(value) if isinstance(value, list) else str(value)
                for name, value in element.attrs.items()
            }
            numbers[id(element)] = tree.add(element.name, attributes, "", numbers.get(parent, -1))
            if element.name in _CLOSED:
                skipped.add(id(element))
        elif isinstance(element, NavigableString) and not isinstance(element, PreformattedString):
            tree.add(TEXT, {}, _clean(str(element)), numbers.get(parent, -1))
    return tree.seal()


def bounded(html: str) -> str:
    """The page without nesting that no layout needs: parsers take minutes over 100,000 levels, and lose the links."""
    html = html[:MAX_HTML]
    tags = html.count("<")
    if tags <= _MANY_TAGS and tags - 2 * html.count("</") <= _MAX_OPEN:
        return html
    depth: dict[str, int] = {}
    total = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal total
        name = match[2].lower()
        level = depth.get(name, 0)
        full = total >= MAX_DEPTH or (name in _FORMATTING and level >= _MAX_FORMATTING)
        if match[1]:
            depth[name] = max(level - 1, 0)
            total -= level > 0
            over = total >= MAX_DEPTH or (name in _FORMATTING and level > _MAX_FORMATTING)
            return " " if level and over else match[0]
        depth[name] = level + 1
        total += 1
        return " " if full else match[0]

    return _NESTING.sub(keep, html)


def _add(tree: Tree, node: LexborNode, parent: int) -> int | None:
    """Adds one node; None when it and what is in it do not count."""
    if node.is_text_node:
        tree.add(TEXT, {}, _clean(node.text_content or ""), parent)
        return None
    tag = node.tag or ""
    if tag in _SKIPPED:
        attributes = node.attributes if tag == "script" else {}
        if "ld+json" in (attributes.get("type") or ""):
            tree.add("script", {**attributes, "content": node.text()}, "", parent)
        return None
    number = tree.add(tag, node.attributes, "", parent)
    return None if tag in _CLOSED else number


def _clean(text: str) -> str:
    return text if text.isascii() and "\0" not in text else text.translate(_INVISIBLE)
