"""Judges a few real pages of one example ministry: say only what the test is about, the rest is in order."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from crawler.careful import read_sections
from crawler.extract import read_page
from expectations import inventory
from expectations.evaluate import evaluate
from expectations.model import (
    ExpectedChannels,
    ExpectedRoute,
    Finding,
    Inventory,
    Kind,
    Localised,
    Organisation,
    OrganisationType,
    Page,
    Policy,
    Report,
    Statement,
    Terms,
    Visit,
)
from tests.builders import a_crawl, a_visit

TODAY = date(2026, 11, 23)
PORTAL, SITE = "https://www.portaal.example", "https://www.vbz.example"
KLACHT, COMPLAINT = f"{SITE}/contact/klacht-indienen", f"{SITE}/en/contact/making-a-complaint"
TITLE, TITLE_EN = "Een klacht indienen", "Making a complaint"
NAME = Localised(nl="Ministerie van Voorbeeldzaken en Water", en="Ministry of Examples and Water")
STATEMENTS = {Kind.COMPLAINT: (Statement.ACKNOWLEDGEMENT, Statement.DEADLINE, Statement.OMBUDSMAN)}
GOOD = (
    "<p>Bent u niet tevreden over het ministerie? Dan kunt u een klacht indienen.</p>"
    "<h2>Zo werkt het</h2><p>U krijgt een ontvangstbevestiging. Wij behandelen uw klacht binnen zes weken.</p>"
    "<p>Daarna kunt u naar de Nationale ombudsman.</p>"
)
GOOD_EN = (
    "<p>Are you not satisfied with the ministry? You can make a complaint to us about how you have been treated.</p>"
    "<h2>How it works</h2><p>We will confirm that we received your complaint. We will reply within six weeks.</p>"
    "<p>After that you can go to the National Ombudsman.</p>"
)
MAIL = '<h2>Contact</h2><p>E-mail: <a href="mailto:{0}">{0}</a></p>'


def page(address: str, body: str, title: str = TITLE, head: str = "", language: str = "nl") -> Page:
    """What the crawler reads of a page with this body."""
    html = (
        f'<!doctype html><html lang="{language}"><head><title>{title} | Voorbeeld</title>{head}</head><body>'
        f'<nav><a href="/">Home</a></nav><main><h1>{title}</h1>{body}</main></body></html>'
    )
    return read(address, html)


def read(address: str, html: str) -> Page:
    """What the crawler reads of a whole page."""
    return replace(read_page(html, address, {}).page, sections=read_sections(html, address))


def dutch(body: str = GOOD, **given: Any) -> Page:
    """The complaint page at its address."""
    return page(KLACHT, body, **given)


def english(body: str = GOOD_EN, **given: Any) -> Page:
    return page(COMPLAINT, body, **({"title": TITLE_EN, "language": "en"} | given))


def a_route(**given: Any) -> ExpectedRoute:
    fields: dict[str, Any] = {
        "id": "klacht",
        "kinds": (Kind.COMPLAINT,),
        "title": Localised(nl=TITLE),
        "url": Localised(nl=KLACHT),
    }
    channels = ExpectedChannels(**{name: given.pop(name) for name in ("email", "phone", "post") if name in given})
    return ExpectedRoute(**(fields | {"channels": channels} | given))


def in_both_languages(**given: Any) -> ExpectedRoute:
    return a_route(title=Localised(nl=TITLE, en=TITLE_EN), url=Localised(nl=KLACHT, en=COMPLAINT), **given)


def an_inventory(*routes: ExpectedRoute, portal: Any = None, **given: Any) -> Inventory:
    """A portal and one ministry with these routes."""
    homes = Localised(nl=f"{PORTAL}/")
    fields: dict[str, Any] = {
        "id": "vbz",
        "type": OrganisationType.MINISTRY,
        "name": NAME,
        "home": Localised(nl=f"{SITE}/"),
        "policy": Policy(statements=STATEMENTS),
        "routes": routes or (a_route(),),
    }
    return Inventory(
        portal=Organisation(
            **(
                {"id": "portaal", "type": OrganisationType.PORTAL, "name": Localised(nl="Portaal"), "home": homes}
                | (portal or {})
            )
        ),
        ministries=(Organisation(**(fields | given)),),
        agencies=(),
        terms=packaged_terms(),
    )


@cache
def packaged_terms() -> Terms:
    return inventory.read(inventory.PACKAGED).terms


def findings(code: str, declared: Inventory, *seen: Page | Visit) -> tuple[Finding, ...]:
    """What is said with one code about a crawl that saw these pages, and the homes that lead to them."""
    return tuple(finding for finding in judgement(declared, *seen).findings if finding.code == code)


def judgement(declared: Inventory, *seen: Page | Visit, linked: tuple[str, ...] | None = None, **crawl: Any) -> Report:
    """What is said about a crawl that saw these pages and visits; the homes lead to all pages, or to those `linked`."""
    pages = [one for one in seen if isinstance(one, Page)]
    links = "".join(
        f'<a href="{one.address}">{one.heading}</a> ' for one in pages if linked is None or one.address in linked
    )
    homes = [
        page(home, f"<p>Welkom.</p><p>{links}</p>", title="Home")
        for organisation in declared.organisations
        for home in (*organisation.home.values, *organisation.aliases)
    ]
    every = (*homes, *pages)
    visits = (one for one in seen if isinstance(one, Visit))
    return evaluate(declared, a_crawl(*every, *(a_visit(one.address) for one in every), *visits, **crawl), TODAY)
