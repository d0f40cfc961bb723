"""Reads whom a page says it serves: outsiders, or its organisation's own staff only."""

import re
from collections.abc import Iterable

from expectations.model import Page
from expectations.vocabulary import Vocabulary, plain

_SENTENCES = re.compile(r"(?<=[.!])\s+|(?<=\?)\s+(?!(?:dan|then)\b)|\n+", re.IGNORECASE)
_LONGEST_SENTENCE = 600  # characters; longer runs are lists without full stops
_NOT_HERE = re.compile(
    r"\b(?:niet|geen|nooit|elders|andere?|via|in plaats daarvan"
    r"|not|no|never|cannot|can t|elsewhere|another|other|instead)\b"
)
_ABOUT_THE_PAGE = re.compile(
    r"\b(?:deze|dit|hier|onze|het|de|this|these|our|here|the|page)\b.*?"
    r"\b(?:pagina|meldpunt|regeling|procedure|formulier|loket|route|commissie|informatie|desk|page|form|scheme|line|lijn"
    r"|contactpunt|voorziening|service|website|site|meldkanaal|kanaal|channel|bureau|steunpunt|klachtenregeling"
    r"|klachtenprocedure|meldregeling|reporting|report|melding|melden|meldt|klacht|complaint|complain|information)\b"
    r"|\b(?:melden|melding|meldingen|terecht|indienen|klagen|report|reports|complain|file|submit)\b"
)
_NOT_EXCLUSIVE = re.compile(
    r"\b(?:niet|not) (?:alleen|uitsluitend|enkel|slechts|only|just|exclusively|meant for|intended for|bedoeld voor"
    r"|bestemd voor)\b"
)
_STAFF = (
    r"(?:medewerkers?|personeel|personeelsleden|(?:rijks)?ambtenaren|werknemers|collega ?s"
    r"|staff|employees?|personnel|civil servants|colleagues|members of staff)"
)
_WHICH = (
    r"(?:(?:de|alle|onze|ons|eigen|het|hun|huidige|voormalige|interne|vaste|tijdelijke|oud|en"
    r"|the|all|our|own|its|current|former|internal) )*"
)
_EXCLUSIVE = re.compile(
    rf"\b(?:alleen|uitsluitend|enkel|slechts|exclusief|only|exclusively|solely|strictly)\b"
    rf"(?P<between>(?: \w+){{0,6}}?) {_WHICH}{_STAFF}\b"
)
# The staff are then those complained about, or those who do the work.
_ANOTHER_ROLE = re.compile(
    r"\b(?:over|tegen|door|van|bij|met|aan|about|against|by|of|concerning|regarding|with|from)(?: (?:een|a|an))?$"
)
_THEIR_REPORTS = re.compile(r"\b(?:klacht|klachten|melding|meldingen|reports?|complaints?) (?:van|door|from|by|of)$")
_THEIR_WORK = re.compile(
    r"\b(?:inzien|inzage|lezen|leest|gelezen|bekijken|bekeken|zien|gegevens|dossiers?|behandelen|behandelt|behandeld"
    r"|read|reads|see|seen|sees|access|data|handled?|handles|files?)\b"
)


def staff_only_quote(page: Page, vocabulary: Vocabulary) -> str:
    """The sentence by which a page says that it serves its own staff only; "" when it serves, or may serve, outsiders
    too."""
    if page.cut:
        return ""
    quote = ""
    for sentence in _sentences(page.text):
        words = plain(sentence)
        if vocabulary.outsiders.find(words) and not _NOT_HERE.search(words):
            return ""
        if not quote and _is_for_staff(words, vocabulary) and _is_about_the_page(words):
            quote = sentence.strip()
    return quote or (page.heading if vocabulary.staff_titles.find(plain(page.heading)) else "")


def _is_for_staff(words: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.staff_only.find(words) is not None or _excludes_others(words)


def _excludes_others(words: str) -> bool:
    """Whether "only" leads to "staff" as those who are served, in whatever words."""
    for found in _EXCLUSIVE.finditer(words):
        before = words[: found.end("between")]
        served = not _ANOTHER_ROLE.search(before) or _THEIR_REPORTS.search(before)
        if served and not _THEIR_WORK.search(words[found.end() :]):
            return True
    return False


def _is_about_the_page(words: str) -> bool:
    return bool(_ABOUT_THE_PAGE.search(words)) and not _NOT_EXCLUSIVE.search(words)


def _sentences(text: str) -> Iterable[str]:
    return (sentence for sentence in _SENTENCES.split(text) if 0 < len(sentence) <= _LONGEST_SENTENCE)
