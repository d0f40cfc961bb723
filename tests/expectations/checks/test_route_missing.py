from dataclasses import replace

import pytest

from expectations.checks.route_missing import route_missing
from expectations.model import AtAddress, Candidate, Fault, Language
from tests.builders import UNPROVED, a_lost_match, a_route


@pytest.mark.parametrize("at_address", [AtAddress.NONE_DECLARED, AtAddress.OTHER_CONTENT])
def test_a_route_that_is_nowhere_is_missing(at_address: AtAddress) -> None:
    route = a_route(match=a_lost_match(at_address))

    assert list(route_missing(route)) == [Fault(found=at_address.value)]


def test_the_pages_that_came_closest_are_told_with_their_reasons() -> None:
    near = Candidate(address="https://www.vbz.example/contact", score=0.35, reasons=("a heading names the kind",))
    route = a_route(match=replace(a_lost_match(AtAddress.NONE_DECLARED), rivals=(near,)))

    (fault,) = route_missing(route)

    assert fault.facts == {"closest": "https://www.vbz.example/contact (0.35: a heading names the kind)"}


def test_a_route_found_is_not_missing() -> None:
    assert list(route_missing(a_route())) == []


def test_unknown_is_not_missing() -> None:
    assert list(route_missing(a_route(match=a_lost_match(AtAddress.NONE_DECLARED), proof=UNPROVED))) == []
    assert list(route_missing(a_route(match=a_lost_match(AtAddress.UNKNOWN)))) == []


def test_a_dead_address_is_broken_instead() -> None:
    assert list(route_missing(a_route(match=a_lost_match(AtAddress.GONE)))) == []


def test_a_translation_has_its_own_code() -> None:
    match = a_lost_match(AtAddress.OTHER_CONTENT, language=Language.EN)

    assert list(route_missing(a_route(match=match))) == []
