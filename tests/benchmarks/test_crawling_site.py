"""The generated site of the crawling benchmark is what its truth says."""

import gzip
import re
from dataclasses import replace
from pathlib import Path

from benchmarks.crawling import site
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
    assert "1 that are not there" in replace(whole, pages=whole.pages | {"/x"}).judged(truth)
