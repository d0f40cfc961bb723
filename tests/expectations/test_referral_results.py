"""What the report tells of the referral pages, beside the findings."""

from dataclasses import replace
from typing import Any

from expectations.model import Cause, Lead, Leads, Outcome, Page, Visit
from tests.builders import a_gone_visit, a_link, a_page, a_run, a_visit
from tests.expectations.webs import KLACHT, REFERRAL, TEXT, judged, pages


def leading_to(target: str) -> Page:
    return a_page(REFERRAL, "Een klacht over een ministerie", a_link(target, "Voorbeeldzaken"), text=TEXT)


def leads(*seen: Page | Visit, **crawl: Any) -> list[Leads]:
    (referral,) = judged(*seen, **crawl).referrals
    return [lead.leads for lead in referral.leads]


def test_a_referral_tells_which_routes_of_its_kind_it_leads_to() -> None:
    (referral,) = judged(*pages()).referrals

    assert (referral.id, referral.title) == ("doorverwijzing", "Een klacht over een ministerie")
    assert (referral.expected_url, referral.found_url) == (REFERRAL, REFERRAL)
    assert referral.leads == (Lead(organisation="vbz", route="klacht", leads=Leads.THERE),)


def test_a_referral_that_leads_elsewhere_does_not_lead_there() -> None:
    dead = "https://www.portaal.example/weg"

    assert leads(*pages(referral=leading_to(dead)), a_gone_visit(dead)) == [Leads.NOT_THERE]


def test_unknown_is_not_leading_elsewhere() -> None:
    slow = "https://www.portaal.example/traag"
    timed_out = replace(a_gone_visit(slow), outcome=Outcome.UNREACHABLE, cause=Cause.TIMED_OUT, status=None)

    assert leads(*pages(referral=leading_to(slow)), timed_out) == [Leads.NOT_KNOWN]


def test_a_route_that_is_gone_is_no_fault_of_the_referral() -> None:
    assert leads(*pages(klacht=None), a_gone_visit(KLACHT)) == [Leads.NO_ROUTE]


def test_a_referral_that_was_not_read_leads_nobody() -> None:
    (referral,) = judged(*pages(referral=None), a_gone_visit(REFERRAL)).referrals

    assert (referral.found_url, referral.leads) == (None, ())


def test_organisations_that_were_left_out_are_not_told() -> None:
    assert leads(*pages(), run=a_run(only=("portaal",))) == []


def test_each_route_tells_the_terms_that_its_page_names() -> None:
    klacht = replace(pages()[3], text=TEXT.replace("zes weken", "zes weken, of met een commissie binnen tien weken"))

    assert judged(*pages()).organisations[1].routes[0].deadlines == (6,)
    assert judged(*pages(klacht=klacht), a_visit(KLACHT)).organisations[1].routes[0].deadlines == (6, 10)
