"""A made-up report with every verdict and many findings, to look at and to compare golden files with."""

from dataclasses import replace
from datetime import date
from typing import Any

from expectations.model import (
    ChannelType,
    Coverage,
    Evidence,
    Family,
    Finding,
    Kind,
    Language,
    LastKnown,
    Lead,
    Leads,
    Localised,
    OrganisationResult,
    OrganisationType,
    OriginCoverage,
    Outcome,
    ReferralResult,
    Report,
    RouteResult,
    Severity,
    State,
    Statement,
    Step,
    Stopped,
    Trap,
    TrendPoint,
    Verdict,
    Waiver,
)
from tests.builders import a_finding, a_route_result, a_run, an_organisation_result

_PORTAL = "https://www.portaal.example"
_FILES = {
    OrganisationType.PORTAL: "portal.yaml",
    OrganisationType.MINISTRY: "ministries/{id}.yaml",
    OrganisationType.AGENCY: "agencies/{id}.yaml",
}
_LINES = {"klacht": 9, "gedrag": 15, "integriteit": 21, "melden": 15}
_REASONS = (
    "title is 93% alike, title or address names the kind, shows klachten@dienst.example, "
    "Postbus 1, 2500 AA Voorbeeldstad, linked as: Klachten"
)
_WEEKS = {"vkk": (6, 10), "vrs": (4,)}
_HOW = {
    "kind-missing": (Family.MISSING, Severity.ERROR),
    "route-missing": (Family.MISSING, Severity.ERROR),
    "translation-missing": (Family.MISSING, Severity.WARNING),
    "route-unlinked": (Family.MISSING, Severity.WARNING),
    "referral-missing": (Family.MISSING, Severity.WARNING),
    "channel-missing": (Family.MISSING, Severity.WARNING),
    "statement-missing": (Family.MISSING, Severity.NOTICE),
    "page-broken": (Family.BROKEN, Severity.ERROR),
    "page-soft-404": (Family.BROKEN, Severity.ERROR),
    "certificate-invalid": (Family.BROKEN, Severity.ERROR),
    "link-broken": (Family.BROKEN, Severity.WARNING),
    "audience-staff": (Family.INCONSISTENT, Severity.ERROR),
    "page-moved": (Family.INCONSISTENT, Severity.WARNING),
    "email-mismatch": (Family.INCONSISTENT, Severity.WARNING),
    "deadline-conflict": (Family.INCONSISTENT, Severity.WARNING),
    "title-mismatch": (Family.INCONSISTENT, Severity.NOTICE),
    "route-unexpected": (Family.INCONSISTENT, Severity.NOTICE),
    "too-many-clicks": (Family.HARD_TO_FIND, Severity.WARNING),
    "not-indexable": (Family.HARD_TO_FIND, Severity.WARNING),
    "page-stale": (Family.HARD_TO_FIND, Severity.NOTICE),
    "blocked": (Family.UNVERIFIED, Severity.NOTICE),
    "unreachable": (Family.UNVERIFIED, Severity.NOTICE),
    "crawl-incomplete": (Family.UNVERIFIED, Severity.NOTICE),
}


def sample_report() -> Report:
    """A portal, five ministries and an agency."""
    return Report(
        run=a_run(requests=1912, limits={"delay": "1", "max-pages": "5000"}),
        origins=_origins(),
        outcomes=dict(zip(Outcome, (1540, 61, 14, 9, 3, 5, 2, 268, 120), strict=True)),
        pages=1498,
        organisations=_organisations(),
        findings=_findings(),
        resolved=(
            _finding("link-broken", "vlw", "klacht", state=State.RESOLVED, page=_page("vlw", "klacht"),
                     target="https://www.portaal.example/oud", found="410", first_seen="2026-09-01",
                     since="2026-09-01", resolved_on="2026-11-23"),
        ),
        trend=_trend(),
        referrals=_referrals(),
    )  # fmt: skip


def _referrals() -> tuple[ReferralResult, ...]:
    """One that was read, and one that was not."""
    complaint = _PORTAL + "/contact/een-klacht-indienen"
    melden = _PORTAL + "/onderwerpen/waar-kan-ik-ongewenst-gedrag-melden"
    leads = (
        Lead(organisation="vlw", route="klacht", leads=Leads.NO_ROUTE),
        Lead(organisation="vbz", route="klacht", leads=Leads.NOT_THERE),
        Lead(organisation="vdd", route="klacht", leads=Leads.NOT_KNOWN),
        Lead(organisation="vkk", route="klacht", leads=Leads.THERE),
        Lead(organisation="vrs", route="klacht", leads=Leads.THERE),
    )
    return (
        ReferralResult(id="klacht", kinds=(Kind.COMPLAINT,), title="Een klacht indienen", language=Language.NL,
                       expected_url=complaint, found_url=complaint, leads=leads),
        ReferralResult(id="melden", kinds=(Kind.INTEGRITY, Kind.CONDUCT), title="Waar kan ik ongewenst gedrag melden?",
                       language=Language.NL, expected_url=melden, found_url=None),
    )  # fmt: skip


def _trend() -> tuple[TrendPoint, ...]:
    """Four months: a quiet first, one in which much could not be measured, one with other rules, and this one."""
    return (
        _point("2026-08-03", (1, 2, 0, 3, 2, 5), new=12, open_=0, resolved=0),
        _point("2026-09-01", (0, 2, 6, 1, 1, 3), new=1, open_=5, resolved=0, complete=False),
        _point("2026-10-05", (1, 2, 1, 2, 2, 5), new=2, open_=8, resolved=1, rules="sha256:bb", rules_changed=True,
               new_through_rules=5, resolved_through_rules=1, program="0.2.0"),
        _point("2026-11-23", (1, 1, 2, 3, 2, 4), new=16, open_=2, resolved=1, rules="sha256:bc", rules_changed=True,
               new_through_rules=1, program="0.2.0", waived=1, run="20261123T200000Z"),
    )  # fmt: skip


def _point(day: str, verdicts: tuple[int, ...], *, open_: int, **given: Any) -> TrendPoint:
    fields: dict[str, Any] = {"run": f"{day}-run", "day": day, "program": "0.1.0", "rules": "sha256:aa", "open": open_}
    return TrendPoint(verdicts=dict(zip(Verdict, verdicts, strict=True)), **(fields | given))


def _origins() -> tuple[OriginCoverage, ...]:
    trap = Trap(pattern="/agenda/{year}/{month}/{day}", count=3650)
    return (
        OriginCoverage(origin="https://www.dienst.example", pages=61, complete=True),
        OriginCoverage(origin=_PORTAL, pages=1210, complete=False, stopped=Stopped.BUDGET, traps=(trap,), sitemap=True),
        OriginCoverage(origin="https://www.vdd.example", pages=0, complete=False, stopped=Stopped.BLOCKED),
        OriginCoverage(origin="https://www.vlw.example", pages=227, complete=True, sitemap=True),
    )


def _organisations() -> tuple[OrganisationResult, ...]:
    """Not in the order in which they are shown."""
    return (
        _organisation("portaal", "Portaal van Voorbeeldland", Verdict.OK, OrganisationType.PORTAL, ()),
        _organisation("vlw", "Ministerie van Lucht en Water (verzonnen)", Verdict.BROKEN, routes=(
            _route("vlw", "klacht", Kind.COMPLAINT, "Een klacht indienen", Verdict.BROKEN, found=False),
            _route("vlw", "gedrag", Kind.CONDUCT, "Ongewenst gedrag melden", Verdict.OK),
            _route("vlw", "gedrag", Kind.CONDUCT, "Report inappropriate behaviour", Verdict.INCONSISTENT, Language.EN),
            _route("vlw", "integriteit", Kind.INTEGRITY, "Integriteitsschending melden", Verdict.HARD_TO_FIND),
        )),
        _organisation("vbz", "Ministerie van Bos en Zee (verzonnen)", Verdict.MISSING, routes=(
            _route("vbz", "klacht", Kind.COMPLAINT, "Klacht over het ministerie", Verdict.INCONSISTENT),
            _route("vbz", "klacht", Kind.COMPLAINT, "Complaint about the ministry", Verdict.MISSING, Language.EN,
                   found=False),
        )),
        _organisation("vdd", "Ministerie van Dijken en Dammen (verzonnen)", Verdict.UNVERIFIED, routes=(
            replace(_route("vdd", "klacht", Kind.COMPLAINT, "Klacht of compliment", Verdict.UNVERIFIED, found=False),
                    last_known=LastKnown(verdict=Verdict.OK, day="2026-10-05")),
            _route("vdd", "gedrag", Kind.CONDUCT, "Ongewenst gedrag melden", Verdict.UNVERIFIED, found=False),
        )),
        _organisation("vkk", "Ministerie van Kunst en Kennis (verzonnen)", Verdict.OK, routes=(
            _route("vkk", "klacht", Kind.COMPLAINT, "Een klacht indienen", Verdict.OK),
            _route("vkk", "melden", Kind.INTEGRITY, "Wangedrag melden", Verdict.OK,
                   kinds=(Kind.INTEGRITY, Kind.CONDUCT)),
        )),
        _organisation("vrs", "Ministerie van Rust en Stilte (verzonnen)", Verdict.HARD_TO_FIND, routes=(
            _route("vrs", "klacht", Kind.COMPLAINT, "Klachtenregeling", Verdict.HARD_TO_FIND),
            _route("vrs", "melden", Kind.CONDUCT, "Meldpunt voor buitenstaanders", Verdict.OK,
                   kinds=(Kind.INTEGRITY, Kind.CONDUCT)),
        )),
        _organisation("dienst", "Dienst Wind (verzonnen)", Verdict.MISSING, OrganisationType.AGENCY, (
            _route("dienst", "klacht", Kind.COMPLAINT, "Klachten", Verdict.INCONSISTENT),
            _route("dienst", "melden", Kind.INTEGRITY, "Misstand melden", Verdict.MISSING, found=False),
        )),
    )  # fmt: skip


def _findings() -> tuple[Finding, ...]:
    waiver = Waiver(
        code="title-mismatch",
        organisation="vkk",
        reason="De titel verandert met de nieuwe huisstijl.",
        owner="Redactie VKK",
        until=date(2027, 1, 31),
    )
    footer = tuple(f"https://www.vlw.example/onderwerp-{number}" for number in range(1, 9))
    return (
        _finding("page-broken", "vlw", "klacht", page=_page("vlw", "klacht"), found="404",
                 evidence=_seen("HTTP/1.1 404 Not Found")),
        _finding("kind-missing", "vbz", expected="integrity", state=State.OPEN, first_seen="2026-08-03"),
        _finding("kind-missing", "vbz", expected="conduct", state=State.OPEN, first_seen="2026-08-03",
                 since="2026-10-05", returned=True),
        _finding("translation-missing", "vbz", "klacht", Language.EN, page=_page("vbz", "complaint")),
        _finding("referral-missing", "vbz", "klacht", page=_PORTAL + "/contact/een-klacht-indienen",
                 target=_page("vbz", "klacht")),
        _finding("email-mismatch", "vbz", "klacht", page=_page("vbz", "klacht"), expected="klachten@vbz.example",
                 found="info@vbz.example", evidence=_seen("Mail uw klacht naar info@vbz.example.", "main")),
        _finding("email-mismatch", "vlw", "gedrag", Language.EN, page=_page("vlw", "gedrag/en"),
                 expected="melden@vlw.example", found="info@vlw.example",
                 evidence=_seen("You can write to info@vlw.example.", "main")),
        _finding("link-broken", "vlw", page=footer[0], target="https://www.vlw.example/contact/oud", found="404",
                 occurrences=8, pages=footer, evidence=_seen("Klachten en contact", "footer")),
        _finding("too-many-clicks", "vlw", "integriteit", page=_page("vlw", "integriteit"),
                 target="https://www.vlw.example/", expected="3", found="5"),
        _finding("not-indexable", "vrs", "klacht", page=_page("vrs", "klacht"), found="noindex",
                 evidence=_seen('<meta name="robots" content="noindex">')),
        _finding("page-moved", "dienst", "klacht", page=_page("dienst", "klacht"),
                 found="https://www.dienst.example/over-ons/klachten",
                 target="https://www.dienst.example/over-ons/klachten",
                 facts={"confidence": "0.86", "reasons": _REASONS}),
        _finding("route-missing", "dienst", "melden", page=_page("dienst", "melden"), found="other-content",
                 facts={"closest": "https://www.dienst.example/contact (0.42: title or address names the kind, "
                                   "stands among the organisation's own pages); "
                                   "https://www.dienst.example/nieuws/klachten (0.25: a heading names the kind)"}),
        _finding("channel-missing", "dienst", "klacht", page=_page("dienst", "klacht"), expected="phone"),
        _finding("statement-missing", "vbz", "klacht", page=_page("vbz", "klacht"), expected="ombudsman"),
        _finding("route-unexpected", "vkk", page=_page("vkk", "klokkenluiders"), found="whistleblower"),
        _finding("title-mismatch", "vkk", "klacht", page=_page("vkk", "klacht"), expected="Een klacht indienen",
                 found="Contact", state=State.WAIVED, waiver=waiver),
        _finding("page-stale", "vrs", "klacht", page=_page("vrs", "klacht"), found="2021-04-12", through_rules=True),
        _finding("blocked", "vdd", "klacht", page=_page("vdd", "klacht"), found="403"),
        _finding("unreachable", "vdd", "gedrag", page=_page("vdd", "gedrag"), found="timed-out"),
        _finding("crawl-incomplete", "vdd", found="12 left", facts={
            "left": "12", "kinds": "integrity", "example": "https://www.vdd.example/integriteit"}),
        _finding("blocked", "vdd", target="https://www.vdd.example", found="403", occurrences=12),
    )  # fmt: skip


def _organisation(
    id_: str,
    name: str,
    verdict: Verdict,
    type_: OrganisationType = OrganisationType.MINISTRY,
    routes: tuple[RouteResult, ...] = (),
) -> OrganisationResult:
    proof = verdict is not Verdict.UNVERIFIED
    return an_organisation_result(
        id=id_,
        type=type_,
        name=Localised(nl=name, en=name.replace("Ministerie van", "Ministry of").replace("verzonnen", "pretend")),
        home=Localised(nl=f"https://www.{id_}.example/"),
        verdict=verdict,
        routes=routes,
        coverage=Coverage(visited=120 if proof else 0, left=0 if proof else 12, left_promising=0, proof=proof),
        file=_FILES[type_].format(id=id_),
    )


def _route(
    organisation: str,
    id_: str,
    kind: Kind,
    title: str,
    verdict: Verdict,
    language: Language = Language.NL,
    *,
    found: bool = True,
    kinds: tuple[Kind, ...] = (),
) -> RouteResult:
    page = _page(organisation, id_ if language is Language.NL else f"{id_}/en")
    given: dict[str, Any] = {
        "id": id_,
        "kinds": kinds or (kind,),
        "title": title,
        "language": language,
        "verdict": verdict,
        "expected_url": page,
        "found_url": page if found else None,
        "score": 0.97 if found else 0.0,
        "reasons": ("stands at the expected address", "title has 4 words in common") if found else (),
        "line": _LINES[id_],
    }
    if found:
        contact = Step(url=f"https://www.{organisation}.example/contact", text="Contact")
        here = Step(url=page, text=title)
        given |= {
            "clicks_home": 2,
            "clicks_portal": 3,
            "path_home": (contact, here),
            "path_portal": (Step(url=f"{_PORTAL}/ministeries", text="Ministeries"), contact, here),
            "channels": {
                ChannelType.EMAIL: (f"klachten@{organisation}.example",),
                ChannelType.PHONE: ("+31 70 000 00 00",),
                ChannelType.POST: ("Postbus 1, 2500 AA Voorbeeldstad",),
            },
            "statements": (Statement.ACKNOWLEDGEMENT, Statement.DEADLINE),
            "deadlines": _WEEKS.get(organisation, (6,)),
        }
    return a_route_result(**given)


def _finding(
    code: str, organisation: str, route: str | None = None, language: Language | None = None, **given: Any
) -> Finding:
    family, severity = _HOW[code]
    fields: dict[str, Any] = {
        "id": f"f-{code}-{organisation}-{route or given.get('expected') or 'x'}",
        "code": code,
        "family": family,
        "severity": severity,
        "organisation": organisation,
        "route": route,
        "language": language or (Language.NL if route else None),
        "page": None,
    }
    return a_finding(**(fields | given))


def _seen(quote: str, region: str = "") -> Evidence:
    return Evidence(quote=quote, region=region, path="Contact > Klacht", fetched="2026-11-23T20:01:07Z", record="r-17")


def _page(organisation: str, path: str) -> str:
    return f"https://www.{organisation}.example/contact/{path}"
