import pytest

from expectations.check import register
from expectations.model import Family, Finding, Language, Verdict
from expectations.verdicts import of_organisation, of_route, worst
from tests.builders import KLACHT, a_finding, a_route_result

CHECKS = {check.code: check for check in register()}
ROUTE = a_route_result(found_url=KLACHT)


def a_said(code: str, **given: object) -> Finding:
    return a_finding(code=code, family=CHECKS[code].family, severity=CHECKS[code].severity, **given)


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("route-missing", Verdict.MISSING),
        ("translation-missing", Verdict.MISSING),
        ("route-unlinked", Verdict.HARD_TO_FIND),
        ("referral-missing", Verdict.HARD_TO_FIND),
        ("channel-missing", Verdict.INCONSISTENT),
        ("page-broken", Verdict.BROKEN),
        ("page-soft-404", Verdict.BROKEN),
        ("redirect-loop", Verdict.BROKEN),
        ("link-broken", Verdict.INCONSISTENT),
        ("fragment-missing", Verdict.OK),
        ("audience-staff", Verdict.INCONSISTENT),
        ("page-moved", Verdict.INCONSISTENT),
        ("email-mismatch", Verdict.INCONSISTENT),
        ("phone-mismatch", Verdict.INCONSISTENT),
        ("too-many-clicks", Verdict.HARD_TO_FIND),
        ("not-indexable", Verdict.HARD_TO_FIND),
        ("blocked", Verdict.UNVERIFIED),
        ("unreachable", Verdict.UNVERIFIED),
        ("robots-disallowed", Verdict.UNVERIFIED),
        ("crawl-incomplete", Verdict.UNVERIFIED),
    ],
)
def test_each_code_makes_the_verdict_of_the_design(code: str, verdict: Verdict) -> None:
    assert of_route("vbz", ROUTE, [a_said(code)], CHECKS) is verdict


def test_the_worst_wins() -> None:
    assert worst([Verdict.OK, Verdict.HARD_TO_FIND, Verdict.UNVERIFIED, Verdict.INCONSISTENT]) is Verdict.UNVERIFIED
    assert worst([Verdict.MISSING, Verdict.BROKEN]) is Verdict.BROKEN
    assert worst([]) is Verdict.OK


def test_another_route_or_language_does_not_count() -> None:
    findings = [a_said("page-broken", route="gedrag"), a_said("page-broken", language=Language.EN)]

    assert of_route("vbz", ROUTE, findings, CHECKS) is Verdict.OK


def test_a_finding_about_a_page_that_serves_several_routes_counts_for_each() -> None:
    shared = a_said("not-indexable", route=None, language=None, page=KLACHT, pages=(KLACHT,))

    assert of_route("vbz", ROUTE, [shared], CHECKS) is Verdict.HARD_TO_FIND


def test_a_finding_on_many_pages_is_the_organisations() -> None:
    footer = a_said("link-broken", route=None, language=None, page=KLACHT, pages=(KLACHT, KLACHT + "/b"))

    assert of_route("vbz", ROUTE, [footer], CHECKS) is Verdict.OK
    assert of_organisation("vbz", (ROUTE,), [footer], CHECKS) is Verdict.INCONSISTENT


@pytest.mark.parametrize("code", ["blocked", "unreachable", "robots-disallowed", "crawl-incomplete"])
def test_what_is_not_known_of_links_and_origins_changes_nothing(code: str) -> None:
    unknown = a_said(code, route=None, language=None, page=KLACHT, pages=(KLACHT,))

    assert of_route("vbz", ROUTE, [unknown], CHECKS) is Verdict.OK
    assert of_organisation("vbz", (ROUTE,), [unknown], CHECKS) is Verdict.OK


def test_without_any_measured_route_an_unproved_kind_leaves_the_organisation_unverified() -> None:
    unknown = a_said("crawl-incomplete", route=None, language=None)

    assert of_organisation("vbz", (), [unknown], CHECKS) is Verdict.UNVERIFIED


def test_a_missing_kind_makes_the_organisation_missing() -> None:
    missing = a_said("kind-missing", route=None, language=None, page=None)

    assert of_organisation("vbz", (ROUTE,), [missing], CHECKS) is Verdict.MISSING
    assert of_organisation("bz", (), [missing], CHECKS) is Verdict.OK


def test_a_code_of_another_version_changes_nothing() -> None:
    strange = a_finding(code="strange", family=Family.BROKEN)

    assert of_route("vbz", ROUTE, [strange], CHECKS) is Verdict.OK
