"""What can be seen of a link before it is followed: the signs by which its worth is guessed.

A sign is a number. The first few stand for what the vocabulary says, the others for single words and places, hashed:
so what a link says, what stands above it, in which part of the page, in which folder it leads, and on which page.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit
from zlib import crc32

from crawler.gist import Gist, Lead
from expectations.urls import path, slug
from expectations.vocabulary import Vocabulary, plain

HASHED = 1 << 16  # places for words; a site uses some ten thousand
_WORDS = 10  # of one text; titles have fewer
_STEPS = (1.0, 0.6, 0.3)  # of the vocabulary's promise
_TEXT, _HEADING, _SLUG, _FOLDER = 0, 3, 6, 9
LOOK_ALIKE, GENRE, GENRE_FOLDER, ON_ROUTE, ON_NAMED, ON_CONTACT, LISTED = range(12, 19)
NAMED = 19  # how many signs have a meaning of their own
_SAYS, _ABOVE, _NAMED, _ON, _BELOW, _PLACE, _DEPTH, _IN, _IN_LAST, _IN_FIRST, _HOST = (
    crc32(f"{kind} ".encode())  # where the hash of what follows begins
    for kind in ("says", "above", "named", "on", "below", "place", "depth", "in", "in last", "in first", "host")
)

Signs = tuple[int, ...]
Sight = tuple[Signs, ...]
"""All that is seen of one link, in parts that it shares with others: of its text, its place, its address, its page."""


class Eye:
    """Sees the signs, and remembers what it saw. `owner` gives the home below which an address stands: paths are read
    from there, so that the same place on sister sites is the same sign."""

    def __init__(self, vocabulary: Vocabulary, owner: Callable[[str], str]) -> None:
        self._vocabulary = vocabulary
        self._owner = owner
        self.promise = lru_cache(maxsize=65_536)(vocabulary.promise)
        self.said = lru_cache(maxsize=65_536)(self._read_text)
        self._stands = lru_cache(maxsize=16_384)(self._read_place)
        self.address = lru_cache(maxsize=65_536)(self._read_address)
        self._lies = lru_cache(maxsize=16_384)(self._read_folder)

    def link(self, lead: Lead, lent: Signs) -> Sight:
        """The signs of a link on a page that lends it these."""
        target, text, heading, region = lead
        return (self.said(text), self._stands(heading, region), self.address(target), lent)

    def page(self, address: str, gist: Gist) -> Signs:
        """The signs that a page lends to its links."""
        signs = [ON_ROUTE] if gist.route else []
        signs += [ON_NAMED] if gist.names else []
        if _STEPS[2] in (self.promise(gist.heading), self.promise(slug(address))):
            signs.append(ON_CONTACT)
        return (*signs, *_words(_ON, gist.heading), _hash(_BELOW, plain(gist.above)))

    def _read_text(self, text: str) -> Signs:
        """The signs of the text of a link."""
        return (*self._step(text, _TEXT), *self._against(text), *_words(_SAYS, text))

    def _read_place(self, heading: str, region: str) -> Signs:
        """The signs of the heading above a link, and of the part of the page where it stands."""
        place = _hash(_PLACE, f"{region} {plain(heading)}")
        return (*self._step(heading, _HEADING), place, *_words(_ABOVE, heading))

    def _read_address(self, of: str) -> Signs:
        """The signs of an address by itself."""
        last = slug(of)
        named = (*self._step(last, _SLUG), *self._against(last), *_words(_NAMED, last))
        return named + self._lies(of.rpartition("/")[0], self._owner(of))

    def _read_folder(self, folder: str, home: str) -> Signs:
        own = path(folder)
        base = path(home).rstrip("/") if home else ""
        relative = own.removeprefix(base) if own == base or own.startswith(base + "/") else own
        parts = [plain(part) for part in relative.split("/") if part]
        genre = any(self._vocabulary.genre(part) for part in parts)
        first, last = (parts[0], parts[-1]) if parts else ("", "")
        signs = [*self._step(last, _FOLDER), *([GENRE_FOLDER] if genre else [])]
        signs += [_hash(_DEPTH, str(len(parts))), _hash(_IN, relative), _hash(_IN_LAST, last), _hash(_IN_FIRST, first)]
        return (*signs, _hash(_HOST, urlsplit(folder).netloc))

    def _step(self, text: str, base: int) -> Signs:
        promise = self.promise(text)
        return (base + _STEPS.index(promise),) if promise else ()

    def _against(self, text: str) -> Signs:
        """What tells against it."""
        look_alike = (LOOK_ALIKE,) if self._vocabulary.look_alike(text) else ()
        return look_alike + ((GENRE,) if self._vocabulary.genre(text) else ())


def _words(kind: int, text: str) -> Iterable[int]:
    return [_hash(kind, word) for word in plain(text).split()[:_WORDS]]


def _hash(kind: int, word: str) -> int:
    return NAMED + crc32(word.encode("utf-8", "replace"), kind) % HASHED
