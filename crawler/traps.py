"""Recognises endless sets of addresses: calendars, facets, paths that grow."""

import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

MAX_SEGMENTS = 20
MAX_REPEATS = 2  # of one path segment
MAX_CLICKS = 20  # from home; a calendar leads from day to day, a large site has its pages nearby
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Shape:
    """What addresses have in common, and how many of them a sound site may have: `near` its home, and in all."""

    pattern: str
    limit: int
    near: int = 0


@dataclass(slots=True)
class Traps:
    """Counts the addresses per pattern and says when a pattern has no end.

    Only a pattern that feeds itself is a trap: an archive of numbered pages is found from its lists, an endless
    calendar from its own previous day. The limits grow with the number of pages that may be visited at all.
    """

    max_pages: int
    _counts: Counter[str] = field(default_factory=Counter)

    def pattern(self, address: str, found_on: str | None, clicks: int = 1_000) -> str | None:
        """The pattern of the trap that a new address belongs to; None when it is an ordinary address."""
        repeated = _repeated(address)
        if repeated is not None:
            return repeated
        for shape in self._shapes(address):
            self._counts[shape.pattern] += 1
            limit = max(shape.limit, shape.near) if clicks <= MAX_CLICKS else shape.limit
            if self._counts[shape.pattern] > limit and (found_on is None or shape in self._shapes(found_on)):
                return shape.pattern
        return None

    @staticmethod
    def nest(address: str, found_on: str) -> str:
        """The folder of an address that a page in the same folder led to; empty when that page stands elsewhere.

        Where nearly all pages of a folder are known from just one other page of it, they are made up on the spot.
        """
        folder = folder_of(address)
        return folder if folder == folder_of(found_on) else ""

    @staticmethod
    def too_deep(address: str) -> bool:
        return address.count("/") - 2 > MAX_SEGMENTS

    def _shapes(self, address: str) -> list[Shape]:
        place, _, query = address.partition("?")
        shapes = [Shape(f"{place}?…", max(200, self.max_pages // 25))] if query else []
        numbered, groups = _DIGITS.subn("0", address.partition("//")[2].partition("/")[2])
        if groups:
            # Two numbers look like a date, or like a position in something with two dimensions.
            generous = max(3_000, self.max_pages * 3 // 5)
            limit = max(500, self.max_pages // 10) if groups > 1 or query else generous
            near = limit if query else generous
            shapes.append(Shape(f"{urlsplit(address).netloc}/{numbered}", limit, near))
        return shapes


def folder_of(address: str) -> str:
    """What stands before the last part of an address, as the pattern of all that stands there."""
    return address.partition("?")[0].partition("//")[2].rpartition("/")[0] + "/…"


def _repeated(address: str) -> str | None:
    parts = urlsplit(address)
    segments = [segment for segment in parts.path.split("/") if segment]
    if len(segments) - len(set(segments)) < MAX_REPEATS:
        return None  # as most addresses
    segment, count = Counter(segments).most_common(1)[0]
    return f"{parts.netloc}/…/{segment}/…" if count > MAX_REPEATS else None
