"""Postal addresses in text, and the one way to write them."""

import re
from collections.abc import Iterator
from itertools import islice

from expectations.found import FoundContact
from expectations.places import places, stretches

MAX_FOUND = 100
_POSTCODE = re.compile(r"[1-9]\d{3}(?<![\w/.]\d{4})[ \u00a0]{0,2}(?!SA|SD|SS)[A-Z]{2}(?!\w)")
_BOX = re.compile(  # begins with single letters, so that it is found quickly
    r"[pPaAfF](?<!\w[pPaAfF])"
    r"(?i:ostbus|(?:\.?\s?o\.?|ost(?:al)?)[ \u00a0.-]?\s?box|ntwoordnummer|reepost(?: no\.?| number)?)"
    r"(?i:[ \u00a0:]{0,3}(?:nr\.?|no\.?)?[ \u00a0]{0,2})(\d{1,2}[. \u00a0]\d{3}(?!\d)|\d{1,5}(?!\d))"
)
_STREET = re.compile(
    r"((?:[A-Z0-9’'][\w.’'-]*[ \u00a0])?(?:[\w.’'-]+[ \u00a0]){0,3}[\w.’'-]{3,40})"
    r"[ \u00a0](\d{1,5}(?:[ -]?[a-zA-Z]{1,2}|[-/]\d{1,4})?)$"
)
_BOX_LENGTH = 60  # characters before a digit of its number, more than any box has
_CITY = re.compile(r"[ \u00a0,]{1,3}(?:['’]s-)?[A-Z][\w'’-]+(?:[ \u00a0](?:[A-Z][\w'’-]+|aan|den|de|op|der)){0,3}")
_VISITING = re.compile(r"bezoek|visit|locatie|location", re.I)
_NORMALISED = re.compile(r"(?:postbus|antwoordnummer) \d{1,5}(?: \d{4}[a-z]{2})?|[^A-Z,]+ \w+ \d{4}[a-z]{2}")
_FREE_OF_STAMPS = ("freepost", "antwoordnummer")


def posts(text: str) -> tuple[FoundContact, ...]:
    """The postal addresses in a text, in order; visiting addresses are left out."""
    boxes = [_box(match, text) for match in islice(_boxes(text), MAX_FOUND)]
    streets = [
        x for match in islice(_postcodes(text), MAX_FOUND) if (x := _street(match, text)) and not _inside(x, boxes)
    ]
    return tuple(sorted(boxes + streets, key=lambda x: x.start))


def normalise_post(value: str) -> str:
    """`postbus 20061 2500eb`, also from "PO Box 20061, 2500 EB The Hague"; else the words in lower case."""
    if _NORMALISED.fullmatch(value):
        return value
    found = posts(re.sub(r"bezoekadres\w*|visiting address", " ", value, flags=re.I))
    if found:
        return found[0].value
    return " ".join(re.findall(r"\w+", value.casefold()))


def same_post(one: str, other: str) -> bool:
    """Whether two normalised values are one address; a box without postcode is the box with it."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return longer == shorter or (shorter.count(" ") == 1 and longer.startswith(shorter + " "))


def _boxes(text: str) -> Iterator[re.Match[str]]:
    for start, end in stretches(places(text, "0123456789"), _BOX_LENGTH, _BOX_LENGTH, len(text)):
        yield from _BOX.finditer(text, start, end)


def _postcodes(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for at in places(text, "123456789"):
        if at >= end and (match := _POSTCODE.match(text, at)):
            end = match.end()
            yield match


def _box(match: re.Match[str], text: str) -> FoundContact:
    kind = "antwoordnummer" if match[0].lower().startswith(_FREE_OF_STAMPS) else "postbus"
    value = f"{kind} {re.sub(r'[^0-9]', '', match[1])}"
    end = match.end()
    postcode = _POSTCODE.search(text, end, end + 40)
    if postcode and not _BOX.search(text, end, postcode.start()):
        value += f" {_compact(postcode)}"
        end = _end(postcode, text)
    return FoundContact(value=value, text=_shown(text[match.start() : end]), start=match.start(), end=end)


def _street(match: re.Match[str], text: str) -> FoundContact | None:
    before = text[max(0, match.start() - 90) : match.start()].rstrip(" \u00a0\n,;|")
    before = re.sub(r"[\s,;|]*NL[- ]?$", "", before)
    line = re.split(r"[\n,;|:]", before)[-1].strip()
    street = _STREET.search(line)
    if street is None or not street[1][0].isupper() or _VISITING.search(before):
        return None
    name = " ".join(re.findall(r"\w+", street[1].casefold()))
    start = text.rindex(street[0], 0, match.start())
    end = _end(match, text)
    value = f"{name} {re.sub(r'[ ]', '', street[2].lower())} {_compact(match)}"
    return FoundContact(value=value, text=_shown(text[start:end]), start=start, end=end)


def _compact(postcode: re.Match[str]) -> str:
    return "".join(postcode[0].split()).lower()


def _end(postcode: re.Match[str], text: str) -> int:
    city = _CITY.match(text, postcode.end())
    return city.end() if city else postcode.end()


def _shown(text: str) -> str:
    return re.sub(r"\s*\n\s*", ", ", text.strip()).replace(",,", ",")


def _inside(one: FoundContact, others: list[FoundContact]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)
