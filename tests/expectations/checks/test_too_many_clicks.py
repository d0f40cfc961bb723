from expectations.checks.too_many_clicks import too_many_clicks
from expectations.model import Policy, Step
from expectations.paths import PathAnswer
from tests.builders import a_route

HOME, PORTAL = "https://www.vbz.example/", "https://www.portaal.example/"


def clicks(start: str, count: int | None, at_least: int | None = None) -> PathAnswer:
    return PathAnswer(start=start, clicks=count, at_least=count if at_least is None else at_least)


def test_more_clicks_than_the_policy_allows_are_too_many() -> None:
    steps = (Step(url=HOME + "contact", text="Contact"), Step(url=HOME + "klacht", text="Klacht"))
    path = PathAnswer(start=HOME, clicks=4, at_least=4, steps=steps)
    (fault,) = too_many_clicks(a_route(home=path))

    assert (fault.target, fault.expected, fault.found, fault.path) == (HOME, "3", "4", "Contact > Klacht")


def test_home_and_portal_are_one_finding_each() -> None:
    route = a_route(home=clicks(HOME, 4), portal=clicks(PORTAL, 5))

    assert [fault.target for fault in too_many_clicks(route)] == [HOME, PORTAL]


def test_exactly_as_many_as_allowed_are_fine() -> None:
    assert list(too_many_clicks(a_route(home=clicks(HOME, 3), portal=clicks(PORTAL, 4)))) == []


def test_unknown_is_not_too_many() -> None:
    """A page that was not read lies so near that the path may be short."""
    assert list(too_many_clicks(a_route(home=clicks(HOME, 5, at_least=3)))) == []
    assert list(too_many_clicks(a_route(home=PathAnswer(start=HOME, at_least=2)))) == []


def test_without_a_policy_nothing_is_too_many() -> None:
    assert list(too_many_clicks(a_route(policy=Policy(), home=clicks(HOME, 9)))) == []


def test_without_a_home_in_its_language_nothing_is_counted() -> None:
    assert list(too_many_clicks(a_route(home=None, portal=None))) == []


def test_a_referral_is_not_counted() -> None:
    assert list(too_many_clicks(a_route(referral=True, home=clicks(HOME, 9)))) == []
