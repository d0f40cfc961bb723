"""Every page is HTML without a fault, by the strictest reading of the standard."""

import html5lib
import pytest

from expectations.model import Language
from reports import html_report
from tests.builders import a_finding, a_report, a_run
from tests.reports.hostile import HOSTILE, hostile_report
from tests.reports.sample import sample_report


def check(pages: dict[str, str]) -> None:
    for page in pages.values():
        html5lib.HTMLParser(strict=True).parse(page)


@pytest.mark.parametrize("lang", Language)
def test_the_sample_is_valid(lang: Language) -> None:
    check(html_report.render(sample_report(), lang))


def test_reports_about_little_are_valid() -> None:
    check(html_report.render(a_report(organisations=(), origins=(), run=a_run(finished=None)), Language.NL))
    check(html_report.render(a_report(findings=(a_finding(),)), Language.EN))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_leave_the_page_valid(text: str) -> None:
    check(html_report.render(hostile_report(text), Language.NL))


def test_a_fault_would_be_seen() -> None:
    with pytest.raises(html5lib.html5parser.ParseError):
        check({"x": "<!DOCTYPE html><title>x</title><p><b>x</p>"})
