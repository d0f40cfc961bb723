"""robots.txt in every state: obeyed, and what it keeps us from is never called broken or missing (catalogue C)."""

import itertools
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.fault_server import answer, page, reset, silence
from tests.crawler.faulty_webs import (
    ROUTE,
    Content,
    Ended,
    Row,
    assert_row,
    assert_sound,
    fails,
    holds,
    raw,
    route_page,
    run_rows,
)

_LOST = {"routes": [{"id": "klacht", "kinds": ["complaint"], "title": {"nl": "Een klacht indienen"}}]}
_NEVER = "User-agent: *\nDisallow: /contact/\n"


def rules(text: str | bytes, kind: str = "text/plain") -> bytes:
    return answer(body=text, kind=kind)


def robots(content: Content, code: str = "", found: str = "", **given: Any) -> Row:
    more = {"web": {"/robots.txt": content} | given.pop("web", {})}
    if code:
        return fails(code, found=found, most=0, **more, **given)
    return holds(**more, **given)


ROWS: dict[str, Row] = {
    "c1-500": robots(answer(500), "robots-disallowed"),
    "c1-503": robots(answer(503), "robots-disallowed"),
    "c1-429": robots(answer(429), "robots-disallowed"),
    "c1-silence": robots(silence, "unreachable", "timed-out"),
    "c1-reset": robots(reset, "unreachable", "reset"),
    "c1-cut": robots(raw(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nUser-agent: *\n"), "robots-disallowed"),
    "c2-404": robots(answer(404)),
    "c2-410": robots(answer(410)),
    "c2-403": robots(answer(403)),
    "c2-401": robots(answer(401)),
    "c2-451": robots(answer(451)),
    "c2-empty": robots(rules("")),
    "c2-204": robots(raw(b"HTTP/1.1 204 No Content\r\n\r\n")),
    "c3-first": robots(rules(_NEVER + "# x\n" * 230_000), "robots-disallowed"),
    "c3-late": robots(rules("# xx\n" * 150_000 + _NEVER)),
    "c3-endless": robots(rules(_NEVER + "# x\n" * 4_000_000), "robots-disallowed"),
    "c4-html": robots(rules("<!doctype html><title>Niet gevonden</title>", "text/html")),
    "c4-bom": robots(rules(b"\xef\xbb\xbf" + _NEVER.encode()), "robots-disallowed"),
    "c4-nul": robots(rules(b"\x00\x00" + _NEVER.encode()), "robots-disallowed"),
    "c4-cr": robots(rules(_NEVER.replace("\n", "\r")), "robots-disallowed"),
    "c4-utf16": robots(rules(_NEVER.encode("utf-16")), "robots-disallowed"),
    "c4-binary": robots(rules(bytes(range(256)) * 50)),
    "c5-loop": robots(answer(302, Location="/robots.txt")),
    "c5-long": robots(
        answer(302, Location="/r1"), web={f"/r{n}": answer(302, Location=f"/r{n + 1}") for n in range(1, 20)}
    ),
    "c5-moved": robots(answer(301, Location="/regels.txt"), "robots-disallowed", web={"/regels.txt": rules(_NEVER)}),
    "c5-internal": robots(answer(302, Location="http://169.254.169.254/robots.txt")),
    "c1-429-year": robots(answer(429, Retry_After="31536000"), "blocked"),
    "c6-600": robots(rules("User-agent: *\nCrawl-delay: 600"), "robots-disallowed", "Crawl-delay: 600"),
    "c6-30": robots(rules("User-agent: Trage\nCrawl-delay: 600\n\nUser-agent: *\nCrawl-delay: 0")),
    "c6-odd": robots(rules("User-agent: *\nCrawl-delay: morgen\nCrawl-delay: -5")),
    "c7-all": robots(rules("User-agent: *\nDisallow: /"), "robots-disallowed"),
    "c7-name": robots(rules("User-agent: Meldroute\nDisallow: /\n\nUser-agent: *\nAllow: /"), "robots-disallowed"),
    "c7-other": robots(rules("User-agent: GPTBot\nDisallow: /")),
    "c7-wild": robots(rules("User-agent: *\nDisallow: /*/klacht"), "robots-disallowed"),
    "c7-end": robots(rules("User-agent: *\nDisallow: /contact/$")),
    "c7-tie": robots(rules(f"User-agent: *\nDisallow: {ROUTE}\nAllow: {ROUTE}")),
    "c7-longest": robots(rules(f"User-agent: *\nDisallow: /contact/\nAllow: {ROUTE}")),
    "c7-groups": robots(rules("User-agent: a\nUser-agent: *\nDisallow: /contact/\n"), "robots-disallowed"),
    "c7-link": holds(route_page("", "/dicht/a"), web={"/robots.txt": rules("User-agent: *\nDisallow: /dicht/")}),
    "c7-lost": Row(
        verdict="unverified", code="crawl-incomplete", web={"/robots.txt": rules(_NEVER)}, given=_LOST, most=0
    ),
    "c8-header": Row(verdict="hard-to-find", code="not-indexable", route=route_page(X_Robots_Tag="noindex, nofollow")),
}


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    return run_rows(ROWS, tmp_path_factory.mktemp("c"))


@pytest.mark.parametrize("name", ROWS)
def test_the_truth_is_told(name: str, ended: Ended) -> None:
    assert_row(ended, name, ROWS[name])


@pytest.mark.parametrize("name", [name for name in ROWS if name.startswith("c1")])
def test_without_rules_nothing_at_all_is_asked(name: str, ended: Ended) -> None:
    assert {path for _, path in ended.sites[name].asked} == {"/robots.txt"}
    assert len(ended.sites[name].asked) <= 3
    assert not ended.origin(name)["complete"]


def test_the_run_is_sound(ended: Ended) -> None:
    assert_sound(ended)


def test_at_most_five_redirects_are_followed_to_rules(ended: Ended) -> None:
    assert ended.sites["c5-long"].times("/r5") == 1
    assert ended.sites["c5-long"].times("/r6") == 0


def test_a_link_that_robots_txt_keeps_us_from_is_not_broken(ended: Ended) -> None:
    assert ended.sites["c7-link"].times("/dicht/a") == 0
    assert ended.visit("c7-link", "/dicht/a").outcome.value == "robots"
    assert "link-broken" not in ended.findings("c7-link")


def test_an_absence_behind_robots_txt_is_not_said(ended: Ended) -> None:
    assert ended.verdict("c7-lost") == "unverified"
    assert set(ended.findings("c7-lost")) == {"crawl-incomplete"}


def test_crawl_delay_is_kept_at_the_server(tmp_path: Path) -> None:
    web = {"/robots.txt": rules("User-agent: *\nCrawl-delay: 0.3"), "/a": page("A"), "/": page("Begin", "/a", ROUTE)}
    ended = run_rows({"c6": holds(web=web)}, tmp_path)

    moments = [moment for moment, _ in ended.sites["c6"].asked]
    assert len(moments) >= 6
    assert min(b - a for a, b in itertools.pairwise(moments[1:])) > 0.29
