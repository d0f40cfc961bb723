"""robots.txt is understood as RFC 9309 says."""

import pytest

from crawler.robots import MAX_BYTES, Robots, Rules, bearable, of_answer
from expectations.model import Cause

_ORIGIN = "https://www.example.nl"


def _robots(body: str | bytes) -> Robots:
    return Robots(of_answer(200, body.encode() if isinstance(body, str) else body), "meldroute/1 (+x)")


@pytest.mark.parametrize(("status", "closed"), [(404, None), (403, None), (401, None), (302, None)])
def test_a_missing_robots_forbids_nothing(status: int, closed: Cause | None) -> None:
    assert of_answer(status, b"User-agent: *\nDisallow: /").closed is closed
    assert of_answer(status, b"").text == ""


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_robots_in_trouble_forbids_everything(status: int) -> None:
    assert of_answer(status, b"").closed is Cause.ROBOTS_UNREACHABLE


def test_the_longest_rule_wins_and_allow_wins_a_tie() -> None:
    robots = _robots("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /*.pdf$\nDisallow: /c\nAllow: /c")

    assert not robots.allow(f"{_ORIGIN}/a/x")
    assert robots.allow(f"{_ORIGIN}/a/b/x")
    assert not robots.allow(f"{_ORIGIN}/x.pdf")
    assert robots.allow(f"{_ORIGIN}/x.pdf?y")
    assert robots.allow(f"{_ORIGIN}/c")


def test_our_own_name_has_its_own_rules() -> None:
    robots = _robots("User-agent: meldroute\nAllow: /\n\nUser-agent: *\nDisallow: /")

    assert robots.allow(f"{_ORIGIN}/x")


@pytest.mark.parametrize(("asked", "kept"), [("2", 2.0), ("30", 30.0), ("veel", 0.0), ("-1", 0.0)])
def test_the_delay_is_kept(asked: str, kept: float) -> None:
    assert _robots(f"User-agent: *\nCrawl-delay: {asked}").delay == kept


@pytest.mark.parametrize(("asked", "closed"), [("30", None), ("31", Cause.ROBOTS), ("1e9", Cause.ROBOTS)])
def test_a_wish_for_longer_pauses_than_half_a_minute_closes_the_site(asked: str, closed: Cause | None) -> None:
    rules = bearable(Rules(text=f"User-agent: *\nCrawl-delay: {asked}"), "meldroute/1 (+https://a.nl)")

    assert rules.closed is closed


def test_only_the_first_part_of_a_huge_file_counts() -> None:
    robots = _robots("User-agent: *\n" + "# vulling\n" * (MAX_BYTES // 10) + "Disallow: /")

    assert robots.allow(f"{_ORIGIN}/x")


@pytest.mark.parametrize(
    "body", [b"\xef\xbb\xbfUser-agent: *\rDisallow: /x\r", b"\x00\xff\nUser-agent: *\nDisallow: /x"]
)
def test_usable_lines_in_rubbish_count(body: bytes) -> None:
    assert not _robots(body).allow(f"{_ORIGIN}/x")


def test_sitemaps_are_named() -> None:
    assert _robots("Sitemap: /kaart.xml\nsitemap: https://a.nl/b.xml").sitemaps == (
        "/kaart.xml",
        "https://a.nl/b.xml",
    )
