from demo import faults
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
}  # fmt: skip
ALONE = {
    "route-missing", "translation-missing", "page-broken", "page-soft-404", "redirect-loop", "login-required",
    "page-unreadable", "document-only", "blocked", "unreachable", "script-required", "robots-disallowed",
    "crawl-incomplete",
}  # fmt: skip


def test_every_code_occurs() -> None:
    assert {finding.code for finding in faults.EXPECTED} >= CODES


def test_every_fault_names_a_route_that_exists() -> None:
    known = {(o.id, route.id, language) for o in ORGANISATIONS for route in o.routes for language in route.languages}

    assert {(f.organisation, f.route, f.language) for f in faults.FAULTS if f.route} <= known


def test_no_route_carries_the_same_fault_twice_in_one_language() -> None:
    labels = [(f.code, f.organisation, f.route, f.language) for f in faults.FAULTS if f.route]

    assert len(labels) == len(set(labels))


def test_a_page_that_fails_carries_no_second_fault() -> None:
    for fault in faults.FAULTS:
        if fault.route and fault.code in ALONE:
            assert set(faults.of_route(fault.organisation, fault.route, fault.language or "")) == {fault.code}


def test_some_ministries_are_wholly_in_order() -> None:
    assert len({o.id for o in MINISTRIES} - {fault.organisation for fault in faults.FAULTS}) >= 4


def test_every_ministry_declares_every_kind() -> None:
    for ministry in MINISTRIES:
        kinds = {kind for route in ministry.routes if route.audience == "external" for kind in route.kinds}
        assert kinds >= {"integrity", "conduct", "complaint"}, ministry.id
