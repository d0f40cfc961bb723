"""The place in a quote that a finding is about is marked."""

import pytest

from expectations.model import Evidence
from reports.marks import marked
from tests.builders import a_finding


def mark(quote: str, found: str | None, target: str | None = None, expected: str | None = "iets anders") -> str:
    return marked(a_finding(found=found, target=target, expected=expected, evidence=Evidence(quote=quote)))


@pytest.mark.parametrize(
    ("quote", "found", "place"),
    [
        ("Mail naar Info@vbz.example.", "info@vbz.example", "<mark>Info@vbz.example</mark>."),
        ("Bel 070 - 021 39 99 of kom langs", "+31700213999", "Bel <mark>070 - 021 39 99</mark> of"),
        ("Bel +31 (0)70 021 3999.", "+31700213999", "Bel <mark>+31 (0)70 021 3999</mark>."),
        ("U hoort binnen 16 weken meer", "16 weeks", "binnen <mark>16 weken</mark> meer"),
        ("U hoort binnen zestien weken meer", "16 weeks", "binnen <mark>zestien weken</mark> meer"),
        ("You hear from us in sixteen weeks", "16 weeks", "in <mark>sixteen weeks</mark>"),
        ("Stuur post naar Postbus 1, 2500 AA Den Haag", "postbus 1 2500aa", "naar <mark>Postbus 1, 2500 AA</mark> Den"),
        ("noindex", "noindex", "<mark>noindex</mark>"),
        ("a.b a+b", "a+b", "a.b <mark>a+b</mark>"),
    ],
)
def test_what_was_found_is_marked_however_it_is_written(quote: str, found: str, place: str) -> None:
    assert place in mark(quote, found)


def test_the_text_of_a_link_is_marked_whole() -> None:
    assert mark("folder over klachten", "404", "https://www.vbz.example/weg", expected=None) == (
        "<mark>folder over klachten</mark>"
    )


@pytest.mark.parametrize("found", ["404", None, "", "+31", "+3170021399912345"])
def test_what_is_not_in_the_quote_marks_nothing(found: str | None) -> None:
    assert mark("Een zin.", found) == "Een zin."


def test_a_quote_from_the_web_is_only_text() -> None:
    assert mark("<b>x</b> & y", "x") == "&lt;b&gt;<mark>x</mark>&lt;/b&gt; &amp; y"
