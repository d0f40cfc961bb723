"""What changed since the previous run: findings that are new, still open, or resolved."""

from dataclasses import replace
from datetime import date

from expectations.model import Family, Finding, Report, State, Verdict


def compare(report: Report, earlier: Report | None, today: date) -> Report:
    """The report with states and first-seen days, and with what disappeared since the earlier report.

    States advance once per run: judging the same snapshot again keeps what the earlier report says.
    """
    again = earlier is not None and earlier.run.id == report.run.id
    before = {finding.id: finding for finding in earlier.findings} if earlier else {}
    findings = tuple(_aged(finding, before.get(finding.id), today, again=again) for finding in report.findings)
    return replace(report, findings=findings, resolved=_resolved(report, earlier, again=again))


def _aged(finding: Finding, before: Finding | None, today: date, *, again: bool) -> Finding:
    first_seen = before.first_seen if before and before.first_seen else today.isoformat()
    if finding.state is State.WAIVED:
        return replace(finding, first_seen=first_seen)
    state = State.OPEN if before else State.NEW
    if again and before and before.state in (State.NEW, State.OPEN):
        state = before.state
    return replace(finding, first_seen=first_seen, state=state)


def _resolved(report: Report, earlier: Report | None, *, again: bool) -> tuple[Finding, ...]:
    if earlier is None:
        return ()
    current = {finding.id for finding in report.findings}
    if again:
        return tuple(finding for finding in earlier.resolved if finding.id not in current)
    gone = (finding for finding in earlier.findings if finding.id not in current and _was_measured(report, finding))
    return tuple(replace(finding, state=State.RESOLVED, waiver=None) for finding in gone)


def _was_measured(report: Report, finding: Finding) -> bool:
    """Whether this run could have seen the finding: a route that is not known now resolves nothing."""
    organisation = next((o for o in report.organisations if o.id == finding.organisation), None)
    if organisation is None:
        return False
    if finding.route is not None:
        same = [route for route in organisation.routes if route.id == finding.route]
        versions = [route for route in same if finding.language in (None, route.language)] or same
        return all(route.verdict is not Verdict.UNVERIFIED for route in versions)
    if finding.family is Family.UNVERIFIED:
        return organisation.verdict is not Verdict.UNVERIFIED
    in_doubt = any(
        other.family is Family.UNVERIFIED and other.route is None and other.organisation == finding.organisation
        for other in report.findings
    )
    return not in_doubt and organisation.verdict is not Verdict.UNVERIFIED
