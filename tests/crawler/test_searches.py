"""What a site's own search shows is written down, and nothing else follows from it."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from expectations.model import Crawl, Inventory, OrganisationType
from tests.crawler.fault_server import Answerer, Site, answer, page
from tests.crawler.webs import an_inventory, causes, crawled, run

SHELL = "<title>Zoeken</title><body><div id=root></div><noscript>Zet JavaScript aan.</noscript>"


def searching(site: Site, search: bytes | Answerer) -> Inventory:
    """A site with a complaint route, whose search answers like this."""
    site.answers["/"] = page("Begin", "/klacht Een klacht indienen")
    site.answers["/klacht"] = page("Een klacht indienen")
    site.answers["*"] = lambda connection, path: (
        (search if isinstance(search, bytes) else search(connection, path))
        if path.startswith("/zoeken?q=")
        else answer(404)
    )
    return an_inventory(site.url("/"), site.url("/klacht"), search=site.url("/zoeken?q={query}"))


def shown(found: Crawl, site: Site, words: str = "klacht") -> list[str] | None:
    """The paths of the results for these words."""
    results = {unquote(asked.rpartition("=")[2]): paths for asked, paths in found.searches.items()}
    return [path.removeprefix(site.origin) for path in results[words]] if words in results else None


def test_the_results_are_kept_in_order_without_pages_of_results(tmp_path: Path) -> None:
    with Site() as site:
        links = (
            "/nieuws",
            "/klacht Een klacht indienen",
            "/zoeken?q=klacht&page=2 Volgende",
            "/zoeken/uitgebreid",
            "/nieuws",
        )
        inventory = searching(site, page("Zoeken", *links, "https://www.elders.example/ Elders"))
        found = crawled(inventory, tmp_path)

        assert shown(found, site) == ["/nieuws", "/klacht"]
        assert shown(found, site, "klacht Portaal") == ["/nieuws", "/klacht"]


def test_a_question_is_no_address_of_the_site(tmp_path: Path) -> None:
    with Site() as site:
        found = crawled(searching(site, page("Zoeken", "/onbekend")), tmp_path)

        assert set(causes(found, site.origin)) == {"/", "/klacht"}
        assert found.run.requests == len(site.asked)
        assert found.origins[0].complete


def test_an_app_that_says_that_it_found_nothing_found_nothing(tmp_path: Path) -> None:
    with Site() as site:
        nothing = answer(body="<title>Zoeken</title><div id=__next><h1>Zoeken</h1><p>Geen resultaten.</p></div>")

        assert shown(crawled(searching(site, nothing), tmp_path), site) == []


@pytest.mark.parametrize("result", [answer(503), answer(403), answer(body=SHELL), answer(302, Location="/zoeken?q=")])
def test_what_cannot_be_read_is_not_known(result: bytes, tmp_path: Path) -> None:
    with Site() as site:
        assert crawled(searching(site, result), tmp_path).searches == {}


def test_no_results_are_an_answer_too(tmp_path: Path) -> None:
    with Site() as site:
        assert shown(crawled(searching(site, page("Geen resultaten")), tmp_path), site) == []


def test_a_search_that_leads_straight_to_a_page_shows_that_page(tmp_path: Path) -> None:
    with Site() as site:
        found = crawled(searching(site, answer(302, Location="/klacht")), tmp_path)

        assert shown(found, site) == ["/klacht"]


def test_robots_keep_us_from_the_search(tmp_path: Path) -> None:
    with Site() as site:
        inventory = searching(site, page("Zoeken", "/klacht"))
        site.answers["/robots.txt"] = answer(body="User-agent: *\nDisallow: /zoeken", kind="text/plain")

        assert crawled(inventory, tmp_path).searches == {}
        assert not [path for _, path in site.asked if path.startswith("/zoeken")]


def test_only_the_routes_on_the_searched_site_are_asked_for(tmp_path: Path) -> None:
    with Site() as site, Site({"/": page("Ander"), "/melden": page("Klacht")}) as other:
        inventory = searching(site, page("Zoeken", "/klacht"))
        (route,) = inventory.portal.routes
        elsewhere = replace(route, url=replace(route.url, nl=other.url("/melden")))
        ministry = replace(
            inventory.portal,
            id="vbz",
            type=OrganisationType.MINISTRY,
            name=replace(inventory.portal.name, nl="Voorbeeldzaken"),
            home=replace(inventory.portal.home, nl=other.url("/")),
            search=None,
            routes=(elsewhere,),
        )
        found = crawled(replace(inventory, ministries=(ministry,)), tmp_path)

        assert found.searches
        assert not [asked for asked in found.searches if "Voorbeeldzaken" in asked]


def test_a_resumed_crawl_does_not_ask_again(tmp_path: Path) -> None:
    with Site() as site:
        inventory = searching(site, page("Zoeken", "/klacht"))
        crawled(inventory, tmp_path)
        asked = len(site.asked)
        run(inventory, tmp_path, resume=True)

        assert len(site.asked) == asked
