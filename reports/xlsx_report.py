"""findings.xlsx: the fix list as a workbook, an overview and one sheet per organisation, with columns to fill in.

Everything that came from the web is a text cell, whatever it looks like.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from expectations.model import Finding, Language, Report, Severity, State
from reports import run_time
from reports.clean import clean
from reports.files import write_bytes
from reports.names import Names
from reports.summary import OrganisationView, Summary, by_harm, summarise
from reports.texts.files import labels, values
from reports.xlsx_cells import FILLED_IN, Column, cell_text, columns
from reports.xlsx_names import sheet_names

MOST_ROWS = 1_048_575  # what a sheet holds below its header
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
_HEADER = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6E9EE", "bottom": 1}
_TO_FILL_IN = {**_HEADER, "bg_color": "#FFF3C4"}
_CELL = {"text_wrap": True, "valign": "top"}


def write(report: Report, path: Path, lang: Language) -> None:
    write_bytes(path, render(report, lang))


def render(report: Report, lang: Language, most_rows: int = MOST_ROWS) -> bytes:
    """Findings most harmful first; a sheet that cannot hold them all says how many there are."""
    report = clean(report)
    summary = summarise(report)
    own = _own(report, summary)
    names = Names.of(report)
    sheets = sheet_names([labels(lang)["overview"], *own])
    file = io.BytesIO()
    with Workbook(file, dict(_OPTIONS)) as book:
        created = run_time.finished(report).replace(tzinfo=None)
        book.set_properties({"title": labels(lang)["title"], "author": "meldroute", "created": created})
        formats = {name: book.add_format(how) for name, how in _FORMATS.items()}
        _overview(book.add_worksheet(sheets[0]), summary, dict(zip(own, sheets[1:], strict=True)), formats, lang)
        for name, findings in zip(sheets[1:], own.values(), strict=True):
            _findings(book.add_worksheet(name), findings, names, formats, lang, most_rows)
    return file.getvalue()


_FORMATS = {"header": _HEADER, "to-fill-in": _TO_FILL_IN, "cell": _CELL}


def _own(report: Report, summary: Summary) -> dict[str, tuple[Finding, ...]]:
    """The findings per organisation in the fixed order; those of organisations that the report does not know last."""
    own = {view.result.id: view.findings for view in summary.organisations}
    foreign: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.organisation not in own:
            foreign.setdefault(finding.organisation, []).append(finding)
    return own | {organisation: by_harm(findings) for organisation, findings in sorted(foreign.items())}


def _findings(
    sheet: Any, findings: Sequence[Finding], names: Names, formats: dict[str, Any], lang: Language, most_rows: int
) -> None:
    t = labels(lang)
    wanted = columns(lang)
    _header(sheet, [(t[column.label], column.width, column.name in FILLED_IN) for column in wanted], formats)
    shown = len(findings) if len(findings) <= most_rows else most_rows - 1
    for row, finding in enumerate(findings[:shown], 1):
        _row(sheet, row, [column.value(finding, names) for column in wanted], formats, lang)
    sheet.autofilter(0, 0, max(shown, 1), len(wanted) - 1)
    if shown < len(findings):
        _note(sheet, shown + 1, t["shown-of"].format(shown=shown, total=len(findings)), wanted, formats)
    if not findings:
        _note(sheet, 1, t["to-repair-none"], wanted, formats)


def _note(sheet: Any, row: int, text: str, wanted: Sequence[Column], formats: dict[str, Any]) -> None:
    """A sentence about the sheet; it stands where messages stand, in a row without a number."""
    place = next(number for number, column in enumerate(wanted) if column.name == "message")
    sheet.write_string(row, place, text, formats["cell"])


def _overview(sheet: Any, summary: Summary, sheets: dict[str, str], formats: dict[str, Any], lang: Language) -> None:
    t, kinds = labels(lang), values(lang)["kind-name"]
    states = (State.NEW, State.OPEN, State.WAIVED)
    head = [(t["organisation"], 44), (t["type"], 14), (t["standing"], 18)]
    head += [(kinds[kind], 18) for kind in summary.kinds]
    head += [(t["severity-" + severity], 14) for severity in Severity] + [(t["state-" + state], 14) for state in states]
    _header(sheet, [(text, width, False) for text, width in head], formats)
    names = Names.of(summary.report)
    for row, view in enumerate(summary.organisations, 1):
        name = names.organisation(view.result.id, lang)
        texts = [name, t[f"type-{view.result.type}"], t[f"verdict-{view.result.verdict}"]]
        texts += [t[f"verdict-{x.verdict}"] if x.verdict else t["not-expected"] for x in view.kinds]
        _row(sheet, row, [*texts, *_counts(view, states)], formats, lang)
        target = sheets[view.result.id].replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{target}'!A1", string=cell_text(name, lang)[:255])
    sheet.autofilter(0, 0, max(len(summary.organisations), 1), len(head) - 1)


def _counts(view: OrganisationView, states: Sequence[State]) -> list[int]:
    active = [finding for finding in view.findings if finding.state is not State.WAIVED]
    severities = [sum(x.severity is severity for x in active) for severity in Severity]
    return severities + [sum(x.state is state for x in view.findings) for state in states]


def _header(sheet: Any, head: Sequence[tuple[str, int, bool]], formats: dict[str, Any]) -> None:
    for number, (text, width, to_fill_in) in enumerate(head):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, text, formats["to-fill-in" if to_fill_in else "header"])
    sheet.freeze_panes(1, 1)


def _row(sheet: Any, row: int, cells: Sequence[str | int], formats: dict[str, Any], lang: Language) -> None:
    """Our own counts are numbers, so that they sort; everything else is text."""
    for number, value in enumerate(cells):
        if isinstance(value, int):
            sheet.write_number(row, number, value, formats["cell"])
        elif value:
            sheet.write_string(row, number, cell_text(value, lang), formats["cell"])
