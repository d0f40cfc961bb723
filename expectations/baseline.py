"""What changed since the previous run: findings that are new, still open, back again, or resolved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from expectations.measured import Measured
from expectations.model import (
    Finding,
    OrganisationResult,
    Past,
    Report,
    RouteResult,
    Severity,
    State,
    TrendPoint,
    Verdict,
    Visit,
)

_SEVERITIES = tuple(Severity)


def compare(report: Report, past: Past, visits: Mapping[str, Visit], today: date, rules: str) -> Report:
    """The report with states and days, with what was resolved, with the last known verdicts, and with the trend.

    The past never holds this run itself, so judging one snapshot again gives the same states: they advance once per
    run. `rules` is the digest of our own rules; `visits` are those of this run's crawl.
    """
    measured = Measured(report=report, visits=visits)
    told = replace(
        report,
        findings=tuple(_told(finding, past, today, rules) for finding in report.findings),
        resolved=_resolved(measured, past, today, rules),
        organisations=tuple(_remembered(organisation, past) for organisation in report.organisations),
    )
    return replace(told, trend=(*past.trend, _point(told, past, today, rules)))


def _told(finding: Finding, past: Past, today: date, rules: str) -> Finding:
    day = today.isoformat()
    before = past.findings.get(finding.id)
    stayed = before is not None and before.state is not State.RESOLVED and before.id not in past.solved
    state = State.WAIVED if finding.state is State.WAIVED else State.OPEN if stayed else State.NEW
    return replace(
        finding,
        state=state,
        first_seen=before.first_seen if before else day,
        since=(before.since or before.first_seen) if before and stayed else day,
        returned=before.returned if before and stayed else before is not None,
        through_rules=not stayed and _through_rules(finding.id, past, rules),
    )


def _resolved(measured: Measured, past: Past, today: date, rules: str) -> tuple[Finding, ...]:
    current = {finding.id for finding in measured.report.findings}
    gone = (
        replace(
            finding,
            state=State.RESOLVED,
            waiver=None,
            resolved_on=past.solved.get(finding.id, today.isoformat()),
            through_rules=_through_rules(finding.id, past, rules, gone=True),
        )
        for finding in past.findings.values()
        if finding.state is not State.RESOLVED and finding.id not in current and measured.could_see(finding)
    )
    return tuple(sorted(gone, key=_place))


def _place(finding: Finding) -> tuple[object, ...]:
    return _SEVERITIES.index(finding.severity), finding.organisation, finding.code, finding.route or "", finding.id


def _through_rules(name: str, past: Past, rules: str, *, gone: bool = False) -> bool:
    """Whether a finding is new or resolved because our rules changed, or may be.

    Other rules than those of the previous run leave it open. Where the same snapshot was judged before, they do not:
    what is different now is so through the rules, and the rest stays as it was told.
    """
    if past.own is None:
        return past.rules not in ("", rules)
    own = past.own.get(name)
    if own is None:
        return not gone and past.own_rules != rules
    was_gone = own.state is State.RESOLVED
    return own.through_rules if was_gone is gone else past.own_rules != rules


def _remembered(organisation: OrganisationResult, past: Past) -> OrganisationResult:
    def route(result: RouteResult) -> RouteResult:
        known = past.known.get((organisation.id, result.id, result.language))
        return replace(result, last_known=known) if known and result.verdict is Verdict.UNVERIFIED else result

    return replace(organisation, routes=tuple(map(route, organisation.routes)))


def _point(report: Report, past: Past, today: date, rules: str) -> TrendPoint:
    verdicts = Counter(route.verdict for organisation in report.organisations for route in organisation.routes)
    states = Counter(finding.state for finding in report.findings)
    new = sum(finding.through_rules for finding in report.findings if finding.state is State.NEW)
    resolved = sum(finding.through_rules for finding in report.resolved)
    return TrendPoint(
        run=report.run.id,
        day=today.isoformat(),
        program=report.run.program,
        rules=rules,
        rules_changed=past.rules not in ("", rules),
        verdicts={verdict: verdicts[verdict] for verdict in Verdict},
        new=states[State.NEW] - new,
        open=states[State.OPEN],
        waived=states[State.WAIVED],
        resolved=len(report.resolved) - resolved,
        new_through_rules=new,
        resolved_through_rules=resolved,
        complete=not report.run.only and all(map(_was_seen, report.organisations)),
    )


def _was_seen(organisation: OrganisationResult) -> bool:
    if not organisation.routes:
        return organisation.coverage.visited > 0
    return any(route.verdict is not Verdict.UNVERIFIED for route in organisation.routes)
