"""The list of the archived records, as it stands in the journal: what is where in the WARC file."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

TABLE = """
CREATE TABLE records (offset INTEGER PRIMARY KEY, length INT, size INT, id TEXT, address TEXT, moment TEXT,
  purpose TEXT, status INT, mime TEXT, digest TEXT, cause TEXT, detail TEXT, checked TEXT);
"""

_ID = re.compile(r"urn:uuid:[0-9a-f-]{36}")
CONDITION = "condition"  # the purpose of an answer that was only about a condition of our request


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveRow:
    """One record: `length` bytes from `offset`, and `size` with what belongs to it. `status` is None when no complete
    response came; `cause` and `detail` then tell why. `checked` is when the site said that this older response
    still holds."""

    offset: int = 0
    length: int = 0
    size: int = 0
    id: str = ""
    address: str = ""
    moment: str
    purpose: str
    status: int | None = None
    mime: str = ""
    digest: str = ""
    cause: str = ""
    detail: str = ""
    checked: str = ""


_fields = attrgetter(*ArchiveRow.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A record on its way to the file, and what belongs `beside` it."""

    row: ArchiveRow
    record: bytes
    beside: bytes = b""


class Records:
    """The table of the records; it lives and dies with the journal's transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, row: ArchiveRow) -> None:
        self._db.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _fields(row))

    def until(self) -> int:
        """Up to where the file counts."""
        row = self._db.execute("SELECT offset + size FROM records ORDER BY offset DESC LIMIT 1").fetchone()
        return int(row[0]) if row else 0

    def undo(self, ids: Iterable[str]) -> None:
        """These failures were our own network's: they stay in the file, and nothing follows from them."""
        self._db.executemany("UPDATE records SET id = '' WHERE id = ?", ((one,) for one in ids))

    def forget_beyond(self, size: int) -> int:
        """Forgets the records that do not fit in so many bytes, whoever names them; the end of the last that does."""
        lost = {name for (name,) in self._db.execute("SELECT id FROM records WHERE offset + size > ?", (size,))}
        if lost:
            self._db.create_function("unnamed", 1, lambda text: _ID.sub(lambda m: "" if m[0] in lost else m[0], text))
            self._db.execute("UPDATE addresses SET visit = unnamed(visit) WHERE visit IS NOT NULL")
            self._db.execute("UPDATE origins SET rules = unnamed(rules)")
            self._db.execute("DELETE FROM records WHERE offset + size > ?", (size,))
        return self.until()

    def __iter__(self) -> Iterator[ArchiveRow]:
        """The records of what was asked, in the order in which it was answered."""
        for row in self._db.execute("SELECT * FROM records WHERE id <> '' ORDER BY offset"):
            yield _row(row)

    def places(self) -> dict[str, int]:
        """Where every record begins, by its id."""
        return dict(self._db.execute("SELECT id, offset FROM records WHERE id <> ''"))

    def at(self, offset: int) -> ArchiveRow:
        """The record that begins here."""
        return _row(self._db.execute("SELECT * FROM records WHERE offset = ?", (offset,)).fetchone())


def _row(row: tuple[Any, ...]) -> ArchiveRow:
    return ArchiveRow(**dict(zip(ArchiveRow.__dataclass_fields__, row, strict=True)))
