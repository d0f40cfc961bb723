"""Judges a crawl in the light of the earlier ones, and remembers what was said."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import typer
from rich.console import Console

from cli import log
from cli.rules import digest
from expectations.baseline import compare
from expectations.evaluate import evaluate
from expectations.lasting import answered, looks
from expectations.model import Crawl, Inventory, Language, Look, Report
from reports.history.schema import NAME
from reports.history.store import History, opened
from reports.history.view import HistoryView, view
from reports.json_report import read, write
from reports.names import Names
from reports.texts.files import history as words


@contextmanager
def history(folder: Path) -> Iterator[History]:
    """The history of a folder; says so when a damaged one had to be put aside. Raises HistoryError."""
    with opened(folder) as found:
        if found.aside:
            log.say(f"The history was damaged; it is kept as {found.aside}, and a new one begins.")
        yield found


def judged(folder: Path, inventory: Inventory, crawl: Crawl, earlier: Report | None) -> Report:
    """The report of a crawl, written to report.json and to the history; `earlier` is used where there is no history.

    The day is that of the crawl, not today: the same snapshot gives the same report.
    """
    today = date.fromisoformat(crawl.run.started[:10])
    with history(folder) as past:
        if earlier:
            past.adopt(earlier)
        before = past.past(crawl.run.id)
        told = evaluate(inventory, crawl, today, before)
        report = compare(told, before, crawl.visits, today, digest(inventory.terms))
        write(report, folder / "report.json")
        _remember(past, report, looks(inventory, crawl, told, before), answered(crawl))
    return report


def on_day(crawl: Crawl, day: date) -> Crawl:
    """The crawl as if it had been made on another day, at the same time."""
    run = crawl.run
    back = day - date.fromisoformat(run.started[:10])
    started, finished = (_moved(moment, back) if moment else moment for moment in (run.started, run.finished))
    return replace(crawl, run=replace(run, started=started or "", finished=finished))


def _moved(moment: str, by: timedelta) -> str:
    return (date.fromisoformat(moment[:10]) + by).isoformat() + moment[10:]


def tell_history(folder: Path, lang: Language, *, as_json: bool) -> None:
    """Tells the trend, and what changed with the last run; a folder without a run is told so."""
    from reports.history import told

    seen = _view(folder)
    names = _names(folder)
    if as_json:
        typer.echo(json.dumps(told.as_json(seen, names), indent=2, ensure_ascii=False))
    elif seen.trend:
        told.show(seen, names, lang, Console())
    else:
        typer.echo(words(lang)["none"].format(folder=folder))


def _view(folder: Path) -> HistoryView:
    """Nothing is written where nothing was; a report of before there was a history is where that begins."""
    earlier = _report(folder)
    if not earlier and not (folder / NAME).exists():
        return HistoryView()
    with history(folder) as found:
        if earlier:
            found.adopt(earlier)
        return view(found)


def _names(folder: Path) -> Names:
    report = _report(folder)
    return Names.of(report) if report else Names()


def _report(folder: Path) -> Report | None:
    path = folder / "report.json"
    return read(path) if path.exists() else None


def _remember(past: History, report: Report, seen: tuple[Look, ...], origins: tuple[str, ...]) -> None:
    """The report stands already: a history that cannot be written must not take it away."""
    try:
        past.record(report, seen, origins)
    except sqlite3.Error as error:
        log.say(
            f"The history could not be written ({error}), so the next run knows nothing of this one. "
            "The report is complete; `meldroute check` tries again."
        )
