"""Endless sets of addresses are recognised; large sites are not mistaken for them."""

import pytest

from crawler.traps import Traps

_SITE = "https://www.example.nl"


def _first_trapped(addresses: list[str], found_on: str | None = None) -> int | None:
    traps = Traps(5_000)
    for number, address in enumerate(addresses):
        if traps.pattern(address, found_on or addresses[number - 1]):
            return number
    return None


def test_a_path_that_repeats_itself_is_a_trap() -> None:
    assert Traps(5_000).pattern(f"{_SITE}/a/b/a/b/a/c", None) == "www.example.nl/…/a/…"
    assert Traps(5_000).pattern(f"{_SITE}/a/b/a/b/c", None) is None


def test_facets_are_a_trap_when_they_lead_to_each_other() -> None:
    facets = [f"{_SITE}/zoeken?filter={n:x}z" for n in range(1_000)]

    assert _first_trapped(facets) == 200
    assert _first_trapped(facets, found_on=f"{_SITE}/overzicht") is None


def test_a_calendar_is_a_trap() -> None:
    days = [f"{_SITE}/agenda/{2026 + n // 365}/{n % 365}" for n in range(1_000)]

    assert _first_trapped(days) == 500


def test_an_archive_of_numbered_pages_is_no_trap() -> None:
    assert _first_trapped([f"{_SITE}/nieuws/bericht-{n}" for n in range(3_000)]) is None


def test_a_large_site_near_its_home_is_no_trap() -> None:
    traps = Traps(10_000)
    pages = [f"{_SITE}/sectie-{n % 9}/bericht-{n}" for n in range(6_000)]

    assert not any(traps.pattern(one, pages[0], clicks=6) for one in pages)
    assert traps.pattern(f"{_SITE}/sectie-1/bericht-1x", pages[0], clicks=6) is None
    assert traps.pattern(f"{_SITE}/sectie-1/bericht-6000", pages[0], clicks=30)


def test_the_limits_grow_with_what_may_be_visited() -> None:
    traps = Traps(100_000)

    assert all(traps.pattern(f"{_SITE}/p/{n}", f"{_SITE}/p/0") is None for n in range(20_000))


@pytest.mark.parametrize(("depth", "too_deep"), [(20, False), (21, True)])
def test_depth_is_bounded(depth: int, too_deep: bool) -> None:
    assert Traps.too_deep(_SITE + "/x" * depth) is too_deep
