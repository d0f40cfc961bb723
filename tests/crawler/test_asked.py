"""A crawl of just what is asked: where that leads, what is new there and promises something, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler import snapshot
from crawler.run import crawl
from crawler.scope import Asked
from expectations.model import Cause, Crawl
from tests.cli.small_web import KLACHT, SmallWeb, klacht, served
from tests.crawler.webs import an_inventory, quick


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with served() as web:
        yield web


def asked(web: SmallWeb, folder: Path, *paths: str, known: tuple[str, ...] = ()) -> Crawl:
    """The snapshot of a crawl that was asked for these paths."""
    pages, before = tuple(web.origin + path for path in paths), [web.origin + path for path in known]
    inventory = an_inventory(f"{web.origin}/", web.origin + KLACHT)
    assert crawl(inventory, folder, quick(), lambda _: None, Asked(pages=pages, known=before)).measured
    return snapshot.read(folder)[0]


def test_nothing_else_is_visited(web: SmallWeb, tmp_path: Path) -> None:
    found = asked(web, tmp_path, KLACHT, known=tuple(web.pages))

    assert web.asked == ["/robots.txt", KLACHT]
    assert found.pages[web.origin + KLACHT].sections  # read with care, as a route's page always is


def test_a_redirect_is_followed_to_its_end(web: SmallWeb, tmp_path: Path) -> None:
    web.pages |= {KLACHT: "> /a", "/a": "> /b", "/b": klacht()}

    found = asked(web, tmp_path, KLACHT, known=tuple(web.pages))

    assert web.asked == ["/robots.txt", KLACHT, "/a", "/b"]
    assert found.pages[f"{web.origin}/b"].sections


def test_a_dead_end_is_confirmed(web: SmallWeb, tmp_path: Path) -> None:
    web.pages[KLACHT] = 404

    found = asked(web, tmp_path, KLACHT)

    assert web.asked == ["/robots.txt", KLACHT, KLACHT]
    assert found.visits[web.origin + KLACHT].confirmed


def test_robots_txt_holds_for_what_is_asked_too(web: SmallWeb, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = "User-agent: *\nDisallow: /min/\n"

    found = asked(web, tmp_path, KLACHT)

    assert web.asked == ["/robots.txt"]
    assert found.visits[web.origin + KLACHT].cause is Cause.ROBOTS


def test_what_is_new_and_promises_something_is_visited_and_no_more(web: SmallWeb, tmp_path: Path) -> None:
    web.pages["/"] = (
        "<h1>Portaal</h1><p><a href='/min/'>Ministerie</a> <a href='/klachten-nieuw'>Klacht indienen</a>"
        " <a href='/nieuws'>Nieuws</a></p>"
    )
    web.pages["/klachten-nieuw"] = klacht()

    asked(web, tmp_path, "/", known=tuple(web.pages.keys() - {"/klachten-nieuw", "/nieuws"}))

    assert web.asked == ["/robots.txt", "/", "/klachten-nieuw"]
