"""All formats beside report.json."""

from pathlib import Path

from expectations.model import Language, Report
from reports import (
    atom_report,
    csv_report,
    html_report,
    junit_report,
    mail_report,
    markdown_report,
    pdf_report,
    sarif_report,
    xlsx_report,
)


def write_all(report: Report, folder: Path, lang: Language, *, theme: str = "", pdf: bool = False) -> None:
    """Writes every format into `folder`, those with a file per organisation into a folder of their own in it.

    Each file appears whole or not at all. A PDF that is not asked for and was left by an earlier run is taken away.
    """
    html_report.write(report, folder / "report", lang, theme)
    if pdf:
        pdf_report.write(report, folder / "report.pdf", lang, theme)
    else:
        (folder / "report.pdf").unlink(missing_ok=True)
    csv_report.write(report, folder / "findings.csv", lang)
    xlsx_report.write(report, folder / "findings.xlsx", lang)
    junit_report.write(report, folder / "junit.xml", lang)
    sarif_report.write(report, folder / "results.sarif", lang)
    markdown_report.write(report, folder / "summary.md", lang)
    atom_report.write(report, folder, lang)
    mail_report.write(report, folder / "mail", lang)
