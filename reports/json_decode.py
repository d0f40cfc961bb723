"""A report from JSON values; raises KeyError, TypeError or ValueError where they are no report."""

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
    RunRecord,
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

Json = dict[str, Any]


def decode(data: Json) -> Report:
    run = data["run"]
    return Report(
        run=_run(run),
        origins=tuple(_origin(name, x) for name, x in run["origins"].items()),
        outcomes={Outcome(name): int(count) for name, count in run["outcomes"].items()},
        pages=run["pages"],
        organisations=tuple(_organisation(x) for x in data["organisations"]),
        findings=tuple(finding(x) for x in data["findings"]),
        resolved=tuple(finding(x) for x in data["resolved"]),
        trend=tuple(point(x) for x in data.get("trend", ())),  # reports of before this was told
        referrals=tuple(_referral(x) for x in data.get("referrals", ())),
    )


def _run(data: Json) -> RunRecord:
    return RunRecord(
        id=data["id"],
        started=data["started"],
        finished=data["finished"],
        program=data["program"],
        inventory=data["inventory"],
        requests=data["requests"],
        user_agent=data["user_agent"],
        only=tuple(data["only"]),
        limits=dict(data["limits"]),
        archive=data.get("archive", ""),
    )


def _origin(origin: str, data: Json) -> OriginCoverage:
    return OriginCoverage(
        origin=origin,
        pages=data["pages"],
        complete=data["complete"],
        stopped=Stopped(data["stopped"]) if data["stopped"] else None,
        traps=tuple(Trap(pattern=x["pattern"], count=x["count"]) for x in data["traps"]),
        sitemap=data["sitemap"],
    )


def _organisation(data: Json) -> OrganisationResult:
    return OrganisationResult(
        id=data["id"],
        type=OrganisationType(data["type"]),
        name=Localised(**data["name"]),
        home=Localised(**data["home"]),
        verdict=Verdict(data["verdict"]),
        routes=tuple(_route(x) for x in data["routes"]),
        coverage=Coverage(**data["coverage"]),
        file=data.get("file", ""),  # reports of before this was told
    )


def _route(data: Json) -> RouteResult:
    return RouteResult(
        id=data["id"],
        kinds=tuple(Kind(x) for x in data["kinds"]),
        title=data["title"],
        language=Language(data["language"]),
        verdict=Verdict(data["verdict"]),
        expected_url=data["expected_url"],
        found_url=data["found_url"],
        score=data["match"]["score"],
        reasons=tuple(data["match"]["reasons"]),
        clicks_home=data["clicks"]["home"],
        clicks_portal=data["clicks"]["portal"],
        path_home=_steps(data["path"]["home"]),
        path_portal=_steps(data["path"]["portal"]),
        channels={ChannelType(name): tuple(x) for name, x in data["channels"].items()},
        statements=tuple(Statement(x) for x in data["statements"]),
        line=data.get("line", 0),
        last_known=_last_known(data.get("last_known")),
        deadlines=tuple(int(x) for x in data.get("deadlines", ())),
    )


def _referral(data: Json) -> ReferralResult:
    return ReferralResult(
        id=data["id"],
        kinds=tuple(Kind(x) for x in data["kinds"]),
        title=data["title"],
        language=Language(data["language"]),
        expected_url=data["expected_url"],
        found_url=data["found_url"],
        leads=tuple(
            Lead(organisation=x["organisation"], route=x["route"], leads=Leads(x["leads"])) for x in data["leads"]
        ),
    )


def finding(data: Json) -> Finding:
    return Finding(
        id=data["id"],
        code=data["code"],
        family=Family(data["family"]),
        severity=Severity(data["severity"]),
        organisation=data["organisation"],
        route=data["route"],
        language=Language(data["language"]) if data["language"] else None,
        page=data["page"],
        target=data["target"],
        expected=data["expected"],
        found=data["found"],
        evidence=Evidence(**data["evidence"]),
        occurrences=data["occurrences"],
        pages=tuple(data["pages"]),
        facts=dict(data["facts"]),
        state=State(data["state"]),
        first_seen=data["first_seen"] or "",
        waiver=_waiver(data["waiver"]) if data["waiver"] else None,
        since=data.get("since", data["first_seen"]) or "",
        returned=data.get("returned", False),
        resolved_on=data.get("resolved_on") or "",
        through_rules=data.get("through_rules", False),
    )


def _waiver(data: Json) -> Waiver:
    return Waiver(**{**data, "until": date.fromisoformat(data["until"])})


def _last_known(data: Json | None) -> LastKnown | None:
    return LastKnown(verdict=Verdict(data["verdict"]), day=data["day"]) if data else None


def point(data: Json) -> TrendPoint:
    verdicts = {Verdict(name): int(count) for name, count in data["verdicts"].items()}
    return TrendPoint(**{**data, "verdicts": verdicts})


def _steps(data: list[Json]) -> tuple[Step, ...]:
    return tuple(Step(url=x["url"], text=x["text"]) for x in data)
