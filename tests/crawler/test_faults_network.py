"""Our own network fails under way: nothing is judged, nothing is lost; and a site that is down is no such thing."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from crawler import reach
from crawler.guard import Guard
from tests.crawler.fault_server import Site, answer, page
from tests.crawler.faulty_webs import (
    ROUTE,
    Row,
    assert_sound,
    declare,
    fails,
    holds,
    route_page,
    run_program,
    site_of,
    start,
    timeless,
)
from tests.crawler.test_faults_f import ended, wait_until_asked

_PAGES = {f"/p{n}": page(f"Pagina {n}", f"/p{n + 1}", f"/p{n + 2}", f"/weg{n}") for n in range(40)}
_ROWS = {
    "large": holds(web={**_PAGES, "/": page("Begin", "/p0", f"{ROUTE} Klacht indienen")}),
    "gone": fails("page-broken", answer(404)),
    "busy": holds(route_page(), web={"/sitemap.xml": answer(503)}),
}


@contextmanager
def web(folder: Path, rows: dict[str, Row]) -> Iterator[tuple[Site, dict[str, Site]]]:
    with ExitStack() as stack:
        portal = stack.enter_context(Site())
        sites = {name: stack.enter_context(site_of(row)) for name, row in rows.items()}
        declare(folder, portal, rows, sites)
        yield portal, sites


@pytest.mark.parametrize("moment", [3, 25])
def test_when_nobody_answers_any_more_the_run_stops_and_goes_on_later(moment: int, tmp_path: Path) -> None:
    with web(tmp_path, _ROWS) as (portal, sites):
        undisturbed = run_program(tmp_path, sites)
        once = sum(len(site.asked) for site in sites.values())
        (tmp_path / "out").rename(tmp_path / "undisturbed")
        for site in sites.values():
            site.asked.clear()

        running = start(tmp_path, delay="0.02")
        wait_until_asked(sites["large"], moment)
        for site in (portal, *sites.values()):
            site.leave()
        code, err = ended(running)
        assert (code, "our own network" in err, "--resume" in err, "Traceback" in err) == (3, True, True, False)
        assert not (tmp_path / "out" / "report.json").exists()

        again, err = ended(start(tmp_path, "--resume"))
        assert (again, "our own network" in err) == (3, True)

        for site in (portal, *sites.values()):
            site.come_back()
        resumed = run_program(tmp_path, sites, "--resume")

    assert timeless(resumed.report) | {"run": 0} == timeless(undisturbed.report) | {"run": 0}
    assert resumed.report["run"]["outcomes"] == undisturbed.report["run"]["outcomes"]
    assert resumed.report["run"]["origins"] == undisturbed.report["run"]["origins"]
    assert sum(len(site.asked) for site in sites.values()) <= once + 16
    assert_sound(resumed)


def test_one_site_that_goes_away_among_others_is_not_our_network(tmp_path: Path) -> None:
    with web(tmp_path, _ROWS) as (_, sites):
        running = start(tmp_path, delay="0.02")
        wait_until_asked(sites["large"], 10)
        sites["large"].leave()
        code, err = ended(running)
        run = run_program(tmp_path, sites, "--resume")  # nothing is left to do

    assert (code, err) == (1, "")
    assert run.report["run"]["outcomes"]["unreachable"] > 0
    assert not {"page-broken", "link-broken", "route-missing"} & set(run.findings("large"))


def test_a_network_without_names_is_not_there() -> None:
    with Site() as site:
        own = Guard({("127.0.0.1", site.port): frozenset({"127.0.0.1"}), ("x.invalid", 80): frozenset({"127.0.0.1"})})

        assert reach.anyone(own, [("x.invalid", 80), ("127.0.0.1", site.port)], 0.0)()
        assert not reach.anyone(own, [("x.invalid", 80)], 0.0)()


def test_a_network_that_is_back_after_a_moment_is_there() -> None:
    site = Site()
    own = Guard({("127.0.0.1", site.port): frozenset({"127.0.0.1"})})
    site.leave()
    began = time.monotonic()

    assert not reach.anyone(own, [("127.0.0.1", site.port)], 0.2)()
    assert time.monotonic() - began >= 0.2
