"""Reads the tables of the history as values; `before` is the number of the first run that does not count."""

import json
import sqlite3
from dataclasses import replace
from typing import Any

from expectations.model import Cause, Finding, Language, LastKnown, Look, State, TrendPoint, Verdict
from reports import json_decode

_TOLD = "SELECT content, finding, state, first_seen, since, resolved_on, returned, through_rules"
_SIGHTINGS = "FROM sighting JOIN finding ON id = finding"


def next_run(db: sqlite3.Connection) -> int:
    """The number of the run that comes next."""
    return int(db.execute("SELECT coalesce(max(seq), 0) + 1 FROM run").fetchone()[0])


def number(db: sqlite3.Connection, run: str) -> int | None:
    """The number of a run, None when it is not in the history."""
    row = db.execute("SELECT seq FROM run WHERE id = ?", (run,)).fetchone()
    return int(row[0]) if row else None


def rules(db: sqlite3.Connection, run: int) -> str:
    """The digest of the rules by which a run was judged last."""
    return str(db.execute("SELECT rules FROM run WHERE seq = ?", (run,)).fetchone()[0])


def trend(db: sqlite3.Connection, before: int) -> tuple[TrendPoint, ...]:
    rows = db.execute("SELECT point FROM run WHERE told AND seq < ? ORDER BY seq", (before,))
    return tuple(json_decode.point(json.loads(text)) for (text,) in rows)


def findings(db: sqlite3.Connection, before: int) -> dict[str, Finding]:
    """Every finding as it was last told; SQLite takes the other columns from the row with the highest run."""
    rows = db.execute(f"{_TOLD}, max(run) {_SIGHTINGS} WHERE run < ? GROUP BY finding ORDER BY finding", (before,))
    return {row[1]: _finding(row) for row in rows}


def said(db: sqlite3.Connection, run: int) -> dict[str, Finding]:
    """The findings that one run told."""
    return {row[1]: _finding(row) for row in db.execute(f"{_TOLD} {_SIGHTINGS} WHERE run = ?", (run,))}


def resolved(db: sqlite3.Connection) -> tuple[Finding, ...]:
    """Every finding as it was resolved, as often as it was."""
    rows = db.execute(f"{_TOLD} {_SIGHTINGS} WHERE state = ? ORDER BY run, id", (State.RESOLVED.value,))
    return tuple(_finding(row) for row in rows)


def rechecks(db: sqlite3.Connection, run: int) -> list[tuple[str, str, bool, str]]:
    """Finding, moment, whether it was solved and what was found, of every recheck after a run, in that order."""
    rows = db.execute("SELECT finding, moment, solved, found FROM recheck WHERE run = ? ORDER BY rowid", (run,))
    return [(finding, moment, bool(solved), found) for finding, moment, solved, found in rows]


def solved(db: sqlite3.Connection, before: int) -> dict[str, str]:
    """What was solved by the last recheck after the run before this one, with the day."""
    last = {finding: moment[:10] if solved else "" for finding, moment, solved, _ in rechecks(db, before - 1)}
    return {finding: day for finding, day in last.items() if day}


def looks(db: sqlite3.Connection, before: int) -> tuple[Look, ...]:
    rows = db.execute(
        "SELECT address, started, cause FROM look JOIN run ON seq = run WHERE run < ? ORDER BY run, address",
        (before,),
    )
    return tuple(Look(address=a, moment=m, cause=Cause(c) if c else None) for a, m, c in rows)


def answered(db: sqlite3.Connection, before: int) -> frozenset[str]:
    rows = db.execute("SELECT DISTINCT origin FROM answered WHERE run < ?", (before,))
    return frozenset(origin for (origin,) in rows)


def known(db: sqlite3.Connection, before: int) -> dict[tuple[str, str, Language], LastKnown]:
    """The last verdict of each route that was no "unverified"."""
    rows = db.execute(
        "SELECT organisation, route, language, verdict, point, max(run) FROM verdict JOIN run ON seq = run "
        "WHERE run < ? AND verdict != ? GROUP BY organisation, route, language",
        (before, Verdict.UNVERIFIED.value),
    )
    return {
        (organisation, route, Language(language)): LastKnown(verdict=Verdict(said), day=json.loads(point)["day"])
        for organisation, route, language, said, point, _ in rows
    }


def _finding(row: tuple[Any, ...]) -> Finding:
    content, _, state, first_seen, since, resolved_on, returned, through_rules, *_ = row
    return replace(
        json_decode.finding(json.loads(content)),
        state=State(state),
        first_seen=first_seen,
        since=since,
        resolved_on=resolved_on,
        returned=bool(returned),
        through_rules=bool(through_rules),
    )
