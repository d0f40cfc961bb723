import pytest

from expectations.checks.translation_missing import translation_missing
from expectations.model import AtAddress, Fault, Language
from tests.builders import UNPROVED, a_gone_visit, a_lost_match, a_route

ABSENT = [
    AtAddress.NONE_DECLARED,
    AtAddress.OTHER_CONTENT,
    AtAddress.GONE,
    AtAddress.REDIRECTS_AWAY,
    AtAddress.NOT_FOUND_PAGE,
]


@pytest.mark.parametrize("at_address", ABSENT)
def test_an_english_version_that_is_nowhere_is_missing(at_address: AtAddress) -> None:
    match = a_lost_match(at_address, language=Language.EN, visit=a_gone_visit())

    assert list(translation_missing(a_route(match=match))) == [Fault(found=at_address.value)]


@pytest.mark.parametrize("at_address", ABSENT)
def test_unknown_is_not_missing(at_address: AtAddress) -> None:
    match = a_lost_match(at_address, language=Language.EN, visit=a_gone_visit())

    assert list(translation_missing(a_route(match=match, proof=UNPROVED))) == []


def test_the_dutch_version_is_no_translation() -> None:
    match = a_lost_match(AtAddress.GONE, visit=a_gone_visit())

    assert list(translation_missing(a_route(match=match))) == []


def test_a_loop_is_a_loop_in_every_language() -> None:
    match = a_lost_match(AtAddress.LOOP, language=Language.EN)

    assert list(translation_missing(a_route(match=match))) == []
