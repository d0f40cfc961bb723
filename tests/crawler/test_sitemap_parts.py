"""Nothing follows from what a sitemap leaves out when a part of it could not be read."""

from pathlib import Path

import pytest

from tests.crawler.fault_server import Site, answer, page
from tests.crawler.webs import an_inventory, crawled


@pytest.mark.parametrize(("part", "counts"), [("{}", True), (None, False), ("<html>Even geduld</html>", False)])
def test_a_sitemap_counts_only_when_it_was_read_whole(part: str | None, counts: bool, tmp_path: Path) -> None:
    with Site({"/": page("Begin"), "/a": page("A"), "/b": page("B")}) as site:
        urls = "<urlset><url><loc>{}</loc></url></urlset>"
        site.answers["/sitemap.xml"] = answer(
            body=f"<sitemapindex><sitemap><loc>{site.url('/1.xml')}</loc></sitemap>"
            f"<sitemap><loc>{site.url('/2.xml')}</loc></sitemap></sitemapindex>",
            kind="application/xml",
        )
        site.answers["/1.xml"] = answer(body=urls.format(site.url("/a")), kind="application/xml")
        second = urls.format(site.url("/b")) if part == "{}" else part
        site.answers["/2.xml"] = answer(503) if second is None else answer(body=second, kind="application/xml")
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert found.origins[0].sitemap is counts
        assert found.visits[site.url("/a")].in_sitemap
