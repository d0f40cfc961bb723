import pytest

from expectations.checks.unreachable import unreachable
from expectations.model import AtAddress, Cause, Fault, Outcome
from tests.builders import a_lost_match, a_route, a_visit, an_origin

VISIT = a_visit(outcome=Outcome.UNREACHABLE, cause=Cause.SERVER_ERROR, status=503)


def test_a_route_page_of_which_nothing_is_known() -> None:
    route = a_route(match=a_lost_match(AtAddress.UNKNOWN, visit=VISIT))

    assert list(unreachable(route)) == [Fault(found="503")]


def test_an_origin_of_which_nothing_is_known() -> None:
    origin = an_origin(not_known=Outcome.UNREACHABLE, trouble="503")

    assert list(unreachable(origin)) == [Fault(found="503")]


def test_another_reason_has_its_own_code() -> None:
    assert list(unreachable(an_origin(not_known=Outcome.BLOCKED))) == []


def test_a_page_that_was_read_is_known() -> None:
    assert list(unreachable(a_route())) == []


@pytest.mark.parametrize("at_address", [AtAddress.CERTIFICATE, AtAddress.LOGIN, AtAddress.EMPTY, AtAddress.SCRIPTED])
def test_a_page_that_answers_and_cannot_be_read_has_its_own_code(at_address: AtAddress) -> None:
    assert list(unreachable(a_route(match=a_lost_match(at_address, visit=a_visit())))) == []
