"""Content: odd characters, broken or hostile HTML, strange links; never a crash, never a silent loss (catalogue D)."""

import socket
import time

import pytest

from tests.crawler.fault_server import answer, page
from tests.crawler.faulty_webs import (
    Content,
    Ended,
    Row,
    assert_row,
    assert_sound,
    fails,
    holds,
    route_html,
    route_page,
    run_rows,
)

_HTML = route_html("<p>Privé, één café</p>")
_PDF = b"%PDF-1.7\n" + b"x" * 900
_WIDE = _HTML.replace("<meta charset=utf-8>", "")


def sent(body: str | bytes, kind: str = "text/html; charset=utf-8") -> Content:
    return answer(body=body, kind=kind)


def linked(before: str, after: str = "", path: str = "/ver", **given: str) -> Row:
    """A route page on which the link to another page stands behind something nasty."""
    body = route_html().replace("</main>", f'{before}<a href="{path}">Verder lezen</a>{after}</main>')
    return holds(sent(body, **given), web={"/ver": page("Ver")})


def pieces(connection: socket.socket, _: str) -> None:
    """A body in small pieces, cut in the middle of characters."""
    body = _HTML.encode()
    connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode())
    for start in range(0, len(body), 97):
        connection.sendall(body[start : start + 97])
        time.sleep(0.001)


ROWS: dict[str, Row] = {
    "d01-lie": holds(sent(_HTML.encode("latin-1"), "text/html; charset=utf-8")),
    "d01-latin": holds(sent(_WIDE.encode("latin-1"), "text/html; charset=iso-8859-1")),
    "d01-unknown": holds(sent(_HTML, "text/html; charset=x-wonder")),
    "d01-utf7": holds(sent(_HTML.encode("ascii", "xmlcharrefreplace"), "text/html; charset=utf-7")),
    "d01-pieces": holds(pieces),
    "d02-bom": holds(sent(b"\xef\xbb\xbf" + _HTML.encode(), "text/html")),
    "d02-utf16": holds(sent(_WIDE.encode("utf-16"), "text/html")),
    "d02-utf16-header": holds(sent(_WIDE.encode("utf-16-le"), "text/html; charset=utf-16le")),
    "d03": holds(sent(_HTML.replace("é", "Ã©"))),
    "d04": holds(sent(_HTML.replace("Bent u", "Bent\x00\x01\x1f\ufffe u").replace("één", "&#xd800;&#0;&#x110000;"))),
    "d05-open": holds(sent(_HTML.replace("</p>", "").replace("</main></body></html>", "<table><tr><td"))),
    "d05-quote": linked("", after='<p title="nooit gesloten> <a href="/nooit">'),
    "d06-div": linked("<div>" * 5_000),
    "d06-deep": linked("<div>" * 100_000),
    "d06-tables": linked("<table><tr><td>" * 5_000),
    "d06-tags": fails("unreachable", sent(route_html("<p><b>x</b></p>" * 120_000)), "too-large"),
    "d06-font": linked("<font>" * 20_000),
    "d07-large": linked("<p>" + "woord " * 1_000_000 + "</p>"),
    "d07-50mb": fails("unreachable", sent("<p>" + "woord " * 9_000_000), "too-large"),
    "d07-attribute": linked(f'<p title="{"x" * 3_000_000}">x</p>'),
    "d07-attributes": linked("<p " + " ".join(f"a{n}=b" for n in range(50_000)) + ">x</p>"),
    "d08-mail": linked("<p>" + "a@" * 60_000 + "</p>"),
    "d08-zeros": linked("<p>" + "0" * 200_000 + "</p>"),
    "d08-blanks": linked("<p>" + " " * 200_000 + "x</p>"),
    "d08-letters": linked("<p>" + "a" * 60_000 + "</p><p>" + "a." * 40_000 + "@</p>"),
    "d09-dtd": linked('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>&b;&nooit;'),
    "d09-copy": holds(route_page("", "/x?a=1&copy=2"), web={"/x?a=1&copy=2": page("X"), "/x?a=1%C2%A9=2": answer(404)}),
    "d10-base": holds(
        sent(
            _HTML.replace("<title>", "<base href=/map/><base href=/fout/><title>").replace("</main>", "<a href=x>x</a>")
        ),
        web={"/map/x": page("X")},
    ),
    "d12": holds(
        route_page(
            "<!-- <a href=/no1>x</a> --><script>'<a href=/no2>x</a>'</script><template><a href=/no3>x</a>"
            "</template><noscript><a href=/wel>x</a></noscript>"
        ),
        web={"/wel": page("Wel")},
    ),
    "d13": holds(
        route_page(
            "",
            "javascript:void(0)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "tel:0701234567",
            "blob:x",
            "",
            "#",
            "sms:12",
            "whatsapp://send",
            "about:blank",
        )
    ),
    "d14": holds(
        route_page(
            "",
            "http://faß.bestaat-niet.example/",
            "http://xn--a/",
            f"http://{'l' * 64}.example/",
            "http://а.example/",
            "http://xn--fiqs8s.example/",
            "http://münchen.example:80/",
            "http://١٢٧.٠.٠.١/",
            "http://-x-.example/",
        )
    ),
    "d15": holds(
        route_page("", "/caf%C3%A9", "/caf%c3%a9", "/café", "/a b", "/a%20b", "\\x\\y", "/%", "/%zz"),
        web={path: page("X") for path in ("/caf%C3%A9", "/a%20b", "/x/y", "/%", "/%zz", "/%25", "/%25zz")},
    ),
    "d16": holds(
        route_page(
            "",
            "http://",
            "http:///",
            "http://127.0.0.1:99999/",
            "http://[zz]/",
            "//",
            "http://exa mple/",
            "http://a..b/",
            "http://%00/",
        )
    ),
    "d17": holds(
        route_page("<p id=deel>x</p>", "#deel", "#:~:text=klacht", "/ver#/spa/pad", "#"), web={"/ver": page("V")}
    ),
    "d20-type": holds(answer(body=_HTML, kind="text/plain")),
    "d20-none": holds(answer(body=_HTML, kind="")),
    "d20-xhtml": holds(sent('<?xml version="1.0" encoding="utf-8"?>' + _HTML, "application/xhtml+xml")),
    "d21-empty": fails("page-unreadable", sent(""), "empty"),
    "d21-tags": fails("page-unreadable", sent("<!doctype html><html><body><div></div><img src=x></body></html>")),
    "d21-scripts": fails(
        "script-required", sent('<html><body><div id="root"></div><script src=/a.js></script></body>')
    ),
    "d21-garbage": fails("page-unreadable", sent("<p>" + "\ufffd\x02\x03 " * 300), "garbage"),
    "d16-secrets": Row(
        verdict="inconsistent",
        code="link-broken",
        route=route_page(
            "", "http://piet:geheim123@klachten.bestaat-niet.invalid/", "/weg?token=geheim456&key=geheim789"
        ),
    ),
    "d20-pdf": Row(verdict="hard-to-find", code="document-only", route=answer(body=_PDF, kind="application/pdf")),
    "d20-lie": Row(verdict="hard-to-find", code="document-only", route=answer(body=_PDF)),
    "d22": holds(
        route_page(
            '<form method=get action="/nooit"><button formaction="/ook-nooit">Ga</button></form>'
            '<form method=post action="/nooit-post"><input name=x></form>'
        )
    ),
    "d23": holds(route_page("", "/" + "x" * 8_000, "/" + "y" * 100_000)),
}


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    return run_rows(ROWS, tmp_path_factory.mktemp("d"), seconds=15)


@pytest.mark.parametrize("name", ROWS)
def test_the_truth_is_told(name: str, ended: Ended) -> None:
    assert_row(ended, name, ROWS[name])


@pytest.mark.parametrize("name", [name for name in ROWS if name[:3] in ("d05", "d06", "d07", "d08", "d09")])
def test_links_are_found_past_what_is_nasty(name: str, ended: Ended) -> None:
    if name in ("d05-open", "d06-tags", "d07-50mb", "d09-copy"):
        return
    assert ended.sites[name].times("/ver") == 1


def test_the_run_is_sound(ended: Ended) -> None:
    assert_sound(ended)
    assert ended.seconds < 60


def test_links_lead_where_a_browser_would_go(ended: Ended) -> None:
    asked = {name: {path for _, path in ended.sites[name].asked} for name in ROWS}

    assert "/x?a=1&copy=2" in asked["d09-copy"]
    assert "/map/x" in asked["d10-base"]
    assert "/wel" in asked["d12"]
    assert not {"/no1", "/no2", "/no3"} & asked["d12"]
    assert not [path for path in asked["d13"] if path.startswith(("/java", "/sms", "/whats"))]
    assert ended.sites["d15"].times("/caf%C3%A9") == 1
    assert {"/a%20b", "/x/y"} <= asked["d15"]
    assert not {path for path in asked["d22"] if "nooit" in path}
    assert max(len(path) for path in asked["d23"]) < 3_000


def test_addresses_that_cannot_be_have_one_outcome_each(ended: Ended) -> None:
    odd = [visit for visit in ended.crawl.visits.values() if visit.cause.value in ("invalid-address", "too-long")]

    assert len(odd) >= 6
    assert all(len(visit.address) <= 20_000 for visit in odd)


def test_passwords_and_tokens_reach_no_report(ended: Ended) -> None:
    for file in ended.folder.rglob("*"):
        if file.is_file() and "crawl" not in file.parts:
            assert b"geheim" not in file.read_bytes(), file
