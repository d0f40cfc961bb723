"""What a visitor cannot bring up: hidden by markup, and not a panel that a button opens."""

import re

from crawler.reading.tree import TEXT, Tree

_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_PANEL = re.compile(
    r"accordion|accordeon|panel|collaps|uitklap|inklap|toggle|tab-?(?:pane|content)|answer|antwoord|faq|details|expand",
    re.I,
)
_OPENERS = frozenset({"button", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "legend"})
_POINTERS = ("aria-controls", "data-target", "data-bs-target", "data-toggle-target", "href")


def hidden_nodes(tree: Tree) -> frozenset[int]:
    """The elements that are hidden and that nothing on the page opens."""
    hidden = [node for node in tree.having("hidden", "style") if _is_hidden(tree.attributes[node])]
    if not hidden:
        return frozenset()
    controlled = _controlled(tree)
    return frozenset(node for node in hidden if not _can_be_opened(tree, node, controlled))


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and _NO_DISPLAY.search(style[:500]) is not None)


def _controlled(tree: Tree) -> frozenset[str]:
    """The ids that a button or link on the page points at."""
    found: set[str] = set()
    for name in _POINTERS:
        for node in tree.having(name):
            value = tree.attributes[node][name]
            if value and (name != "href" or value[0] == "#"):
                found.update(word.lstrip("#") for word in value[:200].split())
    return frozenset(found)


def _can_be_opened(tree: Tree, node: int, controlled: frozenset[str]) -> bool:
    names = " ".join((tree.get(node, "id"), tree.get(node, "class"), tree.get(tree.parents[node], "class")))
    if tree.get(node, "id") in controlled or _PANEL.search(names[:500]):
        return True
    before = _previous_element(tree, node)
    return before is not None and (tree.tags[before] in _OPENERS or "aria-expanded" in tree.attributes[before])


def _previous_element(tree: Tree, node: int) -> int | None:
    """The element before this one under the same parent."""
    here = node - 1
    while here > tree.parents[node]:
        if tree.parents[here] == tree.parents[node]:
            if tree.tags[here] != TEXT:
                return here
            here -= 1
        else:
            here = tree.parents[here]
    return None
