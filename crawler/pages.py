"""The pages of a crawl as they stand in the journal: packed, their links in blocks that many pages share."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from crawler.packing import Packed, links_of, packed, page_of
from expectations.model import Cause, Link, Page

# Numbers of blocks look random. A table in their order would be written to in another place each time.
TABLES = """
CREATE TABLE pages (address TEXT PRIMARY KEY, page BLOB, blocks TEXT, rejected TEXT);
CREATE TABLE blocks (number INTEGER UNIQUE, links BLOB);
CREATE TABLE probes (prefix TEXT PRIMARY KEY, page BLOB);
"""
_ALL = "SELECT address, page, blocks FROM pages ORDER BY address"


class Pages:
    """The tables of the pages, of their links, and of what was found by probing; they live and die with the journal's
    transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, packed: Packed, rejected: Iterable[tuple[str, Cause]] = ()) -> None:
        """Keeps a page with its links, and those that lead nowhere."""
        self.add_blocks(packed.fresh)
        row = (packed.address, packed.page, json.dumps(packed.numbers), json.dumps(list(rejected)))
        self._db.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", row)

    def add_blocks(self, blocks: Mapping[int, bytes]) -> None:
        """Keeps packed blocks of links by their numbers: pages to come may have them too."""
        self._db.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?)", blocks.items())

    def add_probe(self, prefix: str, page: Page | None) -> None:
        """Keeps what a site shows under a prefix for an address that cannot exist, without its links."""
        self._db.execute("INSERT OR REPLACE INTO probes VALUES (?, ?)", (prefix, packed(page) if page else None))

    def stored(self, address: str) -> tuple[bytes, tuple[int, ...], tuple[tuple[str, Cause], ...]] | None:
        """A page as it is stored, the numbers of its blocks of links, and the links that lead nowhere."""
        row = self._db.execute("SELECT page, blocks, rejected FROM pages WHERE address = ?", (address,)).fetchone()
        if row is None:
            return None
        return row[0], tuple(json.loads(row[1])), tuple((raw, Cause(cause)) for raw, cause in json.loads(row[2]))

    def numbers(self, address: str) -> list[int]:
        """The numbers of the blocks of links of a page that was read."""
        row = self._db.execute("SELECT blocks FROM pages WHERE address = ?", (address,)).fetchone()
        return json.loads(row[0]) if row else []

    def block(self, number: int) -> tuple[Link, ...]:
        """A block of links that was kept."""
        return links_of(self.packed_block(number))

    def packed_block(self, number: int) -> bytes:
        """The same as it is stored."""
        stored: bytes = self._db.execute("SELECT links FROM blocks WHERE number = ?", (number,)).fetchone()[0]
        return stored

    def addresses(self) -> frozenset[str]:
        """The addresses of the pages that were read."""
        return frozenset(row[0] for row in self._db.execute("SELECT address FROM pages"))

    def __iter__(self) -> Iterator[tuple[str, Page]]:
        """All pages, in the order of their addresses."""
        rows = self._db.execute("SELECT number, links FROM blocks")
        blocks = {number: links_of(stored) for number, stored in rows}
        for address, stored, numbers in self._db.execute(_ALL):
            links = tuple([blocks[number] for number in json.loads(numbers)])
            yield address, replace(page_of(stored), link_blocks=links)

    def probes(self) -> Iterator[tuple[str, Page]]:
        """The pages found by probing, in the order of the prefixes."""
        for prefix, stored in self._db.execute("SELECT * FROM probes WHERE page IS NOT NULL ORDER BY prefix"):
            yield prefix, page_of(stored)

    def probed(self) -> frozenset[str]:
        """The prefixes under which we probed."""
        return frozenset(row[0] for row in self._db.execute("SELECT prefix FROM probes"))
