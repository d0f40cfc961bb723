"""findings.csv: the fix list. RFC 4180 with commas, and a byte order mark, by which spreadsheets know it is UTF-8."""

import csv
import io
from pathlib import Path

from expectations.model import Finding, Language, Report
from reports import texts
from reports.clean import clean
from reports.files import write_text
from reports.names import Names
from reports.summary import by_harm

COLUMNS = (
    "id",
    "code",
    "family",
    "severity",
    "organisation",
    "route",
    "language",
    "page",
    "target",
    "expected",
    "found",
    "message",
    "remedy",
    "state",
    "first_seen",
    "occurrences",
    "waiver_until",
    "seen",
    "record",
    "archive",
)
_BYTE_ORDER_MARK = "\ufeff"
# What makes a spreadsheet take a cell for a formula, full width too.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def write(report: Report, path: Path, lang: Language) -> None:
    """Writes one row per finding, most harmful first."""
    write_text(path, render(report, lang))


def render(report: Report, lang: Language) -> str:
    report = clean(report)
    names = Names.of(report)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for finding in by_harm(report.findings):
        writer.writerow(_safe(cell) for cell in _row(finding, names, report.run.archive, lang))
    return _BYTE_ORDER_MARK + file.getvalue()


def _row(finding: Finding, names: Names, archive: str, lang: Language) -> tuple[str, ...]:
    return (
        finding.id,
        finding.code,
        finding.family.value,
        finding.severity.value,
        finding.organisation,
        finding.route or "",
        finding.language or "",
        finding.page or "",
        finding.target or "",
        finding.expected or "",
        finding.found or "",
        texts.message(finding, lang, names),
        texts.remedy(finding, lang, names),
        finding.state.value,
        finding.first_seen,
        str(finding.occurrences),
        finding.waiver.until.isoformat() if finding.waiver else "",
        finding.evidence.fetched or "",
        finding.evidence.record or "",
        archive if finding.evidence.record else "",
    )


def _safe(cell: str) -> str:
    """A quote before what a spreadsheet would calculate; leading spaces do not hide it."""
    return "'" + cell if cell.lstrip(" \u00a0\u3000").startswith(_FORMULA) else cell
