"""Tells the history on the terminal, and as JSON."""

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from expectations.model import Finding, Language, State, TrendPoint, Verdict
from reports import json_encode, texts
from reports.history.view import HistoryView, days
from reports.names import Names
from reports.texts.dates import day
from reports.texts.files import history, labels

MOST_FINDINGS = 20
_WORDS_WIDE, _RUN_WIDE = 26, 13
_COUNTS = ("new", "open", "waived", "resolved")
_LISTS = ("new", "returned", "resolved", "new-through-rules", "resolved-through-rules")


def show(view: HistoryView, names: Names, lang: Language, console: Console) -> None:
    """Prints the trend, and what changed with the last run."""
    t = history(lang)
    title = t["title-one"] if view.is_first else t["title"].format(count=len(view.trend))
    console.print(Text(title, "bold"))
    console.print()
    shown = _shown(view, console)
    console.print(_table(shown, lang))
    for line in _notes(shown, view, lang):
        console.print()
        console.print(Text(line))
    console.print()
    if view.is_first:
        console.print(Text(t["first"]))
        return
    _changes(view, names, lang, console)
    _rechecks(view, lang, console)
    if len(view.repaired) > 1:
        console.print(Text(t["repaired"].format(count=len(view.repaired), days=view.usual_repair)))


def as_json(view: HistoryView, names: Names) -> dict[str, Any]:
    """The history for programs (`--json`)."""
    return {
        "runs": [json_encode.point(point) for point in view.trend],
        "changes": {name.replace("-", "_"): [_told(x, names) for x in _listed(view, name)] for name in _LISTS},
        "rechecks": [{"finding": x.finding, "moment": x.moment, "solved": x.solved} for x in view.rechecks],
        "repairs": {"count": len(view.repaired), "usual_days": view.usual_repair},
    }


def _shown(view: HistoryView, console: Console) -> tuple[TrendPoint, ...]:
    """The last runs, as many as stand side by side without breaking words."""
    return view.trend[-max(2, (console.width - _WORDS_WIDE) // _RUN_WIDE) :]


def _table(trend: tuple[TrendPoint, ...], lang: Language) -> Table:
    """One column per run, the last one on the right."""
    t = history(lang)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(t["day"], overflow="fold")
    for point in trend:
        marks = ("*" if point.rules_changed else "") + ("" if point.complete else "~")
        table.add_column(Text(f"{marks}{point.day}"), justify="right", no_wrap=True)
    table.add_row(Text(t["routes"], "italic"))
    for verdict in reversed(Verdict):
        table.add_row(f"  {t[verdict.value]}", *(str(point.verdicts.get(verdict, 0)) for point in trend))
    table.add_row(Text(t["findings"], "italic"))
    for name in _COUNTS:
        table.add_row(f"  {t[name]}", *(str(getattr(point, name)) for point in trend))
    through = [point.new_through_rules + point.resolved_through_rules for point in trend]
    if any(through):
        table.add_row(f"  {t['through-rules']}", *(str(count or "") for count in through))
    return table


def _notes(shown: tuple[TrendPoint, ...], view: HistoryView, lang: Language) -> list[str]:
    t = history(lang)
    notes = []
    if len(view.trend) > len(shown):
        notes.append(t["earlier"].format(count=len(view.trend) - len(shown)))
    if any(point.rules_changed for point in shown):
        notes.append(t["rules-mark"])
    if not all(point.complete for point in shown):
        notes.append(t["incomplete-mark"])
    return notes


def _changes(view: HistoryView, names: Names, lang: Language, console: Console) -> None:
    t = history(lang)
    console.print(Text(t["since"].format(day=day(view.trend[-2].day, lang)), "bold"))
    console.print()
    for name in _LISTS:
        if findings := _listed(view, name):
            console.print(Text(t[f"list-{name}"].format(count=len(findings)), "bold"))
            if name.endswith("rules"):
                console.print(Text(t["through-rules-note"]))
            for finding in findings[:MOST_FINDINGS]:
                console.print(Padding(_line(finding, names, lang), (0, 0, 0, 2), expand=False))
            if len(findings) > MOST_FINDINGS:
                console.print(Text("  " + t["more"].format(count=len(findings) - MOST_FINDINGS)))
            console.print()
    if not any(_listed(view, name) for name in _LISTS):
        console.print(Text(t["nothing"]))
        console.print()


def _rechecks(view: HistoryView, lang: Language, console: Console) -> None:
    t = history(lang)
    if view.rechecks:
        console.print(Text(t["rechecked"], "bold"))
        for recheck in view.rechecks:
            said = t["recheck-solved"] if recheck.solved else t["recheck-stays"]
            console.print(Text(f"  {day(recheck.moment, lang)}  {recheck.finding}  {said}"))
        console.print()


def _listed(view: HistoryView, name: str) -> tuple[Finding, ...]:
    findings: tuple[Finding, ...] = getattr(view, name.replace("-", "_"))
    return findings


def _line(finding: Finding, names: Names, lang: Language) -> Text:
    t = labels(lang)
    head = f"{t['severity-' + finding.severity]}  {texts.title(finding.code, lang)}"
    about = names.route(finding.organisation, finding.route, finding.language) if finding.route else finding.page or ""
    parts = [head, ". ", names.organisation(finding.organisation, lang), f": {about}" if about else ""]
    if finding.state is State.RESOLVED:
        parts.append(f", {_after(days(finding), lang)}")
    return Text.assemble(*parts, (f"  {finding.id}", "bright_black"))


def _after(count: int, lang: Language) -> str:
    t = history(lang)
    return t["days-none"] if count == 0 else t["days-one"] if count == 1 else t["days"].format(count=count)


def _told(finding: Finding, names: Names) -> dict[str, Any]:
    return json_encode.finding(finding, names)
