"""A page that has not changed since the last run is not sent again, and is known as well as if it had been."""

import signal
import sqlite3
import time
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler import snapshot
from crawler.earlier import EARLIER, MAX_AGE
from expectations.model import Cause, Crawl, Outcome, Page, Visit
from tests.crawler.archives import of, packed
from tests.crawler.fault_server import Site, answer, page, reset
from tests.crawler.test_resume import _child, _wait_until_asked
from tests.crawler.webs import an_inventory, crawled, run

_TAG = '"een"'
_LONG_AGO = "Mon, 05 Jan 2026 10:00:00 GMT"


def _tagged(content: bytes, **headers: str) -> bytes:
    """A response that names its state."""
    head, _, body = content.partition(b"\r\n\r\n")
    more = "".join(f"\r\n{name.replace('_', '-')}: {value}" for name, value in (headers or {"ETag": _TAG}).items())
    return head + more.encode() + b"\r\n\r\n" + body


def _same(**headers: str) -> bytes:
    return _tagged(answer(304), **headers)


def _site() -> Site:
    site = Site({"/": _tagged(page("Begin", "/a", "/b", "/weg")), "/klacht": _tagged(page("Klacht indienen"))})
    site.answers["/a"] = _tagged(page("A", "/c", "/klacht", "ftp://oud.invalid/x", body="<p>Bel 070 345 67 89.</p>"))
    site.answers["/b"], site.answers["/c"] = _tagged(page("B")), page("C")
    for path in ("/", "/a", "/b", "/klacht"):
        site.answers[f"{path} if {_TAG}"] = _same()
    return site


def _facts(crawl: Crawl) -> tuple[dict[str, Visit], dict[str, Page]]:
    """What was seen, but for when and how."""
    seen = {
        address: replace(visit, fetched=None, unchanged=None, etag="", last_modified="", record="")
        for address, visit in crawl.visits.items()
    }
    return seen, dict(crawl.pages)


def test_an_unchanged_page_is_carried_over_whole(tmp_path: Path) -> None:
    with _site() as site:
        inventory = an_inventory(site.url("/"), site.url("/klacht"))
        first = crawled(inventory, tmp_path)
        second = crawled(inventory, tmp_path)

        assert {path: asked for path, asked in site.conditions.items() if asked} == {"/a": _TAG, "/b": _TAG}
        assert _facts(second) == _facts(first)
        assert second.visits[site.url("/a")].unchanged == first.visits[site.url("/a")].fetched
        assert second.visits["ftp://oud.invalid/x"].cause is Cause.FORBIDDEN_SCHEME
        assert second.run.id != first.run.id


def test_what_the_inventory_or_the_last_report_names_is_asked_in_full(tmp_path: Path) -> None:
    with _site() as site:
        inventory = an_inventory(site.url("/"), site.url("/klacht"))
        crawled(inventory, tmp_path)
        crawled(inventory, tmp_path, known=frozenset({site.url("/a")}))

        assert {path: asked for path, asked in site.conditions.items() if asked} == {"/b": _TAG}


def test_a_changed_page_is_read_anew(tmp_path: Path) -> None:
    with _site() as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        site.answers[f"/a if {_TAG}"] = _tagged(page("Anders", "/d"), ETag='"twee"')
        site.answers["/d"] = page("D")
        second = crawled(an_inventory(site.url("/")), tmp_path)

        assert second.pages[site.url("/a")].title == "Anders"
        assert second.visits[site.url("/a")].unchanged is None
        assert site.url("/d") in second.pages
        assert site.url("/c") not in second.visits


def test_what_failed_is_asked_again_without_conditions(tmp_path: Path) -> None:
    with _site() as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        site.answers["/weg"] = page("Terug")
        second = crawled(an_inventory(site.url("/")), tmp_path)

        assert site.conditions["/weg"] == ""
        assert second.visits[site.url("/weg")].cause is Cause.ANSWERED


@pytest.mark.parametrize(
    "wrong", [_same(ETag='"iets anders"'), reset, answer(412), answer(503)], ids=["other state", "reset", "412", "503"]
)
def test_a_condition_that_a_site_does_not_understand_is_left_out(wrong: bytes, tmp_path: Path) -> None:
    with _site() as site:
        first = crawled(an_inventory(site.url("/")), tmp_path)
        site.answers[f"/b if {_TAG}"] = wrong
        second = crawled(an_inventory(site.url("/")), tmp_path)

        assert second.pages[site.url("/b")] == first.pages[site.url("/b")]
        assert second.visits[site.url("/b")].unchanged is None


def test_nothing_changed_is_no_answer_to_a_plain_request(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/a"), "/a": answer(304)}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert found.visits[site.url("/a")].outcome is Outcome.UNREACHABLE


def test_a_day_of_change_is_used_too_unless_the_sitemap_tells_a_later_one(tmp_path: Path) -> None:
    later = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    with Site({"/": page("Begin", "/a")}) as site:
        for path, following in (("/a", "/x"), ("/b", "/")):
            site.answers[path] = _tagged(page(path, following), Last_Modified=_LONG_AGO)
            site.answers[f"{path} if {_LONG_AGO}"] = _same(Last_Modified=_LONG_AGO)
        listed = f"<url><loc>{site.url('/b')}</loc><lastmod>{later}</lastmod></url>"
        site.answers["/x"] = page("X", "/b")  # by then the sitemap is known, even without a pause between requests
        site.answers["/sitemap.xml"] = answer(body=f"<urlset>{listed}</urlset>", kind="application/xml")
        crawled(an_inventory(site.url("/")), tmp_path)
        crawled(an_inventory(site.url("/")), tmp_path)

        assert site.conditions["/a"] == _LONG_AGO
        assert site.conditions["/b"] == ""


def test_a_page_that_changed_just_now_is_asked_in_full(tmp_path: Path) -> None:
    now = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    with Site({"/": page("Begin", "/a"), "/a": _tagged(page("A"), Last_Modified=now)}) as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        crawled(an_inventory(site.url("/")), tmp_path)

        assert site.conditions["/a"] == ""


@pytest.mark.parametrize(
    ("statement", "asks"),
    [
        ("SELECT 1", True),
        ("UPDATE meta SET value = 'other' WHERE key = 'rules'", False),
        ("UPDATE meta SET value = 'interrupted' WHERE key = 'end'", False),
        ("PRAGMA user_version = 1", False),
    ],
)
def test_only_a_finished_snapshot_by_the_same_rules_is_relied_on(statement: str, asks: bool, tmp_path: Path) -> None:
    with _site() as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        with sqlite3.connect(tmp_path / "crawl" / "journal.sqlite") as db:
            db.execute(statement)
        db.close()
        crawled(an_inventory(site.url("/")), tmp_path)

        assert (site.conditions["/b"] == _TAG) is asks


def test_a_page_is_seen_in_full_once_in_a_hundred_days(tmp_path: Path) -> None:
    old = (datetime.now(UTC) - timedelta(days=MAX_AGE + 1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    with _site() as site:
        first = crawled(an_inventory(site.url("/")), tmp_path)
        moment = first.visits[site.url("/b")].fetched
        with sqlite3.connect(tmp_path / "crawl" / "journal.sqlite") as db:
            db.execute("UPDATE addresses SET visit = replace(visit, ?, ?)", (moment, old))
        db.close()
        crawled(an_inventory(site.url("/")), tmp_path)

        assert site.conditions["/b"] == ""


def test_a_page_that_must_now_be_read_with_care_is_asked_in_full(tmp_path: Path) -> None:
    with _site() as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        site.answers["/"] = page("Begin", "/a", "/b Een klacht indienen")
        crawled(an_inventory(site.url("/")), tmp_path)

        assert site.conditions["/b"] == ""


def test_the_earlier_snapshot_stays_until_the_new_one_is_complete(tmp_path: Path) -> None:
    with Site({f"/p{n}": _tagged(page(f"P{n}", f"/p{n + 1}")) for n in range(40)}) as site:
        site.answers["/"] = page("Begin", "/p0")
        for n in range(40):
            site.answers[f"/p{n} if {_TAG}"] = _same()
        first = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path)
        site.asked.clear()
        with _child(site, tmp_path) as child:
            _wait_until_asked(site, 15)
            child.send_signal(signal.SIGKILL)
        assert (tmp_path / "crawl" / EARLIER).exists()

        time.sleep(0.1)
        site.conditions.clear()
        resumed = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path, resume=True)

        assert set(site.conditions.values()) >= {_TAG}
        assert _facts(resumed) == _facts(first)
        assert not (tmp_path / "crawl" / EARLIER).exists()


def test_a_crawl_that_measured_nothing_costs_nothing(tmp_path: Path) -> None:
    with _site() as site:
        inventory = an_inventory(site.url("/"))
        crawled(inventory, tmp_path)
    assert not run(inventory, tmp_path).measured
    assert (tmp_path / "crawl" / EARLIER).exists()
    with pytest.raises(snapshot.SnapshotError):
        snapshot.read(tmp_path)


def test_the_archive_holds_what_a_page_is_taken_to_be_however_old(tmp_path: Path) -> None:
    with _site() as site:
        inventory = an_inventory(site.url("/"), site.url("/klacht"))
        first = crawled(inventory, tmp_path)
        crawled(inventory, tmp_path)
        third = crawled(inventory, tmp_path)
        (kept,) = [one for one in of(packed(tmp_path), "response", site.url("/a")) if b" 304 " not in one.content[:20]]

        seen = third.visits[site.url("/a")]
        assert seen.record == kept.id == first.visits[site.url("/a")].record
        assert seen.unchanged == kept.headers["WARC-Date"]

    again = crawled(inventory, tmp_path / "zonder", offline=tmp_path / "crawl" / "archive.wacz")
    assert again == third


def test_without_the_archive_of_the_run_before_every_page_is_asked_in_full(tmp_path: Path) -> None:
    with _site() as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        (tmp_path / "crawl" / "archive.wacz").unlink()
        second = crawled(an_inventory(site.url("/")), tmp_path)

        assert not any(site.conditions.values())
        assert second.visits[site.url("/a")].record in {one.id for one in packed(tmp_path)}


def test_a_damaged_archive_makes_a_page_asked_in_full(tmp_path: Path) -> None:
    with _site() as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        path = tmp_path / "crawl" / "archive.wacz"
        with zipfile.ZipFile(path) as package:
            start = package.getinfo("archive/data.warc.gz").header_offset + 60
            length = package.getinfo("archive/data.warc.gz").file_size
        content = bytearray(path.read_bytes())
        content[start : start + length - 60] = bytes(length - 60)
        path.write_bytes(content)
        second = crawled(an_inventory(site.url("/")), tmp_path)

        assert site.conditions["/a"] == ""
        assert second.visits[site.url("/a")].record in {one.id for one in packed(tmp_path)}
