"""All formats together."""

from pathlib import Path

import pytest

from expectations.model import Language, Report
from reports.render import write_all
from tests.builders import a_finding, a_report, a_run
from tests.reports.sample import sample_report

FORMATS = {
    *("findings.csv", "findings.xlsx", "junit.xml", "results.sarif", "summary.md", "feed.atom"),
    *("report/index.html", "report/vbz.html", "feeds/vbz.atom", "mail/vbz.eml"),
}


def written(report: Report, folder: Path) -> dict[str, bytes]:
    write_all(report, folder, Language.NL)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "report",
    [a_report(), a_report(findings=(a_finding(),)), a_report(run=a_run(finished=None, only=("vbz",)))],
    ids=["nothing found", "first run", "broken off"],
)
def test_every_format_is_written(report: Report, tmp_path: Path) -> None:
    assert set(written(report, tmp_path)) == FORMATS


def test_a_report_about_nothing_is_written_too(tmp_path: Path) -> None:
    assert set(written(a_report(organisations=()), tmp_path)) == {x for x in FORMATS if "vbz" not in x}


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(sample_report(), tmp_path / "1")

    assert written(sample_report(), tmp_path / "2") == first
    assert written(sample_report(), tmp_path / "1") == first
