"""A crawl from an archive sees what the crawl that made the archive saw, and touches no network."""

import gzip
import io
import json
import os
import socket
import zipfile
from collections.abc import Callable, Mapping
from hashlib import md5
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler import snapshot, wacz
from crawler.surt import surt
from crawler.wacz_reader import ArchiveError
from expectations.model import Cause, Crawl, Inventory, Outcome, Stopped
from tests.crawler.archives import altered
from tests.crawler.fault_server import Answerer, Site, answer, endless_headers, page, reset
from tests.crawler.webs import an_inventory, crawled, run

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_HTML = b"<!doctype html><title>Klacht</title><h1>Klacht</h1><p>U kunt hier een klacht indienen."


def _closing(content: bytes) -> Answerer:
    return lambda *_: content


_ODD: dict[str, bytes | Answerer] = {
    "/gzip": _closing(_OK + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + gzip.compress(_HTML)),
    "/brok": _OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"%x\r\n%b\r\n0\r\n\r\n" % (len(_HTML), _HTML),
    "/kort": _closing(_OK + b"Content-Length: 9999\r\nConnection: close\r\n\r\n" + _HTML),
    "/pak": _OK + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
    "/vouw": _closing(b"HTTP/1.1 200 OK\nContent-Type:\n text/html\nGeen dubbelepunt\n\n" + _HTML),
    "/eerst": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + _OK + b"Content-Length: 6\r\n\r\n<p>Hoi",
    "/weg": answer(410),
    "/dicht": answer(401),
    "/stuk": answer(500),
    "/straks": answer(503, Retry_After="0"),
    "/reset": reset,
    "/hoofd": endless_headers,
    "/niets": _closing(b""),
    "/rond": answer(302, Location="/rond"),
    "/koek": answer(302, Location="/koek", Set_Cookie="a=b; Path=/"),
    "/koek with a=b": page("Met koek"),
    "/door": answer(301, Location="/klacht"),
    "/spoor": answer(302, Location="/spoor?utm_source=x"),
    "/spoor?utm_source=x": page("Spoor"),
    "/foto": answer(kind="image/jpeg", body=b"x" * 200_000),
    "/pdf": answer(kind="application/pdf", body=b"%PDF-1.4 niets"),
    "/leeg": answer(204),
    "/utf": answer(302, Location="/ÿ"),
    "/verder": answer(body="<meta http-equiv=refresh content='0; url=/klacht'>"),
    "/klacht": page("Een klacht indienen"),
    "/robots.txt": answer(body="User-agent: *\nDisallow: /geheim", kind="text/plain"),
    "/sitemap.xml": answer(body="<urlset><url><loc>/kaart</loc></url></urlset>", kind="application/xml"),
}


def _site(**more: bytes | Answerer) -> Site:
    paths = [path for path in _ODD if " " not in path] + ["/geheim", "http://10.0.0.1/"]
    return Site({**_ODD, "/": page("Begin", *paths), **more})


def _same(first: Crawl, second: Crawl) -> None:
    assert dict(second.visits) == dict(first.visits)
    assert second == first


def test_every_way_to_answer_and_to_fail_is_seen_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with _site() as site:
        routes = [site.url(path) for path in ("/klacht", "/weg", "/reset", "/koek", "/kort")]
        inventory = an_inventory(site.url("/"), *routes, search=site.url("/zoek?q={query}"))
        first = crawled(inventory, tmp_path / "met", max_pages=900)
    monkeypatch.setattr(socket, "socket", _no_network)
    monkeypatch.setattr(socket, "getaddrinfo", _no_network)

    again = _offline(inventory, tmp_path / "zonder", tmp_path / "met")

    assert len({visit.cause for visit in first.visits.values()}) >= 12
    _same(first, again)


def test_a_site_that_was_given_up_is_given_up_again(tmp_path: Path) -> None:
    answers = {"/": page("Begin", *(f"/p{n}" for n in range(30))), "/robots.txt": answer(404)}
    with Site(answers) as site:
        site.answers["*"] = answer(403)
        inventory = an_inventory(site.url("/"))
        first = crawled(inventory, tmp_path / "met", delay=0.001)

    assert first.origins[0].stopped is Stopped.BLOCKED
    _same(first, _offline(inventory, tmp_path / "zonder", tmp_path / "met"))


def test_a_limit_is_reached_again(tmp_path: Path) -> None:
    with Site({"/": page("Begin", *(f"/p{n}" for n in range(30))), "*": page("Bladzijde")}) as site:
        inventory = an_inventory(site.url("/"))
        first = crawled(inventory, tmp_path / "met", max_pages=9)

    again = _offline(inventory, tmp_path / "zonder", tmp_path / "met")
    assert again.origins == first.origins
    assert again.origins[0].stopped is Stopped.BUDGET
    assert set(again.pages) == set(first.pages)


def test_what_is_not_in_the_archive_is_not_known(tmp_path: Path) -> None:
    with Site({"/": page("Begin")}) as site:
        crawled(an_inventory(site.url("/")), tmp_path / "met")
        other = an_inventory(site.url("/"), site.url("/klacht"), "http://elders.example/klacht")

        again = _offline(other, tmp_path / "zonder", tmp_path / "met")

    for address in (site.url("/klacht"), "http://elders.example/klacht"):
        assert again.visits[address].outcome is Outcome.LIMIT
        assert again.visits[address].record == ""


def test_one_failure_is_not_confirmed_by_itself(tmp_path: Path) -> None:
    """Where the inventory asks more of an address now, the archive holds no second look at it."""
    with Site({"/": page("Begin", "/weg")}) as site:
        first = crawled(an_inventory(site.url("/")), tmp_path / "met")
        assert first.visits[site.url("/weg")].attempts == 1

        again = _offline(an_inventory(site.url("/"), site.url("/weg")), tmp_path / "zonder", tmp_path / "met")

    visit = again.visits[site.url("/weg")]
    assert (visit.cause, visit.attempts, visit.confirmed) == (Cause.NOT_FOUND, 1, False)


def test_an_archive_without_any_own_page_measures_nothing(tmp_path: Path) -> None:
    with Site({"/": page("Begin")}) as site:
        crawled(an_inventory(site.url("/")), tmp_path / "met")

    end = run(an_inventory("http://elders.example/"), tmp_path / "zonder", offline=tmp_path / "met/crawl/archive.wacz")
    assert not end.measured
    assert "archive" in end.message


def test_an_offline_crawl_can_take_the_place_of_its_own(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/a"), "/a": page("A")}) as site:
        inventory = an_inventory(site.url("/"))
        first = crawled(inventory, tmp_path)

    _same(first, _offline(inventory, tmp_path, tmp_path))
    _same(first, _offline(inventory, tmp_path, tmp_path))


def test_an_offline_crawl_is_not_gone_on_with_online(tmp_path: Path) -> None:
    with Site({"/": page("Begin")}) as site:
        inventory = an_inventory(site.url("/"))
        crawled(inventory, tmp_path)
        first = _offline(inventory, tmp_path, tmp_path)

        run(inventory, tmp_path, resume=True)
        assert snapshot.read(tmp_path)[0].run.id != first.run.id


@pytest.mark.parametrize("mode", ["plain", "chunked"])
def test_the_archive_of_another_program_is_read_too(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "ander.wacz"
    _made_elsewhere(path, {"http://site.example/": _HTML + b"<a href=/b>b</a>", "http://site.example/b": _HTML}, mode)

    end = run(an_inventory("http://site.example/"), tmp_path, offline=path)
    found = snapshot.read(tmp_path)[0]

    assert end.measured
    assert {visit.cause for visit in found.visits.values()} == {Cause.ANSWERED}
    assert found.pages["http://site.example/b"].title == "Klacht"
    assert (found.run.started, found.run.finished) == ("2026-10-01T12:00:00Z", "2026-10-01T12:00:00Z")


@pytest.mark.parametrize("headers", [{"WARC-Truncated": "length"}, {"WARC-Type": "revisit"}], ids=["cut", "revisit"])
def test_a_record_without_a_whole_response_is_no_answer(headers: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "ander.wacz"
    _made_elsewhere(path, {"http://site.example/": _HTML, "http://site.example/b": _HTML}, "plain", headers)

    end = run(an_inventory("http://site.example/", "http://site.example/b"), tmp_path, offline=path)

    assert not end.measured


def _dropped(part: str) -> Callable[[str, bytes], bytes | None]:
    return lambda name, content: None if name == part else content


def _changed(part: str, old: bytes, new: bytes) -> Callable[[str, bytes], bytes | None]:
    return lambda name, content: content.replace(old, new) if name == part else content


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_dropped("datapackage.json"), "not a whole WACZ"),
        (_dropped("indexes/index.cdxj"), "missing"),
        (_changed("archive/data.warc.gz", b"\x1f\x8b", b"\x1f\x8c"), "changed or damaged"),
        (_changed("datapackage.json", b"meldroute run", b"another run"), "was changed"),
        (_changed("indexes/index.cdxj", b'"200"', b'"404"'), "changed or damaged"),
    ],
)
def test_an_archive_that_was_tampered_with_is_refused(
    change: Callable[[str, bytes], bytes | None], message: str, tmp_path: Path
) -> None:
    with Site({"/": page("Begin")}) as site:
        inventory = an_inventory(site.url("/"))
        crawled(inventory, tmp_path)
    before = snapshot.read(tmp_path)
    altered(tmp_path / "crawl" / wacz.NAME, change)

    with pytest.raises(ArchiveError, match=message):
        run(inventory, tmp_path, offline=tmp_path / "crawl" / wacz.NAME)
    assert snapshot.read(tmp_path) == before


@pytest.mark.parametrize("content", [None, b"", b"PK no archive", "cut"])
def test_a_file_that_is_no_archive_is_refused(content: bytes | str | None, tmp_path: Path) -> None:
    path = tmp_path / "x.wacz"
    if content == "cut":
        _made_elsewhere(path, {"http://site.example/": _HTML}, "plain")
        os.truncate(path, path.stat().st_size // 2)
    elif isinstance(content, bytes):
        path.write_bytes(content)

    with pytest.raises(ArchiveError, match=r"x\.wacz"):
        run(an_inventory("http://site.example/"), tmp_path / "out", offline=path)
    assert not (tmp_path / "out").exists()


def _offline(inventory: Inventory, folder: Path, source: Path) -> Crawl:
    return crawled(inventory, folder, offline=source / "crawl" / wacz.NAME)


def _no_network(*_: object, **__: object) -> None:
    raise AssertionError("an offline crawl must not touch the network")


def _made_elsewhere(path: Path, pages: dict[str, bytes], mode: str, more: Mapping[str, str] | None = None) -> None:
    """A WACZ as other programs make them: none of our own keys, the index says what the WARC file says."""
    file, lines = io.BytesIO(), []
    writer = WARCWriter(file, gzip=True)
    for address, html in pages.items():
        headers, body = [("Content-Type", "text/html")], html
        if mode == "chunked":
            headers.append(("Transfer-Encoding", "chunked"))
            body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(html), html)
        start = file.tell()
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2026-10-01T12:00:00Z"},
        )
        for name, value in (more or {}).items():
            record.rec_headers.replace_header(name, value)
        writer.write_record(record)
        record.raw_stream.close()
        told = {"url": address, "offset": start, "length": file.tell() - start, "filename": "data.warc.gz"}
        lines.append(f"{surt(address)} 20261001120000 {json.dumps(told)}\n")
    files = {"archive/data.warc.gz": file.getvalue(), "indexes/index.cdxj": "".join(sorted(lines)).encode()}
    resources = [{"path": name, "hash": f"md5:{md5(content).hexdigest()}"} for name, content in files.items()]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
        package.writestr("datapackage.json", json.dumps({"wacz_version": "1.1.1", "resources": resources}))
