from expectations.checks.robots_disallowed import robots_disallowed
from expectations.model import AtAddress, Cause, Fault, Outcome
from tests.builders import a_lost_match, a_route, a_visit, an_origin

VISIT = a_visit(outcome=Outcome.ROBOTS, cause=Cause.ROBOTS, status=None)


def test_a_route_page_of_which_nothing_is_known() -> None:
    route = a_route(match=a_lost_match(AtAddress.UNKNOWN, visit=VISIT))

    assert list(robots_disallowed(route)) == [Fault(found="robots")]


def test_an_origin_of_which_nothing_is_known() -> None:
    origin = an_origin(not_known=Outcome.ROBOTS, trouble="robots")

    assert list(robots_disallowed(origin)) == [Fault(found="robots")]


def test_another_reason_has_its_own_code() -> None:
    assert list(robots_disallowed(an_origin(not_known=Outcome.BLOCKED))) == []


def test_a_page_that_was_read_is_known() -> None:
    assert list(robots_disallowed(a_route())) == []
