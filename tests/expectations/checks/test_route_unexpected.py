from expectations.checks.route_unexpected import route_unexpected
from expectations.model import Fault, Kind
from tests.builders import KLACHT, a_page, an_organisation_subject


def test_a_route_that_is_not_in_the_inventory_is_unexpected() -> None:
    subject = an_organisation_subject(unexpected=((a_page(), frozenset({Kind.COMPLAINT})),))

    assert list(route_unexpected(subject)) == [Fault(page=KLACHT, found="complaint", quote="Een klacht indienen")]


def test_nothing_unexpected_is_nothing_to_say() -> None:
    assert list(route_unexpected(an_organisation_subject())) == []
