import pytest

from expectations.model import Cause, Crawl, Kind, Outcome, Page, Visit
from expectations.paths import LinkGraph, PathAnswer
from expectations.pool import Pool
from expectations.vocabulary import Vocabulary
from tests.builders import a_crawl, a_link, a_move, a_page, a_visit
from tests.expectations.webs import PORTAL, VBZ, an_inventory

INVENTORY = an_inventory()
ROUTE = VBZ + "/contact/klacht-indienen"
KINDS = frozenset({Kind.COMPLAINT})


def path(*seen: Page | Visit, start: str = VBZ, to: str = ROUTE) -> PathAnswer:
    return in_crawl(a_crawl(*seen), start, to)


def in_crawl(crawl: Crawl, start: str = VBZ, to: str = ROUTE) -> PathAnswer:
    graph = LinkGraph(Pool(INVENTORY, crawl, Vocabulary(INVENTORY)))
    return graph.answers(start, {("vbz", to): KINDS})["vbz", to]


def unread(address: str, outcome: Outcome = Outcome.LIMIT, cause: Cause = Cause.BUDGET, text: str = "") -> Visit:
    return a_visit(address, outcome=outcome, cause=cause, status=None, link_text=text)


def test_the_shortest_path_is_told_with_its_link_texts() -> None:
    answer = path(
        a_page(VBZ, "VBZ", a_link(VBZ + "/a", "Lang"), a_link(VBZ + "/contact", "Contact")),
        a_page(VBZ + "/a", "A", a_link(VBZ + "/b", "Verder")),
        a_page(VBZ + "/b", "B", a_link(ROUTE, "Klacht")),
        a_page(VBZ + "/contact", "Contact", a_link(ROUTE, "Klacht indienen")),
        a_page(ROUTE),
    )

    assert (answer.clicks, answer.at_least) == (2, 2)
    assert [(step.url, step.text) for step in answer.steps] == [
        (VBZ + "/contact", "Contact"),
        (ROUTE, "Klacht indienen"),
    ]


def test_the_home_itself_takes_no_click() -> None:
    assert path(a_page(VBZ, "VBZ"), to=VBZ).clicks == 0


def test_a_redirect_is_no_click() -> None:
    answer = path(a_page(VBZ, "VBZ", a_link(VBZ + "/oud", "Klacht")), a_page(ROUTE), a_move(VBZ + "/oud", ROUTE))

    assert (answer.clicks, answer.steps[0].url) == (1, ROUTE)


@pytest.mark.parametrize("linked", [ROUTE + "/", ROUTE.replace("https:", "http:"), ROUTE.replace("www.", "")])
def test_other_spellings_of_an_address_lead_to_the_same_page(linked: str) -> None:
    assert path(a_page(VBZ, "VBZ", a_link(linked)), a_page(ROUTE)).clicks == 1


def test_a_menu_that_stands_on_every_page_is_followed() -> None:
    menu = (a_link(VBZ + "/contact", "Contact"), a_link(ROUTE, "Klacht"))
    web = [a_page(address, address, link_blocks=(menu,)) for address in (VBZ, VBZ + "/contact", ROUTE)]

    assert path(*web).clicks == 1


def test_no_path_is_certain_when_everything_was_read() -> None:
    assert path(a_page(VBZ, "VBZ", a_link(VBZ + "/contact")), a_page(VBZ + "/contact"), a_page(ROUTE)).impossible


def test_a_page_that_the_budget_left_could_hold_the_link() -> None:
    answer = path(a_page(VBZ, "VBZ", a_link(VBZ + "/weg")), unread(VBZ + "/weg"), a_page(ROUTE))

    assert (answer.clicks, answer.at_least, answer.impossible) == (None, 2, False)


def test_a_page_that_the_budget_left_far_away_makes_nothing_shorter() -> None:
    answer = path(
        a_page(VBZ, "VBZ", a_link(ROUTE), a_link(VBZ + "/a")),
        a_page(VBZ + "/a", "A", a_link(VBZ + "/weg")),
        unread(VBZ + "/weg"),
        a_page(ROUTE),
    )

    assert (answer.clicks, answer.at_least) == (1, 1)


@pytest.mark.parametrize(
    ("address", "text", "matters"),
    [
        (VBZ + "/klachtenregeling", "", True),  # speaks of the kind
        (VBZ + "/x", "Contact", True),
        (VBZ + "/wegen", "Wegen en water", False),
        (VBZ + "/integriteitsschending-melden", "", False),  # speaks of another kind
        ("https://www.elders.example/klacht", "Klacht", False),  # no origin of ours
    ],
)
def test_a_page_that_we_were_kept_from_matters_only_when_it_promises_something(
    address: str, text: str, matters: bool
) -> None:
    refused = unread(address, Outcome.BLOCKED, Cause.REFUSES_ROBOTS, text)
    answer = path(a_page(VBZ, "VBZ", a_link(address)), refused, a_page(ROUTE))

    assert answer.impossible is not matters


def test_another_organisations_page_that_we_were_kept_from_does_not_matter() -> None:
    inventory = an_inventory()
    other = PORTAL + "ministeries/elders/klacht"
    inventory = an_inventory(**{"ministries/elders": f"id: elders\nname: {{nl: Elders}}\nhome: {{nl: {other[:-7]}}}"})
    crawl = a_crawl(
        a_page(VBZ, "VBZ", a_link(other)), a_page(ROUTE), unread(other, Outcome.ROBOTS, Cause.ROBOTS, "Klacht")
    )
    graph = LinkGraph(Pool(inventory, crawl, Vocabulary(inventory)))

    assert graph.answers(VBZ, {("vbz", ROUTE): KINDS})["vbz", ROUTE].impossible


def test_nothing_is_certain_from_a_home_that_was_not_read() -> None:
    assert not path(unread(VBZ, Outcome.UNREACHABLE, Cause.TIMED_OUT), a_page(ROUTE)).impossible


def test_arriving_at_the_canonical_address_is_arriving() -> None:
    copy = VBZ + "/print/klacht"
    answer = path(a_page(VBZ, "VBZ", a_link(copy)), a_page(copy, canonical=ROUTE), a_page(ROUTE))

    assert answer.clicks == 1


def test_a_canonical_that_every_page_shares_is_not_believed() -> None:
    answer = path(
        a_page(VBZ, "VBZ", a_link(VBZ + "/contact")),
        a_page(VBZ + "/contact", "Contact", a_link(ROUTE)),
        a_page(ROUTE, canonical=VBZ),
    )

    assert answer.clicks == 2
