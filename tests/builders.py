"""Values for tests: say only what the test is about, the rest is plausible."""

from datetime import date
from typing import Any

from expectations.coverage import Proof
from expectations.model import (
    AtAddress,
    Cause,
    Chain,
    Channel,
    ChannelType,
    Coverage,
    Crawl,
    Evidence,
    ExpectedRoute,
    Family,
    Finding,
    Found,
    Heading,
    Kind,
    Language,
    Link,
    Localised,
    Match,
    Organisation,
    OrganisationResult,
    OrganisationType,
    OriginCoverage,
    Outcome,
    Page,
    Policy,
    Region,
    Report,
    RouteResult,
    RunRecord,
    Severity,
    Verdict,
    Visit,
    Waiver,
)
from expectations.paths import PathAnswer
from expectations.route_subject import RouteSubject
from expectations.subjects import About, LinkSubject, OrganisationSubject, OriginSubject, ReferralSubject


def a_finding(**given: Any) -> Finding:
    """A dead link on the complaint page of an example ministry."""
    code = given.get("code", "link-broken")
    fields: dict[str, Any] = {
        "id": f"f-{code}",
        "code": code,
        "family": Family.BROKEN,
        "severity": Severity.WARNING,
        "organisation": "vbz",
        "route": "klacht",
        "language": Language.NL,
        "page": "https://www.vbz.example/contact/klacht",
        "target": None,
        "expected": None,
        "found": None,
        "evidence": Evidence(),
        "first_seen": "2026-11-23",
    }
    return Finding(**(fields | given))


def a_route_result(**given: Any) -> RouteResult:
    """The complaint route of an example ministry, in order."""
    fields: dict[str, Any] = {
        "id": "klacht",
        "kinds": (Kind.COMPLAINT,),
        "title": "Een klacht indienen",
        "language": Language.NL,
        "verdict": Verdict.OK,
        "expected_url": "https://www.vbz.example/contact/klacht",
        "found_url": "https://www.vbz.example/contact/klacht",
        "score": 0.97,
        "reasons": ("stands at the expected address",),
    }
    return RouteResult(**(fields | given))


def an_organisation_result(**given: Any) -> OrganisationResult:
    """An example ministry, in order."""
    fields: dict[str, Any] = {
        "id": "vbz",
        "type": OrganisationType.MINISTRY,
        "name": Localised(nl="Ministerie van Voorbeeldzaken", en="Ministry of Examples"),
        "home": Localised(nl="https://www.vbz.example/"),
        "verdict": Verdict.OK,
        "routes": (a_route_result(),),
        "coverage": Coverage(visited=40, left=0, left_promising=0, proof=True),
    }
    return OrganisationResult(**(fields | given))


def a_run(**given: Any) -> RunRecord:
    fields: dict[str, Any] = {
        "id": "20261123T200000Z",
        "started": "2026-11-23T20:00:00Z",
        "finished": "2026-11-23T20:03:11Z",
        "program": "0.1.0",
        "inventory": "sha256:0",
        "requests": 100,
        "user_agent": "meldroute/0.1.0 (+https://meldroute.example/)",
        "archive": "crawl/archive.wacz",
    }
    return RunRecord(**(fields | given))


def a_report(**given: Any) -> Report:
    """A report about one organisation, in order, without findings."""
    fields: dict[str, Any] = {
        "run": a_run(),
        "origins": (OriginCoverage(origin="https://www.vbz.example", pages=40, complete=True, sitemap=True),),
        "outcomes": {Outcome.OK: 40, Outcome.OUT_OF_SCOPE: 3},
        "pages": 40,
        "organisations": (an_organisation_result(),),
        "findings": (),
    }
    return Report(**(fields | given))


KLACHT = "https://www.vbz.example/contact/klacht"
PROVED, UNPROVED = Proof(holds=True), Proof(holds=False, count=12, left=("https://www.vbz.example/meer",))


def a_visit(address: str = KLACHT, **given: Any) -> Visit:
    """An address that answered with 200."""
    fields: dict[str, Any] = {
        "outcome": Outcome.OK,
        "cause": Cause.ANSWERED,
        "status": 200,
        "fetched": "2026-11-23T20:01:00Z",
    }
    return Visit(address=address, **(fields | given))


def a_gone_visit(address: str = KLACHT, **given: Any) -> Visit:
    """An address that answered with a confirmed 404."""
    fields: dict[str, Any] = {"outcome": Outcome.BROKEN, "cause": Cause.NOT_FOUND, "status": 404, "confirmed": True}
    return a_visit(address, **(fields | given))


def a_move(address: str, to: str, *, status: int = 301) -> Visit:
    """An address that sends its visitor on."""
    permanent = status in (301, 308)
    return a_visit(
        address, outcome=Outcome.MOVED, cause=Cause.REDIRECTED, status=status, location=to, permanent=permanent
    )


def a_link(target: str = KLACHT, text: str = "Een klacht indienen", **given: Any) -> Link:
    fields: dict[str, Any] = {"target": target, "text": text, "region": Region.MAIN}
    return Link(**(fields | given))


def a_channel(value: str = "klachten@vbz.example", **given: Any) -> Channel:
    """An e-mail address in the main part of a page; a phone number when the value begins with a plus."""
    kind = ChannelType.PHONE if value.startswith("+") else ChannelType.EMAIL
    fields: dict[str, Any] = {"type": kind, "value": value, "text": value, "quote": f"Neem contact op: {value}"}
    return Channel(**(fields | given))


def a_page(address: str = KLACHT, title: str = "Een klacht indienen", *links: Link, **given: Any) -> Page:
    """A Dutch page with a title and these links."""
    fields: dict[str, Any] = {
        "language": Language.NL,
        "title": f"{title} | Voorbeeld",
        "headings": (Heading(level=1, text=title),),
        "text": "Het ministerie werkt aan wegen en water. Lees hier wat de directies doen.",
        "link_blocks": (links,) if links else (),
    }
    return Page(address=address, **(fields | given))


def a_crawl(*seen: Page | Visit, **given: Any) -> Crawl:
    """A finished crawl that saw these pages and visits, and nothing else."""
    pages = {page.address: page for page in seen if isinstance(page, Page)}
    visits = {address: a_visit(address) for address in pages}
    visits |= {visit.address: visit for visit in seen if isinstance(visit, Visit)}
    origins = sorted({"/".join(address.split("/")[:3]) for address in pages})
    fields: dict[str, Any] = {
        "run": a_run(),
        "origins": tuple(OriginCoverage(origin=origin, pages=1, complete=True) for origin in origins),
        "visits": visits,
        "pages": pages,
    }
    return Crawl(**(fields | given))


def an_organisation(**given: Any) -> Organisation:
    fields: dict[str, Any] = {
        "id": "vbz",
        "type": OrganisationType.MINISTRY,
        "name": Localised(nl="Ministerie van Voorbeeldzaken"),
        "home": Localised(nl="https://www.vbz.example/"),
        "policy": Policy(required_kinds=(Kind.COMPLAINT,), max_clicks_home=3, max_clicks_portal=4),
    }
    return Organisation(**(fields | given))


def a_match(**given: Any) -> Match:
    """The complaint route of an example ministry, found at its address."""
    visit = given.pop("visit", a_visit())
    fields: dict[str, Any] = {
        "organisation": an_organisation(),
        "route": ExpectedRoute(id="klacht", kinds=(Kind.COMPLAINT,), url=Localised(nl=KLACHT, en=KLACHT + "/en")),
        "language": Language.NL,
        "at_address": AtAddress.THE_PAGE,
        "found": Found.AT_ADDRESS,
        "chain": Chain(start=KLACHT, end=visit),
        "page": a_page() if given.get("found", Found.AT_ADDRESS) is not Found.NOWHERE else None,
    }
    return Match(**(fields | given))


def a_lost_match(at_address: AtAddress, **given: Any) -> Match:
    """The same route, found nowhere."""
    return a_match(**({"at_address": at_address, "found": Found.NOWHERE} | given))


def a_route(**given: Any) -> RouteSubject:
    """The same route as checks see it: proved, and easily found."""
    match = given.setdefault("match", a_match())
    path = PathAnswer(start="https://www.vbz.example/", clicks=2, at_least=2)
    fields: dict[str, Any] = {
        "organisation": match.organisation,
        "policy": match.organisation.policy,
        "proof": PROVED,
        "declared": KLACHT,
        "shown": given.get("offered", ()),
        "home": path,
        "starts": (path,),
    }
    return RouteSubject(**(fields | given))


def a_link_subject(**given: Any) -> LinkSubject:
    """A link on the route page whose target answered."""
    link = given.setdefault("link", a_link("https://www.vbz.example/folder", "Folder"))
    about = About(organisation="vbz", route="klacht", language=Language.NL, page=KLACHT)
    fields: dict[str, Any] = {"about": about, "region": "main", "end": a_visit(link.target)}
    return LinkSubject(**(fields | given))


def a_referral(**given: Any) -> ReferralSubject:
    """A referral page of the portal without a link to the ministry's route."""
    about = About(
        organisation="vbz", route="klacht", language=Language.NL, page="https://www.portaal.example/klacht-indienen"
    )
    fields: dict[str, Any] = {"about": about, "leads_there": False}
    return ReferralSubject(**(fields | given))


def an_organisation_subject(**given: Any) -> OrganisationSubject:
    """A ministry that must have a complaint route and has none, which is proved."""
    fields: dict[str, Any] = {"organisation": an_organisation(), "proofs": {Kind.COMPLAINT: PROVED}}
    return OrganisationSubject(**(fields | given))


def an_origin(**given: Any) -> OriginSubject:
    """An origin that refuses our robot."""
    fields: dict[str, Any] = {
        "organisation": "vbz",
        "origin": "https://www.vbz.example",
        "not_known": Outcome.BLOCKED,
        "trouble": "403",
    }
    return OriginSubject(**(fields | given))


def a_waiver(**given: Any) -> Waiver:
    """A waiver for a dead link of an example ministry, that holds for another month."""
    fields: dict[str, Any] = {
        "code": "link-broken",
        "organisation": "vbz",
        "reason": "Wordt verbouwd.",
        "owner": "webredactie",
        "until": date(2026, 12, 31),
        "line": 3,
    }
    return Waiver(**(fields | given))
