"""Groups and counts."""

from expectations.model import (
    Family,
    Kind,
    Language,
    Localised,
    OrganisationType,
    Outcome,
    Severity,
    State,
    Verdict,
)
from reports.summary import by_harm, summarise
from tests.builders import a_finding, a_report, a_route_result, an_organisation_result
from tests.reports.sample import sample_report


def test_organisations_stand_by_type_and_name_never_by_result() -> None:
    def one(id_: str, type_: OrganisationType, name: str, verdict: Verdict) -> object:
        return an_organisation_result(id=id_, type=type_, name=Localised(nl=name), verdict=verdict)

    given = (
        one("x", OrganisationType.AGENCY, "Aap", Verdict.OK),
        one("b", OrganisationType.MINISTRY, "Ministerie van Bos", Verdict.BROKEN),
        one("z", OrganisationType.MINISTRY, "Ministerie van Akkers", Verdict.OK),
        one("p", OrganisationType.PORTAL, "Portaal", Verdict.MISSING),
    )

    assert [x.result.id for x in summarise(a_report(organisations=given)).organisations] == ["p", "z", "b", "x"]


def test_most_harmful_comes_first_and_waived_last() -> None:
    notice = a_finding(id="n", severity=Severity.NOTICE, family=Family.MISSING)
    warning = a_finding(id="w", severity=Severity.WARNING, family=Family.HARD_TO_FIND)
    worse = a_finding(id="v", severity=Severity.WARNING, family=Family.BROKEN)
    error = a_finding(id="e", severity=Severity.ERROR, family=Family.INCONSISTENT)
    waived = a_finding(id="x", severity=Severity.ERROR, family=Family.MISSING, state=State.WAIVED)

    assert [x.id for x in by_harm([waived, notice, warning, worse, error])] == ["e", "v", "w", "n", "x"]


def test_unmeasured_routes_stay_out_of_the_percentage_and_are_named() -> None:
    routes = tuple(
        a_route_result(id=id_, verdict=verdict)
        for id_, verdict in (("a", Verdict.OK), ("b", Verdict.UNVERIFIED), ("c", Verdict.BROKEN))
    )
    reason = a_finding(code="blocked", family=Family.UNVERIFIED, severity=Severity.NOTICE, route="b")
    summary = summarise(a_report(organisations=(an_organisation_result(routes=routes),), findings=(reason,)))

    assert (summary.routes, summary.measured, summary.percent_ok) == (3, 2, 50)
    assert [(x.route.id, x.reasons) for x in summary.unmeasured] == [("b", (reason,))]


def test_nothing_measured_is_no_percentage() -> None:
    routes = (a_route_result(verdict=Verdict.UNVERIFIED),)

    assert summarise(a_report(organisations=(an_organisation_result(routes=routes),))).percent_ok == 0
    assert summarise(a_report(organisations=())).percent_ok == 0


def test_hundred_percent_means_all() -> None:
    routes = tuple(a_route_result(verdict=Verdict.BROKEN if n == 0 else Verdict.OK) for n in range(300))

    assert summarise(a_report(organisations=(an_organisation_result(routes=routes),))).percent_ok == 99


def test_one_cause_is_important_once() -> None:
    twice = [a_finding(id=x, code="kind-missing", route=None, language=None, expected=x) for x in ("a", "b")]
    other = a_finding(id="c", code="link-broken")

    assert [x.id for x in summarise(a_report(findings=(*twice, other))).important] == ["a", "c"]


def test_waived_and_unverified_are_not_important() -> None:
    waived = a_finding(state=State.WAIVED)
    unknown = a_finding(code="blocked", family=Family.UNVERIFIED, severity=Severity.NOTICE, route=None)
    summary = summarise(a_report(findings=(waived, unknown)))

    assert summary.important == ()
    assert summary.unseen == (unknown,)
    assert summary.severities == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTICE: 1}
    assert summary.states[State.WAIVED] == 1


def test_a_kind_has_the_worst_verdict_of_its_routes() -> None:
    routes = (
        a_route_result(verdict=Verdict.OK),
        a_route_result(language=Language.EN, verdict=Verdict.HARD_TO_FIND),
        a_route_result(id="m", kinds=(Kind.CONDUCT,), verdict=Verdict.OK),
    )
    missing = a_finding(code="kind-missing", route=None, expected="integrity")
    unknown = a_finding(code="crawl-incomplete", route=None, facts={"kinds": "whistleblower, official-crime"})
    report = a_report(organisations=(an_organisation_result(routes=routes),), findings=(missing, unknown))

    summary = summarise(report)
    assert {x.kind: x.verdict for x in summary.organisations[0].kinds} == {
        Kind.INTEGRITY: Verdict.MISSING,
        Kind.CONDUCT: Verdict.OK,
        Kind.COMPLAINT: Verdict.HARD_TO_FIND,
        Kind.WHISTLEBLOWER: Verdict.UNVERIFIED,
        Kind.OFFICIAL_CRIME: Verdict.UNVERIFIED,
    }


def test_counts_of_the_sample() -> None:
    summary = summarise(sample_report())

    assert summary.links == sum(sample_report().outcomes[outcome] for outcome in Outcome)
    assert summary.states == {State.NEW: 18, State.OPEN: 2, State.WAIVED: 1, State.RESOLVED: 1}
    assert sum(summary.verdicts.values()) == summary.routes == 14
