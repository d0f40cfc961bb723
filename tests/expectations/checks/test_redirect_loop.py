from expectations.checks.redirect_loop import redirect_loop
from expectations.model import AtAddress, Chain, Fault
from tests.builders import KLACHT, a_lost_match, a_route


def test_redirects_that_never_arrive_are_a_loop() -> None:
    chain = Chain(start=KLACHT, hops=(KLACHT + "?stap=2",), loops=True)

    assert list(redirect_loop(a_route(match=a_lost_match(AtAddress.LOOP, chain=chain)))) == [
        Fault(found=KLACHT + "?stap=2")
    ]


def test_a_page_that_answers_is_no_loop() -> None:
    assert list(redirect_loop(a_route())) == []


def test_unknown_is_not_a_loop() -> None:
    assert list(redirect_loop(a_route(match=a_lost_match(AtAddress.UNKNOWN)))) == []
