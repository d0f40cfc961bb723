"""What is visited first: what proof needs, what looks like a route, what looks like the routes found before."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.focus import Focus
from crawler.gist import Gist, Lead
from crawler.guide import Guide
from crawler.ledger import Entry
from crawler.owners import Owners
from crawler.packing import Packed
from expectations.model import (
    Cause,
    Inventory,
    Localised,
    Organisation,
    OrganisationType,
    Policy,
    Region,
    Stopped,
)
from expectations.vocabulary import Vocabulary
from tests.crawler.fault_server import Site, answer, page
from tests.crawler.webs import an_inventory, causes, crawled

_HOMES = ("https://rijk.example/m/een", "https://rijk.example/m/twee")


def _guide() -> Guide:
    return Guide(Vocabulary(an_inventory("https://rijk.example/")), Owners(_HOMES))


def _link(target: str, text: str = "Lees meer", heading: str = "", region: Region = Region.MAIN) -> Lead:
    return (target, text, heading, region.value)


def _hope(guide: Guide, link: Lead, on: Gist | None = None) -> float:
    lent = guide.lent(Entry("https://rijk.example/m/een"), on) if on else ()
    entry = Entry(link[0])
    guide.guess(entry, guide.eye.link(link, lent))
    return entry.hope


def _gist(heading: str = "", *, names: bool = False, route: bool = False) -> Gist:
    packed = Packed(address="", page=b"", numbers=(), fresh={})
    return Gist(
        careful=False, plain=False, names=names, route=route, heading=heading, refresh=None, rejected=(), alternates=(),
        packed=packed, leads={},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (_link("https://rijk.example/a", "Klacht indienen"), _link("https://rijk.example/a", "Onze agenda")),
        (_link("https://rijk.example/klacht-indienen"), _link("https://rijk.example/agenda")),
        (_link("https://rijk.example/a", heading="Hebt u een klacht?"), _link("https://rijk.example/a")),
        (_link("https://rijk.example/contact"), _link("https://rijk.example/agenda")),
        (_link("https://rijk.example/klachten"), _link("https://rijk.example/nieuws/klachten")),
        (_link("https://rijk.example/a", "Klachten"), _link("https://rijk.example/a", "Nieuws: klachten over geluid")),
    ],
)
def test_the_vocabulary_decides_as_long_as_nothing_was_learned(better: Lead, worse: Lead) -> None:
    assert _hope(_guide(), better) > _hope(_guide(), worse)


def test_a_page_that_is_a_route_or_about_contact_promotes_its_links() -> None:
    link = _link("https://rijk.example/m/een/x")
    plain, contact, route = _gist("Agenda"), _gist("Contact"), _gist("Klachten", names=True, route=True)

    assert _hope(_guide(), link, plain) < min(_hope(_guide(), link, contact), _hope(_guide(), link, route))


def test_the_place_of_a_route_is_looked_at_on_sister_sites_first() -> None:
    guide = _guide()
    there = _link(f"{_HOMES[1]}/werkwijze/p2", heading="Verder")
    elsewhere = _link(f"{_HOMES[1]}/planning/p2", heading="Meer", region=Region.ASIDE)
    assert _hope(guide, there) == pytest.approx(_hope(guide, elsewhere), abs=0.5)

    found = Entry(f"{_HOMES[0]}/werkwijze/p1", route=True)
    guide.guess(found, guide.eye.link(_link(found.address, heading="Verder"), ()))
    guide.learn(found, None)

    assert _hope(guide, there) > _hope(guide, elsewhere) + 1


def test_what_never_was_a_route_is_left_for_later() -> None:
    guide = _guide()
    link = _link("https://rijk.example/blad/klacht-9", "Klacht 9")
    before = _hope(guide, link)
    for n in range(8):
        entry = Entry(f"https://rijk.example/blad/klacht-{n}")
        guide.guess(entry, guide.eye.link(_link(entry.address, f"Klacht {n}"), ()))
        guide.learn(entry, None)

    assert _hope(guide, link) < before - 1


def test_a_page_that_led_to_a_route_makes_its_like_more_promising() -> None:
    guide = _guide()
    leader, other = Entry(f"{_HOMES[0]}/afspraken"), _link(f"{_HOMES[1]}/afspraken", "Afspraken")
    guide.guess(leader, guide.eye.link(_link(leader.address, "Afspraken"), ()))
    before = _hope(guide, other)
    guide.learn(Entry(f"{_HOMES[0]}/afspraken/p1", route=True), leader)

    assert _hope(guide, other) > before


def test_the_same_lessons_in_the_same_order_make_the_same_weights() -> None:
    one, other = Focus(), Focus()
    for focus in (one, other):
        for n in range(200):
            focus.learn(((n % 7, 30 + n % 11), (40 + n % 13,)), float(n % 5 == 0))

    assert one.weights == other.weights


@pytest.mark.parametrize(
    ("address", "owner"),
    [
        ("https://rijk.example/m/een", "https://rijk.example/m/een"),
        ("https://rijk.example/m/een/contact/klacht?x=1", "https://rijk.example/m/een"),
        ("https://rijk.example/m/eentje", "https://rijk.example"),
        ("https://rijk.example/nieuws/a", "https://rijk.example"),
        ("https://elders.example/m/een/b", "https://elders.example"),
    ],
)
def test_an_address_belongs_to_the_longest_home_above_it(address: str, owner: str) -> None:
    assert Owners([*_HOMES, "https://rijk.example/"])(address) == owner


def _visited(site: Site, folder: Path, inventory: Inventory, budget: int, *, proves: bool) -> set[str]:
    found = crawled(inventory, folder, max_pages=budget, delay=0.001)
    assert found.origins[0].stopped is Stopped.BUDGET
    told = json.loads((folder / "crawl" / "manifest.json").read_text(encoding="utf-8"))
    looked_at = told["origins"][site.origin]["addresses"]
    assert 0 < looked_at["left"] < looked_at["known"]
    assert (looked_at["for_proof_left"] == 0) is proves
    return {path for path, cause in causes(found, site.origin).items() if cause is Cause.ANSWERED}


def test_a_short_budget_goes_first_to_what_proof_needs(tmp_path: Path) -> None:
    """Three clicks from home and from contact, what could be a route, and all links of a page of the inventory."""
    needed = {"/", "/1", "/2", "/3", "/contact", "/c1", "/c2", "/c3", "/ver/weg/over-de-schreef", "/r", "/r1", "/r2"}
    with Site({f"/los/n{n}": page(f"N{n}", f"/los/x{n}") for n in range(80)}) as site:
        for n in range(80):
            site.answers[f"/los/x{n}"] = page(f"X{n}")
        site.answers |= {"/": page("Begin", "/1", "/contact Contact"), "/1": page("1", "/2"), "/2": page("2", "/3")}
        site.answers |= {"/3": page("3", "/4"), "/4": page("4"), "/contact": page("Contact", "/c1")}
        site.answers |= {"/c1": page("c1", "/c2"), "/c2": page("c2", "/c3"), "/c3": page("c3"), "/r1": page("r1")}
        site.answers |= {"/r": page("Doorverwijzing", "/r1", "/r2"), "/r2": page("r2")}
        site.answers["/ver/weg/over-de-schreef"] = page("Over de schreef")
        listed = [*(f"/los/n{n}" for n in range(80)), "/ver/weg/over-de-schreef"]
        places = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in listed)
        site.answers["/sitemap.xml"] = answer(body=f"<urlset>{places}</urlset>", kind="application/xml")
        inventory = an_inventory(site.url("/"), site.url("/r"), policy=Policy(max_clicks_home=3))
        visited = _visited(site, tmp_path, inventory, 32, proves=True)

    assert needed <= visited


def test_one_organisation_does_not_eat_the_budget_of_another(tmp_path: Path) -> None:
    with Site() as site:
        large = [f"/m/groot/klacht-indienen-{n}" for n in range(200)]
        site.answers |= {path: page("Een klacht indienen", *large[n : n + 3]) for n, path in enumerate(large)}
        site.answers |= {"/": page("Begin", "/m/groot", "/m/klein"), "/m/groot": page("Groot", *large)}
        small = {"/m/klein", *(f"/m/klein/b{n}" for n in range(9))}
        site.answers |= {path: page(path, *small) for path in small}
        ministries = tuple(
            Organisation(
                id=name,
                type=OrganisationType.MINISTRY,
                name=Localised(nl=name),
                home=Localised(nl=site.url(f"/m/{name}")),
            )
            for name in ("groot", "klein")
        )
        inventory = replace(an_inventory(site.url("/")), ministries=ministries)
        visited = _visited(site, tmp_path, inventory, 60, proves=False)

    assert small <= visited


def test_what_the_last_report_rests_on_goes_first(tmp_path: Path) -> None:
    with Site({f"/klacht-{n}": page(f"Klacht {n}") for n in range(60)}) as site:
        site.answers["/"] = page("Begin", *(f"/klacht-{n} Klacht {n}" for n in range(60)), "/tussen")
        site.answers |= {"/tussen": page("Tussen", "/doel"), "/doel": page("Doel")}
        crawled(an_inventory(site.url("/")), tmp_path, known=frozenset({site.url("/tussen"), site.url("/doel")}))
        order = [path for _, path in site.asked]

    assert order.index("/tussen") < 25
    assert order.index("/doel") < 45


def test_what_a_page_says_does_not_depend_on_when_it_was_read(tmp_path: Path) -> None:
    """A page that only a later link calls a route is read with care all the same."""
    body = "<h2>Waar moet u zijn?</h2><p>Bel 070 345 67 89 op werkdagen.</p>"
    found = []
    for first in ("/z", "/a"):
        with Site({"/z": page("Balie", body=body), "/a": page("A", "/z Een klacht indienen")}) as site:
            site.answers["/"] = page("Begin", first)
            places = f"<url><loc>{site.url('/z')}</loc></url><url><loc>{site.url('/a')}</loc></url>"
            site.answers["/sitemap.xml"] = answer(body=f"<urlset>{places}</urlset>", kind="application/xml")
            crawl = crawled(an_inventory(site.url("/")), tmp_path / first.strip("/"))
            found.append([section.text for section in crawl.pages[site.url("/z")].sections])

    assert found[0] == found[1] != []
