"""What all runs said: one transaction per run, so that the history holds a run whole or not at all."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from expectations.model import Finding, Look, Past, Report, TrendPoint
from reports.clean import clean
from reports.history import earlier, reading, writing
from reports.history.schema import NAME, DamagedError, HistoryError, connect, set_aside

__all__ = ["History", "HistoryError", "Recheck", "opened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """What a recheck of one finding said, after the last run."""

    finding: str
    moment: str
    solved: bool
    found: str = ""


@contextmanager
def opened(folder: Path) -> Iterator["History"]:
    """The history of a folder; one that cannot be read is put aside, and a new one begins.

    Raises HistoryError when it cannot be used and must not be put aside.
    """
    path, aside = folder / NAME, None
    try:
        db = connect(path)
    except DamagedError:
        aside = set_aside(path)
        db = connect(path)
    try:
        yield History(db, path, aside)
    finally:
        db.close()


class History:
    """The open history of one folder. `aside` is where a damaged one was put when this was opened."""

    def __init__(self, db: sqlite3.Connection, path: Path, aside: Path | None = None) -> None:
        self._db = db
        self.path = path
        self.aside = aside

    @property
    def is_empty(self) -> bool:
        return reading.next_run(self._db) == 1

    def trend(self) -> tuple[TrendPoint, ...]:
        """One point per run, from the oldest to the last; their order is that in which they were judged first."""
        return reading.trend(self._db, reading.next_run(self._db))

    def last(self) -> dict[str, Finding]:
        """What the last run said, with what was resolved in it."""
        return reading.said(self._db, self._last)

    def resolved(self) -> tuple[Finding, ...]:
        """Every finding as it was resolved, as often as it was."""
        return reading.resolved(self._db)

    def past(self, run: str) -> Past:
        """What the runs before this one said, and what was said of this one. Raises HistoryError."""
        try:
            return self._past(run)
        except (KeyError, TypeError, ValueError) as error:
            told = f"{type(error).__name__}: {error}"
            raise HistoryError(f"{self.path} cannot be read ({told}); move it away to start a new history") from error

    def record(self, report: Report, looks: Iterable[Look] = (), answered: Iterable[str] = ()) -> None:
        """Writes down what a run said; what an earlier judgement of the same run said makes place. `looks` are those at
        addresses in trouble, `answered` the origins that answered."""
        db, told = self._db, clean(report)
        with writing.transaction(db):
            number = reading.number(db, report.run.id) or reading.next_run(db)
            writing.run(db, number, clean(report.trend[-1]), report.run.started, report.run.inventory)
            writing.findings(db, number, told)
            writing.verdicts(db, number, told)
            writing.looks(db, number, looks, answered)

    def adopt(self, report: Report) -> None:
        """Begins with what an earlier report says, where there is no history of it."""
        if not self.is_empty or (not report.findings and not report.organisations):
            return
        db, report = self._db, clean(report)
        *before, last = report.trend or (earlier.point(report),)
        with writing.transaction(db):
            for number, point in enumerate(before, start=1):
                writing.run(db, number, point, point.day, "")
            if not before:
                writing.run(db, 1, replace(last, run=f"{last.run} and before"), "", "", told=False)
            writing.findings(db, self._last, earlier.before(report))
            number = reading.next_run(db)
            writing.run(db, number, last, report.run.started, report.run.inventory)
            writing.findings(db, number, report)
            writing.verdicts(db, number, report)

    def rechecked(self, recheck: Recheck) -> None:
        """Writes down what a recheck said, beside the last run."""
        with writing.transaction(self._db):
            writing.recheck(self._db, self._last, recheck.finding, recheck.moment, recheck.found, solved=recheck.solved)

    def rechecks(self) -> tuple[Recheck, ...]:
        """What was rechecked since the last run, in that order."""
        rows = reading.rechecks(self._db, self._last)
        return tuple(Recheck(finding=f, moment=m, solved=s, found=x) for f, m, s, x in rows)

    @property
    def _last(self) -> int:
        return reading.next_run(self._db) - 1

    def _past(self, run: str) -> Past:
        db, number = self._db, reading.number(self._db, run)
        before = number or reading.next_run(db)
        return Past(
            trend=reading.trend(db, before),
            findings=reading.findings(db, before),
            solved=reading.solved(db, before),
            known=reading.known(db, before),
            own=reading.said(db, number) if number else None,
            own_rules=reading.rules(db, number) if number else "",
            looks=reading.looks(db, before),
            answered=reading.answered(db, before),
        )
