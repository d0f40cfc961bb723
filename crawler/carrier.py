"""Takes records over from the archive of the run before, where a site says that nothing changed since.

So every archive is whole: it holds the response on which each visit rests, however long ago that came.
"""

import gzip
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from crawler.journal import Journal
from crawler.records import Kept, Records
from crawler.wacz import NAME, WARC_INSIDE, run_told
from crawler.wacz_reader import ArchiveError, Wacz


@dataclass(frozen=True, slots=True)
class Carrier:
    """The archive of an earlier journal."""

    _wacz: Wacz
    _records: Records
    _places: dict[str, int]

    @classmethod
    def open(cls, folder: Path, journal: Journal) -> Self | None:
        """None when it is not there, or is of another run."""
        try:
            found = Wacz.open(folder / NAME, verified=False)
        except ArchiveError:
            return None
        if run_told(found.description).get("id") != journal.run.id:
            found.close()
            return None
        return cls(found, journal.records, journal.records.places())

    def close(self) -> None:
        self._wacz.close()

    def has(self, name: str) -> bool:
        """Whether it holds the record with this id."""
        return name in self._places

    def take(self, name: str, checked: str) -> Kept | None:
        """The record with this id, which the site confirmed at this moment; None when it cannot be read."""
        if name not in self._places:
            return None
        row = self._records.at(self._places[name])
        try:
            raw = self._wacz.raw(WARC_INSIDE, row.offset, row.length)
            whole = f"<{name}>".encode() in gzip.decompress(raw)[:2_000]
        except (ArchiveError, KeyError, OSError, EOFError, ValueError, zlib.error):
            return None
        return Kept(row=replace(row, checked=checked), record=raw) if whole else None
