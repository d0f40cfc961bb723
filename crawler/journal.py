"""Writes down what a crawl sees, result by result, so that a killed crawl goes on where it stopped.

One SQLite file. Everything that follows from one answer is one transaction: the visit, the page, the addresses found.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from crawler import codec
from crawler.buckets import Task, What
from crawler.ledger import Entry, State
from crawler.packing import Packed, links_of, packed, page_of
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
CREATE TABLE pages (address TEXT PRIMARY KEY, page BLOB, blocks TEXT, rejected TEXT);
CREATE TABLE blocks (id INTEGER PRIMARY KEY, links BLOB);
CREATE TABLE probes (prefix TEXT PRIMARY KEY, page BLOB);
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
_PAGES = "SELECT address, page, blocks FROM pages WHERE page IS NOT NULL ORDER BY address"
_FLAGS = (
    "in_scope", "expected", "home", "matters", "in_sitemap", "confirming", "checked", "careful", "route", "relevant",
)  # fmt: skip


class JournalError(Exception):
    """The journal cannot be used: absent, damaged or of another version."""


class Journal:
    """The open journal of one crawl; `records` lists what its archive holds."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self.path = path
        self.records = Records(connection)

    @classmethod
    def create(cls, folder: Path, run: RunRecord, sources: Mapping[str, str]) -> "Journal":
        """A fresh journal; it takes the place of an old one only when it is complete."""
        path, fresh = folder / NAME, folder / f"{NAME}.new"
        remove(fresh)
        with sqlite3.connect(fresh) as db:
            db.executescript(_TABLES + RECORDS)
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

    def add_page(self, packed: Packed, rejected: Iterable[tuple[str, Cause]] = ()) -> None:
        """Keeps a page with its links, and those that lead nowhere."""
        self.add_blocks(packed.fresh)
        row = (packed.address, packed.page, json.dumps(packed.numbers), json.dumps(list(rejected)))
        self._db.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", row)

    def add_blocks(self, blocks: Mapping[int, bytes]) -> None:
        """Keeps packed blocks of links by their numbers: pages to come may have them too."""
        self._db.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?)", blocks.items())

    def block(self, number: int) -> tuple[Link, ...]:
        """A block of links that was kept."""
        return links_of(self._db.execute("SELECT links FROM blocks WHERE id = ?", (number,)).fetchone()[0])

    def packed_block(self, number: int) -> bytes:
        """The same as it is stored."""
        packed: bytes = self._db.execute("SELECT links FROM blocks WHERE id = ?", (number,)).fetchone()[0]
        return packed

    def entry(self, address: str) -> Entry | None:
        row = self._db.execute("SELECT * FROM addresses WHERE address = ?", (address,)).fetchone()
        return _entry(row) if row else None

    def page(self, address: str) -> tuple[bytes, tuple[int, ...], tuple[tuple[str, Cause], ...]] | None:
        """A page as it is stored, the numbers of its blocks of links, and the links that lead nowhere."""
        row = self._db.execute("SELECT page, blocks, rejected FROM pages WHERE address = ?", (address,)).fetchone()
        if row is None or row[0] is None:
            return None
        return row[0], tuple(json.loads(row[1])), tuple((raw, Cause(cause)) for raw, cause in json.loads(row[2]))

    def add_probe(self, prefix: str, page: Page | None) -> None:
        """Keeps what a site shows under a prefix for an address that cannot exist, without its links."""
        self._db.execute("INSERT OR REPLACE INTO probes VALUES (?, ?)", (prefix, packed(page) if page else None))

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

    def probed(self) -> frozenset[str]:
        return frozenset(row[0] for row in self._db.execute("SELECT prefix FROM probes"))

    def searches(self) -> dict[str, tuple[str, ...] | None]:
        """The results by the address of the result page; None for one that could not be read."""
        rows = self._db.execute("SELECT * FROM searches ORDER BY address")
        return {asked: None if packed is None else tuple(json.loads(packed)) for asked, packed in rows}

    def sources(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT path, content FROM sources ORDER BY path").fetchall())

    def read(self) -> frozenset[str]:
        """The addresses of the pages that were read."""
        return frozenset(row[0] for row in self._db.execute("SELECT address FROM pages WHERE page IS NOT NULL"))

    def pages(self) -> Iterator[tuple[str, Page]]:
        """All pages, in the order of their addresses."""
        blocks = dict(self._links())
        for address, stored, numbers in self._db.execute(_PAGES):
            links = tuple([blocks[number] for number in json.loads(numbers)])
            yield address, replace(page_of(stored), link_blocks=links)

    def probes(self) -> Iterator[tuple[str, Page]]:
        """The pages found by probing, in the order of the prefixes."""
        for prefix, stored in self._db.execute("SELECT * FROM probes WHERE page IS NOT NULL ORDER BY prefix"):
            yield prefix, page_of(stored)

    def numbers(self, address: str) -> list[int]:
        """The numbers of the blocks of links of a page that was read."""
        row = self._db.execute("SELECT blocks FROM pages WHERE address = ?", (address,)).fetchone()
        return json.loads(row[0]) if row else []

    def _links(self) -> Iterator[tuple[int, tuple[Link, ...]]]:
        """All blocks of links by their numbers."""
        for number, stored in self._db.execute("SELECT id, links FROM blocks"):
            yield number, links_of(stored)

    def close(self, *, whole: bool = True) -> None:
        """With `whole`, one file remains that can be copied."""
        if whole:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()


def _row(entry: Entry) -> tuple[Any, ...]:
    flags = sum(1 << n for n, name in enumerate(_FLAGS) if getattr(entry, name))
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
    for n, name in enumerate(_FLAGS):
        setattr(entry, name, bool(flags >> n & 1))
    return entry


def remove(path: Path) -> None:
    """Removes a journal with all that belongs to it, if it is there."""
    for suffix in ("-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
