"""What an editor could put on the page."""

import pytest

from expectations.model import Language
from reports.names import Names
from reports.proposals import Proposal, proposal
from reports.texts.files import values
from tests.builders import a_finding, a_report

NAMES = Names.of(a_report())


def test_a_missing_sentence_is_proposed_in_the_language_of_the_page() -> None:
    finding = a_finding(code="statement-missing", expected="ombudsman", language=Language.EN)

    assert proposal(finding, NAMES) == Proposal(text=values(Language.EN)["proposal"]["ombudsman"], language=Language.EN)


@pytest.mark.parametrize(
    ("code", "text", "listed"),
    [
        ("email-mismatch", "verwacht", True),
        ("law-outdated", "verwacht", False),
        ("referral-missing", "https://www.vbz.example/t", False),
        ("page-moved", "gevonden", False),
        ("link-text-vague", "Een klacht indienen", False),
    ],
)
def test_a_known_value_is_proposed(code: str, text: str, listed: bool) -> None:
    finding = a_finding(code=code, expected="verwacht", found="gevonden", target="https://www.vbz.example/t")
    given = proposal(finding, NAMES)

    assert given
    assert (given.text, given.listed) == (text, listed)


@pytest.mark.parametrize("code", ["link-broken", "kind-missing", "not-indexable", "from-the-future"])
def test_where_nothing_better_is_known_nothing_is_proposed(code: str) -> None:
    assert proposal(a_finding(code=code, expected="x", found="y", target="z"), NAMES) is None


def test_an_unknown_statement_has_no_proposal() -> None:
    assert proposal(a_finding(code="statement-missing", expected="from-the-future"), NAMES) is None
    assert proposal(a_finding(code="page-moved", found=None), NAMES) is None
