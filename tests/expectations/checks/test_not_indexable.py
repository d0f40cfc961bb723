import pytest

from expectations.checks.not_indexable import not_indexable
from expectations.model import AtAddress, Fault
from tests.builders import a_lost_match, a_match, a_page, a_route


@pytest.mark.parametrize("directive", ["noindex", "none"])
def test_a_page_that_asks_search_engines_to_stay_away(directive: str) -> None:
    route = a_route(match=a_match(page=a_page(directives=frozenset({directive}))))

    assert list(not_indexable(route)) == [Fault(found=directive, quote=directive)]


@pytest.mark.parametrize("directive", ["index", "nofollow", "noarchive", "noimageindex"])
def test_other_directives_are_fine(directive: str) -> None:
    assert list(not_indexable(a_route(match=a_match(page=a_page(directives=frozenset({directive})))))) == []


def test_unknown_is_not_hidden() -> None:
    assert list(not_indexable(a_route(match=a_lost_match(AtAddress.UNKNOWN)))) == []
