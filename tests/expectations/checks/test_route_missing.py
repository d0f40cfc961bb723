import pytest

from expectations.checks.route_missing import route_missing
from expectations.model import AtAddress, Fault, Language
from tests.builders import UNPROVED, a_lost_match, a_route


@pytest.mark.parametrize("at_address", [AtAddress.NONE_DECLARED, AtAddress.OTHER_CONTENT])
def test_a_route_that_is_nowhere_is_missing(at_address: AtAddress) -> None:
    route = a_route(match=a_lost_match(at_address))

    assert list(route_missing(route)) == [Fault(found=at_address.value)]


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
