"""No door leads to an internal address: not one connection, whatever the web says (catalogue I)."""

import itertools
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.crawler.fault_server import Site, answer, page
from tests.crawler.faulty_webs import (
    ROUTE,
    Content,
    Ended,
    Row,
    assert_row,
    assert_sound,
    fails,
    holds,
    route_page,
    run_rows,
)


@contextmanager
def trap() -> Iterator[tuple[int, list[str]]]:
    """A port that is open on every address of this machine, and who came to it."""
    came: list[str] = []
    with socket.create_server(("", 0), family=socket.AF_INET6, dualstack_ipv6=True) as listener:
        listener.settimeout(0.1)
        stopped = threading.Event()

        def accept() -> None:
            while not stopped.is_set():
                try:
                    connection, address = listener.accept()
                except TimeoutError:
                    continue
                came.append(str(address))
                connection.close()

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield listener.getsockname()[1], came
        stopped.set()
        thread.join(5)


_SPELLINGS = [
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "0x7f000001",
    "127.1",
    "0177.0.0.1",
    "017700000001",
    "0.0.0.0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "a.localhost",
    "127.0.0.1.",
    "127.0.0.2",
    "①②⑦.0.0.1",
]


def rows(port: int) -> dict[str, Row]:
    inside = [f"http://{host}:{port}/x" for host in _SPELLINGS]
    hops: dict[str, Content] = {f"/h{n}": answer(302, Location=url) for n, url in enumerate(inside)}
    one = inside[0]
    robots = answer(body="\n".join(f"Sitemap: {url}" for url in inside), kind="text/plain")
    entries = "".join(f"<url><loc>{url}</loc></url>" for url in inside)
    index = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in inside)
    return {
        "links": holds(route_page("", *inside, *(url.replace("http:", "https:") for url in inside))),
        "redirects": holds(route_page("", *hops), web=hops),
        "refresh": holds(
            route_page("", "/meta"), web={"/meta": answer(body=f'<meta http-equiv=refresh content="0;url={one}">')}
        ),
        "robots": holds(web={"/robots.txt": robots}),
        "robots-moved": holds(web={"/robots.txt": answer(302, Location=one)}),
        "sitemap": holds(web={"/sitemap.xml": answer(body=f"<urlset>{entries}</urlset>", kind="text/xml")}),
        "sitemap-index": holds(web={"/sitemap.xml": answer(body=f"<sitemapindex>{index}</sitemapindex>")}),
        "sitemap-moved": holds(web={"/sitemap.xml": answer(302, Location=one)}),
        "base": holds(route_page(f"<base href='{one}'><a href='verder'>Verder</a>")),
        "canonical": holds(
            route_page(
                f"<link rel=canonical href='{one}'><link rel=alternate hreflang=en href='{one}'>"
                f"<img src='{one}' srcset='{one} 2x'><iframe src='{one}'></iframe><object data='{one}'></object>",
                Link=f'<{one}>; rel="alternate"; hreflang="en"',
            )
        ),
        "probe": holds(web={"*": answer(302, Location=one)}),
        "route": fails("crawl-incomplete", answer(302, Location=one)),
        "schemes": holds(
            route_page("", "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "data:text/html,x")
        ),
    }


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ended, dict[str, Row], list[str]]]:
    with trap() as (port, came):
        made = rows(port)
        yield run_rows(made, tmp_path_factory.mktemp("i")), made, came


def test_not_one_connection_is_made(ended: tuple[Ended, dict[str, Row], list[str]]) -> None:
    assert ended[2] == []


@pytest.mark.parametrize("name", rows(1))
def test_the_truth_is_told(name: str, ended: tuple[Ended, dict[str, Row], list[str]]) -> None:
    assert_row(ended[0], name, ended[1][name])


def test_the_run_is_sound(ended: tuple[Ended, dict[str, Row], list[str]]) -> None:
    assert_sound(ended[0])
    assert ended[0].report["run"]["outcomes"]["forbidden"] >= 10


def test_usual_ports_are_closed_too(tmp_path: Path) -> None:
    hosts = ("169.254.169.254", "10.0.0.1", "192.168.0.1", "100.64.0.1", "[fc00::1]", "[fe80::1]", "localhost", "127.9")
    links = [f"{scheme}://{host}/" for scheme, host in itertools.product(("http", "https"), hosts)]
    ended = run_rows({"i1": holds(route_page("", *links))}, tmp_path)

    inside = [v for v in ended.crawl.visits.values() if not v.address.startswith("http://127.0.0.1:")]
    assert_sound(ended)
    assert ended.verdict("i1") == "ok"
    assert {visit.outcome.value for visit in inside} == {"forbidden"}
    assert all(visit.status is None for visit in inside)


def test_cookies_are_brought_to_the_origin_that_set_them_only(tmp_path: Path) -> None:
    round_trip = {ROUTE: answer(302, Location=ROUTE, Set_Cookie="a=geheim"), f"{ROUTE} with a=geheim": route_page()}
    with ExitStack() as stack:
        other = stack.enter_context(Site({"/x": answer(302, Location="/x")}))
        row = holds(web={**round_trip, "/": page("Begin", ROUTE, other.url("/x"))}, given={"aliases": []})
        ended = run_rows(
            {"i7": row, "more": holds(web={"/": page("B", ROUTE, "/lus"), "/lus": answer(302, Location="/lus")})},
            tmp_path,
        )

    assert_row(ended, "i7", row)
    assert ended.sites["i7"].cookies == {"a=geheim"}
    assert ended.sites["more"].cookies == other.cookies == set()


def test_a_refused_address_is_told_by_its_reason(tmp_path: Path) -> None:
    ended = run_rows({"i1": fails("crawl-incomplete", answer(302, Location="http://10.0.0.1/"))}, tmp_path)

    told = json.dumps(ended.report["findings"])
    assert "forbidden" in told
