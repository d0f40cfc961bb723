"""Values for tests: say only what the test is about, the rest is plausible."""

from typing import Any

from expectations.model import (
    Coverage,
    Evidence,
    Family,
    Finding,
    Kind,
    Language,
    Localised,
    OrganisationResult,
    OrganisationType,
    OriginCoverage,
    Outcome,
    Report,
    RouteResult,
    RunRecord,
    Severity,
    Verdict,
)


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
