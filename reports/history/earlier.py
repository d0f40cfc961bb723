"""What a report tells of the time before there was a history."""

from dataclasses import replace

from expectations.model import Report, State, TrendPoint, Verdict


def point(report: Report) -> TrendPoint:
    """Its run, in a report of before there was a trend."""
    states = [finding.state for finding in report.findings]
    verdicts = [route.verdict for organisation in report.organisations for route in organisation.routes]
    return TrendPoint(
        run=report.run.id,
        day=report.run.started[:10],
        program=report.run.program,
        rules="",
        verdicts={verdict: verdicts.count(verdict) for verdict in Verdict},
        new=states.count(State.NEW),
        open=states.count(State.OPEN),
        waived=states.count(State.WAIVED),
        resolved=len(report.resolved),
        complete=not report.run.only,
    )


def before(report: Report) -> Report:
    """What the runs before it told: what was open then already."""
    day = report.run.started[:10]
    stayed = (x for x in report.findings if x.state is State.OPEN or (x.state is State.WAIVED and x.first_seen < day))
    return replace(
        report,
        findings=tuple(replace(finding, state=State.OPEN) for finding in stayed),
        resolved=tuple(replace(finding, state=State.OPEN, resolved_on="") for finding in report.resolved),
    )
