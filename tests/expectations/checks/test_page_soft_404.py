from expectations.checks.page_soft_404 import page_soft_404
from expectations.model import AtAddress, Chain, Fault, Found, Language
from tests.builders import KLACHT, a_lost_match, a_match, a_route, a_visit

HOME = "https://www.vbz.example/"


def test_a_not_found_page_with_status_200_is_a_soft_404() -> None:
    route = a_route(match=a_lost_match(AtAddress.NOT_FOUND_PAGE))

    assert list(page_soft_404(route)) == [Fault(found="not-found-page")]


def test_a_redirect_to_the_home_page_is_a_soft_404() -> None:
    chain = Chain(start=KLACHT, hops=(HOME,), end=a_visit(HOME))
    route = a_route(match=a_lost_match(AtAddress.REDIRECTS_AWAY, chain=chain))

    assert list(page_soft_404(route)) == [Fault(found=HOME)]


def test_a_route_found_elsewhere_has_moved_instead() -> None:
    match = a_match(at_address=AtAddress.REDIRECTS_AWAY, found=Found.ELSEWHERE)

    assert list(page_soft_404(a_route(match=match))) == []


def test_unknown_is_not_a_soft_404() -> None:
    assert list(page_soft_404(a_route(match=a_lost_match(AtAddress.UNKNOWN)))) == []


def test_a_translation_has_its_own_code() -> None:
    match = a_lost_match(AtAddress.NOT_FOUND_PAGE, language=Language.EN)

    assert list(page_soft_404(a_route(match=match))) == []
