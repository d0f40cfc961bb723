"""Groups and counts: the one view of a report that all formats render."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from expectations.model import (
    Family,
    Finding,
    Kind,
    OrganisationResult,
    OrganisationType,
    Outcome,
    Report,
    RouteResult,
    Severity,
    State,
    Verdict,
)

_TYPES = tuple(OrganisationType)
_SEVERITIES = tuple(Severity)
_FAMILIES = tuple(Family)
_VERDICTS = tuple(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindView:
    """How one organisation stands for one kind; `verdict` is None when nothing is expected there."""

    kind: Kind
    verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """One organisation; its findings most harmful first, waived ones last."""

    result: OrganisationResult
    kinds: tuple[KindView, ...]
    findings: tuple[Finding, ...]

    def about(self, route: RouteResult) -> tuple[Finding, ...]:
        """The findings of one route and language."""
        return tuple(x for x in self.findings if _is_about(x, self.result, route))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmeasured:
    """A route that could not be judged, with the findings that say why."""

    organisation: OrganisationResult
    route: RouteResult
    reasons: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A report as people read it. `important` holds one finding per organisation and cause, most harmful first; `new`
    and `open` hold those that are new and those that were there before."""

    report: Report
    organisations: tuple[OrganisationView, ...]
    kinds: tuple[Kind, ...]
    important: tuple[Finding, ...]
    new: tuple[Finding, ...]
    open: tuple[Finding, ...]
    unmeasured: tuple[Unmeasured, ...]
    unseen: tuple[Finding, ...]
    verdicts: Mapping[Verdict, int]
    severities: Mapping[Severity, int]
    states: Mapping[State, int]

    @property
    def routes(self) -> int:
        return sum(self.verdicts.values())

    @property
    def measured(self) -> int:
        """The routes that percentages are about."""
        return self.routes - self.verdicts[Verdict.UNVERIFIED]

    @property
    def percent_ok(self) -> int:
        """Of the measured routes; rounded down, so that 100 means all."""
        return 100 * self.verdicts[Verdict.OK] // self.measured if self.measured else 0

    @property
    def first(self) -> bool:
        """Whether there is no earlier run to compare with."""
        return len(self.report.trend) <= 1 and not self.states[State.OPEN] and not self.states[State.RESOLVED]

    @property
    def links(self) -> int:
        return sum(self.report.outcomes.get(outcome, 0) for outcome in Outcome)


def summarise(report: Report) -> Summary:
    """`kinds` are those that are expected anywhere; `unseen` are the unverified findings about no single route."""
    kinds = _kinds(report)
    own = _by_organisation(report.findings)
    organisations = tuple(
        _view(organisation, kinds, own.get(organisation.id, []))
        for organisation in sorted(report.organisations, key=_place)
    )
    active = [x for x in report.findings if x.state is not State.WAIVED]
    verdicts = Counter(route.verdict for organisation in report.organisations for route in organisation.routes)
    states = Counter(x.state for x in report.findings)
    severities = Counter(x.severity for x in active)
    told = by_harm(x for x in active if x.family is not Family.UNVERIFIED)
    return Summary(
        report=report,
        organisations=organisations,
        kinds=kinds,
        important=_one_per_cause(told),
        new=_one_per_cause(tuple(x for x in told if x.state is State.NEW)),
        open=_one_per_cause(tuple(x for x in told if x.state is State.OPEN)),
        unmeasured=tuple(_unmeasured(organisations)),
        unseen=tuple(
            x for x in report.findings if x.family is Family.UNVERIFIED and x.route is None and _is_measure(x)
        ),
        verdicts={x: verdicts[x] for x in Verdict},
        severities={x: severities[x] for x in Severity},
        states={x: states[x] for x in State} | {State.RESOLVED: len(report.resolved)},
    )


def by_harm(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Most harmful first; what is equally harmful stays in the report's order, and what is waived comes last."""
    return tuple(
        sorted(
            findings,
            key=lambda x: (x.state is State.WAIVED, _SEVERITIES.index(x.severity), _FAMILIES.index(x.family)),
        )
    )


def _by_organisation(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    own: dict[str, list[Finding]] = {}
    for finding in findings:
        own.setdefault(finding.organisation, []).append(finding)
    return own


def _view(organisation: OrganisationResult, kinds: tuple[Kind, ...], own: list[Finding]) -> OrganisationView:
    return OrganisationView(
        result=organisation,
        kinds=tuple(KindView(kind=kind, verdict=_kind_verdict(organisation, kind, own)) for kind in kinds),
        findings=by_harm(own),
    )


def _place(organisation: OrganisationResult) -> tuple[int, str, str]:
    """The fixed order: the portal, the ministries and the agencies, each by name. Never by result."""
    name = next(iter(organisation.name.values), organisation.id)
    return _TYPES.index(organisation.type), name.casefold(), organisation.id


def _kinds(report: Report) -> tuple[Kind, ...]:
    expected = {kind for organisation in report.organisations for x in organisation.routes for kind in x.kinds}
    absent = {kind for x in report.findings for kind in _absent_kinds(x)}
    return tuple(kind for kind in Kind if kind in expected or kind.value in absent)


def _kind_verdict(organisation: OrganisationResult, kind: Kind, own: list[Finding]) -> Verdict | None:
    verdicts = [x.verdict for x in organisation.routes if kind in x.kinds]
    said = {x.code for x in own if kind.value in _absent_kinds(x)}
    if "kind-missing" in said:
        verdicts.append(Verdict.MISSING)
    if "crawl-incomplete" in said and not verdicts:
        verdicts.append(Verdict.UNVERIFIED)
    return min(verdicts, key=_VERDICTS.index, default=None)


def _absent_kinds(finding: Finding) -> frozenset[str]:
    """The kinds that an organisation lacks, or may lack, by this finding."""
    if finding.code == "kind-missing":
        return frozenset({finding.expected or ""})
    if finding.code == "crawl-incomplete" and finding.route is None:
        return frozenset(finding.facts.get("kinds", "").split(", "))
    return frozenset()


def _unmeasured(organisations: tuple[OrganisationView, ...]) -> Iterable[Unmeasured]:
    for view in organisations:
        for route in view.result.routes:
            if route.verdict is Verdict.UNVERIFIED:
                reasons = tuple(x for x in view.about(route) if x.family is Family.UNVERIFIED and _is_measure(x))
                yield Unmeasured(organisation=view.result, route=route, reasons=reasons)


def _is_about(finding: Finding, organisation: OrganisationResult, route: RouteResult) -> bool:
    return (
        finding.organisation == organisation.id
        and finding.route == route.id
        and finding.language in (None, route.language)
    )


def _is_measure(finding: Finding) -> bool:
    return not finding.code.startswith("waiver-")


def _one_per_cause(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What one organisation lacks in the same way on one route (or altogether) is told once here."""
    first: dict[tuple[str, str, str | None], Finding] = {}
    for finding in findings:
        first.setdefault((finding.code, finding.organisation, finding.route), finding)
    return tuple(first.values())
