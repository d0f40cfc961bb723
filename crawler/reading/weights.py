"""How much of a page each element holds: text, text in links, links, top headings."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.reading.tree import TEXT, Tree

_HOME_PATHS = frozenset({"", "/", "/index.html", "/home", "/nl", "/nl/", "/en", "/en/", "./", "index.html"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Per node, what is in it. `titles` counts the top headings that name the page, not the site."""

    plain: list[int]
    linked: list[int]
    links: list[int]
    titles: list[int]


def weigh(tree: Tree) -> Weights:
    """The weights of all nodes, in one loop down and one up."""
    count = len(tree)
    plain, linked, links, titles = ([0] * count for _ in range(4))
    until = 0  # the first node beyond the link that holds this one
    for node, tag in enumerate(tree.tags):
        if tag == TEXT:
            text = tree.texts[node]
            if not text.isspace():
                (linked if node < until else plain)[node] = len(text)
        elif tag == "a":
            links[node] = 1
            until = max(until, tree.ends[node])
        elif tag == "h1":
            titles[node] = int(not _names_the_site(tree, node))
    parents = tree.parents
    for weights in (plain, linked, links, titles):
        for node in range(count - 1, 0, -1):
            if weight := weights[node]:
                weights[parents[node]] += weight
    return Weights(plain=plain, linked=linked, links=links, titles=titles)


def _names_the_site(tree: Tree, heading: int) -> bool:
    """A top heading that links to the home page is the site's name."""
    links = [i for i in range(heading, tree.ends[heading]) if tree.tags[i] == "a"]
    return len(links) == 1 and urlsplit_path(tree.get(links[0], "href")) in _HOME_PATHS


def urlsplit_path(href: str) -> str:
    """The path of a link as written; an address that cannot be has none that counts."""
    try:
        return urlsplit(href).path
    except ValueError:
        return href
