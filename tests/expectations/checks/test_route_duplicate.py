import pytest

from expectations.checks.route_duplicate import route_duplicate
from expectations.model import AtAddress, Page
from expectations.versions import Version
from tests.builders import a_channel, a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import GOOD, GOOD_EN, KLACHT, MAIL, SITE, a_route, an_inventory, dutch, findings, page

CODE = "route-duplicate"
RIGHT, OTHER = MAIL.format("klachten@vbz.example"), MAIL.format("klachtenloket@vbz.example")
NEW = f"{SITE}/service/klacht-indienen-nieuw"
INVENTORY = an_inventory(a_route(email=("klachten@vbz.example",)))


def second(body: str = GOOD + OTHER, address: str = NEW, **given: str) -> Page:
    return page(address, body, **given)


def test_a_second_page_with_other_contact_facts_is_told() -> None:
    (finding,) = findings(CODE, INVENTORY, dutch(GOOD + RIGHT), second())

    assert (finding.page, finding.target, finding.found) == (KLACHT, NEW, "klachtenloket@vbz.example")
    assert findings("route-unexpected", INVENTORY, dutch(GOOD + RIGHT), second()) == ()


@pytest.mark.parametrize(
    "other",
    [
        second(GOOD + RIGHT),
        second(GOOD),
        second(head=f'<link rel="canonical" href="{KLACHT}">'),
        second(address=f"{KLACHT}/print"),
        second(title="Een klacht indienen over een school"),
        second(title="Klacht over de Dienst Paspoorten"),
        second("<p>Nieuwe regeling.</p>" + OTHER, address=f"{SITE}/nieuws/een-klacht-indienen"),
        second(GOOD_EN + OTHER, language="en"),
    ],
    ids=["same", "no channels", "canonical", "print", "school", "another desk", "news", "another language"],
)
def test_pages_that_agree_or_belong_together_or_are_about_something_else_are_innocent(other: Page) -> None:
    assert findings(CODE, INVENTORY, dutch(GOOD + RIGHT), other) == ()


@pytest.mark.parametrize(("title", "told"), [("Een klacht? Vertel het", 1), ("Een klacht? Lees dit", 0)])
def test_an_informal_title_must_be_the_same(title: str, told: int) -> None:
    other = second(title=title, address=f"{SITE}/vertel")

    assert len(findings(CODE, INVENTORY, dutch(GOOD + RIGHT, title="Een klacht? Vertel het"), other)) == told


@pytest.mark.parametrize(("host", "told"), [("https://meldpunt.example", 1), ("https://elders.example", 0)])
def test_a_second_page_may_stand_on_the_host_that_a_route_has_for_itself(host: str, told: int) -> None:
    first = "https://meldpunt.example/klacht-indienen"
    declared = an_inventory(a_route(url=type(a_route().url)(nl=first)))

    assert len(findings(CODE, declared, page(first, GOOD + RIGHT), second(address=f"{host}/klacht-nieuw"))) == told


def test_two_values_of_the_inventory_on_two_pages_are_fine() -> None:
    declared = an_inventory(a_route(email=("klachten@vbz.example", "klachtenloket@vbz.example")))

    assert findings(CODE, declared, dutch(GOOD + RIGHT), second()) == ()


def test_the_page_of_another_route_is_no_duplicate() -> None:
    declared = an_inventory(a_route(), a_route(id="tweede", url=type(a_route().url)(nl=NEW)))

    assert findings(CODE, declared, dutch(GOOD + RIGHT), second()) == ()


def test_unknown_is_no_duplicate() -> None:
    other = Version(address=NEW, channels=(a_channel(),))

    assert list(route_duplicate(a_subject(match=a_lost_match(AtAddress.UNKNOWN), double=other))) == []
