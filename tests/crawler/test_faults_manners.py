"""Politeness, measured where it counts: at the server."""

import itertools
import socket
import time
from pathlib import Path

import pytest

from tests.crawler.fault_server import Answerer, Site, answer, page, reset
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
    web = {**dict.fromkeys(links, slow), "/": page("Begin", *links)}
    ended = run_rows({"one": holds(web=web), "two": holds(web=web)}, tmp_path, delay="0.1")

    assert_sound(ended)
    assert most <= 2  # one for each of the two sites
    assert min(min(gaps(site)) for site in ended.sites.values()) > 0.095


class Counted:
    """Answers well for a while, and then otherwise."""

    def __init__(self, before: int, after: Answerer) -> None:
        self.asked: list[float] = []
        self._before, self._after = before, after

    def __call__(self, connection: socket.socket, path: str) -> bytes | None:
        self.asked.append(time.monotonic())
        return page(path) if len(self.asked) <= self._before else self._after(connection, path)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, Counted, Counted, Counted]:
    """Without a delay: a site that bans us, one that dies, one that is busy, and one that is fine."""
    bans, dies = Counted(20, lambda *_: answer(403)), Counted(20, reset)
    busy = Counted(0, lambda *_: answer(429, Retry_After="1") if len(busy.asked) == 1 else route_page())
    rows = {
        "bans": holds(web={**dict.fromkeys(_LINKS, bans), "/": page("Begin", *_LINKS)}),
        "dies": fails("unreachable", web={**dict.fromkeys(_LINKS, dies), "/": page("Begin", *_LINKS), ROUTE: dies}),
        "busy": holds(busy, web=_MANY),
        "fine": holds(),
    }
    return run_rows(rows, tmp_path_factory.mktemp("m")), bans, dies, busy


def test_retry_after_holds_for_the_whole_site(ended: tuple[Ended, Counted, Counted, Counted]) -> None:
    run, _, _, busy = ended

    later = [moment for moment, _ in run.sites["busy"].asked if moment > busy.asked[0] + 0.3]
    assert run.verdict("busy") == "ok"
    assert len(later) > 40
    assert min(later) - busy.asked[0] > 0.95


def test_a_site_that_bans_us_is_left_alone(ended: tuple[Ended, Counted, Counted, Counted]) -> None:
    run, bans, _, _ = ended

    assert len(bans.asked) < len(_LINKS)
    assert run.origin("bans")["stopped"] == "blocked"
    assert not {"page-broken", "link-broken"} & set(run.findings("bans"))


def test_a_site_that_dies_under_way_is_not_called_broken(ended: tuple[Ended, Counted, Counted, Counted]) -> None:
    run, _, dies, _ = ended

    assert len(dies.asked) <= 4 * len(_LINKS)
    assert not {"page-broken", "link-broken", "route-missing"} & set(run.findings("dies"))


def test_the_others_are_not_touched_by_it(ended: tuple[Ended, Counted, Counted, Counted]) -> None:
    assert_sound(ended[0])
    assert ended[0].verdict("fine") == "ok"


def test_waiting_is_between_all_looks_at_an_address(tmp_path: Path) -> None:
    ended = run_rows({"m": fails("unreachable", answer(503))}, tmp_path, wait="0.5")

    looks = [moment for moment, path in ended.sites["m"].asked if path == ROUTE]
    assert len(looks) == 4
    assert min(later - earlier for earlier, later in itertools.pairwise(looks)) > 0.49


def test_we_say_who_we_are_everywhere(ended: tuple[Ended, Counted, Counted, Counted]) -> None:
    for site in ended[0].sites.values():
        (agent,) = site.agents
        assert agent.startswith("meldroute/")
        assert "+https://" in agent
        assert "@" in agent
