from expectations.checks.route_unlinked import route_unlinked
from expectations.model import AtAddress, Fault
from expectations.paths import PathAnswer
from tests.builders import a_lost_match, a_route

NO_PATH = PathAnswer(start="https://www.vbz.example/")


def test_a_page_that_no_start_leads_to_is_unlinked() -> None:
    assert list(route_unlinked(a_route(starts=(NO_PATH, NO_PATH)))) == [Fault()]


def test_one_path_is_enough() -> None:
    path = PathAnswer(start="https://www.portaal.example/", clicks=9, at_least=9)

    assert list(route_unlinked(a_route(starts=(NO_PATH, path)))) == []


def test_unknown_is_not_unlinked() -> None:
    """A page that was not read could hold the link."""
    maybe = PathAnswer(start="https://www.portaal.example/", at_least=3)

    assert list(route_unlinked(a_route(starts=(NO_PATH, maybe)))) == []


def test_a_page_that_is_gone_is_not_also_unlinked() -> None:
    assert list(route_unlinked(a_route(match=a_lost_match(AtAddress.GONE), starts=(NO_PATH,)))) == []
