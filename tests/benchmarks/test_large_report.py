"""The generated report of the benchmark is a report like any other."""

from pathlib import Path

from benchmarks.large_report import large_report
from expectations.model import Language
from reports import json_report
from reports.render import write_all


def test_every_format_takes_the_generated_report(tmp_path: Path) -> None:
    report = large_report(3, 10)
    json_report.write(report, tmp_path / "report.json")
    read = json_report.read(tmp_path / "report.json")
    write_all(read, tmp_path, Language.NL)

    assert read.findings == report.findings
    assert {path.name for path in (tmp_path / "report").glob("o*.html")} == {"o0.html", "o1.html", "o2.html"}
