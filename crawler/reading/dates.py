"""When a page says that it was last changed."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime

from crawler.reading.blocks import Content
from crawler.reading.metadata import Head
from crawler.reading.structured import Thing
from crawler.reading.tree import Tree

_META = (
    "dcterms.modified",
    "dc.date.modified",
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "revised",
)
_STAMP_LENGTH = 400  # characters; a longer line tells a story, not the page's date
_CLUES = ("ijzig", "werkt", "aangepast", "erzien", "actualiseerd", "pdate", "odified", "hanged", "evi", "dited")
_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "januari january jan",
            "februari february feb",
            "maart march mrt mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|e)?\s+({_MONTH})\.?,?\s+(\d{{4}})(?!\d)", re.I)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.I)
_CHANGED = re.compile(
    r"(?:laatst(?:e)?\s+(?:gewijzigd|bijgewerkt|aangepast|herzien|geactualiseerd|geüpdatet|wijziging|update|aanpassing)"
    r"|(?:gewijzigd|bijgewerkt|aangepast|herzien)\s+(?:op|:)|wijzigingsdatum|datum\s+(?:laatste\s+)?wijziging"
    r"|last\s+(?:updated?|modified|changed|revised|reviewed|edited|revision)|updated\s*(?:on|:)|modified\s*(?:on|:)|date\s+modified)"
    r"(?:[^.\n]{0,30}?)(?P<date>.{0,40})",
    re.I,
)


def modified(
    tree: Tree, head: Head, content: Content, things: tuple[Thing, ...], headers: Mapping[str, str]
) -> date | None:
    """The date of last change: by metadata, structured data, the page's own words, and only then the header."""
    for text in _told(tree, head, content, things):
        if text and (found := read_date(text)):
            return found
    return _header_date(headers.get("last-modified", ""))


def read_date(text: str) -> date | None:
    """The first date in a text: ISO, `3 maart 2025`, `March 3, 2025`, `03-03-2025` (day first)."""
    text = text[:400]
    if match := _ISO.search(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.search(text):
        return _date(int(match[3]), _MONTHS[match[2].lower()], int(match[1]))
    if match := _MONTH_FIRST.search(text):
        return _date(int(match[3]), _MONTHS[match[1].lower()], int(match[2]))
    if match := _NUMBERS.search(text):
        return _date(int(match[3]), int(match[2]), int(match[1]))
    return None


def _told(tree: Tree, head: Head, content: Content, things: tuple[Thing, ...]) -> Iterator[str]:
    yield from (head.first(name) for name in _META)
    yield head.first("http-equiv:last-modified")
    yield from (value for thing in things if isinstance(value := thing.get("dateModified"), str))
    for node in tree.having("itemprop"):
        if "dateModified" in (tree.attributes[node]["itemprop"] or ""):
            yield tree.get(node, "datetime") or tree.get(node, "content") or tree.text(node)
    yield from _in_words(content)


def _in_words(content: Content) -> Iterator[str]:
    """What follows "Laatst gewijzigd" or "Last updated", also over the next blocks."""
    lines = content.text.split("\n")
    told = "\n".join([line for line in lines if len(line) <= _STAMP_LENGTH])
    clues = [clue for clue in _CLUES if clue in told]
    lines = [line for line in lines if line.strip()] if clues else []
    for number, line in enumerate(lines):
        if len(line) <= _STAMP_LENGTH and any(clue in line for clue in clues):
            for match in _CHANGED.finditer(line):
                yield match[0]
                if not re.search(r"\d", match["date"]):
                    yield from (after[:60] for after in lines[number + 1 : number + 2])


def _header_date(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date() if text else None
    except (ValueError, TypeError, OverflowError):
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year > 1990 else None
    except ValueError:
        return None
