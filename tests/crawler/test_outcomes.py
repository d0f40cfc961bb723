"""Each way a visit can end is recorded as what it is."""

import gzip
from collections import Counter
from pathlib import Path

import pytest

from crawler.outcomes import OUTCOMES
from crawler.settle import settle
from expectations.model import Cause, Outcome, Visit
from tests.crawler.fault_server import (
    Answerer,
    Site,
    answer,
    endless_body,
    endless_headers,
    page,
    reset,
)
from tests.crawler.webs import an_inventory, crawled

_HTML = "<title>Pagina</title><p>tekst</p>"
_ROWS: dict[str, tuple[bytes | Answerer, Cause]] = {
    "/ok": (page(), Cause.ANSWERED),
    "/leeg": (answer(204), Cause.ANSWERED),
    "/pdf": (answer(body=b"%PDF-1.7", kind="application/pdf"), Cause.ANSWERED),
    "/404": (answer(404, _HTML), Cause.NOT_FOUND),
    "/410": (answer(410, _HTML), Cause.GONE),
    "/401": (answer(401, _HTML), Cause.LOGIN),
    "/400": (answer(400, _HTML), Cause.CLIENT_ERROR),
    "/451": (answer(451, _HTML), Cause.CLIENT_ERROR),
    "/403": (answer(403, _HTML), Cause.REFUSES_ROBOTS),
    "/500": (answer(500, _HTML), Cause.SERVER_ERROR),
    "/503": (answer(503, _HTML), Cause.SERVER_ERROR),
    "/onderhoud": (answer(503, "<title>Wij zijn zo terug</title>Er is onderhoud."), Cause.MAINTENANCE),
    "/onderhoud-200": (answer(200, "<title>Deze website is in onderhoud</title>"), Cause.MAINTENANCE),
    "/over-onderhoud": (page("Onderhoud aan wegen en bruggen"), Cause.ANSWERED),
    "/uitdaging": (answer(200, "<title>Just a moment...</title>"), Cause.REFUSES_ROBOTS),
    "/408": (answer(408, _HTML), Cause.TRY_AGAIN),
    "/304": (b"HTTP/1.1 304 Not Modified\r\n\r\n", Cause.PROTOCOL),
    "/reset": (reset, Cause.RESET),
    "/niets": (lambda *_: b"", Cause.RESET),
    "/rommel": (lambda *_: b"SSH-2.0-OpenSSH\r\n\r\n", Cause.PROTOCOL),
    "/kort": (
        lambda *_: b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>kort",
        Cause.CUT,
    ),
    "/halve-gzip": (answer(body=gzip.compress(_HTML.encode() * 99)[:60], Content_Encoding="gzip"), Cause.CUT),
    "/geen-gzip": (answer(body=_HTML, Content_Encoding="gzip"), Cause.UNDECODABLE),
    "/bom": (answer(body=gzip.compress(b" " * 12_000_000), Content_Encoding="gzip"), Cause.TOO_LARGE),
    "/eindeloos": (endless_body, Cause.TOO_LARGE),
    "/koppen": (endless_headers, Cause.PROTOCOL),
    "/lus": (answer(302, Location="/lus"), Cause.REDIRECT_LOOP),
    "/heen": (answer(302, Location="/weer"), Cause.REDIRECT_LOOP),
    "/weer": (answer(302, Location="/heen"), Cause.REDIRECT_LOOP),
    "/leeg-adres": (answer(302, Location=""), Cause.REDIRECT_LOOP),
    "/koekje": (answer(302, Location="/koekje", Set_Cookie="a=b"), Cause.REFUSES_ROBOTS),
    "/zonder": (answer(302), Cause.BAD_REDIRECT),
    "/bestand": (answer(302, Location="file:///etc/passwd"), Cause.BAD_REDIRECT),
    "/verhuisd": (answer(301, Location="/ok"), Cause.REDIRECTED),
    "/verhuisd-weg": (answer(301, Location="/404"), Cause.NOT_FOUND),
    "/ververs": (answer(200, '<meta http-equiv="refresh" content="0; url=/ok">'), Cause.REDIRECTED),
    "/intern": (answer(302, Location="http://169.254.169.254/latest"), Cause.FORBIDDEN_ADDRESS),
    "/keten0": (answer(302, Location="/keten1"), Cause.REDIRECTED),
    **{f"/keten{n}": (answer(302, Location=f"/keten{n + 1}"), Cause.REDIRECTED) for n in range(1, 5)},
    "/keten5": (page(), Cause.ANSWERED),
    "/verboden": (page(), Cause.ROBOTS),
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Visit]:
    """One crawl over every row, each linked from the home page."""
    with Site({path: content for path, (content, _) in _ROWS.items()}) as site:
        site.answers["/robots.txt"] = answer(body="User-agent: *\nDisallow: /verboden\n", kind="text/plain")
        site.answers["/"] = page("Begin", *_ROWS)
        found = crawled(an_inventory(site.url("/")), tmp_path_factory.mktemp("uit"))
        assert site.times("/verboden") == 0
        return {address.removeprefix(site.origin): visit for address, visit in found.visits.items()}


@pytest.mark.parametrize("path", _ROWS)
def test_each_row_ends_in_its_cause(path: str, results: dict[str, Visit]) -> None:
    assert results[path].cause is _ROWS[path][1]
    assert results[path].outcome is OUTCOMES[_ROWS[path][1]]


def test_every_address_has_one_visit(results: dict[str, Visit]) -> None:
    expected = {*_ROWS, "/", "http://169.254.169.254/latest"}

    assert set(results) == expected
    assert sum(Counter(visit.outcome for visit in results.values()).values()) == len(expected)


def test_every_cause_has_an_outcome() -> None:
    assert set(OUTCOMES) == set(Cause)


def test_permanent_redirects_are_told_from_temporary_ones(results: dict[str, Visit]) -> None:
    assert results["/verhuisd"].permanent
    assert not results["/keten0"].permanent
    assert not results["/ververs"].permanent


def test_a_chain_of_more_than_ten_redirects_never_arrives(tmp_path: Path) -> None:
    hops = {f"/k{n}": answer(302, Location=f"/k{n + 1}") for n in range(30)}
    with Site(hops | {"/": page("Begin", "/k0")}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert found.visits[site.url("/k0")].cause is Cause.TOO_MANY_REDIRECTS
        assert site.times("/k12") == 0


def test_a_redirect_has_the_outcome_of_its_end() -> None:
    away = Visit(address="a", outcome=Outcome.MOVED, cause=Cause.REDIRECTED, status=301, location="b")
    gone = Visit(address="b", outcome=Outcome.BROKEN, cause=Cause.GONE, status=410, confirmed=True)

    settled = settle({"a": away, "b": gone})["a"]

    assert (settled.outcome, settled.cause, settled.confirmed) == (Outcome.BROKEN, Cause.GONE, True)


def test_a_redirect_to_itself_with_a_parameter_we_leave_out_is_followed(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/a"), "/a": answer(302, Location="/a?sid=1"), "/a?sid=1": page("A")}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert found.visits[site.url("/a")].cause is Cause.ANSWERED
        assert found.pages[site.url("/a")].title == "A"
