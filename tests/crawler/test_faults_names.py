"""Names: which errors are final, both address families, and names that change what they stand for (A17, I3)."""

import socket
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.crawler.fault_server import Site, answer, page
from tests.crawler.faulty_webs import (
    ROUTE,
    Ended,
    Row,
    assert_row,
    assert_sound,
    declare,
    fails,
    holds,
    route_page,
    run_program,
    run_rows,
    site_of,
)
from tests.crawler.name_server import KNOWN, NO_DATA, NXDOMAIN, SERVFAIL, name_server, setup

_SAID = {"nx.voorbeeld.nl": NXDOMAIN, "sf.voorbeeld.nl": SERVFAIL, "leeg.voorbeeld.nl": NO_DATA, "nl": KNOWN}
ROWS = {
    "nx": fails("page-broken", answer(404), "no-such-host", url="http://nx.voorbeeld.nl/"),
    "sf": fails("unreachable", answer(404), "name-error", url="http://sf.voorbeeld.nl/"),
    "leeg": fails("unreachable", answer(404), "name-error", url="http://leeg.voorbeeld.nl/"),
    "stil": fails("unreachable", answer(404), "name-error", url="http://stil.voorbeeld.nl/"),
    "later": fails("unreachable", answer(404), "name-error", url="http://later.voorbeeld.nl/"),
}


def run(folder: Path, rows: dict[str, Row], setup: str, more: dict[str, Site] | None = None) -> Ended:
    with ExitStack() as stack:
        portal = stack.enter_context(Site())
        sites = {name: stack.enter_context(site_of(row)) for name, row in rows.items()}
        declare(folder, portal, rows, sites)
        return run_program(folder, sites | (more or {}), setup=setup)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    errors = {f"{name}.voorbeeld.nl": int(socket.EAI_NONAME) for name in ROWS}
    with name_server(_SAID) as port:
        again = {"later.voorbeeld.nl": int(socket.EAI_AGAIN)}
        return run(tmp_path_factory.mktemp("names"), ROWS, setup(errors | again, port))


@pytest.mark.parametrize("name", ROWS)
def test_only_an_authoritative_no_is_final(name: str, ended: Ended) -> None:
    assert_row(ended, name, ROWS[name])


def test_a_name_server_that_knows_no_name_at_all_is_not_believed(tmp_path: Path) -> None:
    with name_server({"nx.voorbeeld.nl": NXDOMAIN, "nl": NXDOMAIN}) as port:
        row = fails("unreachable", answer(404), "name-error", url="http://nx.voorbeeld.nl/")
        ended = run(tmp_path, {"nx": row}, setup({"nx.voorbeeld.nl": int(socket.EAI_NONAME)}, port))

    assert_sound(ended)
    assert_row(ended, "nx", row)


def test_the_run_is_sound(ended: Ended) -> None:
    assert_sound(ended)


@pytest.mark.parametrize("listens", ["127.0.0.1", "::1"])
def test_a_name_with_two_addresses_is_reached_at_the_one_that_listens(listens: str, tmp_path: Path) -> None:
    with Site({"/": page("Dienst", ROUTE), ROUTE: route_page()}, listens) as site:
        home = f"http://dubbel.voorbeeld.nl:{site.port}"
        row = holds(answer(404), url=home + ROUTE, given={"home": {"nl": home + "/"}})
        ended = run(tmp_path, {"two": row}, setup({"dubbel.voorbeeld.nl": ("::1", "127.0.0.1")}))

    assert_sound(ended)
    assert_row(ended, "two", row)
    assert site.times(ROUTE) == 1


def test_a_site_on_an_ipv6_address_is_visited(tmp_path: Path) -> None:
    with Site({"/": page("Dienst", ROUTE), ROUTE: route_page()}, "::1") as site:
        row = holds(answer(404), url=site.url(ROUTE), given={"home": {"nl": site.url("/")}})
        ended = run_rows({"six": row}, tmp_path)

    assert_sound(ended)
    assert_row(ended, "six", row)


def test_a_name_that_changes_where_it_leads_leads_nowhere_inside(tmp_path: Path) -> None:
    with Site({"/": page("Geheim")}, "127.0.0.2") as inside:
        home = f"http://wissel.voorbeeld.nl:{inside.port}"
        row = Row(verdict="unverified", code="crawl-incomplete", route=answer(404), url=home + ROUTE)
        changes = setup({"wissel.voorbeeld.nl": ("in turn", "127.0.0.1", "127.0.0.2")})
        ended = run(tmp_path, {"i3": row}, changes + "from crawler import guard; guard._KEEP_SECONDS = -1.0")

    assert inside.connections == 0
    assert_sound(ended)
    assert ended.verdict("i3") == "unverified"
