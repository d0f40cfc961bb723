"""A generated report of many organisations, each with three routes and as many findings as wanted."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from expectations.check import Check, register
from expectations.model import (
    ChannelType,
    Coverage,
    Evidence,
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
    State,
    Statement,
    Step,
    TrendPoint,
    Verdict,
)

_KINDS = (Kind.INTEGRITY, Kind.CONDUCT, Kind.COMPLAINT)
_STATES = (State.NEW, State.OPEN, State.OPEN, State.OPEN)
_DAY = "2026-11-23"


def large_report(organisations: int, findings: int) -> Report:
    """The same for the same numbers. Codes, states and verdicts take turns, so that every text is written."""
    results = tuple(_organisation(number) for number in range(organisations))
    told = tuple(finding for result in results for finding in _findings(result, findings))
    started = datetime(2026, 11, 23, 3, 17, tzinfo=UTC)
    return Report(
        run=RunRecord(
            id="20261123T031700Z-0000",
            started=f"{started:%Y-%m-%dT%H:%M:%SZ}",
            finished=f"{started + timedelta(hours=5):%Y-%m-%dT%H:%M:%SZ}",
            program="0.1.0",
            inventory="sha256:0",
            requests=organisations * 200,
            user_agent="meldroute",
        ),
        origins=tuple(
            OriginCoverage(origin=_home(n).rstrip("/"), pages=200, complete=True) for n in range(organisations)
        ),
        outcomes=dict.fromkeys(Outcome, organisations),
        pages=organisations * 200,
        organisations=results,
        findings=told,
        resolved=tuple(told[::20]),
        trend=tuple(_point(month, organisations) for month in range(1, 13)),
    )


def _origin(number: int) -> OriginCoverage:
    return OriginCoverage(origin=_home(number).rstrip("/"), pages=200, complete=True)


def _organisation(number: int) -> OrganisationResult:
    return OrganisationResult(
        id=f"o{number}",
        type=OrganisationType.MINISTRY if number % 20 else OrganisationType.AGENCY,
        name=Localised(nl=f"Organisatie nummer {number}", en=f"Organisation number {number}"),
        home=Localised(nl=_home(number)),
        verdict=tuple(Verdict)[number % len(Verdict)],
        routes=tuple(_route(number, kind) for kind in _KINDS),
        coverage=Coverage(visited=200, left=3, left_promising=0, proof=True),
        file=f"ministries/o{number}.yaml",
    )


def _route(number: int, kind: Kind) -> RouteResult:
    page = f"{_home(number)}contact/{kind}"
    way = (Step(url=f"{_home(number)}contact", text="Contact"), Step(url=page, text=f"Melden: {kind}"))
    return RouteResult(
        id=str(kind),
        kinds=(kind,),
        title=f"Melden bij organisatie {number}: {kind}",
        language=Language.NL,
        verdict=tuple(Verdict)[(number + len(kind)) % len(Verdict)],
        expected_url=page,
        found_url=page,
        score=0.97,
        reasons=("title is 97% alike",),
        clicks_home=2,
        path_home=way,
        channels={ChannelType.EMAIL: (f"{kind}@o{number}.example",)},
        statements=(Statement.DEADLINE, Statement.OMBUDSMAN),
        line=10,
    )


def _findings(result: OrganisationResult, count: int) -> Iterator[Finding]:
    checks = register()
    for turn in range(count):
        yield _finding(result, checks[(turn * 7 + len(result.id)) % len(checks)], turn)


def _finding(result: OrganisationResult, check: Check, turn: int) -> Finding:
    route = result.routes[turn % len(result.routes)]
    return Finding(
        id=f"f-{result.id}-{turn}",
        code=check.code,
        family=check.family,
        severity=check.severity,
        organisation=result.id,
        route=route.id,
        language=route.language,
        page=route.expected_url,
        target=f"{route.expected_url}/formulier-{turn}",
        expected=None,
        found="404",
        evidence=Evidence(quote="Vul het formulier in.", region="main", fetched=f"{_DAY}T03:20:00Z"),
        state=_STATES[turn % len(_STATES)],
        first_seen=_DAY,
    )


def _point(month: int, organisations: int) -> TrendPoint:
    return TrendPoint(
        run=f"run-{month}",
        day=f"2026-{month:02}-23",
        program="0.1.0",
        rules="r1",
        verdicts=dict.fromkeys(Verdict, organisations // 2),
        new=organisations,
        open=organisations * 9,
        resolved=month,
    )


def _home(number: int) -> str:
    return f"https://www.o{number}.example/"
