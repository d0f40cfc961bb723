"""The summary on the terminal: what was crawled, where all stand, what matters most, where the report is."""

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from expectations.model import Language, Outcome, Report, Severity, State, Verdict
from reports import texts
from reports.clean import clean
from reports.names import Names
from reports.standing import standing
from reports.summary import Summary, summarise
from reports.texts.files import labels

MOST = 5
_SIGNS = {  # a sign beside the word, so that colour is never the only difference; one column wide everywhere
    Verdict.BROKEN: ("x", "red"),
    Verdict.MISSING: ("-", "magenta"),
    Verdict.UNVERIFIED: ("?", "bright_black"),
    Verdict.INCONSISTENT: ("~", "yellow"),
    Verdict.HARD_TO_FIND: (">", "yellow"),
    Verdict.OK: ("+", "green"),
}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "bright_black"}


def show(report: Report, folder: Path, lang: Language, console: Console) -> None:
    """Prints the summary; `folder` is where the run left its files."""
    report = clean(report)
    summary = summarise(report)
    names = Names.of(report)
    console.print()
    console.print(_crawled(summary, lang), soft_wrap=True)
    console.print()
    console.print(_organisations(summary, names, lang))
    console.print(_standing(summary, lang), soft_wrap=True)
    console.print()
    _important(summary, names, lang, console)
    console.print(Text(str(_index(folder)), "bold"), soft_wrap=True)


def summary_json(report: Report, folder: Path) -> dict[str, Any]:
    """The summary for programs (`--json`)."""
    report = clean(report)
    summary = summarise(report)
    names = Names.of(report)
    return {
        "run": report.run.id,
        "pages": report.pages,
        "links": summary.links,
        "requests": report.run.requests,
        "outcomes": {x.value: report.outcomes.get(x, 0) for x in Outcome},
        "routes": {"total": summary.routes, "measured": summary.measured}
        | {x.value: summary.verdicts[x] for x in Verdict},
        "organisations": {view.result.id: view.result.verdict.value for view in summary.organisations},
        "findings": {x.value: summary.severities[x] for x in Severity},
        "states": {x.value: summary.states[x] for x in State},
        "important": [
            {
                "id": x.id,
                "code": x.code,
                "severity": x.severity.value,
                "organisation": x.organisation,
                "page": x.page,
                "message": {lang.value: texts.message(x, lang, names) for lang in Language},
            }
            for x in summary.important[:MOST]
        ],
        "report": str(_index(folder)),
    }


def _crawled(summary: Summary, lang: Language) -> Text:
    t = labels(lang)
    report = summary.report
    parts = (
        f"{len(report.origins)} {t['sites']}",
        f"{report.pages} {t['pages']}",
        f"{summary.links} {t['links']}",
        f"{report.run.requests} {t['requests']}",
    )
    return Text(", ".join(parts))


def _organisations(summary: Summary, names: Names, lang: Language) -> Table:
    t = labels(lang)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(t["organisation"], overflow="fold")
    table.add_column(t["standing"], no_wrap=True)
    table.add_column(t["findings"], justify="right")
    for view in summary.organisations:
        sign, colour = _SIGNS[view.result.verdict]
        stand = Text(f"{sign} {t['verdict-' + view.result.verdict]}", colour)
        name = Text(names.organisation(view.result.id, lang))
        table.add_row(name, stand, Text(str(len(view.findings) or t["findings-none"])))
    return table


def _standing(summary: Summary, lang: Language) -> Text:
    t = labels(lang)
    lines = list(standing(summary, lang))
    if summary.measured:
        lines.append(", ".join(f"{summary.severities[x]} {t[f'severity-{x}-many']}" for x in Severity))
    return Text("\n" + "\n".join(lines))


def _important(summary: Summary, names: Names, lang: Language, console: Console) -> None:
    t = labels(lang)
    console.print(Text(t["important"], "bold"))
    if not summary.important:
        console.print(Text(t["important-none"]))
    for number, finding in enumerate(summary.important[:MOST], 1):
        head = Text.assemble(
            f"{number}. ",
            (t["severity-" + finding.severity], _COLOURS[finding.severity]),
            f"  {texts.title(finding.code, lang)}",
        )
        console.print(head)
        for line in (Text(texts.message(finding, lang, names)), Text(f"{finding.code} {finding.id}", "bright_black")):
            console.print(Padding(line, (0, 0, 0, 3), expand=False))
    console.print()


def _index(folder: Path) -> Path:
    return folder / "report" / "index.html"
