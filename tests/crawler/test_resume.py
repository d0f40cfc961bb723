"""A crawl that was stopped, in whatever way, goes on to the same result."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from crawler import snapshot
from crawler.settings import IN_FLIGHT
from expectations.model import Cause, Crawl, Visit
from tests.crawler.fault_server import Site, answer, page, silence
from tests.crawler.webs import an_inventory, crawled, run

_PAGES = 150
_CHILD = """
import sys
from pathlib import Path
from tests.crawler.webs import an_inventory, run
end = run(an_inventory(sys.argv[1] + "/", sys.argv[1] + "/klacht"), Path(sys.argv[2]), delay=float(sys.argv[3]))
print(end.interrupted)
"""


def _site() -> Site:
    answers = {
        f"/p{n}": page(f"Bladzijde {n}", f"/p{n * 2}", f"/p{n * 2 + 1}", f"/weg{n}", "/klacht")
        for n in range(1, _PAGES)
    }
    site = Site({**answers, "/": page("Begin", "/p1"), "/klacht": answer(301, Location="/p7")})
    site.answers["/robots.txt"] = answer(body="User-agent: *\nDisallow: /p50$", kind="text/plain")
    return site


def _child(site: Site, folder: Path, delay: float = 0.0) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", _CHILD, site.origin, str(folder), str(delay)]
    root = str(Path(__file__).parents[2])
    env = os.environ | {"PYTHONPATH": root}
    return subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.PIPE, text=True)


def _wait_until_asked(site: Site, count: int) -> None:
    deadline = time.monotonic() + 30
    while len(site.asked) < count and time.monotonic() < deadline:
        time.sleep(0.001)


def _timeless(crawl: Crawl) -> dict[str, Visit]:
    return {address: replace(visit, fetched=None, record="") for address, visit in crawl.visits.items()}


@pytest.mark.parametrize("moment", [3, 40, 120])
def test_a_killed_crawl_resumes_to_the_same_result(moment: int, tmp_path: Path) -> None:
    with _site() as site:
        inventory = an_inventory(site.url("/"), site.url("/klacht"))
        undisturbed = crawled(inventory, tmp_path / "heel")
        once = len(site.asked)
        site.asked.clear()

        with _child(site, tmp_path / "stuk") as child:
            _wait_until_asked(site, moment)
            child.kill()
        with pytest.raises(snapshot.SnapshotError, match="--resume"):
            snapshot.read(tmp_path / "stuk")
        resumed = crawled(inventory, tmp_path / "stuk", resume=True)

        assert _timeless(resumed) == _timeless(undisturbed)
        assert resumed.pages == undisturbed.pages
        assert list(resumed.visits) == sorted(resumed.visits)
        assert len(site.asked) - once <= IN_FLIGHT


def _killed_at(site: Site, path: str, folder: Path) -> None:
    """A crawl that is killed while it waits for the answer to this path."""
    asked = threading.Event()

    def hold(connection: socket.socket, path: str) -> None:
        asked.set()
        silence(connection, path)

    usual, site.answers[path] = site.answers[path], hold
    with _child(site, folder) as child:
        assert asked.wait(30)
        time.sleep(0.3)  # everything else is done by now
        child.kill()
    site.answers[path] = usual


def _listing(root: str, entry: str, *addresses: str) -> bytes:
    listed = "".join(f"<{entry}><loc>{address}</loc></{entry}>" for address in addresses)
    return answer(body=f"<{root}>{listed}</{root}>", kind="application/xml")


def test_the_parts_of_a_sitemap_are_not_lost(tmp_path: Path) -> None:
    with Site({"/": page("Begin"), "/klacht": page("Klacht"), "/a": page("A")}) as site:
        site.answers["/sitemap.xml"] = _listing("sitemapindex", "sitemap", site.url("/1.xml"), site.url("/2.xml"))
        site.answers["/1.xml"] = _listing("urlset", "url", site.url("/a"))
        site.answers["/2.xml"] = page("Geen sitemap")
        _killed_at(site, "/1.xml", tmp_path)
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path, resume=True)

        assert found.visits[site.url("/a")].in_sitemap
        assert not found.origins[0].sitemap  # a part of it could not be read
        assert [site.times(path) for path in ("/sitemap.xml", "/1.xml", "/2.xml")] == [1, 2, 1]


def test_the_cookie_that_a_site_asks_us_to_bring_is_not_lost(tmp_path: Path) -> None:
    with Site({"/": page("Begin"), "/klacht": answer(302, Location="/toets")}) as site:
        site.answers["/toets"] = answer(302, Location="/klacht", Set_Cookie="gezien=1; Path=/")
        site.answers["/klacht with gezien=1"] = page("Klacht")
        _killed_at(site, "/klacht with gezien=1", tmp_path)
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path, resume=True)

        assert found.visits[site.url("/klacht")].cause is Cause.ANSWERED
        assert site.times("/toets") == 1


def test_a_clock_that_was_set_back_makes_nothing_wait_for_a_day(tmp_path: Path) -> None:
    with Site({"/": page("Begin"), "/klacht": answer(503)}) as site:
        run(an_inventory(site.url("/"), site.url("/klacht")), tmp_path, confirm_after=0.01)
        with closing(sqlite3.connect(tmp_path / "crawl" / "journal.sqlite")) as journal, journal:
            journal.execute("UPDATE addresses SET due = due + 86400, state = 1")
            journal.execute("UPDATE meta SET value = '' WHERE key = 'end'")
        began = time.monotonic()
        crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path, resume=True)

        assert time.monotonic() - began < 20


def test_an_interrupted_crawl_writes_what_it_has(tmp_path: Path) -> None:
    with _site() as site:
        inventory = an_inventory(site.url("/"), site.url("/klacht"))
        with _child(site, tmp_path, delay=0.02) as child:
            _wait_until_asked(site, 15)
            child.send_signal(signal.SIGTERM)
            told, _ = child.communicate(timeout=20)

        assert told.strip() == "True"
        found, sources = snapshot.read(tmp_path)
        assert sources == {"portal.yaml": "id: p"}
        assert found.run.finished is None
        assert Cause.INTERRUPTED in {visit.cause for visit in found.visits.values()}
        assert not found.origins[0].complete

        assert crawled(inventory, tmp_path, resume=True).run.id == found.run.id


def test_a_finished_crawl_is_not_made_again(tmp_path: Path) -> None:
    with _site() as site:
        inventory = an_inventory(site.url("/"))
        first = crawled(inventory, tmp_path)
        site.asked.clear()

        assert run(inventory, tmp_path, resume=True).measured
        assert site.asked == []
        assert snapshot.read(tmp_path)[0] == first


def test_the_same_snapshot_reads_the_same(tmp_path: Path) -> None:
    with _site() as site:
        first = crawled(an_inventory(site.url("/")), tmp_path)

    again, _ = snapshot.read(tmp_path)
    assert again == first
    assert list(again.visits) == list(first.visits)
    assert list(again.pages) == list(first.pages)


def test_equal_blocks_of_links_are_one_object(tmp_path: Path) -> None:
    with Site({f"/{n}": page(f"Pagina {n}") for n in range(3)}) as site:
        site.answers["/"] = page("Begin", "/0", "/1", "/2")
        found = crawled(an_inventory(site.url("/")), tmp_path)

    blocks = [block for n in range(3) for block in found.pages[site.url(f"/{n}")].link_blocks]
    assert all(block is other for block in blocks for other in blocks if block == other)


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 300])
def test_a_damaged_journal_is_moved_aside(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl" / "journal.sqlite").write_bytes(damage)
    with pytest.raises(snapshot.SnapshotError):
        snapshot.read(tmp_path)

    with Site({"/": page("Begin")}) as site:
        end = run(an_inventory(site.url("/")), tmp_path, resume=True)

    assert "moved" in end.message
    assert len(list((tmp_path / "crawl").glob("*damaged*"))) == 1
    assert len(snapshot.read(tmp_path)[0].visits) == 1


def test_a_folder_without_a_crawl_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(snapshot.SnapshotError, match="meldroute crawl"):
        snapshot.read(tmp_path)


def test_the_manifest_tells_people_what_is_here(tmp_path: Path) -> None:
    with _site() as site:
        crawled(an_inventory(site.url("/")), tmp_path)

        told = json.loads((tmp_path / "crawl" / "manifest.json").read_text(encoding="utf-8"))
        assert "sensitive" in told["note"]
        assert told["run"]["end"] == "finished"
        assert told["addresses"] == sum(told["outcomes"].values())
        assert sorted(path.name for path in (tmp_path / "crawl").iterdir()) == [
            "archive.wacz",
            "journal.sqlite",
            "manifest.json",
        ]
