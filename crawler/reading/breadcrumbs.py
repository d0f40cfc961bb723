"""The path of names by which a page says where it stands in its site."""

import re
from functools import lru_cache

from crawler.reading.blocks import Content
from crawler.reading.structured import Thing, is_a
from crawler.reading.tree import TEXT, Tree

MAX_CRUMBS = 12
MAX_TEXT = 150
_TELLING = ("itemtype", "typeof", "aria-label", "class", "id")
_NAMES = re.compile(r"bread-?_?crumbs?|kruimel|you-?are-?here|u-?bevindt|paginapad", re.I)
_LABELS = re.compile(r"kruimelpad|breadcrumb|broodkruimel|u bevindt zich|u bent hier|you are here", re.I)
_HERE = re.compile(r"\s*(?:u bevindt zich hier|u bent hier|you are here|kruimelpad|breadcrumbs?)\s*:?\s*", re.I)
_START = re.compile(r"\s*(?:u b|you are|kruimel|breadcrumb|home|start|voorpagina)", re.I)  # of any of the two
_BETWEEN = re.compile(r"\s*(?:>+|»|›|→|/|\||\\|::)\s*|\s+[-–]\s+")
_SPLIT = re.compile(r"\s*(?:>+|»|›|→|\||::)\s*|\s+[/\\–-]\s+")
_HOME = re.compile(r"^(?:home|start|startpagina|voorpagina|homepage)\b", re.I)


def breadcrumb(tree: Tree, content: Content, things: tuple[Thing, ...], heading: str) -> tuple[str, ...]:
    """The names from the home page down to the page itself: of the trail's markup, else structured data, else a line of
    plain text. A trail that ends with a link leads to the page above; then the page's own `heading` follows."""
    return _in_markup(tree, heading) or _in_things(things) or _in_words(content)


def _in_markup(tree: Tree, heading: str) -> tuple[str, ...]:
    for node in _trails(tree):
        if crumbs := _crumbs(tree, node):
            above = heading and crumbs[-1].lower() != heading.lower() and _ends_with_link(tree, node, crumbs[-1])
            return (*crumbs, heading[:MAX_TEXT]) if above else crumbs
    return ()


def _ends_with_link(tree: Tree, node: int, last: str) -> bool:
    links = [i for i in range(node, tree.ends[node]) if tree.tags[i] == "a" and tree.get(i, "href")]
    return bool(links) and tree.text(links[-1])[:MAX_TEXT] == last and not tree.get(links[-1], "aria-current")


def _trails(tree: Tree) -> list[int]:
    """The elements that are called the path, in order."""
    attributes, found = tree.attributes, set[int]()
    for name in _TELLING:
        nodes = tree.having(name)
        telling = {value for value in {attributes[node][name] for node in nodes} if value and _names_trail(name, value)}
        if telling:
            found.update(node for node in nodes if attributes[node][name] in telling)
    return sorted(found)


@lru_cache(maxsize=4_096)
def _names_trail(attribute: str, value: str) -> bool:
    if attribute in ("itemtype", "typeof"):
        return "BreadcrumbList" in value
    if attribute == "aria-label":
        return _LABELS.search(value[:100]) is not None
    return _NAMES.search(value[:200]) is not None


def _crumbs(tree: Tree, node: int) -> tuple[str, ...]:
    """The items of a trail: list items when it has them, else links and the texts between."""
    items = [i for i in range(node, tree.ends[node]) if tree.tags[i] == "li"]
    if items:
        texts = [tree.text(i) for i in items[: MAX_CRUMBS + 1]]
    else:
        texts, links = [], [i for i in range(node, tree.ends[node]) if tree.tags[i] == "a"]
        covered = 0
        for i in range(node, tree.ends[node]):
            if i < covered:
                continue
            if i in links[:MAX_CRUMBS]:
                texts.append(tree.text(i))
                covered = tree.ends[i]
            elif tree.tags[i] == TEXT:
                texts += _SPLIT.split(" ".join(tree.texts[i].split()))
    return _clean(texts)


def _in_things(things: tuple[Thing, ...]) -> tuple[str, ...]:
    for thing in things:
        items = thing.get("itemListElement")
        if is_a(thing, "BreadcrumbList") and isinstance(items, list):
            names = []
            for item in items[:MAX_CRUMBS]:
                inner = item.get("item") if isinstance(item, dict) else None
                name = item.get("name") if isinstance(item, dict) else None
                name = name or (inner.get("name") if isinstance(inner, dict) else None)
                if isinstance(name, str):
                    names.append(" ".join(name.split()))
            return _clean(names)
    return ()


def _in_words(content: Content) -> tuple[str, ...]:
    """An old site's line "U bevindt zich hier: Home > Contact > Klachten"."""
    for block in content.blocks[:60]:
        text = block.text
        if len(text) > 300 or block.level:
            continue
        if not _START.match(text):
            continue
        here = _HERE.match(text)
        rest = text[here.end() :] if here else text
        if not here and not (_HOME.match(text) and re.search(r">|»|›|→", text)):
            continue
        crumbs = _clean(_SPLIT.split(" ".join(rest.split())))
        if len(crumbs) > 1:
            return crumbs
    return ()


def _clean(texts: list[str]) -> tuple[str, ...]:
    found = []
    for raw in texts:
        text = (
            _BETWEEN.sub(" ", _HERE.sub("", raw, count=1), count=1)
            if _BETWEEN.match(raw)
            else _HERE.sub("", raw, count=1)
        )
        text = re.sub(r"[\s>»›→|/]+$|^[\s>»›→|/:]+", "", text)[:MAX_TEXT]
        if text:
            found.append(text)
    return tuple(found[:MAX_CRUMBS])
