"""Finds names, laws and bodies that are no longer current where a page presents them as current.

History, quotations, titles of regulations, file names and longer names that only begin alike are innocent.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from expectations.sentences import Sentence

_HISTORY = re.compile(
    r"\b(?:voorheen|voormalig\w*|vroeger\w*|destijds|toenmalig\w*|indertijd|oude|oud|eerdere?|voorganger\w*"
    r"|rechtsvoorganger\w*|opvolger\w*|opgevolgd|opgegaan|overgegaan|samengevoegd|gefuseerd|ontstaan|hernoemd|omgedoopt"
    r"|gewijzigd|naamswijziging|nieuwe naam|heette|heet nu|is nu|nu het|nu de|gold|golden|verving|vervang\w*|vervallen"
    r"|ingetrokken|afgeschaft|opgeheven|bestaat niet meer|bestond|niet langer|niet meer|overgangsrecht|archief|sinds"
    r"|was (?:het|de|toen|vroeger)|werd|werden|geschiedenis|historie|tot (?:en met )?(?:\d|januari|februari|maart|april"
    r"|mei|juni|juli|augustus|september|oktober|november|december|voor kort)"
    r"|former|formerly|previous|previously|used to|was called|were called|until|till|since|renamed|now called"
    r"|now known|is now|known as|replac\w*|succe(?:ssor|eded|eds)\w*|predecessor|repealed|abolished|no longer|old"
    r"|merged|archive|history|at the time)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d\b(?!\s?[A-Z]{2}\b)(?![.,]?\d)")
_BOX = re.compile(r"(?:postbus|p\.?o\.? ?box|antwoordnummer|nr\.?|nummer)\s*$", re.IGNORECASE)
_REGULATION = re.compile(
    r"(?:wet|besluit|regeling|reglement|circulaire|protocol|gedragscode|convenant|statuut|handboek|jaarverslag|rapport"
    r"|kamerbrief|folder|brochure|nieuwsbericht|persbericht|\bact|\bdecree|\bregulations?|code of conduct|\breport)"
    r"\s+(?!(?:\S+\s+){0,6}(?:het|de|dit|deze|is|geldt|gelden|the|is|applies|for)\s)(?:[\w&.'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
_FILE = re.compile(r"\b(?:pdf|docx?|odt|xlsx?|[km]b)\b|\.(?:pdf|docx?|odt)", re.IGNORECASE)
_QUOTED = re.compile(
    r"“[^”]{0,400}”|‘[^’]{0,200}’|„[^”“]{0,400}[”“]|\"[^\"]{0,400}\"|«[^»]{0,400}»|(?<!\w)'[^']{3,200}'(?!\w)"
)
_LONGER = re.compile(r"\s*(?:,\s+[A-Z][\w-]+){0,3}\s+(?:en|and|&)\s+[A-Z]")
_OLD_PARTS = re.compile(r"\b(?:nieuws|actueel|archief|geschiedenis|historie|news|history|archive)\b")
_MINISTRY = re.compile(r"^(?:het |the )?(?:ministerie|ministry|departement|department)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"[\s,]{0,4}[1-9]\d{3}\s?[A-Z]{2}\b")
_INITIALS = 6  # an abbreviation has fewer letters


@dataclass(frozen=True, slots=True, kw_only=True)
class OldTerm:
    """What is no longer current. `is_name` tells that it is an organisation's name, `own` the organisation's own;
    `whole` that this name needs no word "ministry" before it."""

    term: str
    abbreviation: str | None = None
    successor: str | None = None
    is_name: bool = False
    own: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """An old term as a page presents it, with the sentence it stands in."""

    term: OldTerm
    found: str
    sentence: str


def outdated(read: Iterable[Sentence], terms: Iterable[OldTerm], current: frozenset[str]) -> Iterator[Outdated]:
    """The terms that a page presents as current, each once; `current` are names that hold, and may contain old ones."""
    kept = [sentence for sentence in read if not _is_history(sentence)]
    told: list[OldTerm] = []
    for term in sorted(terms, key=lambda term: (-len(term.term), term.term)):
        if any(_is_short_for(term.term, other.term) for other in told):
            continue
        hit = next((hit for sentence in kept if (hit := _look(term, sentence, current))), None)
        if hit:
            told.append(term)
            yield hit


def _look(term: OldTerm, sentence: Sentence, current: frozenset[str]) -> Outdated | None:
    text = _without_quotations(sentence.text)
    if term.successor and _literal(term.successor).search(text) and not term.own:
        return None  # it tells what came after
    for pattern in _patterns(term):
        for match in pattern.finditer(text):
            if not (_is_innocent(term, text, match) or _holds(match, text, current)):
                return Outdated(term=term, found=" ".join(match[0].replace("(", "").split()), sentence=sentence.text)
    return None


def _is_innocent(term: OldTerm, text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if term.is_name and _LONGER.match(after):
        return True
    if term.term.startswith("Postbus") and (_POSTCODE.match(after) or match[0] == text.strip()):
        return True  # the address of somebody else, not the abolished service
    return bool(_REGULATION.search(before))


def _holds(match: re.Match[str], text: str, current: frozenset[str]) -> bool:
    """Whether it is part of a name that holds: EZ in EZ en Klimaat."""
    spans = (found.span() for name in sorted(current) for found in _literal(name).finditer(text))
    return any(start <= match.start("name") and match.end() <= end for start, end in spans)


def _is_history(sentence: Sentence) -> bool:
    text = sentence.text
    if _HISTORY.search(text) or _FILE.search(text) or _OLD_PARTS.search(sentence.headings):
        return True
    return any(not _BOX.search(text[: year.start()]) for year in _YEAR.finditer(text))


@lru_cache(maxsize=1_024)
def _literal(name: str) -> re.Pattern[str]:
    """A name with its words as they may stand in a text: any spaces between, whole words, capitals or not."""
    words = r"\s+".join(re.escape(word) for word in _fold(name).split())
    short = " " not in name and len(name) < _INITIALS
    return re.compile(rf"(?<![\w/-])(?P<name>{words})(?![\w/]|-\w+\.)", 0 if short else re.IGNORECASE)


@lru_cache(maxsize=1_024)
def _patterns(term: OldTerm) -> tuple[re.Pattern[str], ...]:
    """A name that is only a subject ("Veiligheid en Justitie"), and an abbreviation, count after the word ministry."""
    bare = term.own and not _MINISTRY.search(term.term) and not term.whole
    name = re.compile(_after_ministry(_fold(term.term), "i")) if bare else _literal(term.term)
    if not term.abbreviation:
        return (name,)
    return name, re.compile(_after_ministry(term.abbreviation, "-i"))


def _after_ministry(name: str, flag: str) -> str:
    words = r"\s+".join(re.escape(word) for word in name.split())
    ministry = r"(?i:\b(?:ministerie|ministry|departement|department)(?:\s+(?:van|voor|of|for))?\s+\(?)"
    return rf"{ministry}(?P<name>(?{flag}:{words}))(?![\w/&]|-\w)"


def _is_short_for(short: str, name: str) -> bool:
    """Whether a short term abbreviates a name: Wob for Wet openbaarheid van bestuur."""
    if " " in short or len(short) >= _INITIALS:
        return False
    initials = iter(word[0].lower() for word in name.split())
    return all(letter in initials for letter in short.lower())


@lru_cache(maxsize=8_192)
def _without_quotations(text: str) -> str:
    return _fold(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), text))


def _fold(text: str) -> str:
    """Without accents, at the same length."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKD", sign)[0] for sign in text)
