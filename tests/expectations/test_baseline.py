from dataclasses import replace
from datetime import date

import pytest

from expectations.baseline import compare
from expectations.model import (
    Coverage,
    Family,
    Finding,
    Language,
    LastKnown,
    Outcome,
    Past,
    Report,
    Severity,
    State,
    Verdict,
    Visit,
    Waiver,
)
from tests.builders import a_finding, a_report, a_route_result, a_run, a_visit, an_organisation_result

TODAY, YESTERDAY = date(2026, 11, 24), date(2026, 11, 23)
RULES = "sha256:aa"
WAIVER = Waiver(
    code="link-broken", organisation="vbz", reason="Wordt verbouwd.", owner="webredactie", until=date(2026, 12, 31)
)


def a_run_of(number: int, *findings: object, verdict: Verdict = Verdict.OK, **given: object) -> Report:
    organisation = an_organisation_result(routes=(a_route_result(verdict=verdict),), verdict=verdict)
    return a_report(run=a_run(id=str(number)), findings=findings, **({"organisations": (organisation,)} | given))


def told(report: Report, past: Past | None = None, day: date = TODAY, rules: str = RULES, *visits: Visit) -> Report:
    return compare(report, past or Past(), {visit.address: visit for visit in visits}, day, rules)


def first(*findings: object) -> Past:
    return after(told(a_run_of(1, *findings), day=YESTERDAY))


def after(*reports: Report) -> Past:
    """What the history knows when these were the runs so far."""
    findings: dict[str, Finding] = {}
    known = {}
    for report in reports:
        findings |= {finding.id: finding for finding in (*report.findings, *report.resolved)}
        for organisation in report.organisations:
            for route in organisation.routes:
                if route.verdict is not Verdict.UNVERIFIED:
                    last = LastKnown(verdict=route.verdict, day=report.trend[-1].day)
                    known[organisation.id, route.id, route.language] = last
    return Past(trend=reports[-1].trend, findings=findings, known=known)


def judged_before(past: Past, report: Report, rules: str = RULES) -> Past:
    """The same past, where this very run was judged before."""
    own = {finding.id: finding for finding in (*report.findings, *report.resolved)}
    return replace(past, own=own, own_rules=rules)


def test_a_finding_is_new_on_the_day_it_is_first_seen() -> None:
    (finding,) = told(a_run_of(1, a_finding(first_seen="")), day=YESTERDAY).findings

    assert (finding.state, finding.first_seen, finding.since) == (State.NEW, "2026-11-23", "2026-11-23")
    assert not finding.returned


def test_a_finding_that_stays_is_open_and_keeps_its_first_day() -> None:
    (finding,) = told(a_run_of(2, a_finding(found="410")), first(a_finding())).findings

    assert (finding.state, finding.first_seen, finding.found) == (State.OPEN, "2026-11-23", "410")


def test_a_finding_that_is_gone_is_resolved_on_that_day() -> None:
    report = told(a_run_of(2), first(a_finding()))

    assert [(x.id, x.state, x.resolved_on) for x in report.resolved] == [
        ("f-link-broken", State.RESOLVED, "2026-11-24")
    ]


def test_what_was_resolved_is_told_once() -> None:
    one = told(a_run_of(1, a_finding()), day=YESTERDAY)
    two = told(a_run_of(2), after(one))

    assert told(a_run_of(3), after(one, two)).resolved == ()


def test_a_finding_that_is_back_is_new_again_and_says_so() -> None:
    one = told(a_run_of(1, a_finding()), day=YESTERDAY)
    two = told(a_run_of(2), after(one))
    three = told(a_run_of(3, a_finding()), after(one, two), date(2026, 12, 1))
    (back,) = three.findings
    (stays,) = told(a_run_of(4, a_finding()), after(one, two, three), date(2026, 12, 8)).findings

    assert (back.state, back.returned, back.first_seen, back.since) == (State.NEW, True, "2026-11-23", "2026-12-01")
    assert (stays.state, stays.returned, stays.since) == (State.OPEN, True, "2026-12-01")


def test_a_finding_that_a_recheck_found_solved_is_resolved_on_that_day_or_back() -> None:
    past = replace(first(a_finding()), solved={"f-link-broken": "2026-11-23"})
    (gone,) = told(a_run_of(2), past).resolved
    (back,) = told(a_run_of(2, a_finding()), past).findings

    assert gone.resolved_on == "2026-11-23"
    assert (back.state, back.returned) == (State.NEW, True)


def test_a_route_that_is_not_known_now_resolves_nothing() -> None:
    assert told(a_run_of(2, verdict=Verdict.UNVERIFIED), first(a_finding())).resolved == ()


def test_what_an_incomplete_run_did_not_see_is_still_open_in_the_next() -> None:
    one = told(a_run_of(1, a_finding()), day=YESTERDAY)
    two = told(a_run_of(2, verdict=Verdict.UNVERIFIED), after(one))
    still = told(a_run_of(3, a_finding()), after(one, two))
    gone = told(a_run_of(3), after(one, two))

    assert [(x.state, x.first_seen) for x in still.findings] == [(State.OPEN, "2026-11-23")]
    assert [x.state for x in gone.resolved] == [State.RESOLVED]


def test_an_organisation_that_this_run_left_out_resolves_nothing() -> None:
    assert told(a_run_of(2, organisations=()), first(a_finding())).resolved == ()


def test_an_organisations_own_finding_is_not_resolved_while_something_of_it_is_not_known() -> None:
    past = first(a_finding(route=None, language=None))
    doubt = a_finding(code="blocked", family=Family.UNVERIFIED, route=None, language=None)

    assert told(a_run_of(2, doubt), past).resolved == ()
    assert len(told(a_run_of(2), past).resolved) == 1


@pytest.mark.parametrize("outcome", [Outcome.UNREACHABLE, Outcome.BLOCKED, Outcome.ROBOTS, Outcome.LIMIT])
@pytest.mark.parametrize("part", ["page", "target"])
def test_what_could_not_be_visited_now_resolves_nothing(part: str, outcome: Outcome) -> None:
    address = "https://www.vbz.example/contact/elders"
    past = first(a_finding(**{part: address}))
    seen, unseen = a_visit(address), a_visit(address, outcome=outcome)

    assert told(a_run_of(2), past, TODAY, RULES, unseen).resolved == ()
    assert len(told(a_run_of(2), past, TODAY, RULES, seen).resolved) == 1


def test_a_page_that_nobody_links_to_any_more_is_gone_only_where_the_whole_site_was_seen() -> None:
    past = first(a_finding(code="route-unexpected", family=Family.INCONSISTENT, route=None, language=None))
    unproved = an_organisation_result(coverage=Coverage(visited=4, left=9, left_promising=1, proof=False))

    assert told(a_run_of(2, organisations=(unproved,)), past).resolved == ()
    assert len(told(a_run_of(2), past).resolved) == 1


def test_a_page_that_turns_out_broken_does_not_resolve_that_it_was_unreachable() -> None:
    trouble = a_finding(code="unreachable", family=Family.UNVERIFIED, severity=Severity.NOTICE)

    assert told(a_run_of(2, verdict=Verdict.BROKEN), first(trouble)).resolved == ()
    assert len(told(a_run_of(2), first(trouble)).resolved) == 1


def test_a_site_of_which_something_still_fails_is_not_resolved_because_it_is_told_in_another_way() -> None:
    trouble = a_finding(code="unreachable", family=Family.UNVERIFIED, route=None, page=None,
                        target="https://www.elders.example")  # fmt: skip
    down = a_visit("https://www.elders.example/folder", outcome=Outcome.UNREACHABLE)
    up = a_visit("https://www.elders.example/folder")

    assert told(a_run_of(2), first(trouble), TODAY, RULES, down).resolved == ()
    assert len(told(a_run_of(2), first(trouble), TODAY, RULES, up).resolved) == 1


def test_states_advance_once_per_run() -> None:
    past = first(a_finding(code="page-broken"))
    report = told(a_run_of(2, a_finding()), past)
    again = told(a_run_of(2, a_finding()), judged_before(past, report))

    assert again == report
    assert [finding.state for finding in again.findings] == [State.NEW]


def test_a_waived_finding_stays_waived_and_keeps_its_first_day() -> None:
    waived = a_finding(state=State.WAIVED, waiver=WAIVER)
    (finding,) = told(a_run_of(2, waived), first(a_finding())).findings

    assert (finding.state, finding.first_seen) == (State.WAIVED, "2026-11-23")


def test_a_finding_whose_waiver_ended_is_open_again() -> None:
    past = first(a_finding(state=State.WAIVED, waiver=WAIVER))
    (finding,) = told(a_run_of(2, a_finding()), past).findings

    assert (finding.state, finding.returned) == (State.OPEN, False)


def test_the_order_of_runs_is_not_the_clocks() -> None:
    (finding,) = told(a_run_of(2, a_finding()), first(a_finding()), date(2026, 11, 1)).findings

    assert (finding.state, finding.first_seen) == (State.OPEN, "2026-11-23")


def test_other_rules_than_those_of_the_previous_run_may_be_why_something_changed() -> None:
    past = first(a_finding(code="page-moved"), a_finding(code="page-stale"))
    report = told(a_run_of(2, a_finding(), a_finding(code="page-moved")), past, rules="sha256:bb")

    assert {x.code: x.through_rules for x in report.findings} == {"link-broken": True, "page-moved": False}
    assert [x.through_rules for x in report.resolved] == [True]
    (_, point) = report.trend
    assert (point.rules_changed, point.new, point.new_through_rules) == (True, 0, 1)
    assert (point.resolved, point.resolved_through_rules, point.open) == (0, 1, 1)


def test_the_same_rules_are_never_why() -> None:
    report = told(a_run_of(2, a_finding()), first(a_finding(code="page-stale")))

    assert not any(x.through_rules for x in (*report.findings, *report.resolved))
    assert not report.trend[-1].rules_changed


def test_a_snapshot_judged_again_under_other_rules_tells_exactly_what_they_changed() -> None:
    past = first(a_finding(code="page-stale"), a_finding(code="page-moved"))
    report = told(a_run_of(2, a_finding(), a_finding(code="page-moved")), past)
    again = told(
        a_run_of(2, a_finding(), a_finding(code="page-broken")), judged_before(past, report), rules="sha256:bb"
    )
    once_more = told(
        a_run_of(2, a_finding(), a_finding(code="page-broken")), judged_before(past, again, "sha256:bb"), TODAY,
        "sha256:bb",
    )  # fmt: skip

    assert {x.code: x.through_rules for x in again.findings} == {"link-broken": False, "page-broken": True}
    assert {x.code: x.through_rules for x in again.resolved} == {"page-moved": True, "page-stale": False}
    assert once_more == again


def test_a_route_that_is_not_known_says_what_was_last_known() -> None:
    one = told(a_run_of(1, verdict=Verdict.HARD_TO_FIND), day=YESTERDAY)
    unknown = told(a_run_of(2, verdict=Verdict.UNVERIFIED), after(one))
    known = told(a_run_of(2, verdict=Verdict.OK), after(one))

    route = unknown.organisations[0].routes[0]
    assert (route.verdict, route.last_known) == (
        Verdict.UNVERIFIED,
        LastKnown(verdict=Verdict.HARD_TO_FIND, day="2026-11-23"),
    )
    assert known.organisations[0].routes[0].last_known is None
    assert after(one).known.keys() == {("vbz", "klacht", Language.NL)}


def test_a_run_about_some_organisations_only_is_not_complete_in_the_trend() -> None:
    some = replace(a_run_of(1), run=a_run(only=("vbz",)))
    nothing_seen = a_run_of(1, verdict=Verdict.UNVERIFIED)

    assert told(a_run_of(1)).trend[-1].complete
    assert not told(some).trend[-1].complete
    assert not told(nothing_seen).trend[-1].complete


def test_the_trend_counts_verdicts_and_states() -> None:
    waived = a_finding(code="page-stale", state=State.WAIVED, waiver=WAIVER)
    past = first(a_finding(), a_finding(code="page-moved"))
    point = told(a_run_of(2, a_finding(), waived, a_finding(code="page-broken"), verdict=Verdict.BROKEN), past).trend[1]

    assert (point.run, point.day, point.new, point.open, point.waived, point.resolved) == (
        "2",
        "2026-11-24",
        1,
        1,
        1,
        1,
    )
    assert (point.verdicts[Verdict.BROKEN], point.verdicts[Verdict.OK]) == (1, 0)
