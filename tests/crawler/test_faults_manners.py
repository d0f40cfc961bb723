"""Politeness, measured where it counts: at the server."""

import itertools
import socket
import time
from pathlib import Path

from tests.crawler.fault_server import Site, answer, page, reset
from tests.crawler.faulty_webs import ROUTE, Ended, assert_sound, fails, holds, route_page, run_rows

_LINKS = [f"/artikel-{'x' * n}" for n in range(1, 60)]
_MANY = {**{link: page("Artikel") for link in _LINKS}, "/": page("Begin", *_LINKS, f"{ROUTE} Klacht indienen")}


def gaps(site: Site) -> list[float]:
    return [later - earlier for (earlier, _), (later, _) in itertools.pairwise(site.asked)]


def test_one_request_at_a_time_with_the_delay_between_starts(tmp_path: Path) -> None:
    flying, most = 0, 0

    def slow(_: socket.socket, path: str) -> bytes:
        nonlocal flying, most
        flying += 1
        most = max(most, flying)
        time.sleep(0.15)
        flying -= 1
        return page(path)

    links = ["/a", "/b", "/c", "/d"]
    web = {**{link: slow for link in links}, "/": page("Begin", *links)}
    ended = run_rows({"one": holds(web=web), "two": holds(web=web)}, tmp_path, delay="0.1")

    assert_sound(ended)
    assert most <= 2  # one for each of the two sites
    assert min(min(gaps(site)) for site in ended.sites.values()) > 0.095


def test_retry_after_holds_for_the_whole_site_without_delay_too(tmp_path: Path) -> None:
    asked: list[float] = []

    def busy(_: socket.socket, __: str) -> bytes:
        asked.append(time.monotonic())
        return answer(429, Retry_After="1") if len(asked) == 1 else route_page()

    ended = run_rows({"m": holds(busy, web=_MANY)}, tmp_path)

    later = [moment for moment, _ in ended.sites["m"].asked if moment > asked[0] + 0.15]
    assert ended.verdict("m") == "ok"
    assert len(later) > 50
    assert min(later) - asked[0] > 0.95


def test_a_site_that_bans_us_is_left_alone_and_others_are_not(tmp_path: Path) -> None:
    count = itertools.count()

    def bans(_: socket.socket, path: str) -> bytes:
        return page(path) if next(count) < 20 else answer(403)

    web = {**{link: bans for link in _LINKS}, "/": page("Begin", *_LINKS), "/robots.txt": answer(404)}
    rows = {"bans": holds(web=web), "fine": holds()}
    ended = run_rows(rows, tmp_path)

    assert_sound(ended)
    assert next(count) <= 20 + 5 + 16
    assert ended.origin("bans")["stopped"] == "blocked"
    assert ended.verdict("fine") == "ok"
    assert "link-broken" not in ended.findings("bans")


def test_a_site_that_dies_under_way_is_not_asked_for_ever(tmp_path: Path) -> None:
    count = itertools.count()

    def dies(connection: socket.socket, path: str) -> bytes | None:
        if next(count) < 20:
            return page(path)
        reset(connection, path)
        return None

    web = {**{link: dies for link in _LINKS}, "/": page("Begin", *_LINKS), ROUTE: dies}
    ended = run_rows({"dies": fails("unreachable", web=web), "fine": holds()}, tmp_path)

    assert_sound(ended)
    assert next(count) <= 4 * len(_LINKS)
    assert not {"page-broken", "link-broken", "route-missing"} & set(ended.findings("dies"))


def test_an_address_is_asked_for_four_times_at_most(tmp_path: Path) -> None:
    rows = {"503": fails("unreachable", answer(503)), "404": fails("page-broken", answer(404))}
    ended = run_rows({f"m{name}": row for name, row in rows.items()}, tmp_path)

    assert ended.sites["m503"].times(ROUTE) == 4
    assert ended.sites["m404"].times(ROUTE) == 2


def test_waiting_is_between_all_looks_at_an_address(tmp_path: Path) -> None:
    ended = run_rows({"m": fails("unreachable", answer(503))}, tmp_path, wait="0.5")

    looks = [moment for moment, path in ended.sites["m"].asked if path == ROUTE]
    assert len(looks) == 4
    assert min(later - earlier for earlier, later in itertools.pairwise(looks)) > 0.49


def test_we_say_who_we_are_everywhere(tmp_path: Path) -> None:
    ended: Ended = run_rows({"m": holds()}, tmp_path)

    (agent,) = ended.sites["m"].agents
    assert agent.startswith("meldroute/")
    assert "+https://" in agent
    assert "@" in agent
