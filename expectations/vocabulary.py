"""The words that mark a kind of route, and the look-alikes that only share words with one.

How phrases are written stands in the head of `expectations/inventory/terms.yaml`.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from expectations.model import Inventory, Kind, Language

_NAMES, _SPEAKS, _CONTACT = 1.0, 0.6, 0.3
_LONGEST_TITLE = 400  # characters; what is longer is no title, and patterns on it could be slow
_START = 4  # letters of a word, by which most texts are told to hold no phrase
_SIGNS = re.compile(r"[\W_]+")
_ASCII_SIGNS = {number: " " for number in range(128) if not chr(number).isalnum()}
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_ASCII = string.ascii_lowercase + string.digits
_NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Lower case, without accents, every sign a blank: the form in which phrases are looked for."""
    text = text.casefold()
    if not text.isascii():
        text = _FOREIGN.sub(_without_accents, text)  # only these, since most signs of most texts have none
    return " ".join((text.translate(_ASCII_SIGNS) if text.isascii() else _SIGNS.sub(" ", text)).split())


def _without_accents(match: re.Match[str]) -> str:
    return "".join([c for c in unicodedata.normalize("NFKD", match[0]) if not unicodedata.combining(c)])


class Phrases:
    """A set of phrases that can be looked for in plain text at once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(phrases)
        self._starts = _starts(self._phrases)

    def find(self, plain_text: str) -> str | None:
        """The first phrase as it stands in the text."""
        if self._starts and self._starts.isdisjoint([word[:_START] for word in plain_text.split()]):
            return None  # as most texts, and ten times quicker than by the pattern
        match = self._pattern.search(plain_text)
        return match[0] if match else None

    def count(self, plain_text: str) -> int:
        return sum(1 for _ in self._matches(plain_text))

    def distinct(self, plain_text: str) -> int:
        """How many different wordings stand in the text."""
        return len({match[0] for match in self._matches(plain_text)})

    def _matches(self, plain_text: str) -> Iterator[re.Match[str]]:
        """All phrases in the text, without overlap: looked for where a word begins as one of them does."""
        if not self._starts:
            yield from self._pattern.finditer(plain_text)
            return
        begun = self._starts.intersection([word[:_START] for word in set(plain_text.split())])
        end = 0
        for at in sorted([at for start in begun for at in _places(plain_text, start)]):
            if at >= end and (match := self._pattern.match(plain_text, at)):
                yield match
                end = match.end()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Made when it is needed: a crawl needs half of them, and making them all takes a tenth of its start."""
        return re.compile(_together(map(_pattern, self._phrases))) if self._phrases else _NEVER


class Vocabulary:
    """The terms of an inventory, ready for use. Texts are given as found on the web; both languages are always read.

    An organisation's name is no subject: a complaint about a Ministry of Education is not one about a school.
    """

    def __init__(self, inventory: Inventory) -> None:
        terms = inventory.terms
        self._names = _names(inventory)
        self.strong = _by_kind(terms.strong)
        self.weak = _by_kind(terms.weak)
        self.duties = Phrases(_all(terms.duties))
        self.actions = Phrases(_all(terms.actions))
        self.staff_only = Phrases(_all(terms.staff_only))
        self.staff_titles = Phrases(_all(terms.staff_titles))
        self.outsiders = Phrases(_all(terms.outsiders))
        self.not_found = Phrases(_all(terms.not_found))
        self._contact = Phrases(_all(terms.contact))
        self._look_alikes = {name: Phrases(phrases) for name, phrases in terms.look_alikes.items()}
        self._genres = {name: Phrases(phrases) for name, phrases in terms.genres.items()}
        self._any_look_alike = Phrases(phrase for phrases in terms.look_alikes.values() for phrase in phrases)
        self._any_genre = Phrases(phrase for phrases in terms.genres.values() for phrase in phrases)
        self._any = Phrases([*_every(terms.strong), *_every(terms.weak)])
        self._telling = Phrases([*_every(terms.strong), *_every(terms.weak), *_all(terms.contact)])

    def names(self, text: str) -> frozenset[Kind]:
        """The kinds that a title, link text, heading or slug names outright; none for look-alikes."""
        words = plain(text[:_LONGEST_TITLE])
        kinds = self._matching(words, self.strong)
        return frozenset() if kinds and self.look_alike(text) else kinds

    def speaks_of(self, text: str) -> frozenset[Kind]:
        """The kinds that a text could be about, generously: for deciding what must be visited."""
        words = plain(text[:_LONGEST_TITLE])
        return self._matching(words, self.strong, self.weak)

    def promise(self, text: str) -> float:
        """How likely it is that an address described by `text` (link text, heading, path words) leads to a route.

        1.0 names a kind, 0.6 speaks of one, 0.3 is about contact or the organisation, 0.0 otherwise.
        """
        words = plain(text[:_LONGEST_TITLE])
        if self._telling.find(words) is None:
            return 0.0
        if self.names(text):
            return _NAMES
        if self.speaks_of(text):
            return _SPEAKS
        return _CONTACT if self._contact.find(words) else 0.0

    def look_alike(self, text: str) -> str | None:
        """What a title that resembles a route is really about, if it is."""
        return self._first(self._look_alikes, self._any_look_alike, text)

    def genre(self, text: str) -> str | None:
        """The genre that words of a path, breadcrumb or title give away."""
        return self._first(self._genres, self._any_genre, text)

    def says_not_found(self, title: str) -> bool:
        """Whether a title or top heading says that the page is not there."""
        return self.not_found.find(plain(title[:_LONGEST_TITLE])) is not None

    def _first(self, sets: Mapping[str, Phrases], together: Phrases, text: str) -> str | None:
        """The first set with a phrase in a text without names; most texts have none of `together`."""
        words = plain(text[:_LONGEST_TITLE])
        if together.find(words) is None:
            return None
        words = self._names.sub(" ", words)
        return next((name for name, phrases in sets.items() if phrases.find(words)), None)

    def _matching(self, words: str, *sets: Mapping[Kind, Phrases]) -> frozenset[Kind]:
        if not words or self._any.find(words) is None:
            return frozenset()
        return frozenset(kind for phrases in sets for kind, wording in phrases.items() if wording.find(words))


def _places(plain_text: str, start: str) -> list[int]:
    """Where words that begin so stand in plain text."""
    found = [0] if plain_text.startswith(start) else []
    at = plain_text.find(" " + start)
    while at >= 0:
        found.append(at + 1)
        at = plain_text.find(" " + start, at + 1)
    return found


def _names(inventory: Inventory) -> re.Pattern[str]:
    """Every name of an organisation, in full and without "ministry of", the longest first."""
    full = [name for o in inventory.organisations for name in (*o.name.values, *(x.name for x in o.former_names))]
    names = {plain(name) for name in full}
    names |= {name.removeprefix(start) for name in names for start in ("ministerie van ", "ministry of ")}
    telling = sorted((name for name in names if " " in name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, telling))})\b") if telling else _NEVER


def _by_kind(terms: Mapping[Language, Mapping[Kind, tuple[str, ...]]]) -> Mapping[Kind, Phrases]:
    return {kind: Phrases(p for kinds in terms.values() for p in kinds.get(kind, ())) for kind in Kind}


def _all(terms: Mapping[Language, tuple[str, ...]]) -> list[str]:
    return [phrase for phrases in terms.values() for phrase in phrases]


def _every(terms: Mapping[Language, Mapping[Kind, tuple[str, ...]]]) -> list[str]:
    return [phrase for kinds in terms.values() for phrases in kinds.values() for phrase in phrases]


def _starts(phrases: Iterable[str]) -> frozenset[str]:
    """The first letters of the words with which the phrases can begin; none when one could begin with anything."""
    found = set()
    for phrase in phrases:
        for choice in _beginnings(phrase.strip().removeprefix("^")):
            start = re.match(r"[a-z0-9]*", choice)
            begin = start[0][:_START] if start else ""
            whole = len(begin) == _START or choice[len(begin) :][:1] in ("", " ", "$")
            if not begin or (not whole and len(begin) < _START - 1):
                return frozenset()
            found.add(begin)
            if not whole:  # whatever follows; our languages have no other letters without accents
                found.update(begin + sign for sign in _ASCII)
    return frozenset(found)


def _beginnings(words: str) -> list[str]:
    """A phrase with each of the choices that it begins with."""
    if not words.startswith("("):
        return [words]
    choices, _, rest = words[1:].partition(")")
    return ["*"] if "(" in choices else [choice + rest for choice in choices.split("|")]


def _pattern(phrase: str) -> str:
    """The regular expression of one phrase of terms.yaml; see the head of that file."""
    words = phrase.strip()
    start, words = (r"^", words[1:]) if words.startswith("^") else (r"\b", words)
    end, words = (r"$", words[:-1]) if words.endswith("$") else (r"\b", words)
    body = re.sub(r"(?<!\))\*", r"\\w*", words)
    body = re.sub(r"\s+\.\.\.\s+", r"(?: \\w+){0,12} ", body)
    body = re.sub(r"\s+\.\.\s+", r"(?: \\w+){0,5} ", body)
    return start + re.sub(r"\((?!\?)", "(?:", body) + end


def _together(patterns: Iterable[str]) -> str:
    """One pattern for all. The start stands before the choice: within a word none is tried, nine times faster."""
    bodies: dict[str, list[str]] = {}
    for pattern in patterns:
        start = next(mark for mark in (r"\b", "^") if pattern.startswith(mark))
        bodies.setdefault(start, []).append(pattern.removeprefix(start))
    return "|".join(f"{start}(?:{'|'.join(choices)})" for start, choices in bodies.items())
