"""Reads and writes the history: one transaction per run, so that it holds a run whole or not at all."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from expectations.model import Cause, Finding, Language, LastKnown, Look, Past, Report, State, TrendPoint, Verdict
from reports import json_decode, json_encode
from reports.clean import clean
from reports.history.schema import NAME, DamagedError, HistoryError, connect, set_aside
from reports.names import Names

__all__ = ["History", "HistoryError", "Recheck", "opened"]

_STATES = "finding, state, first_seen, since, resolved_on, returned, through_rules"


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
        return self._db.execute("SELECT 1 FROM run").fetchone() is None

    def trend(self) -> tuple[TrendPoint, ...]:
        """One point per run, from the oldest to the last; their order is that in which they were judged first."""
        return self._trend(self._next())

    def last(self) -> dict[str, Finding]:
        """What the last run said, with what was resolved in it."""
        return self._said(self._next() - 1)

    def resolved(self) -> tuple[Finding, ...]:
        """Every finding as it was resolved, as often as it was."""
        rows = self._db.execute(
            f"SELECT content, {_STATES} FROM sighting JOIN finding ON id = finding WHERE state = ? ORDER BY run, id",
            (State.RESOLVED.value,),
        )
        return tuple(_finding(row[0], row[1:]) for row in rows)

    def past(self, run: str) -> Past:
        """What the runs before this one said, and what was said of this one. Raises HistoryError."""
        try:
            return self._past(run)
        except (KeyError, TypeError, ValueError) as error:
            told = f"{type(error).__name__}: {error}"
            raise HistoryError(f"{self.path} cannot be read ({told}); move it away to start a new history") from error

    def _past(self, run: str) -> Past:
        seq = self._seq(run)
        own = self._said(seq) if seq is not None else None
        before = self._next() if seq is None else seq
        rules = self._db.execute("SELECT rules FROM run WHERE seq = ?", (seq,)).fetchone() if seq is not None else None
        return Past(
            trend=self._trend(before),
            findings=self._findings(before),
            solved=self._solved(before),
            known=self._known(before),
            own=own,
            own_rules=rules[0] if rules else "",
            looks=self._looks(before),
            answered=self._answered(before),
        )

    def record(self, report: Report, looks: Iterable[Look] = (), answered: Iterable[str] = ()) -> None:
        """Writes down what a run said; what an earlier judgement of the same run said makes place. `looks` are those at
        addresses in trouble, `answered` the origins that answered."""
        point = clean(report.trend[-1])
        with self._transaction():
            seq = self._seq(report.run.id)
            if seq is None:
                seq = self._next()
            self._db.execute("DELETE FROM run WHERE seq = ?", (seq,))
            self._run(seq, point, report.run.started, report.run.inventory)
            self._tell(seq, clean(report))
            seen = (look for look in looks if clean(look) == look)  # what holds a secret is not kept
            self._db.executemany(
                "INSERT INTO look VALUES (?, ?, ?)",
                ((seq, x.address, x.cause.value if x.cause else None) for x in seen),
            )
            self._db.executemany("INSERT INTO answered VALUES (?, ?)", ((seq, origin) for origin in answered))

    def adopt(self, report: Report) -> None:
        """Begins with what an earlier report says, where there is no history of it."""
        if not self.is_empty or (not report.findings and not report.organisations):
            return
        report = clean(report)
        *earlier, last = report.trend or (_point(report),)
        with self._transaction():
            for point in earlier:
                self._run(self._next(), point, point.day, "")
            seq = self._next() - 1
            if not earlier:
                seq += 1
                self._run(seq, replace(last, run=f"{last.run} and before"), "", "", told=False)
            self._tell(seq, _before(report), whole=False)
            self._run(seq + 1, last, report.run.started, report.run.inventory)
            self._tell(seq + 1, report)

    def rechecked(self, recheck: Recheck) -> None:
        """Writes down what a recheck said, beside the last run."""
        values = (self._next() - 1, recheck.finding, recheck.moment, recheck.solved, recheck.found)
        with self._transaction():
            self._db.execute("INSERT INTO recheck VALUES (?, ?, ?, ?, ?)", values)

    def rechecks(self) -> tuple[Recheck, ...]:
        """What was rechecked since the last run, in that order."""
        rows = self._db.execute(
            "SELECT finding, moment, solved, found FROM recheck WHERE run = ? ORDER BY rowid", (self._next() - 1,)
        )
        return tuple(Recheck(finding=f, moment=m, solved=bool(s), found=x) for f, m, s, x in rows)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _next(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(seq), 0) + 1 FROM run").fetchone()[0])

    def _seq(self, run: str) -> int | None:
        row = self._db.execute("SELECT seq FROM run WHERE id = ?", (run,)).fetchone()
        return int(row[0]) if row else None

    def _run(self, seq: int, point: TrendPoint, started: str, inventory: str, *, told: bool = True) -> None:
        values = (seq, point.run, told, started, inventory, point.rules, _dumped(json_encode.point(point)))
        self._db.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def _tell(self, seq: int, report: Report, *, whole: bool = True) -> None:
        names = Names.of(report)
        findings = (*report.findings, *report.resolved)
        self._db.executemany(
            "INSERT INTO finding VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content",
            ((finding.id, _dumped(json_encode.finding(finding, names))) for finding in findings),
        )
        self._db.executemany(
            f"INSERT OR REPLACE INTO sighting (run, {_STATES}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((seq, x.id, x.state.value, x.first_seen, x.since, x.resolved_on, x.returned, x.through_rules)
             for x in findings),
        )  # fmt: skip
        if whole:
            self._db.executemany(
                "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?)",
                ((seq, o.id, r.id, r.language.value, r.verdict.value) for o in report.organisations for r in o.routes),
            )

    def _trend(self, before: int) -> tuple[TrendPoint, ...]:
        rows = self._db.execute("SELECT point FROM run WHERE told AND seq < ? ORDER BY seq", (before,))
        return tuple(json_decode.point(json.loads(text)) for (text,) in rows)

    def _findings(self, before: int) -> dict[str, Finding]:
        """Every finding as it was last told; SQLite takes the other columns from the row with the highest run."""
        rows = self._db.execute(
            f"SELECT content, {_STATES}, max(run) FROM sighting JOIN finding ON id = finding WHERE run < ? "
            "GROUP BY finding ORDER BY finding",
            (before,),
        )
        return {row[1]: _finding(row[0], row[1:]) for row in rows}

    def _said(self, seq: int) -> dict[str, Finding]:
        rows = self._db.execute(
            f"SELECT content, {_STATES} FROM sighting JOIN finding ON id = finding WHERE run = ?", (seq,)
        )
        return {row[1]: _finding(row[0], row[1:]) for row in rows}

    def _solved(self, before: int) -> dict[str, str]:
        """What was solved by the last recheck after the run before this one, with the day."""
        rows = self._db.execute(
            "SELECT finding, moment, solved FROM recheck WHERE run = ? ORDER BY rowid", (before - 1,)
        ).fetchall()
        last = {finding: moment[:10] if solved else "" for finding, moment, solved in rows}
        return {finding: day for finding, day in last.items() if day}

    def _looks(self, before: int) -> tuple[Look, ...]:
        rows = self._db.execute(
            "SELECT address, started, cause FROM look JOIN run ON seq = run WHERE run < ? ORDER BY run, address",
            (before,),
        )
        return tuple(Look(address=a, moment=m, cause=Cause(c) if c else None) for a, m, c in rows)

    def _answered(self, before: int) -> frozenset[str]:
        rows = self._db.execute("SELECT DISTINCT origin FROM answered WHERE run < ?", (before,))
        return frozenset(origin for (origin,) in rows)

    def _known(self, before: int) -> dict[tuple[str, str, Language], LastKnown]:
        rows = self._db.execute(
            "SELECT organisation, route, language, verdict, point, max(run) FROM verdict JOIN run ON seq = run "
            "WHERE run < ? AND verdict != ? GROUP BY organisation, route, language",
            (before, Verdict.UNVERIFIED.value),
        )
        return {
            (organisation, route, Language(language)): LastKnown(verdict=Verdict(said), day=json.loads(point)["day"])
            for organisation, route, language, said, point, _ in rows
        }


def _finding(content: str, row: tuple[Any, ...]) -> Finding:
    _, state, first_seen, since, resolved_on, returned, through_rules, *_ = row
    return replace(
        json_decode.finding(json.loads(content)),
        state=State(state),
        first_seen=first_seen,
        since=since,
        resolved_on=resolved_on,
        returned=bool(returned),
        through_rules=bool(through_rules),
    )


def _dumped(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _point(report: Report) -> TrendPoint:
    """What a report of before there was a trend tells of its run."""
    states = [finding.state for finding in report.findings]
    verdicts = [route.verdict for organisation in report.organisations for route in organisation.routes]
    return TrendPoint(
        run=report.run.id,
        day=report.run.started[:10],
        program=report.run.program,
        rules="",
        verdicts={verdict: verdicts.count(verdict) for verdict in Verdict},
        new=states.count(State.NEW),
        open=states.count(State.OPEN),
        waived=states.count(State.WAIVED),
        resolved=len(report.resolved),
        complete=not report.run.only,
    )


def _before(report: Report) -> Report:
    """What a report tells of the runs before it: what was open then already."""
    day = report.run.started[:10]
    stayed = (x for x in report.findings if x.state is State.OPEN or (x.state is State.WAIVED and x.first_seen < day))
    return replace(
        report,
        findings=tuple(replace(finding, state=State.OPEN) for finding in stayed),
        resolved=tuple(replace(finding, state=State.OPEN, resolved_on="") for finding in report.resolved),
    )
