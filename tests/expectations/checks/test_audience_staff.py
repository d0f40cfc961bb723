from expectations.checks.audience_staff import audience_staff
from expectations.classify import Profile
from expectations.model import Fault, Kind
from tests.builders import a_route

QUOTE = "Dit meldpunt is alleen voor medewerkers van het ministerie."


def a_profile(quote: str = "") -> Profile:
    kinds = frozenset({Kind.INTEGRITY})
    return Profile(titled=kinds, headed=kinds, slugged=kinds, route=not quote, staff_only=bool(quote), quote=quote)


def test_a_page_that_says_it_is_for_staff_only_serves_no_outsiders() -> None:
    assert list(audience_staff(a_route(profile=a_profile(QUOTE)))) == [Fault(found="staff", quote=QUOTE, region="main")]


def test_a_page_for_everyone_is_fine() -> None:
    assert list(audience_staff(a_route(profile=a_profile()))) == []


def test_unknown_is_not_staff() -> None:
    assert list(audience_staff(a_route())) == []
