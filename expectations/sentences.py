"""Cuts the text of a page into sentences, each with the headings it stands under and the sentence before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from expectations.model import Page
from expectations.vocabulary import plain

_SENTENCES = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n+")
_CLAUSES = re.compile(r"[,:;()–—]|\s-\s|\b(?:of|or|en|and|maar|but)\b")
_ABBREVIATIONS = re.compile(r"\b(?:t\.a\.v|o\.a|m\.b\.t|i\.v\.m|bijv|nr|art|e\.g|i\.e|ca|max|min|incl|excl)\.$", re.I)
_LONGEST = 800  # characters of one sentence that are read; longer runs are tables or lists
_LABEL_WORDS = 10  # a line with fewer, without full stop, may be the label of what follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`words` is the plain text, `before` the plain text of the sentence before, `headings` that of all above it.

    `label` is the plain text of the question, heading or label that stands right before it, if one does.
    """

    text: str
    words: str
    before: str = ""
    headings: str = ""
    label: str = ""

    @property
    def clauses(self) -> tuple[str, ...]:
        """Its parts between commas, brackets and conjunctions, as plain text."""
        return tuple(words for part in _CLAUSES.split(self.text) if (words := plain(part)))


def sentences(text: str, headings: str = "", label: str = "") -> Iterator[Sentence]:
    """The sentences of a text, in order."""
    before = ""
    for raw in _cut(text):
        kept = raw.strip()[:_LONGEST]
        words = plain(kept)
        if not words:
            continue
        yield Sentence(text=kept, words=words, before=before, headings=headings, label=label)
        before = words
        label = words if _is_label(kept, words) else ""


def sentences_of(page: Page) -> Iterator[Sentence]:
    """The sentences of a page, section by section; of its text as a whole when it was not read with care."""
    if not page.sections:
        yield from sentences(page.text)
    above: list[tuple[int, str]] = []
    for section in page.sections:
        if section.heading:
            above = [(level, heading) for level, heading in above if level < section.level]
            above.append((section.level, section.heading))
            yield Sentence(text=section.heading, words=plain(section.heading), headings=_under(above[:-1]))
        yield from sentences(section.text, _under(above), plain(section.heading))


def _under(above: list[tuple[int, str]]) -> str:
    """The headings without the page's own title, which says nothing of one part of it."""
    return plain(" . ".join(heading for level, heading in above if level > 1))


def _cut(text: str) -> Iterator[str]:
    held = ""
    for part in _SENTENCES.split(text):
        held = f"{held} {part}".strip() if held else part
        if _ABBREVIATIONS.search(held):
            continue
        yield held
        held = ""
    if held:
        yield held


def _is_label(text: str, words: str) -> bool:
    return text.endswith("?") or (len(words.split()) < _LABEL_WORDS and text[-1] not in ".!;,")
