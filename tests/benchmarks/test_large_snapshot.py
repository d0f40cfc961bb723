"""The large snapshot is one that the program can judge, and the judgement is the one that was put in."""

from pathlib import Path

import pytest

from benchmarks.large_snapshot import write
from benchmarks.large_web import DAY, Fate, pages, sites
from crawler import snapshot
from expectations.evaluate import evaluate
from expectations.inventory import read_sources
from expectations.model import Report

SIZE, ROUTES = 400, 12


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder: Path = tmp_path_factory.mktemp("large")
    write(folder, SIZE, ROUTES)
    crawl, sources = snapshot.read(folder)
    return evaluate(read_sources(sources), crawl, DAY)


def test_it_has_the_pages_and_routes_that_were_asked_for(report: Report) -> None:
    ministries = [one for one in report.organisations if one.type == "ministry"]

    assert SIZE - ROUTES <= report.pages <= SIZE
    assert sum(len(one.routes) for one in ministries) == ROUTES


def test_routes_are_found_gone_moved_and_missing_as_they_were_written(report: Report) -> None:
    fates = [route.fate for site in sites(SIZE, ROUTES) for route in site.routes]
    found = [finding.code for finding in report.findings]

    for code, fate in {"page-broken": Fate.GONE, "page-moved": Fate.MOVED, "route-missing": Fate.ABSENT}.items():
        assert found.count(code) == fates.count(fate) > 0


def test_a_page_is_as_large_as_promised() -> None:
    web = sites(2_000, 3)
    ordinary = [page for page in pages(web[0], web) if "/onderwerpen/" in page.address]
    links = [sum(1 for _ in page.links) for page in ordinary]
    texts = [len(page.text) for page in ordinary]

    assert 90 <= sum(links) / len(links) <= 100
    assert 1_800 <= sum(texts) / len(texts) <= 2_200


def test_pages_of_a_site_share_their_menu() -> None:
    web = sites(200, 3)

    assert len({page.link_blocks[0] for page in pages(web[0], web)}) == 1
