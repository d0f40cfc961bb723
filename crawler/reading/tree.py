"""A page as flat lists in document order, so that every later step is one loop: no recursion, whatever the nesting."""

import re
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from selectolax.lexbor import LexborHTMLParser, LexborNode

TEXT = "#text"
MAX_HTML = 12_000_000  # characters; the crawler's own limit on a body is lower
MAX_TAGS = 100_000  # five times what the longest real pages have
_MAX_TAGS_AT_ALL = 400_000  # before nesting is looked at
MAX_DEPTH = 256  # what the layout of a real page never reaches
_MAX_OPTIONS = 5_000  # of all lists to choose from; what is in them is not read
_LONG_TAG, _MAX_ATTRIBUTES = 20_000, 500  # characters; attributes of one tag
_OPTION = re.compile(r"<option\b[^<>]*>", re.I)
_TAG = re.compile(r"<[a-z][^\s/<>]*", re.I)
_ATTRIBUTE = re.compile(r"""[\s/]+[^\s=>/"']+(?:\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*'|[^\s>"']+))?""")
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
_NOTHING: dict[str, str | None] = {}  # the attributes of all texts
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
        ends, parents, index = list(range(1, len(self.tags) + 1)), self.parents, self.index
        for node, tag in enumerate(self.tags):
            if tag in index:
                index[tag].append(node)
            else:
                index[tag] = [node]
        for node in range(len(ends) - 1, 0, -1):
            parent = parents[node]
            if ends[node] > ends[parent]:
                ends[parent] = ends[node]
        self.ends = ends
        return self


def parse(html: str) -> Tree:
    """The tree of a page, by the fast parser; scripts, styles, comments and templates are not in it but for JSON-LD."""
    tree = Tree()
    add = tree.add
    root = LexborHTMLParser(bounded(html)).root
    stack: list[tuple[LexborNode, int]] = []
    node, parent = root, -1
    while node is not None:
        child = None
        if node.is_text_node:
            add(TEXT, _NOTHING, _clean(node.text_content or ""), parent)
        elif (tag := node.tag or "") in _SKIPPED:
            _add_data(tree, node, tag, parent)
        else:
            number = add(tag, node.attributes, "", parent)
            child = node.first_child if tag not in _CLOSED else None
        if child is not None:
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
    """The page without what no layout needs, since parsers take minutes over 100,000 levels, attributes or options,
    and lose the links."""
    html = _fewer_options(_cut(html[:MAX_HTML], _MAX_TAGS_AT_ALL))
    if len(html) > _LONG_TAG:
        html = _fewer_attributes(html)
    tags = html.count("<")
    if tags <= _MANY_TAGS and tags - 2 * html.count("</") <= _MAX_OPEN:
        return html
    return _cut(_flatter(html), MAX_TAGS)


def _flatter(html: str) -> str:
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


def _cut(html: str, tags: int) -> str:
    return html[: len(html) - len(html.split("<", tags)[-1]) - 1] if html.count("<") > tags else html


def _fewer_options(html: str) -> str:
    if html.count("<option") + html.count("<OPTION") > _MAX_OPTIONS:
        html = _OPTION.sub(" ", html)
    return html


def _fewer_attributes(html: str) -> str:
    """The page with at most some hundreds of attributes on a tag."""
    parts = html.split(">")
    if max(map(len, parts)) <= _LONG_TAG:
        return html
    return ">".join(_shorter(part) if len(part) > _LONG_TAG else part for part in parts)


def _shorter(part: str) -> str:
    tag = _TAG.search(part)
    if tag is None:
        return part
    kept = [match[0] for match in islice(_ATTRIBUTE.finditer(part, tag.end()), _MAX_ATTRIBUTES + 1)]
    return part if len(kept) <= _MAX_ATTRIBUTES else part[: tag.end()] + "".join(kept)


def _add_data(tree: Tree, node: LexborNode, tag: str, parent: int) -> None:
    """Of what does not count, JSON-LD does."""
    attributes = node.attributes if tag == "script" else {}
    if "ld+json" in (attributes.get("type") or ""):
        tree.add("script", {**attributes, "content": node.text()}, "", parent)


def _clean(text: str) -> str:
    return text if text.isascii() and "\0" not in text else text.translate(_INVISIBLE)
