"""A site's own search: words of the title weigh most, then the owner's name, then the text."""

import re
from collections.abc import Iterable

from demo.content import Link, Page, plain

_COMMON = {"de", "het", "een", "van", "en", "of", "over", "voor", "bij", "door", "ik", "the", "a", "about", "to"}
_TITLE, _OWNER, _TEXT, _NEWS = 8, 3, 1, 4


class Search:
    """Finds pages; built once per site."""

    def __init__(self, pages: Iterable[Page], origin: str) -> None:
        self._origin = origin
        self._entries = [_entry(page) for page in pages if page.listed and "search" not in page.left_out_of]

    def find(self, query: str, limit: int = 10) -> tuple[Link, ...]:
        """The best pages for a query, best first."""
        words = [word for word in _words(query) if word not in _COMMON]
        scored = [(_score(entry, words), entry) for entry in self._entries]
        best = sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1][0].path))
        return tuple(Link(entry[0].title, self._origin + entry[0].path) for _, entry in best[:limit])


_Entry = tuple[Page, frozenset[str], frozenset[str], frozenset[str]]


def _entry(page: Page) -> _Entry:
    owner = page.owner.label(page.language) + " " + page.owner.abbreviation if page.owner else ""
    texts = [plain(page.intro)]
    for section in page.sections:
        texts += [section.heading, *map(plain, section.paragraphs), *map(plain, section.items)]
    return page, frozenset(_words(page.title)), frozenset(_words(owner)), frozenset(_words(" ".join(texts)))


def _score(entry: _Entry, words: list[str]) -> int:
    page, title, owner, text = entry
    found = sum(_TITLE * (w in title) + _OWNER * (w in owner) + _TEXT * (w in text) for w in words)
    web_page = page.type in ("webpagina", "web page")
    return found + (_NEWS if web_page and found else 0)


def _words(text: str) -> list[str]:
    """Words in a rough stem, so that `klachten` finds `klacht`."""
    return [re.sub(r"(en|s)$", "", word) if len(word) > 5 else word for word in re.findall(r"\w+", text.lower())]
