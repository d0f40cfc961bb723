"""The steps of a run, as the commands put them together: inventory, crawl, judgement, report, exit code."""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import typer
from rich.console import Console

from cli import log
from cli.contact import introduced
from cli.faults import ABOVE_THRESHOLD, ALL_WELL, NotMeasuredError, WrongUseError
from cli.groups import Telling
from cli.looks import PLAIN, Looks
from cli.options import FailOn
from cli.progress import shown
from crawler.options import CrawlOptions
from expectations import inventory as inventories
from expectations.model import Crawl, Inventory, Language, Report, Severity, State

# Scrapy and the templates take most of a second to import; `explain` and `inventory` need neither. So the parts of the
# flow are imported where they are used.


def declared(directory: Path | None, *, quiet: bool = False) -> Inventory:
    """The inventory in a directory, else the packaged one."""
    inventory = inventories.read(directory or inventories.PACKAGED)
    internal = inventories.internal_origins(inventory)
    if internal and not quiet:
        more = f" and {len(internal) - 3} more" if len(internal) > 3 else ""
        log.say(f"Note: not on the public web, but visited: {', '.join(internal[:3])}{more}.")
    return inventory


def chosen(only: Iterable[str] | None, inventory: Inventory) -> tuple[str, ...]:
    """The organisations that `--only` names, in the inventory's order."""
    ids = [organisation.id for organisation in inventory.organisations]
    wanted = set(only or ())
    strangers = sorted(wanted.difference(ids))
    if strangers:
        raise WrongUseError("\n".join(unknown("organisation", name, ids) for name in strangers))
    return tuple(name for name in ids if name in wanted)


def unknown(what: str, name: str, choices: Collection[str]) -> str:
    """The message for a name that does not exist, with what was probably meant."""
    meant = inventories.nearest(name, choices)
    guess = f' Did you mean "{meant}"?' if meant else ""
    return f'There is no {what} "{name}".{guess}\n  Known: {", ".join(choices)}'


def earlier(folder: Path) -> Report | None:
    """The report of an earlier run, to tell what is new where there is no history. What cannot be read, report or
    history, is told now, not after hours of crawling."""
    from cli.lifecycle import history
    from reports.json_report import ReportError, read

    with history(folder):
        pass
    path = folder / "report.json"
    try:
        return read(path) if path.exists() else None
    except ReportError as error:
        raise WrongUseError(f"The earlier report cannot be used: {error}\nMove it away to start without it.") from error


def visit(inventory: Inventory, folder: Path, options: CrawlOptions, *, quiet: bool) -> None:
    """Crawls. Raises NotMeasuredError when there is nothing (yet) to judge."""
    import crawler.handler  # noqa: F401 - before all else: Scrapy's looks through every module there is
    from cli.known import known
    from crawler.run import crawl

    options = replace(introduced(options, inventory, quiet=quiet), known=known(folder))
    with shown(Console(stderr=True), quiet=quiet) as progress:
        end = crawl(inventory, folder, options, progress)
    if end.interrupted:
        message = end.message or "The crawl was stopped; what was seen is kept."
        raise NotMeasuredError(f"{message}\nGo on with the same command and --resume.{_kept(folder)}")
    if not end.measured:
        raise NotMeasuredError(f"{end.message or 'Nothing could be measured.'}{_kept(folder)}")
    if end.message and not quiet:
        log.say(end.message)


def seen(folder: Path) -> tuple[Crawl, dict[str, str]]:
    """The finished crawl of a folder, and the files of its inventory."""
    from crawler import snapshot

    crawl, sources = snapshot.read(folder)
    if crawl.run.finished is None:
        message = f"The crawl in {folder} was interrupted, so it cannot be judged yet."
        raise NotMeasuredError(f"{message}\nGo on with the command that began it and --resume.")
    return crawl, sources


def judge(folder: Path, inventory: Inventory | None, earlier: Report | None, pretended: date | None = None) -> Report:
    """Judges the snapshot, and writes report.json and the history. `inventory` takes the place of the snapshot's,
    `pretended` that of the day of the crawl."""
    from cli.lifecycle import judged, on_day

    crawl, sources = seen(folder)
    crawl = on_day(crawl, pretended) if pretended else crawl
    return judged(folder, inventory or inventories.read_sources(sources), crawl, earlier)


def forget(folder: Path) -> None:
    """Takes the history of a folder away."""
    from reports.history.schema import NAME

    (folder / NAME).unlink(missing_ok=True)


def last_report(folder: Path) -> Report:
    """The report of the last check."""
    from reports.json_report import read

    path = folder / "report.json"
    if not path.exists():
        raise WrongUseError(f"There is no report.json in {folder}; `meldroute check --out {folder}` makes it")
    return read(path)


def render(report: Report, folder: Path, lang: Language, looks: Looks = PLAIN) -> None:
    """Writes the reports for people and for CI beside report.json."""
    from reports.render import write_all

    write_all(report, folder, lang, theme=looks.theme, pdf=looks.pdf)


def annotate(report: Report, inventory: str, lang: Language) -> None:
    """Prints the findings as workflow commands, which begin a line of their own."""
    from reports import annotations

    for line in annotations.render(report, inventory, lang):
        typer.echo(line)


def tell(report: Report, folder: Path, how: Telling) -> int:
    """Tells the outcome, and gives the exit code that follows from it. Waived findings never count."""
    from reports import terminal

    if how.as_json:
        typer.echo(json.dumps(terminal.summary_json(report, folder), indent=2, ensure_ascii=False))
    elif not how.quiet:
        terminal.show(report, folder, how.lang, Console())
    counted = (finding.severity for finding in report.findings if finding.state is not State.WAIVED)
    return ABOVE_THRESHOLD if any(_fails(severity, how.fail_on) for severity in counted) else ALL_WELL


def tell_of_crawl(out: Path, how: Telling) -> None:
    """Tells where the snapshot is, and what judges it."""
    snapshot, following = str(out / "crawl"), f"meldroute check --out {out} --fail-on {how.fail_on} --lang {how.lang}"
    if how.as_json:
        typer.echo(json.dumps({"snapshot": snapshot, "next": following}, indent=2))
    elif not how.quiet:
        typer.echo(f"The snapshot is in {snapshot}. Judge it with: {following}")


def _kept(folder: Path) -> str:
    return "\nThe report of an earlier run stays as it was." if (folder / "report.json").exists() else ""


def _fails(severity: Severity, fail_on: FailOn) -> bool:
    order = tuple(Severity)
    return fail_on is not FailOn.NEVER and order.index(severity) <= order.index(Severity(fail_on.value))
