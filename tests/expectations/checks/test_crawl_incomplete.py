import pytest

from expectations.checks.crawl_incomplete import crawl_incomplete
from expectations.model import AtAddress, Cause, Kind, Language, Outcome
from tests.builders import (
    UNPROVED,
    a_gone_visit,
    a_lost_match,
    a_route,
    a_visit,
    an_organisation_subject,
)


def test_an_absence_without_proof_is_said_so() -> None:
    route = a_route(match=a_lost_match(AtAddress.NONE_DECLARED), proof=UNPROVED)
    (fault,) = crawl_incomplete(route)

    assert (fault.found, fault.facts["example"]) == ("12 left", "https://www.vbz.example/meer")


def test_a_dead_translation_without_proof_is_said_so() -> None:
    match = a_lost_match(AtAddress.GONE, visit=a_gone_visit(), language=Language.EN)

    assert [fault.found for fault in crawl_incomplete(a_route(match=match, proof=UNPROVED))] == ["12 left"]


@pytest.mark.parametrize(
    ("visit", "found"),
    [
        (a_visit(outcome=Outcome.LIMIT, cause=Cause.BUDGET, status=None), "budget"),
        (a_visit(outcome=Outcome.OUT_OF_SCOPE, cause=Cause.OFF_SITE, status=None), "off-site"),
        (a_gone_visit(confirmed=False), "404"),
        (None, "not-visited"),
    ],
)
def test_a_page_that_was_not_visited_or_not_confirmed(visit: object, found: str) -> None:
    route = a_route(match=a_lost_match(AtAddress.UNKNOWN, visit=visit))

    assert [fault.found for fault in crawl_incomplete(route)] == [found]


def test_kinds_that_could_not_be_proved_absent_are_one_finding() -> None:
    subject = an_organisation_subject(proofs={Kind.COMPLAINT: UNPROVED})
    (fault,) = crawl_incomplete(subject)

    assert (fault.expected, fault.facts["kinds"]) == (None, "complaint")


def test_a_proved_absence_is_complete() -> None:
    assert list(crawl_incomplete(a_route(match=a_lost_match(AtAddress.NONE_DECLARED)))) == []
    assert list(crawl_incomplete(an_organisation_subject())) == []


def test_a_dead_address_is_broken_with_or_without_proof() -> None:
    match = a_lost_match(AtAddress.GONE, visit=a_gone_visit())

    assert list(crawl_incomplete(a_route(match=match, proof=UNPROVED))) == []
