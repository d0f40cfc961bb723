"""All formats beside report.json."""

from pathlib import Path

from expectations.model import Language, Report
from reports import csv_report, html_report, junit_report


def write_all(report: Report, folder: Path, lang: Language) -> None:
    """Writes report/, findings.csv and junit.xml into `folder`; each file appears whole or not at all."""
    html_report.write(report, folder / "report", lang)
    csv_report.write(report, folder / "findings.csv", lang)
    junit_report.write(report, folder / "junit.xml", lang)
