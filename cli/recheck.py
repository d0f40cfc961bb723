"""The steps of a recheck: which finding, what to visit for it, what became of it."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from cli import steps
from cli.contact import introduced
from cli.faults import ABOVE_THRESHOLD, ALL_WELL, NOT_MEASURED, NotMeasuredError, WrongUseError
from cli.lifecycle import history
from cli.progress import shown
from crawler.options import CrawlOptions
from expectations import inventory as inventories
from expectations.model import Crawl, Finding, Inventory, Language, Now, Recheck, Report, State

if TYPE_CHECKING:  # comes with half of the crawler
    from crawler.scope import Asked

FOLDER = "recheck"
_NEAREST = 5
_CODES = {Now.RESOLVED: ALL_WELL, Now.OPEN: ABOVE_THRESHOLD, Now.UNVERIFIED: NOT_MEASURED}


def rechecked(name: str, folder: Path, inventory: Inventory | None, options: CrawlOptions, *, quiet: bool) -> Recheck:
    """Looks at one finding of the folder's report again. The report stays as it is; the history gets to know."""
    report = steps.last_report(folder)
    finding = _finding(name, report)
    before, sources = steps.seen(folder)
    if before.run.id != report.run.id:
        raise WrongUseError(
            f"report.json in {folder} tells of another crawl than the snapshot beside it;"
            f" `meldroute check --out {folder}` makes it anew"
        )
    told = _looked_at(finding, report, inventory or inventories.read_sources(sources), before, folder, options, quiet)
    if told.now is not Now.UNVERIFIED:
        _remember(told, folder)
    return told


def tell(recheck: Recheck, folder: Path, lang: Language, *, quiet: bool, as_json: bool) -> int:
    """Tells what became of it, and gives the exit code that follows from it."""
    from reports import recheck_report
    from reports.names import Names

    names = Names.of(steps.last_report(folder))
    if as_json:
        typer.echo(json.dumps(recheck_report.as_json(recheck, names), indent=2, ensure_ascii=False))
    elif not quiet:
        typer.echo(recheck_report.told(recheck, names, lang))
    return _CODES[recheck.now]


def _finding(name: str, report: Report) -> Finding:
    """The finding with an id, or with the only id that begins so."""
    known = {finding.id: finding for finding in (*report.resolved, *report.findings)}
    meant = [id_ for id_ in known if id_ == name] or [id_ for id_ in known if id_.startswith(name)]
    if len(meant) == 1:
        return known[meant[0]]
    if meant:
        raise WrongUseError(f'"{name}" begins more than one id:\n{_listed([known[id_] for id_ in meant])}')
    if not known:
        raise WrongUseError(f'There is no finding "{name}": the report holds none.')
    alike = sorted(known, key=lambda id_: -_likeness(name, id_))[:_NEAREST]
    raise WrongUseError(f'There is no finding "{name}". The nearest are:\n{_listed([known[id_] for id_ in alike])}')


def _likeness(name: str, id_: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(name.lower(), id_)


def _listed(findings: Sequence[Finding]) -> str:
    return "\n".join(f"  {x.id}  {x.code}  {x.organisation}" + (f" {x.route}" if x.route else "") for x in findings)


def _looked_at(
    finding: Finding,
    report: Report,
    inventory: Inventory,
    before: Crawl,
    folder: Path,
    options: CrawlOptions,
    quiet: bool,
) -> Recheck:
    from crawler.overlay import overlaid, seen
    from crawler.scope import Asked
    from expectations.evaluate import evaluate
    from expectations.recheck import Sights, now
    from expectations.revisits import revisit

    wanted = revisit(finding, report, inventory, before)
    asked = Asked(
        pages=wanted.pages, sitemaps=wanted.sitemaps, searches=wanted.searches, known=frozenset(before.visits)
    )
    fresh = _visited(inventory, folder, options, asked, quiet) if wanted.pages else before
    moment = fresh.run.started if wanted.pages else f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    today = date.fromisoformat(moment[:10])
    made = [fresh.visits[page] for page in wanted.pages if page in fresh.visits] if wanted.pages else []
    sure, bare = (overlaid(before, fresh, asked, unseen=unseen) for unseen in (False, True))
    seen_now = evaluate(inventory, sure, today)
    sights = Sights(
        before=report if inventory.digest == report.run.inventory else evaluate(inventory, before, today),
        seen=seen_now,
        unseen=lambda: seen_now if bare == sure else evaluate(inventory, bare, today),
        complete=all(map(seen, made)) and all(one in fresh.searches for one in wanted.searches),
    )
    what, current, instead = now(finding, sights)
    return Recheck(
        finding=finding,
        now=Now.UNVERIFIED if what is Now.OPEN and wanted.incomplete and _is_about_us(finding) else what,
        moment=moment,
        current=_as_known(current, finding),
        instead=instead,
        visits=tuple(visit for visit in fresh.visits.values() if visit.attempts) if wanted.pages else (),
        requests=fresh.run.requests if wanted.pages else 0,
        incomplete=wanted.incomplete,
    )


def _as_known(current: Finding | None, before: Finding) -> Finding | None:
    """The finding as it is now, with what the report knows of its past."""
    if current is None:
        return None
    state = current.state if current.state is State.WAIVED else before.state
    return replace(current, state=state, first_seen=before.first_seen, since=before.since, returned=before.returned)


def _is_about_us(finding: Finding) -> bool:
    """Whether it tells of our looking and not of the site's state."""
    return finding.code == "crawl-incomplete"


def _visited(inventory: Inventory, folder: Path, options: CrawlOptions, asked: "Asked", quiet: bool) -> Crawl:
    from crawler import snapshot
    from crawler.run import crawl

    place = folder / FOLDER
    shutil.rmtree(place / snapshot.FOLDER, ignore_errors=True)
    options = introduced(options, inventory, quiet=quiet)
    with shown(Console(stderr=True), quiet=quiet) as progress:
        end = crawl(inventory, place, options, progress, asked)
    if end.interrupted:
        raise NotMeasuredError("Stopped. Nothing was judged, and everything is as it was.")
    if not end.measured:
        raise NotMeasuredError(end.message or "Nothing could be measured.")
    return snapshot.read(place)[0]


def _remember(told: Recheck, folder: Path) -> None:
    from reports.history.store import Recheck as Entry

    found = (told.current.found if told.current else None) or ", ".join(one.code for one in told.instead)
    with history(folder) as past:
        past.rechecked(Entry(finding=told.finding.id, moment=told.moment, solved=told.now is Now.RESOLVED, found=found))
