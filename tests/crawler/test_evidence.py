"""Everything that was received is archived as received, whatever happens to the crawl."""

import gzip
import json
from pathlib import Path

import pytest

from crawler import snapshot
from crawler.archive import NAME
from expectations.model import Cause, Outcome
from tests.crawler.archives import of, packed, records
from tests.crawler.fault_server import Answerer, Site, answer, page, reset
from tests.crawler.test_resume import _child, _site, _wait_until_asked
from tests.crawler.webs import an_inventory, crawled, run

_HTML = b"<!doctype html><html lang=nl><title>Klacht</title><body><h1>Klacht</h1><p>Een klacht indienen."
_NOTHING_THERE = "http://127.0.0.1:9/weg"  # the discard port: nobody listens


def test_a_response_is_archived_byte_for_byte(tmp_path: Path) -> None:
    sent = b"HTTP/1.1 200 Prima\r\ncontent-TYPE:text/html\r\nX-Twice: a\r\nX-Twice:  b\r\nContent-Length: %d\r\n\r\n%b"
    sent %= (len(_HTML), _HTML)
    with Site({"/": sent}) as site:
        crawled(an_inventory(site.url("/")), tmp_path)

        (response,) = of(packed(tmp_path), "response", site.url("/"))
        (request,) = of(packed(tmp_path), "request", site.url("/"))
    assert response.content == sent
    assert response.headers["WARC-IP-Address"] == "127.0.0.1"
    assert request.content.startswith(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n".encode())
    assert request.headers["WARC-Concurrent-To"] == response.headers["WARC-Record-ID"]


def test_a_content_coding_stays_and_a_transfer_coding_goes(tmp_path: Path) -> None:
    body = gzip.compress(_HTML)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    with Site({"/": head + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

        (response,) = of(packed(tmp_path), "response", site.url("/"))
    assert found.pages[site.url("/")].title == "Klacht"
    assert response.content == head.replace(b"Transfer-", b"X-Archive-Orig-Transfer-") + body


def test_everything_that_was_asked_is_there(tmp_path: Path) -> None:
    answers: dict[str, bytes | Answerer] = {
        "/": page("Begin", "/weg", "/door", "/kapot", _NOTHING_THERE),
        "/robots.txt": answer(body="User-agent: *\nAllow: /", kind="text/plain"),
        "/door": answer(301, Location="/doel"),
        "/doel": page("Doel"),
        "/kapot": reset,
    }
    with Site(answers) as site:
        found = crawled(an_inventory(site.url("/"), site.url("/")), tmp_path)
        archive = packed(tmp_path)

        assert len(of(archive, "response", site.url("/robots.txt"))) == 1
        assert len(of(archive, "response", site.url("/sitemap.xml"))) == 1
        assert len(of(archive, "response", site.url("/door"))) == 1
        assert len(of(archive, "response", site.url("/weg"))) == site.times("/weg")
        assert len(of(archive, "metadata", site.url("/kapot"))) == site.times("/kapot")
        assert all(b"cause: reset\r\n" in record.content for record in of(archive, "metadata", site.url("/kapot")))
        assert sum(record.kind == "response" for record in archive) == len(site.asked) - site.times("/kapot")
    named = {visit.record for visit in found.visits.values() if visit.attempts}
    assert "" not in named
    assert named <= {record.id for record in archive}


def test_a_visit_names_the_record_of_its_last_answer(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/weg")}) as site:
        found = crawled(an_inventory(site.url("/"), site.url("/weg")), tmp_path)
        tries = of(packed(tmp_path), "response", site.url("/weg"))

    visit = found.visits[site.url("/weg")]
    assert visit.attempts == len(tries) == 2
    assert visit.record == tries[-1].id
    assert visit.fetched == tries[-1].headers["WARC-Date"]


def test_what_robots_txt_forbids_rests_on_robots_txt(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/dicht")}) as site:
        site.answers["/robots.txt"] = answer(body="User-agent: *\nDisallow: /dicht", kind="text/plain")
        found = crawled(an_inventory(site.url("/")), tmp_path)
        (rules,) = of(packed(tmp_path), "response", site.url("/robots.txt"))

    visit = found.visits[site.url("/dicht")]
    assert visit.cause is Cause.ROBOTS
    assert (visit.record, visit.fetched) == (rules.id, rules.headers["WARC-Date"])


def test_a_large_body_that_was_left_is_marked(tmp_path: Path) -> None:
    film = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 900000\r\n\r\n" + b"x" * 900_000
    with Site({"/": page("Begin", "/film.mp4"), "/film.mp4": film}) as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        (response,) = of(packed(tmp_path), "response", site.url("/film.mp4"))

    assert response.headers["WARC-Truncated"] == "unspecified"
    assert len(response.content) < 1_000


@pytest.mark.parametrize("moment", [5, 60])
def test_a_killed_crawl_leaves_an_archive_that_goes_on(moment: int, tmp_path: Path) -> None:
    with _site() as site:
        with _child(site, tmp_path) as child:
            _wait_until_asked(site, moment)
            child.kill()
        left = records((tmp_path / "crawl" / NAME).read_bytes())
        with (tmp_path / "crawl" / NAME).open("ab") as file:
            file.write(b"\x1f\x8b\x08\x00 the torn beginning of a record")
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path, resume=True)

    archive = packed(tmp_path)
    assert [record.id for record in left[: len(left) - 2]] == [record.id for record in archive[: len(left) - 2]]
    assert {visit.record for visit in found.visits.values() if visit.attempts} <= {record.id for record in archive}
    assert len({record.id for record in archive}) == len(archive)
    assert not (tmp_path / "crawl" / NAME).exists()


def test_what_the_disk_lost_is_named_no_more(tmp_path: Path) -> None:
    with _site() as site:
        with _child(site, tmp_path) as child:
            _wait_until_asked(site, 60)
            child.kill()
        with (tmp_path / "crawl" / NAME).open("r+b") as file:
            file.truncate(3_000)
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path, resume=True)

    known = {record.id for record in packed(tmp_path)}
    assert {visit.record for visit in found.visits.values()} - {""} <= known
    assert any(visit.record == "" for visit in found.visits.values() if visit.attempts)


def test_an_interrupted_crawl_keeps_the_archive_of_the_one_before(tmp_path: Path) -> None:
    with Site({"/": page("Begin")}) as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        before = (tmp_path / "crawl" / "archive.wacz").read_bytes()
        site.answers = {"*": reset}

        assert not run(an_inventory(site.url("/")), tmp_path).measured
    assert (tmp_path / "crawl" / "archive.wacz").read_bytes() == before
    with pytest.raises(snapshot.SnapshotError):
        snapshot.read(tmp_path)


def test_a_bounded_archive_keeps_what_findings_may_rest_on(tmp_path: Path) -> None:
    with Site({"/": page("Begin", *(f"/p{n}" for n in range(9)), "/weg"), "*": page("Bladzijde")}) as site:
        site.answers["/weg"], site.answers["/klacht"] = answer(404), page("Klacht indienen")
        inventory = an_inventory(site.url("/"), site.url("/klacht"))
        found = crawled(inventory, tmp_path, max_archive=1)
        kept = {record.address for record in packed(tmp_path) if record.kind in ("response", "metadata")}

    for path in ("/", "/weg", "/klacht", "/robots.txt"):
        assert site.url(path) in kept
    assert site.url("/p3") not in kept
    assert (found.visits[site.url("/p3")].record, found.visits[site.url("/p3")].cause) == ("", Cause.ANSWERED)
    told = json.loads((tmp_path / "crawl" / "manifest.json").read_text(encoding="utf-8"))
    assert told["archive"] == {"file": "archive.wacz", "left_out": 9}

    again = crawled(inventory, tmp_path / "zonder", offline=tmp_path / "crawl" / "archive.wacz")
    assert again.visits[site.url("/p3")].outcome is Outcome.LIMIT
    assert not again.origins[0].complete
