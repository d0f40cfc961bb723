"""The fix list."""

import csv
import io
from pathlib import Path

import pytest

from expectations.model import Language, Severity
from reports import csv_report
from tests.builders import a_finding, a_report
from tests.reports.sample import sample_report


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_one_row_per_finding_in_the_language_asked_for() -> None:
    found = rows(csv_report.render(sample_report(), Language.EN))

    assert len(found) == len(sample_report().findings)
    assert tuple(found[0]) == csv_report.COLUMNS
    assert found[0]["message"].startswith("We found no page at the Ministry of")
    assert [x["waiver_until"] for x in found if x["state"] == "waived"] == ["2027-01-31"]


def test_spreadsheets_see_that_it_is_utf_8(tmp_path: Path) -> None:
    csv_report.write(sample_report(), tmp_path / "findings.csv", Language.NL)

    content = (tmp_path / "findings.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,code,")
    assert content.count(b"\r\n") == content.count(b"\n") == len(sample_report().findings) + 1


def test_no_findings_is_a_header_only() -> None:
    assert csv_report.render(a_report(), Language.NL).count("\r\n") == 1


@pytest.mark.parametrize("found", ["=1", "+31 70 000 00 00", "-1", "@x", "＝1", "  =1"])
def test_a_formula_gets_a_quote(found: str) -> None:
    row = rows(csv_report.render(a_report(findings=(a_finding(found=found),)), Language.NL))[0]

    assert row["found"] == "'" + found


@pytest.mark.parametrize("found", ["404", "a=b", "x@y.example", "0800 - 1234", ""])
def test_anything_else_stays_as_it_is(found: str) -> None:
    row = rows(csv_report.render(a_report(findings=(a_finding(found=found),)), Language.NL))[0]

    assert row["found"] == found


def test_quotes_and_commas_come_back() -> None:
    finding = a_finding(found='zeg "a, b"', severity=Severity.ERROR)

    assert rows(csv_report.render(a_report(findings=(finding,)), Language.NL))[0]["found"] == 'zeg "a, b"'
