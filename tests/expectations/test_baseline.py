from datetime import date

from expectations.baseline import compare
from expectations.model import Family, Report, State, Verdict, Waiver
from tests.builders import a_finding, a_report, a_route_result, a_run, an_organisation_result

TODAY, YESTERDAY = date(2026, 11, 24), date(2026, 11, 23)
WAIVER = Waiver(
    code="link-broken", organisation="vbz", reason="Wordt verbouwd.", owner="webredactie", until=date(2026, 12, 31)
)


def a_run_of(number: int, *findings: object, verdict: Verdict = Verdict.OK, **given: object) -> Report:
    organisation = an_organisation_result(routes=(a_route_result(verdict=verdict),), verdict=verdict)
    return a_report(run=a_run(id=str(number)), findings=findings, **({"organisations": (organisation,)} | given))


def first(*findings: object) -> Report:
    return compare(a_run_of(1, *findings), None, YESTERDAY)


def test_a_finding_is_new_on_the_day_it_is_first_seen() -> None:
    (finding,) = first(a_finding()).findings

    assert (finding.state, finding.first_seen) == (State.NEW, "2026-11-23")


def test_a_finding_that_stays_is_open_and_keeps_its_first_day() -> None:
    (finding,) = compare(a_run_of(2, a_finding(found="410")), first(a_finding()), TODAY).findings

    assert (finding.state, finding.first_seen, finding.found) == (State.OPEN, "2026-11-23", "410")


def test_a_finding_that_is_gone_is_resolved() -> None:
    report = compare(a_run_of(2), first(a_finding()), TODAY)

    assert [(finding.id, finding.state) for finding in report.resolved] == [("f-link-broken", State.RESOLVED)]


def test_a_route_that_is_not_known_now_resolves_nothing() -> None:
    assert compare(a_run_of(2, verdict=Verdict.UNVERIFIED), first(a_finding()), TODAY).resolved == ()


def test_an_organisation_that_this_run_left_out_resolves_nothing() -> None:
    assert compare(a_run_of(2, organisations=()), first(a_finding()), TODAY).resolved == ()


def test_an_organisations_own_finding_is_not_resolved_while_something_of_it_is_not_known() -> None:
    earlier = first(a_finding(route=None, language=None))
    doubt = a_finding(code="blocked", family=Family.UNVERIFIED, route=None, language=None)

    assert compare(a_run_of(2, doubt), earlier, TODAY).resolved == ()
    assert len(compare(a_run_of(2), earlier, TODAY).resolved) == 1


def test_states_advance_once_per_run() -> None:
    earlier = compare(a_run_of(2, a_finding()), first(a_finding(code="page-broken")), TODAY)
    again = compare(a_run_of(2, a_finding()), earlier, date(2026, 12, 1))

    assert again == earlier
    assert [finding.state for finding in again.findings] == [State.NEW]


def test_a_finding_that_comes_back_in_the_same_run_is_no_longer_resolved() -> None:
    earlier = compare(a_run_of(2), first(a_finding()), TODAY)
    again = compare(a_run_of(2, a_finding()), earlier, TODAY)

    assert again.resolved == ()


def test_a_waived_finding_stays_waived_and_keeps_its_first_day() -> None:
    waived = a_finding(state=State.WAIVED, waiver=WAIVER)
    (finding,) = compare(a_run_of(2, waived), first(a_finding()), TODAY).findings

    assert (finding.state, finding.first_seen) == (State.WAIVED, "2026-11-23")


def test_a_finding_whose_waiver_ended_is_open_again() -> None:
    earlier = first(a_finding(state=State.WAIVED, waiver=WAIVER))

    assert [finding.state for finding in compare(a_run_of(2, a_finding()), earlier, TODAY).findings] == [State.OPEN]
