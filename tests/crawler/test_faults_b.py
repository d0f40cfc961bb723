"""Crawl traps: left, reported, the rest of the site done, and no absence said that is not proved (catalogue B)."""

import hashlib
import itertools
import re
import socket
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.crawler.fault_server import Answerer, Site, answer, page
from tests.crawler.faulty_webs import (
    ROUTE,
    Content,
    Ended,
    Row,
    assert_row,
    assert_sound,
    declare,
    holds,
    run_program,
    run_rows,
    site_of,
)

_LOST = {"routes": [{"id": "klacht", "kinds": ["complaint"], "title": {"nl": "Een klacht over ons indienen"}}]}
_NUMBERS = itertools.count()


def calendar(_: socket.socket, path: str) -> bytes:
    found = re.fullmatch(r"/agenda/(\d+)/(\d+)", path)
    if not found:
        return answer(404)
    year, month = int(found[1]), int(found[2])
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    before = (year, month - 1) if month > 1 else (year - 1, 12)
    return page(f"Agenda {month} {year}", *("/agenda/{}/{}".format(*one) for one in (following, before)))


def facets(_: socket.socket, path: str) -> bytes:
    place, _mark, query = path.partition("?")
    if place != "/zoek":
        return answer(404)
    chosen = set(query.split("&")) - {""}
    links = ["/zoek?" + "&".join(sorted(chosen ^ {f"f{n}=1"})) for n in range(12)]
    return page("Zoeken", *links)


def grows(_: socket.socket, path: str) -> bytes:
    return page("Dieper", "a/b/", body="<base>") if path.startswith("/pad/") else answer(404)


def sessions(_: socket.socket, path: str) -> bytes:
    if not path.startswith("/sessie"):
        return answer(404)
    return page("Sessie", *(f"/sessie/{n}?sid={next(_NUMBERS)}" for n in range(4)))


def deep(_: socket.socket, path: str) -> bytes:
    if not path.startswith("/map"):
        return answer(404)
    return page("Map", f"{path}/{hashlib.sha256(path.encode()).hexdigest()[:6]}")


def fresh(_: socket.socket, path: str) -> bytes:
    if not path.startswith("/lijst"):
        return answer(404)
    words = (hashlib.sha256(str(next(_NUMBERS)).encode()).hexdigest() for _word in range(10))
    return page("Lijst", *("/lijst/" + re.sub(r"\d", "x", word[:12]) for word in words))


def sorted_lists(_: socket.socket, path: str) -> bytes:
    """A list in every order, each link with new tracking parameters."""
    place, _mark, query = path.partition("?")
    if place != "/cijfers":
        return answer(404)
    assert "utm_" not in query
    assert "fbclid" not in query
    orders = [f"sort={name}&order={way}" for name in "abcdef" for way in ("op", "neer")]
    return page(
        "Cijfers", *(f"/cijfers?{order}&utm_source=s{next(_NUMBERS)}&fbclid=x{next(_NUMBERS)}" for order in orders)
    )


def site(start: str, more: Answerer, clicks: int = 8, pages: Mapping[str, bytes] | None = None) -> dict[str, Content]:
    """A trap beside an ordinary part; the page of the route is only reached past some other pages."""
    ordinary = {f"/gewoon{n}": page(f"Gewoon {n}", f"/gewoon{n + 1 if n < clicks - 1 else 8}") for n in range(clicks)}
    last = {"/gewoon8": page("Laatste", f"{ROUTE} Klacht indienen")}
    return {"/": page("Dienst", start, "/gewoon0"), **ordinary, **last, "*": more, **(pages or {})}


def without_route(web: Mapping[str, Content]) -> Row:
    """The same trap on a site that has no route at all, where one is expected."""
    return Row(web={**web, ROUTE: answer(404), "/gewoon8": page("Laatste")}, given=_LOST)


_CALENDAR, _FRESH = site("/agenda/2026/11", calendar), site("/lijst", fresh, clicks=1)
ROWS: dict[str, Row] = {
    "b1": holds(web=_CALENDAR),
    "b2": holds(web=site("/sessie/1?sid=0", sessions)),
    "b3": holds(web=site("/zoek", facets)),
    "b4": holds(web=site("/pad/a/b/", grows)),
    "b6": holds(web=site("/cijfers", sorted_lists)),
    "b4-deep": holds(web=site("/map", deep)),
}
_STOPPED = {"b1": "trap", "b2": None, "b3": "trap", "b4": "trap", "b4-deep": "trap", "b6": None}
_AT_MOST = {"b1": 550, "b2": 25, "b3": 240, "b4": 40, "b4-deep": 50, "b6": 35}


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    rows = {**ROWS, "lost": without_route(_CALENDAR)}
    return run_rows(rows, tmp_path_factory.mktemp("b"), "--max-pages", "600")


@pytest.mark.parametrize("name", ROWS)
def test_the_rest_of_the_site_is_done(name: str, ended: Ended) -> None:
    assert_row(ended, name, ROWS[name])
    assert ended.sites[name].times("/gewoon8") == 1


@pytest.mark.parametrize("name", ROWS)
def test_the_trap_is_left_and_told(name: str, ended: Ended) -> None:
    told = ended.origin(name)

    assert len(ended.sites[name].asked) <= _AT_MOST[name]
    assert told["stopped"] == _STOPPED[name]
    assert told["complete"] is (_STOPPED[name] is None)
    assert bool(told["traps"]) is (name in ("b1", "b3", "b4"))


def test_the_run_is_sound(ended: Ended) -> None:
    assert_sound(ended)
    assert ended.seconds < 60


def test_absence_beside_a_trap_is_said(ended: Ended) -> None:
    assert ended.verdict("lost") == "missing"
    assert "crawl-incomplete" not in ended.findings("lost")


def test_new_links_without_end_use_up_one_sites_budget_and_prove_no_absence(tmp_path: Path) -> None:
    rows = {"b7": holds(web=_FRESH), "lost": without_route(_FRESH), "other": holds()}
    ended = run_rows(rows, tmp_path, "--max-pages", "100")

    assert_sound(ended)
    assert [ended.verdict(name) for name in rows] == ["ok", "unverified", "ok"]
    assert ended.origin("b7")["stopped"] == ended.origin("lost")["stopped"] == "budget"
    assert [trap["pattern"].partition("/")[2] for trap in ended.origin("b7")["traps"]] == ["lijst/…"]
    assert ended.origin("other")["traps"] == []
    assert len(ended.sites["b7"].asked) <= 110
    assert set(ended.findings("lost")) == {"crawl-incomplete"}


def test_one_page_under_many_addresses_is_asked_for_once(tmp_path: Path) -> None:
    spellings = ("/%67ewoon0", "/gewoon0#deel", "/x/../gewoon0", "/gewoon0?utm_source=a&fbclid=b", "/gewoon0?")
    more = {"/gewoon0": page("Gewoon 0", *spellings, "/gewoon1")}
    ended = run_rows({"b5": holds(web=site("/gewoon0", lambda *_: answer(404), pages=more))}, tmp_path)

    assert_sound(ended)
    assert ended.sites["b5"].times("/gewoon0") == 1
    assert not [path for _, path in ended.sites["b5"].asked if "utm" in path or "%" in path]


def test_a_large_folder_that_the_budget_cuts_off_is_no_trap(tmp_path: Path) -> None:
    names = [hashlib.sha256(str(n).encode()).hexdigest()[:9] for n in range(400)]
    articles: dict[str, Content] = {
        f"/nieuws/{name}": page(name, *(f"/nieuws/{names[(n + more) % 400]}" for more in (1, 2, 5, 11, 23)))
        for n, name in enumerate(names)
    }
    web = {**articles, "/": page("Begin", f"/nieuws/{names[0]}", ROUTE)}
    ended = run_rows({"news": holds(web=web)}, tmp_path, "--max-pages", "90")

    assert ended.origin("news")["stopped"] == "budget"
    assert ended.origin("news")["traps"] == []


def test_links_beyond_what_one_page_may_have_are_known_and_prove_no_absence(tmp_path: Path) -> None:
    links = [f"/artikel-{'x' * n}" for n in range(1, 30)]
    many = {"/": page("Dienst", *links, "/laatste"), ROUTE: answer(404), **{link: page("Artikel") for link in links}}
    with ExitStack() as stack:
        portal, row = stack.enter_context(Site()), Row(web=many, given=_LOST)
        sites = {"many": stack.enter_context(site_of(row))}
        declare(tmp_path, portal, {"many": row}, sites)
        ended = run_program(tmp_path, sites, setup="from crawler import addresses; addresses.MAX_LINKS = 10")

    assert_sound(ended)
    assert ended.sites["many"].times("/artikel-xxx") == 1
    assert ended.sites["many"].times("/laatste") == 0
    assert ended.visit("many", "/laatste").outcome.value == "limit"
    assert (ended.verdict("many"), set(ended.findings("many"))) == ("unverified", {"crawl-incomplete"})
    assert not ended.origin("many")["complete"]
