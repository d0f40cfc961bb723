"""Network and HTTP: what each fault of a route page makes the program say (catalogue A)."""

import contextlib
import gzip
import socket
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from backports import zstd

from tests.crawler.fault_server import Site, answer, endless_body, endless_headers, in_turn, page, reset, silence
from tests.crawler.faulty_webs import (
    ROUTE,
    SECONDS,
    Content,
    Ended,
    Row,
    assert_row,
    assert_sound,
    fails,
    holds,
    raw,
    route_html,
    route_page,
    run_rows,
)

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
_BODY = route_html().encode()
_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n\r\n" + f"{len(_BODY):x}\r\n".encode() + _BODY + b"\r\n"
_LENGTH = f"Content-Length: {len(_BODY)}\r\n".encode()
_HUGE = b" " * 40_000_000


def drip(start: bytes, more: bytes, pause: float = 0.2) -> Callable[[socket.socket, str], None]:
    """One byte at a time, and never the last."""

    def send(connection: socket.socket, _: str) -> None:
        with contextlib.suppress(OSError):
            connection.sendall(start)
            for _turn in range(40):
                connection.sendall(more)
                time.sleep(pause)

    return send


def slow(*_: object) -> bytes:
    time.sleep(SECONDS / 4)
    return _OK + _LENGTH + b"Connection: close\r\n\r\n" + _BODY


def _moment(seconds: float) -> str:
    return formatdate(time.time() + seconds, usegmt=True)


def sends_to(location: str, status: int = 302) -> Content:
    return answer(status, Location=location)


def chain(length: int, status: int = 302) -> dict[str, Content]:
    hops: dict[str, Content] = {f"/h{n}": sends_to(f"/h{n + 1}", status) for n in range(1, length)}
    return {ROUTE: sends_to("/h1", status), **hops, f"/h{length}": route_page()}


def grows(_: socket.socket, path: str) -> bytes:
    return answer(302, Location=f"{path}x") if path.startswith("/groei") else answer(404)


ROWS: dict[str, Row] = {
    "a02-reset": fails("unreachable", reset, "reset"),
    "a02-host": fails("unreachable", reset, web={"*": reset, "/": reset, "/robots.txt": reset}),
    "a03": fails("unreachable", raw(b""), "reset"),
    "a04-fin": fails("unreachable", raw(_OK + _LENGTH + b"\r\n" + _BODY[:300]), "cut"),
    "a04-rst": fails("unreachable", raw(_OK + _LENGTH + b"\r\n" + _BODY[:300], then=reset), ""),
    "a05-last": fails("unreachable", raw(_CHUNKED), "cut"),
    "a05-hex": fails("unreachable", raw(_OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + _BODY), ""),
    "a06-smaller": holds(raw(_OK + f"Content-Length: {len(_BODY) - 9}\r\n\r\n".encode() + _BODY)),
    "a06-twice": fails("unreachable", raw(_OK + b"Content-Length: 5\r\n" + _LENGTH + b"\r\n" + _BODY), ""),
    "a06-negative": fails("unreachable", raw(_OK + b"Content-Length: -5\r\n\r\n" + _BODY), ""),
    "a06-chunked": holds(raw(_CHUNKED.replace(b"Transfer", _LENGTH + b"Transfer") + b"0\r\n\r\n")),
    "a07": fails("unreachable", silence, "timed-out"),
    "a08-headers": fails("unreachable", drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"), "timed-out"),
    "a08-body": fails("unreachable", drip(_OK + b"\r\n<p>", b"x"), "timed-out"),
    "a09": holds(slow),
    "a10": fails("unreachable", raw(_OK + _LENGTH + b"\r\n" + _BODY[:300], then=silence), "timed-out"),
    "a11": fails("unreachable", endless_body, "too-large"),
    "a11-declared": fails("unreachable", raw(_OK + b"Content-Length: 99000000\r\n\r\n<p>", then=silence), "too-large"),
    "a12-endless": fails("unreachable", endless_headers, "protocol"),
    "a12-200kb": fails("unreachable", raw(_OK + b"X-Big: " + b"x" * 200_000 + b"\r\n\r\n" + _BODY), "protocol"),
    "a12-5000": fails("unreachable", raw(_OK + b"X-More: yes, more of it\r\n" * 5_000 + b"\r\n" + _BODY), "protocol"),
    "a13-gzip": fails("unreachable", answer(body=gzip.compress(_HUGE), Content_Encoding="gzip"), "too-large"),
    "a13-double": fails(
        "unreachable",
        answer(body=gzip.compress(gzip.compress(_HUGE)), Content_Encoding="gzip, gzip"),
        "too-large",
    ),
    "a13-brotli": fails(
        "unreachable", answer(body=brotli.compress(_HUGE, quality=1), Content_Encoding="br"), "too-large"
    ),
    "a13-zstd": fails("unreachable", answer(body=zstd.compress(_HUGE), Content_Encoding="zstd"), "too-large"),
    "a14-lie": fails("unreachable", answer(body=_BODY, Content_Encoding="gzip"), "undecodable"),
    "a14-cut": fails("unreachable", answer(body=gzip.compress(_BODY)[:200], Content_Encoding="gzip"), "cut"),
    "a14-unknown": fails("unreachable", answer(body=_BODY, Content_Encoding="x-wonder"), "undecodable"),
    "a14-raw": holds(answer(body=zlib.compress(_BODY)[2:-4], Content_Encoding="deflate")),
    "a14-gzip": holds(answer(body=gzip.compress(_BODY), Content_Encoding="gzip")),
    "a14-zstd": holds(answer(body=zstd.compress(_BODY), Content_Encoding="zstd")),
    "a14-zstd-cut": fails("unreachable", answer(body=zstd.compress(_BODY)[:200], Content_Encoding="zstd"), "cut"),
    "a14-brotli-cut": fails("unreachable", answer(body=brotli.compress(_BODY)[:200], Content_Encoding="br"), "cut"),
    "a14-brotli": holds(answer(body=brotli.compress(_BODY), Content_Encoding="br")),
    "a17-nxdomain": fails(
        "page-broken", found="no-such-host", route=answer(404), url="http://klachten.bestaat-niet.invalid/"
    ),
    "a17-no-dns": fails("unreachable", found="name-error", url="http://klachten.voorbeeld.example/"),
    "a19-10": holds(raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + _BODY)),
    "a19-reason": holds(raw(_OK.replace(b" OK", b"") + _LENGTH + b"\r\n" + _BODY)),
    "a19-09": fails("unreachable", raw(_BODY), ""),
    "a19-letters": fails("unreachable", raw(_OK.replace(b"200", b"abc") + _LENGTH + b"\r\n" + _BODY), "protocol"),
    "a19-huge": fails("unreachable", raw(_OK.replace(b"200", b"99999") + _LENGTH + b"\r\n" + _BODY), "99999"),
    "a20-100": holds(raw(b"HTTP/1.1 100 Continue\r\n\r\n" + _OK + _LENGTH + b"\r\n" + _BODY)),
    "a20-103": holds(raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + _OK + _LENGTH + b"\r\n" + _BODY)),
    "a21-204": fails("page-unreadable", raw(b"HTTP/1.1 204 No Content\r\n\r\n"), "empty"),
    "a21-205": fails("page-unreadable", answer(205), "empty"),
    "a21-206": fails("unreachable", answer(206, _BODY[:400], Content_Range="bytes 0-399/900")),
    "a21-304": fails("unreachable", raw(b"HTTP/1.1 304 Not Modified\r\n\r\n")),
    "a22-404": fails("page-broken", answer(404), "404", most=2),
    "a22-410": fails("page-broken", answer(410), "410", most=2),
    "a23-401": fails("login-required", answer(401, WWW_Authenticate="Basic"), "401", most=2),
    "a23-form": fails(
        "login-required", page("Inloggen", body="<form><input name=u><input type=password></form>Wachtwoord")
    ),
    "a23-to-form": fails(
        "login-required",
        sends_to("/sso/login?terug=1"),
        web={"/sso/login?terug=1": page("Inloggen", body="<form><input type=password></form>")},
    ),
    "a24-400": fails("page-broken", answer(400), "400", most=2),
    "a24-406": fails("page-broken", answer(406), "406", most=2),
    "a24-418": fails("page-broken", answer(418), "418", most=2),
    "a24-451": fails("page-broken", answer(451), "451", most=2),
    "a25-500": fails("unreachable", answer(500), "500"),
    "a25-502": fails("unreachable", answer(502), "502"),
    "a25-503": fails("unreachable", answer(503), "503"),
    "a25-504": fails("unreachable", answer(504), "504"),
    "a25-520": fails("unreachable", answer(520), "520"),
    "a25-408": fails("unreachable", answer(408), "408"),
    "a26-once": holds(in_turn(answer(503), route_page())),
    "a26-twice": holds(in_turn(reset, answer(500), route_page())),
    "a26-404": holds(in_turn(answer(404), route_page())),
    "a27-seconds": holds(in_turn(answer(429, Retry_After="1"), route_page())),
    "a27-date": holds(in_turn(lambda *_: answer(429, Retry_After=_moment(2)), route_page())),
    "a28-year": fails("blocked", answer(429, Retry_After="31536000"), "429", most=1),
    "a28-text": fails("blocked", answer(429, Retry_After="soon"), "429"),
    "a28-503": fails("unreachable", answer(503, Retry_After="31536000"), "503"),
    "a29-503": fails("unreachable", answer(503, "<title>Onderhoud</title>Er is onderhoud.", Retry_After="0"), "503"),
    "a29-200": fails("unreachable", page("Deze website is in onderhoud"), "maintenance"),
    "a30-akamai": fails("blocked", answer(403, "<h1>Access Denied</h1>Reference #18.2f"), "403", most=1),
    "a30-cloudflare": fails(
        "blocked", answer(403, "<title>Just a moment...</title>", cf_mitigated="challenge"), "403", most=1
    ),
    "a30-999": fails("blocked", answer(999), "999", most=1),
    "a30-captcha": fails("blocked", answer(200, "<title>Are you a robot?</title><form>captcha</form>"), most=1),
    "a32-self": fails("redirect-loop", sends_to(ROUTE)),
    "a32-two": fails("redirect-loop", sends_to("/b"), web={"/b": sends_to(ROUTE)}),
    "a32-empty": fails("redirect-loop", sends_to("")),
    "a32-growing": fails("redirect-loop", sends_to("/groei"), web={"*": grows}),
    "a33-5": fails("page-moved", web=chain(5, 301), found="/h5"),
    "a33-5-temporary": holds(web=chain(5)),
    "a33-25": fails("redirect-loop", web=chain(25)),
    "a34-none": fails("unreachable", answer(302)),
    "a34-latin": holds(
        raw(b"HTTP/1.1 302 Found\r\nLocation: /klacht\xe9\r\nContent-Length: 0\r\n\r\n"),
        web={"/klacht%C3%A9": route_page()},
    ),
    "a36-file": fails("unreachable", sends_to("file:///etc/passwd")),
    "a36-script": fails("unreachable", sends_to("javascript:alert(1)")),
    "a36-data": fails("unreachable", sends_to("data:text/html,hallo")),
    "a36-ftp": fails("unreachable", sends_to("ftp://127.0.0.1/x")),
    "a37-meta": holds(
        answer(body='<meta http-equiv="refresh" content="0; url=/echt"><p>Even geduld'), web={"/echt": route_page()}
    ),
    "a37-header": holds(answer(body="<p>Even geduld", Refresh="0; url=/echt"), web={"/echt": route_page()}),
    "a37-script": fails("script-required", answer(body="<html><body><script>location.href='/echt'</script></body>")),
    "a37-meta-loop": fails(
        "redirect-loop",
        answer(body=f'<meta http-equiv="refresh" content="0; url={ROUTE}?x">'),
        web={f"{ROUTE}?x": answer(body=f'<meta http-equiv="refresh" content="0; url={ROUTE}">')},
    ),
    "a38": fails("page-soft-404", sends_to("/", 301)),
    "a40-wall": fails(
        "page-unreadable",
        answer(body="<title>Cookies</title><h1>Cookies</h1><p>Wij gebruiken cookies. Accepteer alle cookies.</p>"),
        "cookie-wall",
    ),
    "a40-cookie": holds(
        sends_to("/toets"),
        web={
            "/toets": answer(302, Location=ROUTE, Set_Cookie="gezien=1; Path=/; HttpOnly"),
            f"{ROUTE} with gezien=1": route_page(),
        },
    ),
    "a40-loop": fails("blocked", answer(302, Location=ROUTE, Set_Cookie="a=b")),
    "a41-soft": fails("page-soft-404", page("Pagina niet gevonden")),
    "a41-wildcard": fails(
        "page-soft-404",
        page("Oeps", body="<p>Hier is niets te zien, ga terug."),
        web={"*": page("Oeps", body="<p>Hier is niets te zien, ga terug.")},
    ),
    "a42": fails("page-soft-404", page("voorbeeld.nl", body="<h2>Dit domein is te koop</h2><p>Koop dit domein nu.")),
}


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """One run of the program over every row."""
    return run_rows(ROWS, tmp_path_factory.mktemp("a"))


@pytest.mark.parametrize("name", ROWS)
def test_the_truth_is_told(name: str, ended: Ended) -> None:
    assert_row(ended, name, ROWS[name])


def test_the_run_is_sound(ended: Ended) -> None:
    assert_sound(ended)
    assert ended.seconds < 60


def test_a_route_that_another_organisation_took_over_is_not_there(tmp_path: Path) -> None:
    with Site({ROUTE: route_page(), "/": page("Ander", ROUTE)}) as other:
        rows = {"a35": fails("page-soft-404", sends_to(other.url(ROUTE), 301), other.url(ROUTE))}
        taken = {"id": "klacht", "kinds": ["complaint"], "title": {"nl": "Klacht"}, "url": {"nl": other.url(ROUTE)}}
        rows["other"] = Row(given={"home": {"nl": other.url("/")}, "routes": [taken]})
        ended = run_rows(rows, tmp_path)

    assert_sound(ended)
    assert_row(ended, "a35", rows["a35"])
    assert ended.verdict("other") == "ok"


def test_a_route_on_another_origin_of_its_organisation_has_moved(tmp_path: Path) -> None:
    with Site({ROUTE: route_page(), "/": page("Ander", ROUTE)}) as second:
        row = fails("page-moved", sends_to(second.url(ROUTE), 301), second.url(ROUTE))
        row = replace(row, given={"scope": [second.url("/")]})
        ended = run_rows({"a35": row}, tmp_path)

    assert_sound(ended)
    assert_row(ended, "a35", row)
