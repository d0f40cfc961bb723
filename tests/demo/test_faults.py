from datetime import date

import pytest

from demo import faults, waivers
from demo.months import MONTHS, Month
from demo.organisations import MINISTRIES, ORGANISATIONS

CODES = {
    "route-missing", "kind-missing", "route-unlinked", "referral-missing", "translation-missing", "channel-missing",
    "page-broken", "page-soft-404", "redirect-loop", "link-broken", "fragment-missing",
    "page-moved", "email-mismatch", "phone-mismatch", "route-unexpected", "audience-staff",
    "statement-missing", "route-duplicate", "alias-conflict", "language-conflict", "address-mismatch",
    "deadline-conflict", "name-outdated", "law-outdated", "title-mismatch",
    "login-required", "page-unreadable", "email-invalid", "phone-invalid",
    "too-many-clicks", "not-indexable", "not-in-search", "document-only", "not-in-sitemap", "link-text-vague",
    "hard-to-read", "page-stale", "script-required",
    "blocked", "unreachable", "robots-disallowed", "crawl-incomplete",
    "waiver-expired", "waiver-unused",
}  # fmt: skip
ALONE = {
    "route-missing", "translation-missing", "page-broken", "page-soft-404", "redirect-loop", "login-required",
    "page-unreadable", "document-only", "blocked", "unreachable", "script-required", "robots-disallowed",
    "crawl-incomplete",
}  # fmt: skip


def test_every_code_occurs() -> None:
    assert {finding.code for finding in MONTHS[-1].expected} >= CODES


@pytest.mark.parametrize("month", MONTHS)
def test_every_fault_names_a_route_that_exists(month: Month) -> None:
    known = {(o.id, route.id, language) for o in ORGANISATIONS for route in o.routes for language in route.languages}

    assert {(f.organisation, f.route, f.language) for f in month.faults.all if f.route} <= known


@pytest.mark.parametrize("month", MONTHS)
def test_no_route_carries_the_same_fault_twice_in_one_language(month: Month) -> None:
    labels = [(f.code, f.organisation, f.route, f.language) for f in month.faults.all if f.route]

    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("month", MONTHS)
def test_a_page_that_fails_carries_no_second_fault(month: Month) -> None:
    for fault in month.faults.all:
        if fault.route and fault.code in ALONE:
            assert set(month.faults.of_route(fault.organisation, fault.route, fault.language or "")) == {fault.code}


def test_some_ministries_are_wholly_in_order() -> None:
    assert len({o.id for o in MINISTRIES} - {fault.organisation for fault in faults.FAULTS}) >= 4


def test_every_ministry_declares_every_kind() -> None:
    for ministry in MINISTRIES:
        kinds = {kind for route in ministry.routes if route.audience == "external" for kind in route.kinds}
        assert kinds >= {"integrity", "conduct", "complaint"}, ministry.id


def test_something_is_new_something_is_repaired_and_most_stays() -> None:
    before, last = ({fault.finding for fault in month.faults.all} for month in MONTHS)

    assert len(last - before) == 8
    assert len(before - last) == 4
    assert len(before & last) > 30


def test_waivers_have_an_end_a_reason_and_an_owner() -> None:
    for declared in waivers.declared(date(2026, 11, 23)):
        assert declared.keys() == {"code", "organisation", "route", "reason", "owner", "until"}


def test_a_waiver_ends_between_the_months() -> None:
    before, last = ({x.code for x in month.expected if x.code.startswith("waiver-")} for month in MONTHS)

    assert (before, last) == (set(), {"waiver-expired", "waiver-unused"})
