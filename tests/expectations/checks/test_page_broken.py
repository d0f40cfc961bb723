from expectations.checks.page_broken import page_broken
from expectations.model import AtAddress, Fault, Found, Language
from tests.builders import UNPROVED, a_gone_visit, a_lost_match, a_match, a_route


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
