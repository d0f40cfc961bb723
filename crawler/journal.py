"""Writes down what a crawl sees, result by result, so that a killed crawl goes on where it stopped.

One SQLite file. Everything that follows from one answer is one transaction: the visit, the page, the addresses found.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from operator import attrgetter
from pathlib import Path
from typing import Any

from crawler import codec
from crawler.buckets import Task, What
from crawler.ledger import Entry, State
from crawler.pages import TABLES as PAGES
from crawler.pages import Pages
from crawler.records import TABLE as RECORDS
from crawler.records import Records
from crawler.robots import Rules
from expectations.model import Cause, Link, Page, RunRecord, Visit

SCHEMA = 7
SIGNATURE = codec.signature(Page, Visit, Link, RunRecord)
NAME = "journal.sqlite"
_CHECKPOINT_AFTER = 8_000  # blocks of 4 KiB; each checkpoint waits for the disk
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE sources (path TEXT PRIMARY KEY, content TEXT) WITHOUT ROWID;
CREATE TABLE addresses (address TEXT PRIMARY KEY, state INT, flags INT, depth INT, hop INT, reach INT, promise REAL,
  link_text TEXT, due REAL, attempts INT, cause TEXT, detail TEXT, pattern TEXT, visit TEXT,
  literal TEXT, cookie TEXT) WITHOUT ROWID;
CREATE TABLE origins (origin TEXT PRIMARY KEY, rules TEXT, sitemap INT) WITHOUT ROWID;
CREATE TABLE searches (address TEXT PRIMARY KEY, results TEXT) WITHOUT ROWID;
CREATE TABLE sitemaps (address TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE tasks (what INT, about TEXT, address TEXT, rank TEXT, hops INT, attempts INT, depth INT, due REAL,
  fresh INT, PRIMARY KEY (what, about, address)) WITHOUT ROWID;
CREATE TABLE cookies (origin TEXT, name TEXT, value TEXT, PRIMARY KEY (origin, name)) WITHOUT ROWID;
"""
_TORN = 2  # instead of 0 or 1: there is a sitemap, of which a part could not be read
_KEPT_IN = {
    What.ROBOTS: ("origins", "origin"),
    What.SITEMAP: ("sitemaps", "address"),
    What.PROBE: ("probes", "prefix"),
    What.SEARCH: ("searches", "address"),
}
_FLAGS = (
    "in_scope", "expected", "home", "matters", "in_sitemap", "confirming", "checked", "careful", "route", "relevant",
)  # fmt: skip
_BITS = tuple(1 << n for n in range(len(_FLAGS)))
_flagged = attrgetter(*_FLAGS)


class JournalError(Exception):
    """The journal cannot be used: absent, damaged or of another version."""


class Journal:
    """The open journal of one crawl; `pages` has those that were read, `records` lists what its archive holds."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self.path = path
        self.pages = Pages(connection)
        self.records = Records(connection)

    @classmethod
    def create(cls, folder: Path, run: RunRecord, sources: Mapping[str, str]) -> "Journal":
        """A fresh journal; it takes the place of an old one only when it is complete."""
        path, fresh = folder / NAME, folder / f"{NAME}.new"
        remove(fresh)
        with sqlite3.connect(fresh) as db:
            db.executescript(f"BEGIN;{_TABLES}{PAGES}{RECORDS}")  # together: the disk is waited for once
            db.executemany("INSERT INTO sources VALUES (?, ?)", sorted(sources.items()))
            meta = {"signature": SIGNATURE, "run": codec.dump(run), "end": "", "message": ""}
            db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
            db.execute(f"PRAGMA user_version = {SCHEMA}")
        db.close()
        remove(path)
        fresh.replace(path)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, name: str = NAME) -> "Journal":
        """The journal in a folder. Raises JournalError when there is none that can be used."""
        path = folder / name
        if not path.is_file():
            raise JournalError(f"there is no crawl in {folder}")
        try:
            db = sqlite3.connect(path, isolation_level=None)
            version = db.execute("PRAGMA user_version").fetchone()[0]
            signature = db.execute("SELECT value FROM meta WHERE key = 'signature'").fetchone()
            intact = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_AFTER}")
        except sqlite3.DatabaseError as error:
            raise JournalError(f"{path} is damaged ({error})") from error
        if version != SCHEMA or signature is None or signature[0] != SIGNATURE:
            raise JournalError(f"{path} was written by another version of meldroute")
        if intact != "ok":
            raise JournalError(f"{path} is damaged ({intact})")
        return cls(db, path)

    def meta(self, key: str) -> str:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def set_meta(self, **values: str) -> None:
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    @property
    def run(self) -> RunRecord:
        return codec.load(RunRecord, self.meta("run"))

    def begin(self) -> None:
        """Starts the transaction of one result; a second time changes nothing."""
        if not self._db.in_transaction:
            self._db.execute("BEGIN")

    def commit(self, entries: Iterable[Entry], requests: int) -> None:
        """Ends the transaction of one result."""
        self._db.executemany(
            "INSERT OR REPLACE INTO addresses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            map(_row, entries),
        )
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('requests', ?)", (str(requests),))
        self._db.execute("COMMIT")

    def entry(self, address: str) -> Entry | None:
        row = self._db.execute("SELECT * FROM addresses WHERE address = ?", (address,)).fetchone()
        return _entry(row) if row else None

    def add_origin(self, origin: str, rules: Rules, *, sitemap: bool = False, torn: bool = False) -> None:
        row = (origin, codec.dump(rules), _TORN if torn else int(sitemap))
        self._db.execute("INSERT OR REPLACE INTO origins VALUES (?, ?, ?)", row)

    def add_task(self, task: Task) -> None:
        """Keeps what is still to be asked besides the addresses."""
        rank = json.dumps(task.rank)
        row = (int(task.what), task.about, task.address, rank, task.hops, task.attempts, task.depth, task.due)
        self._db.execute("INSERT OR REPLACE INTO tasks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, int(task.fresh)))

    def drop_task(self, task: Task) -> None:
        """It was asked."""
        key = (int(task.what), task.about, task.address)
        self._db.execute("DELETE FROM tasks WHERE what = ? AND about = ? AND address = ?", key)

    def ask_again(self, task: Task) -> None:
        """Forgets what became of a task: it is still to be asked."""
        table, column = _KEPT_IN[task.what]
        about = task.address if task.what is What.SITEMAP else task.about
        self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (about,))
        self.add_task(task)

    def add_cookies(self, origin: str, cookies: Mapping[str, str]) -> None:
        rows = ((origin, name, value) for name, value in cookies.items())
        self._db.executemany("INSERT OR REPLACE INTO cookies VALUES (?, ?, ?)", rows)

    def add_sitemap(self, address: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO sitemaps VALUES (?)", (address,))

    def add_search(self, asked: str, results: tuple[str, ...] | None) -> None:
        packed = None if results is None else json.dumps(results)
        self._db.execute("INSERT OR REPLACE INTO searches VALUES (?, ?)", (asked, packed))

    def left(self) -> Iterator[tuple[str, str, str]]:
        """The addresses that were left, with cause and detail."""
        asked = "SELECT address, cause, detail FROM addresses WHERE state = ? ORDER BY address"
        yield from self._db.execute(asked, (State.LEFT,))

    def entries(self) -> Iterator[Entry]:
        return map(_entry, self._db.execute("SELECT * FROM addresses ORDER BY address"))

    def origins(self) -> dict[str, tuple[Rules, bool]]:
        rows = self._db.execute("SELECT * FROM origins ORDER BY origin")
        return {origin: (codec.load(Rules, rules), sitemap == 1) for origin, rules, sitemap in rows}

    def torn(self) -> frozenset[str]:
        """The origins with a sitemap of which a part could not be read."""
        return frozenset(row[0] for row in self._db.execute("SELECT origin FROM origins WHERE sitemap = ?", (_TORN,)))

    def tasks(self) -> list[Task]:
        """What is still to be asked besides the addresses."""
        return [
            Task(What(what), address, tuple(json.loads(rank)), about, hops, attempts, depth, due, bool(fresh))
            for what, about, address, rank, hops, attempts, depth, due, fresh in self._db.execute("SELECT * FROM tasks")
        ]

    def cookies(self) -> Iterator[tuple[str, str, str]]:
        """All cookies kept: origin, name, value."""
        yield from self._db.execute("SELECT * FROM cookies")

    def sitemaps(self) -> frozenset[str]:
        return frozenset(row[0] for row in self._db.execute("SELECT address FROM sitemaps"))

    def searches(self) -> dict[str, tuple[str, ...] | None]:
        """The results by the address of the result page; None for one that could not be read."""
        rows = self._db.execute("SELECT * FROM searches ORDER BY address")
        return {asked: None if packed is None else tuple(json.loads(packed)) for asked, packed in rows}

    def sources(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT path, content FROM sources ORDER BY path").fetchall())

    def close(self, *, whole: bool = True) -> None:
        """With `whole`, one file remains that can be copied."""
        if whole:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()


def _row(entry: Entry) -> tuple[Any, ...]:
    flags = sum(compress(_BITS, _flagged(entry)))
    return (
        entry.address, int(entry.state), flags, entry.depth, entry.hop, entry.reach, entry.promise, entry.text,
        entry.due, entry.attempts, entry.left, entry.detail, entry.pattern,
        codec.dump(entry.visit) if entry.visit else None, entry.literal, entry.cookie,
    )  # fmt: skip


def _entry(row: tuple[Any, ...]) -> Entry:
    address, state, flags, depth, hop, reach, promise, text, due, attempts, left, detail, pattern, *rest = row
    visit, literal, cookie = rest
    entry = Entry(
        address, State(state), depth=depth, hop=hop, reach=reach, promise=promise, text=text, due=due,
        attempts=attempts, left=Cause(left) if left else None, detail=detail, pattern=pattern,
        visit=codec.load(Visit, visit) if visit else None, literal=literal, cookie=cookie,
    )  # fmt: skip
    for bit, name in zip(_BITS, _FLAGS, strict=True):
        setattr(entry, name, bool(flags & bit))
    return entry


def remove(path: Path) -> None:
    """Removes a journal with all that belongs to it, if it is there."""
    for suffix in ("-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
