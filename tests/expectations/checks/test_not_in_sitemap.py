from dataclasses import replace

import pytest

from expectations.model import OriginCoverage, Page, Visit
from tests.builders import a_move, a_visit
from tests.expectations.judged import GOOD, KLACHT, SITE, an_inventory, dutch, judgement


def said(*seen: Page | Visit, sitemap: bool = True) -> list[str]:
    origins = (OriginCoverage(origin=SITE, pages=9, complete=True, sitemap=sitemap),)
    found = judgement(an_inventory(), *seen, origins=origins).findings
    return [finding.code for finding in found if finding.code == "not-in-sitemap"]


def test_a_page_that_the_sitemap_leaves_out() -> None:
    assert said(dutch()) == ["not-in-sitemap"]


@pytest.mark.parametrize(
    "listed",
    [
        a_visit(KLACHT, in_sitemap=True),
        a_visit(KLACHT + "/", in_sitemap=True),
        replace(a_move(f"{SITE}/klacht", KLACHT), in_sitemap=True),
    ],
)
def test_any_address_of_the_page_will_do(listed: Visit) -> None:
    assert said(dutch(), listed) == []


def test_a_page_that_calls_itself_otherwise_is_listed_so() -> None:
    shown = dutch(head=f'<link rel="canonical" href="{SITE}/klacht">')

    assert said(shown, a_visit(f"{SITE}/klacht", in_sitemap=True)) == []


def test_a_page_that_search_engines_may_not_show_need_not_be_listed() -> None:
    assert said(dutch(GOOD, head='<meta name="robots" content="noindex">')) == []


def test_unknown_is_not_left_out() -> None:
    assert said(dutch(), sitemap=False) == []
