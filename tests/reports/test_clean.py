"""What the web said is made safe to tell."""

import pytest

from expectations.model import Evidence, Outcome
from reports.clean import clean, clean_text
from tests.builders import a_finding, a_report


@pytest.mark.parametrize(
    ("dirty", "told"),
    [
        ("Klacht\x00 indienen\x1b[31m", "Klacht indienen[31m"),
        ("twee\nregels\ten\r\nmeer", "twee regels en meer"),
        ("half \ud83d teken", "half � teken"),
        ("links\u202enaar rechts\u2069", "linksnaar rechts"),
        ("\ufffe\uffff", ""),
        ("https://a.example/x?token=abc&id=3", "https://a.example/x?token=***&id=3"),
        ("https://a.example/x?id=3&PassWord=abc#deel", "https://a.example/x?id=3&PassWord=***#deel"),
        ("https://a.example/cb#access_token=abc", "https://a.example/cb#access_token=***"),
        ("https://a.example/x?code=a1b2c3", "https://a.example/x?code=***"),
        ("zie https://jan:geheim@a.example/ voor meer", "zie https://a.example/ voor meer"),
    ],
)
def test_dirt_is_removed_and_secrets_are_masked(dirty: str, told: str) -> None:
    assert clean_text(dirty) == told
    assert clean_text(told) == told


@pytest.mark.parametrize(
    "text",
    [
        "Mail naar klachten@vbz.example.",
        "https://a.example/zoeken?trefwoord=klacht&postcode=2500AA",
        "https://a.example/x?code=klacht",
        "https://a.example/uw-token/stap=2",
        "é ’ – 🙂 ünïcode עברית",
    ],
)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean_text(text) == text


def test_every_text_in_a_report_is_cleaned() -> None:
    finding = a_finding(page="https://a.example/?token=abc", evidence=Evidence(quote="a\x00b"), facts={"k": "v\x07"})

    found = clean(a_report(findings=(finding,))).findings[0]

    assert (found.page, found.evidence.quote, found.facts) == ("https://a.example/?token=***", "ab", {"k": "v"})
    assert found.id == finding.id


def test_a_clean_report_is_equal_to_itself() -> None:
    report = a_report()

    assert clean(report) == report
    assert all(isinstance(outcome, Outcome) for outcome in clean(report).outcomes)
