"""In which language a page is written."""

import re
from collections.abc import Mapping

from crawler.reading.metadata import Head, language_code
from crawler.reading.tree import Tree
from expectations.model import Language

MIN_WORDS = 25  # a shorter text does not overrule the markup
_MOST_WORDS = 400
_ENOUGH = 3_500  # characters: in most texts more words than that
_CLEARLY = 2.5  # times as many stop words of the one language as of the other
_SHARE = 0.12  # of the words are stop words, in running text of that language
_WORD = re.compile(r"[a-zà-ÿ]+")
_STOP_WORDS = {
    Language.NL: frozenset(
        re.findall(
            r"\w+",
            """
        de het een en van dat die niet te zijn op aan met voor er maar om hem dan zou wat mijn dit zo door
        over ze bij ook tot je u uw uit deze worden wordt kunt kan als naar heeft hebben wij ons geen meer
        nog of onze bent
        """,
        )
    ),
    Language.EN: frozenset(
        re.findall(
            r"\w+",
            """
        the of and to that it was for on are as with his they at be this have from or had by not but what
        all were when your can there an each which how if will about you we our us their has more may must
        do does
        """,
        )
    ),
}


def language(tree: Tree, head: Head, headers: Mapping[str, str], text: str) -> Language | None:
    """What the text shows when it is long and clear, else what the markup declares; None for another language."""
    declared = _declared(tree, head, headers)
    shown = spoken(text)
    if shown is not None:
        return shown
    return language_code(declared) if declared else None


def spoken(text: str) -> Language | None:
    """The language of a running text by its commonest words; None when it is short, mixed or another language."""
    words = _WORD.findall(text[:_ENOUGH].lower())
    if len(words) <= _MOST_WORDS:
        words = _WORD.findall(text[:6_000].lower())
    words = words[:_MOST_WORDS]
    if len(words) < MIN_WORDS:
        return None
    counts = {language: list(map(stops.__contains__, words)).count(True) for language, stops in _STOP_WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    other = min(counts.values())
    return best if counts[best] >= _SHARE * len(words) and counts[best] >= _CLEARLY * other else None


def _declared(tree: Tree, head: Head, headers: Mapping[str, str]) -> str:
    root = next(iter(tree.find("html")), None)
    markup = (tree.get(root, "lang") or tree.get(root, "xml:lang")) if root is not None else ""
    meta = head.first("dcterms.language", "dc.language", "http-equiv:content-language", "og:locale")
    return markup or meta or headers.get("content-language", "")
