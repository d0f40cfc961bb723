"""Reads a finished crawl back: the journal in, the model's Crawl out, the same every time."""

import gc
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from crawler.coverage import coverage
from crawler.journal import Journal, JournalError
from crawler.ledger import Entry, State
from crawler.outcomes import OUTCOMES
from crawler.packing import PackingError
from crawler.robots import Rules
from crawler.settle import settle
from expectations.model import Cause, Crawl, Visit
from expectations.urls import origin

FOLDER = "crawl"


class SnapshotError(Exception):
    """There is no snapshot that can be judged; the message says what to do."""


def read(folder: Path) -> tuple[Crawl, dict[str, str]]:
    """The snapshot in `folder`, and the files of the inventory that it was made with.

    Raises SnapshotError when there is none, or none that is whole and of this version.
    """
    try:
        journal = Journal.open(folder / FOLDER)
    except JournalError as error:
        raise SnapshotError(f"{error}; make a new one with `meldroute crawl --out {folder}`") from error
    try:
        end = journal.meta("end")
        if end == "unmeasured":
            raise SnapshotError(f"{journal.meta('message')} Crawl again with `meldroute crawl --out {folder}`.")
        if not end:
            raise SnapshotError(
                f"the crawl in {folder} broke off; finish it with `meldroute crawl --resume --out {folder}`"
            )
        with _without_collecting():
            return _crawl(journal), journal.sources()
    except (ValueError, LookupError, TypeError, OSError, sqlite3.Error, PackingError) as error:
        raise SnapshotError(f"{journal.path} is damaged ({error}); crawl again") from error
    finally:
        journal.close(whole=False)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Millions of values are made and none is dropped: the collector would look at all of them again and again.

    They stay until the judgement is done, so it leaves them alone afterwards too.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def visits(entries: list[Entry], *, interrupted: bool) -> dict[str, Visit]:
    """The one visit of every address, in the order of the addresses, redirects with their end."""
    rest = Cause.INTERRUPTED if interrupted else Cause.BUDGET
    return settle({entry.address: _visit(entry, rest) for entry in entries})


def _crawl(journal: Journal) -> Crawl:
    entries = list(journal.entries())
    run = journal.run
    known = journal.origins()
    found = dict(_resting_on_rules(visits(entries, interrupted=run.finished is None), known))
    pages = dict(journal.pages)
    return Crawl(
        run=run,
        origins=coverage(entries, found, pages, known),
        visits=found,
        pages=pages,
        probes=dict(journal.pages.probes()),
        searches={asked: shown for asked, shown in journal.searches().items() if shown is not None},
    )


def _resting_on_rules(
    found: Mapping[str, Visit], known: Mapping[str, tuple[Rules, bool]]
) -> Iterator[tuple[str, Visit]]:
    """What robots.txt keeps us from rests on the answer that robots.txt was."""
    for address, visit in found.items():
        if visit.cause is Cause.ROBOTS and not visit.fetched and (host := known.get(origin(address))):
            yield address, replace(visit, fetched=host[0].fetched or None, record=host[0].record)
        else:
            yield address, visit


def _visit(entry: Entry, rest: Cause) -> Visit:
    visit = entry.visit
    if visit is None:
        cause = entry.left or rest if entry.state is not State.WAITING else rest
        detail = entry.pattern if cause is Cause.TRAP else entry.detail
        visit = Visit(address=entry.address, outcome=OUTCOMES[cause], cause=cause, detail=detail)
    return replace(visit, in_sitemap=entry.in_sitemap, link_text=entry.text)
