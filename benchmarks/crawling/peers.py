"""The link checkers of others: how each is started, and what it says on its standard output."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NO_PAUSES = Path(__file__).with_name("linkchecker.ini")
TOLD = "told.txt"  # what a client wrote on its standard output


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a link checker tells, as paths; `pages` are all that answered well, None when it tells of faults only."""

    pages: frozenset[str] | None
    broken: frozenset[str]
    redirects: frozenset[str]


def linkchecker(program: str, origin: str) -> list[str]:
    """As shipped, ten threads, but for its pauses; it tells of what is broken or redirects."""
    return [program, "-f", str(_NO_PAUSES), "--no-status", "-o", "csv", f"{origin}/"]


def linkchecker_told(origin: str, folder: Path) -> Seen:
    rows = list(_rows(folder, "urlname;", ";"))
    return Seen(
        pages=None,
        broken=frozenset(row["url"].removeprefix(origin) for row in rows if row["valid"] == "False"),
        redirects=frozenset(
            row["urlname"].removeprefix(origin) for row in rows if row["warningstring"].startswith("Redirected")
        ),
    )


def linkinator(program: str, origin: str) -> list[str]:
    """As shipped, 100 connections; it follows redirects without telling."""
    return [program, f"{origin}/", "--recurse", "--format", "csv"]


def linkinator_told(origin: str, folder: Path) -> Seen:
    rows = list(_rows(folder, "url,", ","))
    return Seen(
        pages=frozenset(row["url"].removeprefix(origin) for row in rows if row["state"] == "OK"),
        broken=frozenset(row["url"].removeprefix(origin) for row in rows if row["state"] == "BROKEN"),
        redirects=frozenset(),
    )


def _rows(folder: Path, begin: str, delimiter: str) -> Iterator[dict[str, str]]:
    """The rows of a table that begins with a line of names; remarks stand before and behind it."""
    text = (folder / TOLD).read_text(encoding="utf-8")
    table = io.StringIO(text[text.find(begin) :])
    yield from (row for row in csv.DictReader(table, delimiter=delimiter) if row["url"])
