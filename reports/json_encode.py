"""A report as JSON values, in the order of the design."""

import math
from collections.abc import Mapping
from typing import Any

from expectations.model import (
    ChannelType,
    Finding,
    Language,
    LastKnown,
    Localised,
    OrganisationResult,
    OriginCoverage,
    Outcome,
    ReferralResult,
    Report,
    RouteResult,
    Step,
    TrendPoint,
    Verdict,
    Waiver,
)
from reports import texts
from reports.names import Names

SCHEMA = "meldroute.report/1"

Json = dict[str, Any]


def encode(report: Report) -> Json:
    names = Names.of(report)
    return {
        "schema": SCHEMA,
        "run": _run(report),
        "organisations": [_organisation(x) for x in report.organisations],
        "findings": [finding(x, names) for x in report.findings],
        "resolved": [finding(x, names) for x in report.resolved],
        "trend": [point(x) for x in report.trend],
        "referrals": [_referral(x) for x in report.referrals],
    }


def _run(report: Report) -> Json:
    run = report.run
    outcomes = {outcome.value: report.outcomes.get(outcome, 0) for outcome in Outcome}
    return {
        "id": run.id,
        "started": run.started,
        "finished": run.finished,
        "program": run.program,
        "inventory": run.inventory,
        "user_agent": run.user_agent,
        "only": list(run.only),
        "limits": _sorted(run.limits),
        "archive": run.archive,
        "requests": run.requests,
        "pages": report.pages,
        "links": sum(outcomes.values()),
        "outcomes": outcomes,
        "origins": {x.origin: _origin(x) for x in sorted(report.origins, key=lambda x: x.origin)},
    }


def _origin(origin: OriginCoverage) -> Json:
    return {
        "pages": origin.pages,
        "complete": origin.complete,
        "stopped": origin.stopped,
        "traps": [{"pattern": x.pattern, "count": x.count} for x in origin.traps],
        "sitemap": origin.sitemap,
    }


def _organisation(organisation: OrganisationResult) -> Json:
    coverage = organisation.coverage
    return {
        "id": organisation.id,
        "type": organisation.type.value,
        "name": _localised(organisation.name),
        "home": _localised(organisation.home),
        "verdict": organisation.verdict.value,
        "coverage": {
            "visited": coverage.visited,
            "left": coverage.left,
            "left_promising": coverage.left_promising,
            "proof": coverage.proof,
        },
        "file": organisation.file,
        "routes": [_route(x) for x in organisation.routes],
    }


def _route(route: RouteResult) -> Json:
    return {
        "id": route.id,
        "kinds": [x.value for x in route.kinds],
        "title": route.title,
        "language": route.language.value,
        "verdict": route.verdict.value,
        "expected_url": route.expected_url,
        "found_url": route.found_url,
        "match": {"score": _score(route.score), "reasons": list(route.reasons)},
        "clicks": {"home": route.clicks_home, "portal": route.clicks_portal},
        "path": {"home": _steps(route.path_home), "portal": _steps(route.path_portal)},
        "channels": {x.value: list(route.channels[x]) for x in ChannelType if x in route.channels},
        "statements": [x.value for x in route.statements],
        "line": route.line,
        "last_known": _last_known(route.last_known) if route.last_known else None,
        "deadlines": list(route.deadlines),
    }


def _referral(referral: ReferralResult) -> Json:
    return {
        "id": referral.id,
        "kinds": [x.value for x in referral.kinds],
        "title": referral.title,
        "language": referral.language.value,
        "expected_url": referral.expected_url,
        "found_url": referral.found_url,
        "leads": [{"organisation": x.organisation, "route": x.route, "leads": x.leads.value} for x in referral.leads],
    }


def finding(finding: Finding, names: Names) -> Json:
    return {
        "id": finding.id,
        "code": finding.code,
        "family": finding.family.value,
        "severity": finding.severity.value,
        "organisation": finding.organisation,
        "route": finding.route,
        "language": finding.language,
        "page": finding.page,
        "target": finding.target,
        "expected": finding.expected,
        "found": finding.found,
        "message": {x.value: texts.message(finding, x, names) for x in Language},
        "remedy": {x.value: texts.remedy(finding, x, names) for x in Language},
        "evidence": {
            "quote": finding.evidence.quote,
            "region": finding.evidence.region,
            "path": finding.evidence.path,
            "fetched": finding.evidence.fetched,
            "record": finding.evidence.record,
        },
        "occurrences": finding.occurrences,
        "pages": list(finding.pages),
        "facts": _sorted(finding.facts),
        "state": finding.state.value,
        "first_seen": finding.first_seen or None,
        "since": finding.since or None,
        "returned": finding.returned,
        "resolved_on": finding.resolved_on or None,
        "through_rules": finding.through_rules,
        "waiver": _waiver(finding.waiver) if finding.waiver else None,
    }


def _waiver(waiver: Waiver) -> Json:
    return {
        "code": waiver.code,
        "organisation": waiver.organisation,
        "route": waiver.route,
        "page": waiver.page,
        "target": waiver.target,
        "expected": waiver.expected,
        "reason": waiver.reason,
        "owner": waiver.owner,
        "until": waiver.until.isoformat(),
        "line": waiver.line,
    }


def _last_known(known: LastKnown) -> Json:
    return {"verdict": known.verdict.value, "day": known.day}


def point(point: TrendPoint) -> Json:
    return {
        "run": point.run,
        "day": point.day,
        "program": point.program,
        "rules": point.rules,
        "rules_changed": point.rules_changed,
        "complete": point.complete,
        "verdicts": {x.value: point.verdicts.get(x, 0) for x in Verdict},
        "new": point.new,
        "open": point.open,
        "waived": point.waived,
        "resolved": point.resolved,
        "new_through_rules": point.new_through_rules,
        "resolved_through_rules": point.resolved_through_rules,
    }


def _steps(steps: tuple[Step, ...]) -> list[Json]:
    return [{"url": x.url, "text": x.text} for x in steps]


def _localised(value: Localised) -> Json:
    return {x.value: value.get(x) for x in value.languages}


def _sorted(facts: Mapping[str, str]) -> Json:
    return dict(sorted(facts.items()))


def _score(score: float) -> float:
    return round(score, 2) if math.isfinite(score) else 0.0
