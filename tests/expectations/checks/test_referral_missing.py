from expectations.checks.referral_missing import referral_missing
from expectations.model import Fault
from tests.builders import a_link, a_referral


def test_a_referral_without_a_link_to_the_route_misses_it() -> None:
    assert list(referral_missing(a_referral())) == [Fault()]


def test_the_link_that_should_have_led_there_is_named() -> None:
    wrong = a_link("https://www.vbz.example/oud", "Ministerie van Voorbeeldzaken")

    assert list(referral_missing(a_referral(claims=(wrong,)))) == [
        Fault(found="https://www.vbz.example/oud", quote="Ministerie van Voorbeeldzaken")
    ]


def test_a_link_that_ends_at_the_route_is_enough() -> None:
    assert list(referral_missing(a_referral(leads_there=True))) == []


def test_a_failing_route_is_not_also_missing_from_the_referral() -> None:
    assert list(referral_missing(a_referral(failing=True))) == []


def test_unknown_is_not_missing() -> None:
    assert list(referral_missing(a_referral(could_lead_there=True))) == []
