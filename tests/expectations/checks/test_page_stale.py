from datetime import date, timedelta

import pytest

from expectations.checks.page_stale import page_stale
from expectations.model import Fault, Policy
from tests.builders import a_match, a_page, a_route
from tests.expectations.judged import TODAY

MOST = 730


def said(modified: date | None, most: int | None = MOST) -> list[Fault]:
    age = (TODAY - modified).days if modified else None
    match = a_match(page=a_page(modified=modified))
    return list(page_stale(a_route(match=match, policy=Policy(max_age_days=most), age=age)))


def test_a_date_beyond_the_policy() -> None:
    assert said(date(2024, 1, 1)) == [Fault(expected="730", found="2024-01-01")]


@pytest.mark.parametrize("days", [0, MOST, -30])
def test_a_younger_page_is_fine(days: int) -> None:
    assert said(TODAY - timedelta(days=days)) == []


def test_without_a_policy_no_page_is_too_old() -> None:
    assert said(date(2001, 1, 1), most=None) == []


def test_unknown_is_not_stale() -> None:
    assert said(None) == []
