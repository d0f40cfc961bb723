"""Expected routes as test cases."""

from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from expectations.model import Family, Finding, Language, RouteResult, Severity, State, Verdict, Waiver
from reports import junit_report
from tests.builders import a_finding, a_report, a_route_result, an_organisation_result
from tests.reports.sample import sample_report


def cases(*findings: Finding, routes: tuple[RouteResult, ...] | None = None) -> dict[str, Element]:
    organisation = an_organisation_result(routes=routes or (a_route_result(),))
    root = ElementTree.fromstring(
        junit_report.render(a_report(organisations=(organisation,), findings=findings), Language.NL)
    )
    return {case.get("name", ""): case for case in root.iter("testcase")}


def parts(case: Element) -> list[str]:
    return [part.tag for part in case]


def test_a_route_in_order_is_a_test_that_passes() -> None:
    assert parts(cases()["klacht (nl)"]) == []


def test_errors_and_warnings_fail_with_their_code() -> None:
    found = cases(a_finding(id="1", severity=Severity.ERROR), a_finding(id="2", code="page-moved"))["klacht (nl)"]

    assert [part.get("type") for part in found.findall("failure")] == ["link-broken", "page-moved"]


def test_notices_are_told_and_pass() -> None:
    assert parts(cases(a_finding(severity=Severity.NOTICE))["klacht (nl)"]) == ["system-out"]


def test_waived_findings_never_fail() -> None:
    waiver = Waiver(code="link-broken", organisation="vbz", reason="Bekend.", owner="R", until=date(2027, 1, 1))

    found = cases(a_finding(severity=Severity.ERROR, state=State.WAIVED, waiver=waiver))["klacht (nl)"]
    assert parts(found) == ["system-out"]


def test_what_could_not_be_measured_is_skipped() -> None:
    blocked = a_finding(code="blocked", family=Family.UNVERIFIED, severity=Severity.NOTICE)

    found = cases(blocked, routes=(a_route_result(verdict=Verdict.UNVERIFIED),))["klacht (nl)"]
    assert parts(found) == ["skipped", "system-out"]


def test_findings_about_no_route_stand_with_the_organisation() -> None:
    found = cases(a_finding(route=None, language=None), a_finding(id="2", route="unknown"))

    assert parts(found["klacht (nl)"]) == []
    assert parts(found["vbz"]) == ["failure", "failure"]


def test_a_finding_about_both_languages_is_told_once() -> None:
    routes = (a_route_result(), a_route_result(language=Language.EN))

    found = cases(a_finding(language=None), routes=routes)
    assert [parts(found[name]) for name in ("klacht (nl)", "klacht (en)", "vbz")] == [["failure"], [], []]


def test_totals_are_those_of_the_cases() -> None:
    root = ElementTree.fromstring(junit_report.render(sample_report(), Language.NL))

    for element in (root, *root.findall("testsuite")):
        every = list(element.iter("testcase"))
        assert element.get("tests") == str(len(every))
        assert element.get("failures") == str(sum(case.find("failure") is not None for case in every))
        assert element.get("skipped") == str(sum(case.find("skipped") is not None for case in every))
    routes = sum(len(organisation.routes) for organisation in sample_report().organisations)
    assert root.get("tests") == str(routes + len(sample_report().organisations))


def test_every_finding_is_told_exactly_once() -> None:
    text = junit_report.render(sample_report(), Language.NL).decode()

    for finding in sample_report().findings:
        assert text.count(f", {finding.id})") == 1
