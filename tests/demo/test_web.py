import re
from collections import Counter
from urllib.parse import urldefrag

import pytest

from demo import faults
from demo.content import plain
from demo.organisations import MINISTRIES, ORGANISATIONS, PORTAL, PORTAL_EN, Organisation, Route
from demo.places import REFERRAL_COMPLAINT, REFERRAL_INTEGRITY, REFERRAL_INTEGRITY_EN, Places
from demo.site import Site
from tests.demo.webs import ORIGINS, a_web, answer, arrive, clicks, graph, links

PLACES = Places(ORIGINS)
SOUND = [
    (organisation, route, language)
    for organisation in ORGANISATIONS
    for route in organisation.routes
    for language in route.languages
    if not faults.LAST.of_route(organisation.id, route.id, language)
    and not route.valid_until
    and not set(route.kinds) <= faults.LAST.variants("kind-missing", organisation.id)
]
EXTERNAL = [entry for entry in SOUND if entry[1].audience == "external"]
REMARKS = {"fragment-missing", "hard-to-read", "link-text-vague", "not-in-sitemap", "page-stale", "title-mismatch"}


@pytest.fixture(scope="module")
def web() -> dict[str, Site]:
    return a_web()


@pytest.fixture(scope="module")
def distances(web: dict[str, Site]) -> dict[str, dict[str, int]]:
    homes = {
        PLACES.home(o, language) for o in ORGANISATIONS for language in ("nl", "en") if language == "nl" or o.english
    }
    edges = graph(web)
    return {home: clicks(edges, home) for home in homes | {ORIGINS[PORTAL] + "/", ORIGINS[PORTAL_EN] + "/"}}


def test_there_are_at_least_fifteen_hundred_pages(web: dict[str, Site]) -> None:
    assert sum(len(site.pages) for site in web.values()) >= 1500


def test_most_routes_are_sound() -> None:
    declared = {
        (organisation.id, route.id, language)
        for organisation in ORGANISATIONS
        for route in organisation.routes
        for language in route.languages
        if route.audience == "external" and not route.valid_until and _is_declared(organisation, route)
    }
    sound = {entry for entry in declared if faults.LAST.of_route(*entry).keys() <= REMARKS}

    assert len(sound) >= 0.6 * len(declared)


def test_same_origins_and_day_give_the_same_bytes(web: dict[str, Site]) -> None:
    again = a_web()

    for key, site in web.items():
        assert list(site.pages) == list(again[key].pages)
        for path in [*site.pages, "/robots.txt", "/sitemap.xml", "/geen-pagina"]:
            assert site.answer(path) == again[key].answer(path)


def test_every_page_says_that_it_is_invented(web: dict[str, Site]) -> None:
    for site in web.values():
        for path, page in site.pages.items():
            body = site.answer(path).file.body.decode()
            if not body:  # moved away or refused
                continue
            sign = "fictional website of a pretend government" if page.language == "en" else "verzonnen website"
            assert sign in body, path


def test_a_page_that_does_not_exist_says_so_in_the_sites_design(web: dict[str, Site]) -> None:
    missing = web[PORTAL].answer("/dit/bestaat/niet")

    assert missing.status == 404
    assert "Pagina niet gevonden" in missing.file.body.decode()


def test_every_link_is_alive_but_the_labelled_ones(web: dict[str, Site]) -> None:
    dead: Counter[str] = Counter()
    for site in web.values():
        for path in site.pages:
            address = site.origin + path
            reached = answer(web, address)
            if reached.status == 200:
                for link in links(address, reached):
                    target = urldefrag(link)[0]
                    if arrive(web, target)[1].status != 200:
                        dead[target] += 1

    assert {target.rpartition("/")[2].lower() for target in dead} == {
        "folder-over-klachten",
        "integriteitsschending-melden",  # unproved absence: answers 503
        "interne-klachtbehandeling.aspx",
        "klacht-over-het-ministerie",
        "melding-ongewenst-gedrag",
        "ongewenst-gedrag-melden",
        "ongewenst-gedrag-melden.aspx",  # asks to log in
    }


def test_every_fragment_exists_but_the_labelled_one(web: dict[str, Site]) -> None:
    lost = set()
    for site in web.values():
        for path in site.pages:
            reached = answer(web, site.origin + path)
            for link in links(site.origin + path, reached) if reached.status == 200 else ():
                target, mark = urldefrag(link)
                body = arrive(web, target)[1].file.body.decode("latin-1") if mark else ""
                if mark and not re.search(rf'(?:id|name)="{re.escape(mark)}"', body):
                    lost.add(mark)

    assert lost == {"openingstijden-loket"}


@pytest.mark.parametrize(("organisation", "route", "language"), SOUND)
def test_a_sound_route_stands_at_its_address(
    web: dict[str, Site], organisation: Organisation, route: Route, language: str
) -> None:
    reached = answer(web, PLACES.route(organisation, route, language))

    assert reached.status == 200
    assert "X-Robots-Tag" not in dict(reached.headers)
    body = reached.file.body.decode()
    assert f"<h1>{route.title_en if language == 'en' else route.title}</h1>" in body
    assert "noindex" not in body


@pytest.mark.parametrize(("organisation", "route", "language"), EXTERNAL)
def test_a_sound_route_is_within_the_allowed_clicks(
    distances: dict[str, dict[str, int]], organisation: Organisation, route: Route, language: str
) -> None:
    address = PLACES.route(organisation, route, language)
    portal = ORIGINS[PORTAL_EN if language == "en" else PORTAL] + "/"

    assert distances[PLACES.home(organisation, language)][address] <= 3
    assert distances[portal][address] <= 4


def test_the_hidden_route_is_far_from_home_and_near_the_portal(distances: dict[str, dict[str, int]]) -> None:
    organisation, route = _named("vdd", "integriteit")
    address = PLACES.route(organisation, route, "nl")

    assert distances[PLACES.home(organisation)][address] > 3
    assert distances[ORIGINS[PORTAL] + "/"][address] <= 4


def test_no_path_leads_to_the_unlinked_route(distances: dict[str, dict[str, int]]) -> None:
    organisation, route = _named("prc", "ambtsmisdrijf")

    assert all(PLACES.route(organisation, route, "nl") not in reached for reached in distances.values())


@pytest.mark.parametrize(("organisation", "route", "language"), EXTERNAL)
def test_a_referral_leads_to_every_sound_route(
    web: dict[str, Site], organisation: Organisation, route: Route, language: str
) -> None:
    if organisation not in MINISTRIES:
        return
    address = PLACES.route(organisation, route, language)
    complaint, report = (
        "complaint" in route.kinds and language == "nl",
        bool({"integrity", "conduct"} & set(route.kinds)),
    )
    report_path = REFERRAL_INTEGRITY_EN if language == "en" else REFERRAL_INTEGRITY
    wanted = ([REFERRAL_COMPLAINT] if complaint else []) + ([report_path] if report else [])
    for path in wanted:
        referral = ORIGINS[PORTAL_EN if language == "en" else PORTAL] + path
        assert address in set(links(referral, answer(web, referral)))


def test_the_sitemap_names_every_page(web: dict[str, Site]) -> None:
    site = web["vjv"]
    index = site.answer("/sitemap.xml").file.body.decode()

    assert f"{site.origin}/sitemap/1.xml" in index
    assert f"{site.origin}/contact/heeft-u-een-klacht<" in site.answer("/sitemap/1.xml").file.body.decode()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("klacht ministerie van proefzaken", "Een klacht indienen over het Ministerie van Proefzaken"),
        ("ongewenst gedrag VPZ", "Ongewenst gedrag of een integriteitsschending: wat te doen?"),
    ],
)
def test_the_search_finds_routes_first(web: dict[str, Site], query: str, first: str) -> None:
    found = web[PORTAL].answer("/zoeken?trefwoord=" + query.replace(" ", "+")).file.body.decode()

    assert re.findall(r'<li><a href="/[^"]*">([^<]*)', found.partition("Zoekresultaten")[2])[0] == first


def test_good_complaint_pages_say_what_they_must(web: dict[str, Site]) -> None:
    for site in web.values():
        for page in site.pages.values():
            if page.owner and any(
                page.title == route.title
                for organisation, route, language in SOUND
                if organisation == page.owner and route.id == "klacht" and language == "nl"
            ):
                text = " ".join(plain(p) for section in page.sections for p in section.paragraphs)
                assert re.search("ontvangst", text), page.path
                assert re.search("zes weken|6 weken", text), page.path
                assert "Nationale ombudsman" in text, page.path


def _is_declared(organisation: Organisation, route: Route) -> bool:
    kinds = faults.LAST.variants("kind-missing", organisation.id)
    return not set(route.kinds) <= kinds and route.id not in faults.LAST.variants("route-unexpected", organisation.id)


def _named(organisation_id: str, route_id: str) -> tuple[Organisation, Route]:
    organisation = next(o for o in ORGANISATIONS if o.id == organisation_id)
    return organisation, next(route for route in organisation.routes if route.id == route_id)
