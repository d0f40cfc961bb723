"""What a recheck saw, laid over the crawl before."""

from typing import Any

import pytest

from crawler.overlay import overlaid
from crawler.scope import Asked
from expectations.model import Cause, Crawl, OriginCoverage, Outcome, Page, Stopped, Visit
from tests.builders import a_crawl, a_gone_visit, a_link, a_move, a_page, a_visit

SITE = "https://www.vbz.example"
HOME, ROUTE, OLD, NEW = f"{SITE}/", f"{SITE}/klacht", f"{SITE}/oud", f"{SITE}/nieuw"
SEARCH = f"{SITE}/zoek?q=klacht"
BEFORE = a_crawl(a_page(HOME, "Home", a_link(ROUTE)), a_page(ROUTE), a_move(OLD, ROUTE), searches={SEARCH: (HOME,)})


def laid(*now: Page | Visit, unseen: bool = False, asked: Asked | None = None, **given: Any) -> Crawl:
    """The crawl before with these sights of now over it."""
    return overlaid(BEFORE, a_crawl(*now, **given), asked or Asked(pages=(ROUTE,)), unseen=unseen)


@pytest.mark.parametrize("unseen", [False, True])
def test_what_was_seen_takes_the_place_of_what_was_seen_before(unseen: bool) -> None:
    gone = laid(a_gone_visit(ROUTE), unseen=unseen)
    assert ROUTE not in gone.pages
    assert gone.visits[ROUTE].status == 404

    other = laid(a_page(ROUTE, "Klachten"), unseen=unseen)
    assert other.pages[ROUTE].heading == "Klachten"
    assert other.pages[HOME] is BEFORE.pages[HOME]


def test_what_could_not_be_seen_stays_as_it_was_or_is_taken_away() -> None:
    refused = a_visit(ROUTE, outcome=Outcome.BLOCKED, cause=Cause.REFUSES_ROBOTS, status=403)

    assert ROUTE in laid(refused).pages
    assert ROUTE not in laid(refused, unseen=True).pages
    assert laid(refused, unseen=True).visits[ROUTE].outcome is Outcome.BLOCKED


def test_a_dead_end_that_was_not_confirmed_is_not_seen() -> None:
    assert ROUTE in laid(a_gone_visit(ROUTE, confirmed=False)).pages


def test_a_redirect_gets_the_outcome_of_its_new_end() -> None:
    assert BEFORE.visits[OLD].outcome is Outcome.MOVED
    assert laid(a_gone_visit(ROUTE)).visits[OLD].outcome is Outcome.BROKEN


def test_an_address_that_is_new_on_a_page_may_hold_something_only_where_nothing_is_taken_for_granted() -> None:
    page = a_page(ROUTE, "Klacht", a_link(NEW, "Nieuw"), a_link("https://elders.example/", "Elders"))

    assert laid(page).visits[NEW].outcome is Outcome.OUT_OF_SCOPE
    assert laid(page, unseen=True).visits[NEW].outcome is Outcome.LIMIT
    assert laid(page, unseen=True).visits["https://elders.example/"].outcome is Outcome.OUT_OF_SCOPE


def test_a_result_page_that_could_not_be_read_tells_nothing_any_more() -> None:
    asked = Asked(pages=(ROUTE,), searches=(SEARCH,))

    assert laid(a_page(ROUTE), asked=asked).searches == {SEARCH: (HOME,)}
    assert laid(a_page(ROUTE), asked=asked, unseen=True).searches == {}
    assert laid(a_page(ROUTE), asked=asked, searches={SEARCH: (ROUTE,)}).searches == {SEARCH: (ROUTE,)}


def test_a_site_that_shut_us_out_is_open_once_it_answers() -> None:
    shut = (OriginCoverage(origin=SITE, pages=0, complete=False, stopped=Stopped.UNREACHABLE),)
    before = a_crawl(a_visit(HOME, outcome=Outcome.UNREACHABLE, cause=Cause.TIMED_OUT), origins=shut)

    now = overlaid(before, a_crawl(a_page(HOME)), Asked(pages=(HOME,)), unseen=False)

    assert now.origins[0].stopped is None
