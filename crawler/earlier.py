"""The snapshot of the run before: what it lets us ask of a site, and what we know when a page has not changed since.

It is kept beside the new journal until the new one is complete, so that at every moment one whole snapshot is there.
"""

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from crawler.answers import CONFUSED, Answer
from crawler.carrier import Carrier
from crawler.journal import NAME, Journal, JournalError, remove
from crawler.ledger import Entry
from crawler.options import program
from crawler.packing import Packed
from crawler.reader import Reader
from expectations.model import Cause, Inventory, Visit

EARLIER = "journal.earlier.sqlite"
MAX_AGE = 100  # days after which a page is asked for in full again, whatever the site says
_SOURCES = (Path(__file__).parent, Path(__file__).parents[1] / "expectations")


def rules(inventory: Inventory) -> str:
    """A digest of all that decides what is read in a page: our program, the terms and the names of organisations."""
    names = [(o.id, o.name, o.former_names) for o in inventory.organisations]
    return sha256(repr((_program(), inventory.terms, names)).encode()).hexdigest()


def keep(folder: Path) -> None:
    """Before a new journal takes its place: the finished one, if there is one, gets a second name."""
    try:
        journal = Journal.open(folder)
    except JournalError:
        return
    finished = journal.meta("end") == "finished"
    journal.close(whole=finished)
    if not finished:
        return  # what was there before it, if anything, is still of use
    fresh = folder / f"{EARLIER}.new"
    remove(fresh)
    try:
        os.link(folder / NAME, fresh)
    except OSError:  # a disk without hard links
        shutil.copy2(folder / NAME, fresh)
    remove(folder / EARLIER)
    fresh.replace(folder / EARLIER)


def drop(folder: Path) -> None:
    """The new snapshot is complete."""
    remove(folder / EARLIER)


class Earlier:
    """What the run before knew; `modified` are the days of change that sitemaps told in this run."""

    def __init__(self, journal: Journal, carrier: Carrier, today: date) -> None:
        self.run = journal.run.id
        self._carrier = carrier
        self.modified: dict[str, date] = {}
        self._journal = journal
        self._today = today
        self._moved: set[int] = set()

    @classmethod
    def open(cls, folder: Path, rules: str, today: date) -> "Earlier | None":
        """The earlier snapshot in a folder; None when there is none with its archive, or when it was
        read by other rules."""
        with suppress(JournalError):
            journal = Journal.open(folder, EARLIER)
            carrier = Carrier.open(folder, journal) if journal.meta("rules") == rules else None
            if carrier is not None:
                return cls(journal, carrier, today)
            journal.close(whole=False)
        return None

    def close(self) -> None:
        self._carrier.close()
        self._journal.close(whole=False)

    def conditions(self, entry: Entry, *, careful: bool) -> tuple[tuple[str, str], ...]:
        """The headers that ask a site for a page only when it has changed; none where it must be seen anew: what the
        inventory or the last report names, what failed, what was not read as it must be read now."""
        if entry.expected or entry.home or entry.known or entry.attempts or entry.literal or entry.cookie:
            return ()
        before = self._journal.entry(entry.address) if entry.in_scope else None
        if before is None or before.visit is None or not self._holds(before.visit):
            return ()
        if not self._carrier.has(before.visit.record):  # what a page is taken to be must be in the archive
            return ()
        if self._journal.pages.stored(entry.address) is None:
            known = not _is_html(before.visit)
        else:
            known = before.careful or not careful
        return self._headers(before.visit) if known else ()

    def recall(self, entry: Entry, said: Answer, reader: Reader, *, careful: bool) -> Answer | None:
        """What a site's answer to a question with conditions tells of a page; None when it must be asked anew."""
        if said.status != 304:
            return None if said.status in CONFUSED else said
        known = self._answer(entry.address, said, reader)
        careless = known is not None and known.gist is not None and not (known.gist.careful or known.gist.cut)
        return None if careless and careful else known

    def _answer(self, address: str, said: Answer, reader: Reader) -> Answer | None:
        """What stands at an address of which a site says that nothing changed; None when that cannot be true."""
        before = self._journal.entry(address)
        if before is None or before.visit is None:
            return None
        tag = said.headers.get("etag", "")
        if tag and before.visit.etag and _bare(tag) != _bare(before.visit.etag):
            return None
        kept = self._carrier.take(before.visit.record, said.fetched)
        if kept is None:
            return None
        stored = self._journal.pages.stored(address)
        gist = None
        if stored is not None:
            page, numbers, rejected = stored
            links = {number: self._journal.pages.packed_block(number) for number in self._new(numbers)}
            packed = Packed(address=address, page=page, numbers=numbers, fresh=links)
            gist = reader.again(packed, rejected, careful=before.careful)
        visit = before.visit
        return Answer(
            cause=Cause.ANSWERED,
            status=visit.status,
            headers={"etag": tag or visit.etag, "last-modified": visit.last_modified},
            content_type=visit.content_type,
            html=None if gist is None else "",
            gist=gist,
            unchanged=visit.unchanged or visit.fetched,
            fetched=said.fetched,
            record=kept.row.id,
            kept=kept,
        )

    def _holds(self, visit: Visit) -> bool:
        """Whether what a visit saw may be taken for what is there now, if the site says so."""
        seen = _day(visit.unchanged or visit.fetched)
        if visit.cause is not Cause.ANSWERED or visit.location or visit.detail or visit.status != 200 or seen is None:
            return False
        return (self._today - seen).days <= MAX_AGE

    def _headers(self, visit: Visit) -> tuple[tuple[str, str], ...]:
        """An ETag tells of the page itself; a day of change is believed when the sitemap does not tell a later one."""
        if visit.etag:
            return (("If-None-Match", visit.etag),)
        seen, changed = _day(visit.unchanged or visit.fetched), self.modified.get(visit.address)
        later = seen is None or (changed is not None and changed > seen)
        return (("If-Modified-Since", visit.last_modified),) if visit.last_modified and not later else ()

    def _new(self, numbers: Iterable[int]) -> list[int]:
        """Those of these blocks that were not handed over yet."""
        new = [number for number in dict.fromkeys(numbers) if number not in self._moved]
        self._moved.update(new)
        return new


@cache
def _program() -> str:
    """A digest of our own sources."""
    digest = sha256(program().encode())
    for path in sorted(path for folder in _SOURCES for path in folder.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _bare(tag: str) -> str:
    """An ETag as compared for this purpose: weak or not, and whatever a server adds for compressing."""
    return re.sub(r'(?:[-;]+(?:gzip|br|df))?"$', "", tag.removeprefix("W/"))


def _is_html(visit: Visit) -> bool:
    return "html" in (visit.content_type or "")


def _day(moment: str | None) -> date | None:
    return datetime.fromisoformat(moment).astimezone(UTC).date() if moment else None
