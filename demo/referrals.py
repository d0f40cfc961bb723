"""The portal's referral pages: they lead to every ministry's own routes, but for the labelled gaps."""

from collections.abc import Iterator
from datetime import date, timedelta

from demo import contacts
from demo.content import Link, Page, Section
from demo.organisations import AGENCIES, MINISTRIES, PORTAL, PORTAL_EN, PORTAL_ORGANISATION
from demo.places import REFERRAL_COMPLAINT, REFERRAL_INTEGRITY, REFERRAL_INTEGRITY_EN, Places
from demo.routes import RoutePages

TITLE_INTEGRITY = (
    "Waar kan ik ongewenst gedrag of een integriteitsschending door een medewerker van de overheid melden?"
)
TITLE_INTEGRITY_EN = "Where can I report undesirable behaviour or an integrity violation by a government employee?"
TITLE_COMPLAINT = "Een klacht indienen"
_REPORTS = {"integrity", "conduct"}


def pages(places: Places, today: date) -> Iterator[Page]:
    """The referral pages of both portals."""
    changed = today - timedelta(days=40)
    topic = Link(
        "Kwaliteit en integriteit overheidsinstanties", places.at(PORTAL, REFERRAL_INTEGRITY.partition("/vraag")[0])
    )
    yield Page(
        site=PORTAL, path=REFERRAL_INTEGRITY, title=TITLE_INTEGRITY, owner=PORTAL_ORGANISATION, modified=changed,
        type="vraag-en-antwoord", trail=(Link("Home", places.at(PORTAL, "/")), topic),
        twin=places.at(PORTAL_EN, REFERRAL_INTEGRITY_EN),
        intro="U meldt ongewenst gedrag of een integriteitsschending bij de organisatie waar de medewerker werkt.",
        sections=(
            Section(heading="Melden bij een ministerie", links=_links(places, today, _REPORTS, "nl")),
            Section(heading="Melden bij een andere organisatie", paragraphs=(
                "Werkt de medewerker bij een andere organisatie? Kijk dan op de website van die organisatie.",
            ), links=_agencies(places)),
        ),
    )  # fmt: skip
    yield Page(
        site=PORTAL_EN, path=REFERRAL_INTEGRITY_EN, title=TITLE_INTEGRITY_EN, owner=PORTAL_ORGANISATION,
        modified=changed, language="en", type="question and answer", trail=(Link("Home", places.at(PORTAL_EN, "/")),),
        twin=places.at(PORTAL, REFERRAL_INTEGRITY),
        intro="You can report undesirable behaviour to the organisation where the employee works.",
        sections=(
            Section(heading="Reporting to a ministry", links=_links(places, today, _REPORTS, "en")),
        ),
    )  # fmt: skip
    yield Page(
        site=PORTAL, path=REFERRAL_COMPLAINT, title=TITLE_COMPLAINT, owner=PORTAL_ORGANISATION, modified=changed,
        trail=(Link("Home", places.at(PORTAL, "/")), Link("Contact", places.at(PORTAL, "/contact"))),
        intro="Heeft u een klacht over een ministerie? Dien uw klacht dan in bij het ministerie zelf.",
        sections=(
            Section(heading="Klacht over een ministerie", links=_links(places, today, {"complaint"}, "nl")),
            Section(
                heading="Weet u niet waar u moet zijn?",
                paragraphs=("Bel dan met de Voorbeeldoverheid. Wij zorgen dat uw klacht op de juiste plek komt.",),
                contacts=(contacts.general_phone(PORTAL_ORGANISATION),),
            ),
            Section(heading="Klacht over een andere organisatie", links=_agencies(places)),
        ),
    )  # fmt: skip


def _links(places: Places, today: date, kinds: set[str], language: str) -> tuple[Link, ...]:
    return tuple(_ministry_links(places, today, kinds, language))


def _ministry_links(places: Places, today: date, kinds: set[str], language: str) -> Iterator[Link]:
    for ministry in MINISTRIES:
        dutch, english = RoutePages(places, ministry, "nl", today), RoutePages(places, ministry, "en", today)
        for route in dutch.routes:
            if not kinds & set(route.kinds) or route.audience == "staff":
                continue
            found = places.faults.of_route(ministry.id, route.id, language)
            if "referral-missing" in found or "route-missing" in places.faults.of_route(ministry.id, route.id, "nl"):
                continue
            translated = language == "en" and "en" in route.languages and "translation-missing" not in found
            link = (english if translated else dutch).link(route)
            yield Link(f"{ministry.short(language)}: {link.text[0].lower()}{link.text[1:]}", link.href)


def _agencies(places: Places) -> tuple[Link, ...]:
    return tuple(Link(agency.short("nl"), places.home(agency)) for agency in AGENCIES)
