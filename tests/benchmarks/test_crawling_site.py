"""The generated site of the crawling benchmark is what its truth says."""

import gzip
import re
from dataclasses import replace
from pathlib import Path

from benchmarks.crawling import peers, site
from benchmarks.crawling.clients import Found

_LINK = re.compile(r'<a [^>]*href="([^"]*)"')


def test_every_page_is_linked_and_every_link_counted(tmp_path: Path) -> None:
    truth = site.make(tmp_path, 60)
    pages = [gzip.decompress((tmp_path / "pages" / f"{n}.gz").read_bytes()).decode() for n in range(60)]
    links = [target for html in pages for target in _LINK.findall(html) if not target.startswith("tel:")]

    assert len(links) == truth.links
    assert set(truth.pages) <= set(links)
    assert {target for target in links if target.startswith("/weg/")} <= set(truth.broken)
    assert all(target in truth.pages for target in truth.redirects.values())
    assert site.read(tmp_path) == truth


def test_only_a_run_that_found_everything_found_all(tmp_path: Path) -> None:
    truth = site.make(tmp_path, 5)
    whole = Found(
        pages=frozenset(truth.pages),
        broken=frozenset(truth.broken),
        redirects=frozenset(truth.redirects),
        links=truth.links,
    )

    assert whole.judged(truth).endswith(": all")
    assert not replace(whole, links=truth.links - 1).judged(truth).endswith(": all")
    assert not replace(whole, broken=frozenset()).judged(truth).endswith(": all")
    assert "1 that are not there" in replace(whole, pages=frozenset(truth.pages) | {"/x"}).judged(truth)


ORIGIN = "http://127.0.0.1:8000"


def test_what_linkchecker_tells_is_read(tmp_path: Path) -> None:
    told = (
        "# created by LinkChecker\n"
        "urlname;parentname;base;result;warningstring;infostring;valid;url\n"
        f"/weg;{ORIGIN}/;;404 Not Found;;;False;{ORIGIN}/weg\n"
        f"/oud;{ORIGIN}/;;200 OK;Redirected to `{ORIGIN}/nieuw'.;;True;{ORIGIN}/nieuw\n"
        f"/groot;{ORIGIN}/;;200 OK;Content is very large.;;True;{ORIGIN}/groot\n"
        "# Stopped checking (1 minute, 7 seconds)\n"
    )
    (tmp_path / peers.TOLD).write_text(told, encoding="utf-8")

    seen = peers.linkchecker_told(ORIGIN, tmp_path)

    assert seen == peers.Seen(pages=None, broken=frozenset({"/weg"}), redirects=frozenset({"/oud"}))


def test_what_linkinator_tells_is_read(tmp_path: Path) -> None:
    told = f"url,status,state,parent,failureDetails\n{ORIGIN}/,200,OK,,[]\n{ORIGIN}/weg,404,BROKEN,{ORIGIN}/,[]\n"
    (tmp_path / peers.TOLD).write_text(told, encoding="utf-8")

    seen = peers.linkinator_told(ORIGIN, tmp_path)

    assert seen == peers.Seen(pages=frozenset({"/"}), broken=frozenset({"/weg"}), redirects=frozenset())


def test_pages_that_a_client_does_not_tell_are_not_counted(tmp_path: Path) -> None:
    truth = site.make(tmp_path, 5)

    assert Found(pages=None, broken=frozenset(truth.broken)).judged(truth).startswith("pages not told, 40 of 40 broken")
