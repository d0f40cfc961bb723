"""Recognises endless sets of addresses: calendars, facets, paths that grow."""

import re
from collections import Counter
from urllib.parse import urlsplit

MAX_SEGMENTS = 20
MAX_REPEATS = 2  # of one path segment
MAX_QUERIES = 200  # addresses that differ only in their query
MAX_PATTERN = 500  # addresses that differ only in their numbers
_DIGITS = re.compile(r"\d+")


class Traps:
    """Counts the addresses per pattern and says when a pattern has no end.

    Only a pattern that feeds itself is a trap: an archive of numbered pages is found from its lists, an endless
    calendar from its own previous day.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def pattern(self, address: str, found_on: str | None) -> str | None:
        """The pattern of the trap that a new address belongs to; None when it is an ordinary address."""
        parts = urlsplit(address)
        segments = [segment for segment in parts.path.split("/") if segment]
        repeated = [segment for segment, count in Counter(segments).items() if count > MAX_REPEATS]
        if repeated:
            return f"{parts.netloc}/…/{repeated[0]}/…"
        for shape, limit in self._shapes(address):
            self._counts[shape] += 1
            if self._counts[shape] > limit and (found_on is None or shape in dict(self._shapes(found_on))):
                return shape
        return None

    @staticmethod
    def too_deep(address: str) -> bool:
        return address.count("/") - 2 > MAX_SEGMENTS

    @staticmethod
    def _shapes(address: str) -> list[tuple[str, int]]:
        place, _, query = address.partition("?")
        shapes = [(f"{place}?…", MAX_QUERIES)] if query else []
        numbered = _DIGITS.sub("0", address)
        if numbered != address:
            shapes.append((numbered, MAX_PATTERN))
        return shapes
