"""Writes into the tables of the history."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from expectations.model import Look, Report, TrendPoint
from reports import json_encode
from reports.clean import clean
from reports.names import Names


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def run(
    db: sqlite3.Connection, number: int, point: TrendPoint, started: str, inventory: str, *, told: bool = True
) -> None:
    """A run in the place of what had its number before; without `told` it is what was known before the first."""
    db.execute("DELETE FROM run WHERE seq = ?", (number,))
    values = (number, point.run, told, started, inventory, point.rules, _dumped(json_encode.point(point)))
    db.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def findings(db: sqlite3.Connection, number: int, report: Report) -> None:
    """What a run told, with what was resolved in it."""
    names = Names.of(report)
    told = (*report.findings, *report.resolved)
    db.executemany(
        "INSERT INTO finding VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content",
        ((finding.id, _dumped(json_encode.finding(finding, names))) for finding in told),
    )
    db.executemany(
        "INSERT OR REPLACE INTO sighting (run, finding, state, first_seen, since, resolved_on, returned, through_rules)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((number, x.id, x.state.value, x.first_seen, x.since, x.resolved_on, x.returned, x.through_rules)
         for x in told),
    )  # fmt: skip


def verdicts(db: sqlite3.Connection, number: int, report: Report) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?)",
        ((number, o.id, r.id, r.language.value, r.verdict.value) for o in report.organisations for r in o.routes),
    )


def looks(db: sqlite3.Connection, number: int, seen: Iterable[Look], answered: Iterable[str]) -> None:
    """The looks of a run at addresses in trouble, but for what holds a secret, and the origins that answered."""
    db.executemany(
        "INSERT INTO look VALUES (?, ?, ?)",
        ((number, x.address, x.cause.value if x.cause else None) for x in seen if clean(x) == x),
    )
    db.executemany("INSERT INTO answered VALUES (?, ?)", ((number, origin) for origin in answered))


def recheck(db: sqlite3.Connection, number: int, finding: str, moment: str, found: str, *, solved: bool) -> None:
    """What a recheck of a finding said after a run."""
    db.execute("INSERT INTO recheck VALUES (?, ?, ?, ?, ?)", (number, finding, moment, solved, found))


def _dumped(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)
