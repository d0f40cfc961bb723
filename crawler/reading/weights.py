"""How much of a page each element holds: text, text in links, links, top headings."""

from bisect import bisect_left
from itertools import accumulate
from urllib.parse import urlsplit

from crawler.reading.tree import TEXT, Tree

_HOME_PATHS = frozenset({"", "/", "/index.html", "/home", "/nl", "/nl/", "/en", "/en/", "./", "index.html"})


class Weights:
    """What is in each element, itself included. `lengths` are those of the texts that are more than blanks, per node;
    `headings` the top headings that name the page, not the site."""

    __slots__ = ("_before", "_ends", "_linked_before", "_links", "headings", "lengths")

    def __init__(self, tree: Tree) -> None:
        self._ends = tree.ends
        self._links = tree.find("a")
        self.headings = [node for node in tree.find("h1") if not _names_the_site(tree, node)]
        self.lengths = [0] * len(tree)
        for node in tree.find(TEXT):
            if not (text := tree.texts[node]).isspace():
                self.lengths[node] = len(text)
        linked = [0] * len(tree)
        for link in self._links:
            linked[link : tree.ends[link]] = self.lengths[link : tree.ends[link]]
        # Descendants stand in a row, so that two sums from the beginning tell what is in an element.
        self._before = list(accumulate(self.lengths, initial=0))
        self._linked_before = list(accumulate(linked, initial=0))

    def text(self, node: int) -> int:
        """The characters in an element."""
        return self._before[self._ends[node]] - self._before[node]

    def linked(self, node: int) -> int:
        """The characters in its links."""
        return self._linked_before[self._ends[node]] - self._linked_before[node]

    def plain(self, node: int) -> int:
        """The characters outside its links."""
        return self.text(node) - self.linked(node)

    def links(self, node: int) -> int:
        return bisect_left(self._links, self._ends[node]) - bisect_left(self._links, node)

    def titles(self, node: int) -> int:
        """How many top headings in it name the page."""
        return bisect_left(self.headings, self._ends[node]) - bisect_left(self.headings, node)


def _names_the_site(tree: Tree, heading: int) -> bool:
    """A top heading that links to the home page is the site's name."""
    links = tree.within(heading, "a")
    return len(links) == 1 and _path(tree.get(links[0], "href")) in _HOME_PATHS


def _path(href: str) -> str:
    """The path of a link as written; an address that cannot be has none that counts."""
    try:
        return urlsplit(href).path
    except ValueError:
        return href
