"""A small web for judging: a portal with one ministry, whose routes are in order until a test changes a page."""

from datetime import date

from expectations import inventory
from expectations.evaluate import evaluate
from expectations.model import Finding, Inventory, Link, Page, Past, Region, Report, Visit
from tests.builders import a_channel, a_crawl, a_link, a_page

TODAY = date(2026, 11, 23)
PORTAL = "https://www.portaal.example/"
VBZ = f"{PORTAL}ministeries/voorbeeldzaken"
CONTACT = f"{VBZ}/contact"
KLACHT = f"{CONTACT}/klacht-indienen"
MELDEN = f"{CONTACT}/ongewenst-gedrag-melden"
REFERRAL = f"{PORTAL}contact/klacht-over-een-ministerie"
TEXT = (
    "Bent u niet tevreden over het ministerie? Dien dan een klacht in. U kunt uw klacht mailen. U krijgt een "
    "ontvangstbevestiging. Iemand die niet betrokken was, behandelt uw klacht binnen zes weken. Daarna kunt u naar de "
    "Nationale ombudsman."
)
PORTAL_YAML = f"""
id: portaal
name: {{nl: Voorbeeldportaal}}
home: {{nl: {PORTAL}}}
referrals:
  - id: doorverwijzing
    kinds: [complaint]
    title: {{nl: Een klacht over een ministerie}}
    url: {{nl: {REFERRAL}}}
policy:
  required_kinds: [complaint, conduct]
  max_clicks: {{home: 3, portal: 4}}
"""
MINISTRY_YAML = f"""
id: vbz
name: {{nl: Ministerie van Voorbeeldzaken}}
abbreviation: VBZ
home: {{nl: {VBZ}}}
routes:
  - id: klacht
    kinds: [complaint]
    title: {{nl: Een klacht indienen over het ministerie}}
    url: {{nl: {KLACHT}}}
    channels: {{email: [klachten@vbz.example]}}
  - id: gedrag
    kinds: [conduct]
    title: {{nl: Ongewenst gedrag melden}}
    url: {{nl: {MELDEN}}}
    channels: {{email: [gedrag@vbz.example]}}
"""


def an_inventory(ministry: str = MINISTRY_YAML, portal: str = PORTAL_YAML, **files: str) -> Inventory:
    """The inventory of the small web; further files by name (`waivers="- code: ..."`)."""
    sources = {"portal.yaml": portal, "ministries/vbz.yaml": ministry}
    return inventory.read_sources(sources | {f"{name}.yaml": text for name, text in files.items()})


def pages(*links: Link, **given: Page | None) -> tuple[Page, ...]:
    """The pages of the small web; `klacht=None` leaves one out, `klacht=page` puts another in its place. `links` are
    further links in the main part of the complaint page."""
    channel = (a_channel("klachten@vbz.example"),)
    every = {
        "portal": a_page(PORTAL, "Voorbeeldportaal", a_link(VBZ, "Voorbeeldzaken"), a_link(REFERRAL, "Klacht")),
        "vbz": a_page(VBZ, "Ministerie van Voorbeeldzaken", a_link(CONTACT, "Contact")),
        "contact": a_page(CONTACT, "Contact", a_link(KLACHT, "Een klacht indienen"), a_link(MELDEN, "Gedrag melden")),
        "klacht": a_page(KLACHT, "Een klacht indienen over het ministerie", *links, text=TEXT, channels=channel),
        "melden": a_page(MELDEN, "Ongewenst gedrag melden", text=TEXT, channels=(a_channel("gedrag@vbz.example"),)),
        "referral": a_page(REFERRAL, "Een klacht over een ministerie", a_link(KLACHT, "Voorbeeldzaken"), text=TEXT),
    }
    return tuple(page for page in (every | given).values() if page)


def judged(*seen: Page | Visit, declared: Inventory | None = None, past: Past | None = None, **crawl: object) -> Report:
    return evaluate(declared or an_inventory(), a_crawl(*seen, **crawl), TODAY, past)


def told(report: Report) -> list[tuple[str, str, str | None]]:
    """The findings as (code, organisation, route)."""
    return [(finding.code, finding.organisation, finding.route) for finding in report.findings]


def only(report: Report) -> Finding:
    (finding,) = report.findings
    return finding


def verdicts(report: Report) -> dict[str, str]:
    """The verdict of each organisation, and of each route as `vbz/klacht`."""
    said = {organisation.id: organisation.verdict.value for organisation in report.organisations}
    return said | {f"{o.id}/{route.id}": route.verdict.value for o in report.organisations for route in o.routes}


def footer(*targets: str) -> tuple[Link, ...]:
    return tuple(a_link(target, "Onderaan", region=Region.FOOTER) for target in targets)
