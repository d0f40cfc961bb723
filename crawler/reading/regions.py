"""Which part of the page each element belongs to."""

import re
from dataclasses import dataclass

from crawler.reading.part_names import BY_ROLE, BY_TAG, by_name
from crawler.reading.tree import TEXT, Tree
from crawler.reading.weights import Weights
from expectations.model import Region

_MOST = 0.6  # of the page's text: an element with more is the page, whatever its name
_MAIN_SHARE = 0.3  # of the text in no other part: a <main> with less is a shell, and decides nothing
_MENU_LINKS = 4  # in a row, above the title or in a table's narrow cell, make a menu
_MENU_TEXT = 0.25  # of a menu's text may stand outside its links
_COLUMN_TEXT = 200  # characters of running text that make the cell beside it a menu
_PAGE = frozenset({TEXT, "html", "body", "head"})
_INLINE = frozenset({"p", "span", "font"})  # "kop" on a paragraph is a heading, not a header
_NAMED = frozenset(
    re.findall(
        r"\w+",
        """div td th table tr tbody ul ol p form dl span center section article header footer font""",
    )
)
_LISTS = frozenset({"ul", "ol", "td", "div", "p", "center", "table"})
_PARTS_OF_ARTICLES = frozenset({"header", "footer"})
_CONTENT = frozenset({"main", "article", "section"})
_HERE = re.compile(r"\s*(?:u bevindt zich (?:nu )?hier|u bent hier|you are here)\b", re.I)
_STARTS = ("U ", "Yo", "u ")  # of what _HERE finds
_TRAIL_LENGTH = 300  # characters; more is a paragraph
_OUTSIDE = 1  # the part that holds what is outside <main> and every other part


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """Per node its region, and the element that opened that part of the page (0 for what no part holds)."""

    of: list[Region]
    part: list[int]


def regions(tree: Tree, weights: Weights) -> Regions:
    """The region of every node; an element without a telling tag, role or name belongs where its parent does."""
    of, part = [Region.MAIN] * len(tree), [0] * len(tree)
    inside = bytearray(len(tree))  # whether it is in <main> or an article
    mains: list[int] = []
    trails = _trails(tree, weights)
    for node in _telling(tree, weights, trails):
        held = slice(node, tree.ends[node])
        count = held.stop - node
        named = Region.NAV if node in trails else _named(tree, node, inside[node] > 0)
        if named is None and not inside[node] and part[node] == 0 and _is_a_menu(tree, weights, node):
            named = Region.NAV
        if named is Region.MAIN:
            of[held], part[held], inside[held] = [Region.MAIN] * count, [0] * count, b"\1" * count
            mains.append(node)
        elif named is not None and not _is_the_page(tree, weights, node, inside[node] > 0):
            of[held], part[held] = [named] * count, [node] * count
        elif tree.tags[node] == "article":
            inside[held] = b"\1" * count
    _trust_main(tree, weights, mains, of, part)
    return Regions(of=of, part=part)


def _telling(tree: Tree, weights: Weights, trails: frozenset[int]) -> list[int]:
    """The elements that can open a part of the page, in order."""
    tags = tree.tags
    found = {*trails, *tree.find(*BY_TAG, "article"), *tree.having("role")}
    found.update([node for node in tree.having("id", "class") if tags[node] in _NAMED])
    found.update([node for node in tree.find(*_LISTS) if weights.links(node) >= _MENU_LINKS])
    return sorted([node for node in found if tags[node] not in _PAGE])


def _named(tree: Tree, node: int, inside: bool) -> Region | None:
    """What an element's role, tag or name calls it."""
    tag, attributes = tree.tags[node], tree.attributes[node]
    role = attributes.get("role")
    if role and (by_role := BY_ROLE.get(role.strip().lower())):
        return by_role
    if tag in _PARTS_OF_ARTICLES and (inside or tree.tags[tree.parents[node]] in _CONTENT):
        return None
    if by_tag := BY_TAG.get(tag):
        return by_tag
    if tag not in _NAMED or not ("id" in attributes or "class" in attributes):
        return None
    named = by_name(attributes.get("id") or "", attributes.get("class") or "")
    return None if named in (Region.HEADER, Region.FOOTER) and (inside or tag in _INLINE) else named


def _trails(tree: Tree, weights: Weights) -> frozenset[int]:
    """The nameless elements that begin with "U bevindt zich hier"."""
    texts, lengths, found = tree.texts, weights.lengths, set()
    for node in tree.find(TEXT):
        if 0 < lengths[node] < _TRAIL_LENGTH and texts[node].lstrip().startswith(_STARTS) and _HERE.match(texts[node]):
            parent = tree.parents[node]
            if weights.text(parent) < _TRAIL_LENGTH and tree.tags[parent] not in _PAGE:
                found.add(parent)
    return frozenset(found)


def _is_a_menu(tree: Tree, weights: Weights, node: int) -> bool:
    """Whether a nameless element is a menu: links only, above the page's title or beside a column of text."""
    if tree.tags[node] not in _LISTS or weights.links(node) < _MENU_LINKS:
        return False
    if weights.plain(node) > _MENU_TEXT * weights.linked(node):
        return False
    if weights.headings and tree.ends[node] <= weights.headings[0]:
        return True
    return tree.tags[node] == "td" and weights.plain(tree.parents[node]) > _COLUMN_TEXT and not weights.titles(node)


def _is_the_page(tree: Tree, weights: Weights, node: int, inside: bool) -> bool:
    """Whether an element called a header, say, holds the page itself: its title, or most of its text."""
    if tree.tags[node] in ("nav", "footer", "aside", "dialog"):
        return False
    titles = weights.titles(node)
    if titles and (inside or titles == weights.titles(0)):
        return True
    return tree.tags[node] != "header" and weights.plain(node) > max(_MOST * weights.plain(0), 0)


def _trust_main(tree: Tree, weights: Weights, mains: list[int], of: list[Region], part: list[int]) -> None:
    """With a <main> that holds the content, what stands outside every part is beside it, but for the page's title."""
    if not mains:
        return
    outermost = [node for n, node in enumerate(mains) if n == 0 or node >= tree.ends[mains[n - 1]]]
    held = sum(map(weights.text, outermost))
    loose = sum([weights.lengths[node] for node in tree.find(TEXT) if of[node] is Region.MAIN])
    if not held or held < _MAIN_SHARE * loose:
        return
    for node in _outside(tree, weights, outermost, of):
        of[node], part[node] = Region.ASIDE, _OUTSIDE


def _outside(tree: Tree, weights: Weights, mains: list[int], of: list[Region]) -> list[int]:
    """The nodes in no <main> or other part, and in no element that holds a title of the page."""
    ends = {main: tree.ends[main] for main in mains}
    around: set[int] = set()
    for main in mains:
        node = tree.parents[main]
        while node >= 0 and node not in around:
            around.add(node)
            node = tree.parents[node]
    node, found = 0, []
    while node < len(tree):
        if node in ends or (node not in around and (of[node] is not Region.MAIN or weights.titles(node))):
            node = tree.ends[node]
            continue
        if node not in around:
            found.append(node)
        node += 1
    return found
