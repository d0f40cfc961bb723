from expectations.checks.blocked import blocked
from expectations.model import AtAddress, Cause, Fault, Outcome
from tests.builders import a_lost_match, a_route, a_visit, an_origin

VISIT = a_visit(outcome=Outcome.BLOCKED, cause=Cause.REFUSES_ROBOTS, status=403)


def test_a_route_page_of_which_nothing_is_known() -> None:
    route = a_route(match=a_lost_match(AtAddress.UNKNOWN, visit=VISIT))

    assert list(blocked(route)) == [Fault(found="403")]


def test_an_origin_of_which_nothing_is_known() -> None:
    origin = an_origin(not_known=Outcome.BLOCKED, trouble="403")

    assert list(blocked(origin)) == [Fault(found="403")]


def test_another_reason_has_its_own_code() -> None:
    assert list(blocked(an_origin(not_known=Outcome.UNREACHABLE))) == []


def test_a_page_that_was_read_is_known() -> None:
    assert list(blocked(a_route())) == []
