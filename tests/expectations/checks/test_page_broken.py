import pytest

from expectations.checks.page_broken import page_broken
from expectations.coverage import Proof
from expectations.model import AtAddress, Cause, Fault, Found, Language, Outcome
from tests.builders import KLACHT, UNPROVED, a_gone_visit, a_lost_match, a_match, a_route, a_visit


def test_a_dead_address_is_broken() -> None:
    match = a_lost_match(AtAddress.GONE, visit=a_gone_visit())

    assert list(page_broken(a_route(match=match))) == [Fault(found="404")]


def test_it_is_said_without_proof_too_with_a_note() -> None:
    match = a_lost_match(AtAddress.GONE, visit=a_gone_visit(status=410))

    assert list(page_broken(a_route(match=match, proof=UNPROVED))) == [
        Fault(found="410 (12 other addresses were not read)")
    ]


def test_unknown_is_not_broken() -> None:
    """A 404 that was not confirmed may have passed."""
    match = a_lost_match(AtAddress.UNKNOWN, visit=a_gone_visit(confirmed=False))

    assert list(page_broken(a_route(match=match))) == []


def test_a_route_found_elsewhere_has_moved_instead() -> None:
    match = a_match(at_address=AtAddress.GONE, found=Found.ELSEWHERE, visit=a_gone_visit())

    assert list(page_broken(a_route(match=match))) == []


def test_a_translation_has_its_own_code() -> None:
    match = a_lost_match(AtAddress.GONE, visit=a_gone_visit(), language=Language.EN)

    assert list(page_broken(a_route(match=match))) == []


LASTING = a_visit(outcome=Outcome.UNREACHABLE, cause=Cause.SERVER_ERROR, status=500, confirmed=True)


@pytest.mark.parametrize(
    ("proof", "note"),
    [
        (Proof(holds=True), ""),
        (Proof(holds=False, count=1, left=(KLACHT,)), ""),
        (Proof(holds=False, count=4, left=(KLACHT,)), " (3 other addresses were not read)"),
    ],
)
def test_an_address_that_fails_for_days_stands_in_its_own_way_only(proof: Proof, note: str) -> None:
    match = a_lost_match(AtAddress.GONE, visit=LASTING)
    route = a_route(match=match, proof=proof, declared=KLACHT, lasting="2026-11-20T08:00:00Z")

    assert list(page_broken(route)) == [Fault(found=f"500 since 2026-11-20{note}", facts={"since": "2026-11-20"})]
