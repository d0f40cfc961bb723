"""What can be seen of a link before it is followed: the signs by which its worth is guessed.

A sign is a number. The first few stand for what the vocabulary says, the others for single words and places, hashed:
so what a link says, what stands above it, in which part of the page, in which folder it leads, and on which page.
"""

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

Signs = tuple[int, ...]


class Eye:
    """Sees the signs. `relative` gives the path of an address as seen from the home of its owner, so that the same
    place on sister sites is the same sign."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._said = lru_cache(maxsize=65_536)(self._read_text)
        self._stands = lru_cache(maxsize=16_384)(self._read_place)
        self._leads = lru_cache(maxsize=65_536)(self._read_address)
        self._lies = lru_cache(maxsize=16_384)(self._read_folder)

    def said(self, text: str) -> Signs:
        """The signs of a link's text."""
        return self._said(text)

    def link(self, lead: Lead, home: str) -> Signs:
        """The signs of a link, but for those of the page it stands on."""
        target, text, heading, region = lead
        return self._said(text) + self._stands(heading, region) + self.address(target, home)

    def address(self, of: str, home: str) -> Signs:
        """The signs of an address by itself; `home` is the address below which its owner's pages stand."""
        return self._leads(of) + self._lies(of.rpartition("/")[0], home)

    def page(self, address: str, gist: Gist) -> Signs:
        """The signs that a page lends to its links."""
        signs = [ON_ROUTE] if gist.route else []
        signs += [ON_NAMED] if gist.names else []
        if _STEPS[2] in (self._vocabulary.promise(gist.heading), self._vocabulary.promise(slug(address))):
            signs.append(ON_CONTACT)
        signs += [_hash("on", word) for word in plain(gist.heading).split()[:_WORDS]]
        return (*signs, _hash("below", plain(gist.above)))

    def _read_text(self, text: str) -> Signs:
        words = plain(text).split()[:_WORDS]
        return (*self._promise(text, _TEXT), *self._other(text), *(_hash("says", word) for word in words))

    def _read_place(self, heading: str, region: str) -> Signs:
        words = plain(heading).split()[:_WORDS]
        place = _hash("place", f"{region} {plain(heading)}")
        return (*self._promise(heading, _HEADING), place, *(_hash("above", word) for word in words))

    def _read_address(self, of: str) -> Signs:
        words = plain(slug(of)).split()[:_WORDS]
        return (*self._promise(slug(of), _SLUG), *self._other(slug(of)), *(_hash("named", word) for word in words))

    def _read_folder(self, folder: str, home: str) -> Signs:
        own = path(folder)
        base = path(home).rstrip("/") if home else ""
        relative = own.removeprefix(base) if own == base or own.startswith(base + "/") else own
        parts = [plain(part) for part in relative.split("/") if part]
        genre = any(self._vocabulary.genre(part) for part in parts)
        last = parts[-1] if parts else ""
        signs = [*self._promise(last, _FOLDER), *([GENRE_FOLDER] if genre else []), _hash("depth", str(len(parts)))]
        signs += [_hash("in", relative), _hash("in last", last), _hash("in first", parts[0] if parts else "")]
        signs += [_hash("host", urlsplit(folder).netloc)]
        return tuple(signs)

    def _promise(self, text: str, base: int) -> Signs:
        promise = self._vocabulary.promise(text) if text else 0.0
        return (base + _STEPS.index(promise),) if promise else ()

    def _other(self, text: str) -> Signs:
        """What tells against it."""
        look_alike = (LOOK_ALIKE,) if text and self._vocabulary.look_alike(text) else ()
        return look_alike + ((GENRE,) if text and self._vocabulary.genre(text) else ())


def _hash(kind: str, word: str) -> int:
    return NAMED + crc32(f"{kind} {word}".encode("utf-8", "replace")) % HASHED
