from collections.abc import Callable
from dataclasses import replace

import pytest

from expectations.matching import match
from expectations.model import (
    AtAddress,
    Cause,
    Channel,
    ChannelType,
    Crawl,
    Found,
    Heading,
    Inventory,
    Language,
    Link,
    Localised,
    Match,
    Outcome,
    Page,
    Region,
    RunRecord,
    Visit,
)
from expectations.pool import Pool
from expectations.vocabulary import Vocabulary

Matched = Callable[..., Match]
HOME = "https://www.portaal.example/ministeries/voorbeeldzaken"
KLACHT = f"{HOME}/contact/klacht-indienen"
NEW = f"{HOME}/organisatie/klachten"
MAIL = Channel(type=ChannelType.EMAIL, value="klachten@vbz.example", text="klachten@vbz.example")
TITLE = "Een klacht indienen over het ministerie van Voorbeeldzaken"
TEXT = (
    "Bent u niet tevreden over het ministerie? Dien dan een klacht in. U kunt uw klacht mailen. U krijgt een "
    "ontvangstbevestiging. Iemand die niet betrokken was, behandelt uw klacht binnen zes weken. Daarna kunt u naar de "
    "Nationale ombudsman."
)
ENGLISH = "You can report to us by e-mail. We confirm receipt and reply within six weeks."
OTHER = "Het ministerie werkt aan wegen en water. Lees hier wat de directies doen en wie de leiding heeft."


def a_page(address: str, title: str = TITLE, text: str = TEXT, **given: object) -> Page:
    fields: dict[str, object] = {
        "address": address,
        "language": Language.NL,
        "title": f"{title} | Portaal",
        "headings": (Heading(level=1, text=title),),
        "text": text,
    }
    return Page(**(fields | given))  # type: ignore[arg-type]


def answered(address: str) -> Visit:
    return Visit(address=address, outcome=Outcome.OK, cause=Cause.ANSWERED, status=200)


def moved(address: str, to: str, status: int = 301) -> Visit:
    return Visit(
        address=address,
        outcome=Outcome.MOVED,
        cause=Cause.REDIRECTED,
        status=status,
        location=to,
        permanent=status == 301,
    )


def gone(address: str, *, confirmed: bool = True) -> Visit:
    return Visit(address=address, outcome=Outcome.BROKEN, cause=Cause.NOT_FOUND, status=404, confirmed=confirmed)


@pytest.fixture
def matched(example_inventory: Inventory, vocabulary: Vocabulary) -> Matched:
    """Matches a route of the example ministry with a crawl of these pages and visits."""

    def run(
        *seen: Page | Visit,
        route: str = "klacht",
        language: Language = Language.NL,
        declared: Inventory = example_inventory,
    ) -> Match:
        pages = {page.address: page for page in seen if isinstance(page, Page)}
        visits = {address: answered(address) for address in pages}
        visits |= {visit.address: visit for visit in seen if isinstance(visit, Visit)}
        record = RunRecord(
            id="1", started="", finished="", program="", inventory="", requests=0, user_agent="meldroute"
        )
        pool = Pool(declared, Crawl(run=record, origins=(), visits=visits, pages=pages, probes={}), vocabulary)
        ministry = declared.ministries[0]
        expected = next(r for r in ministry.routes if r.id == route)
        return match(pool, ministry, expected, language)

    return run


def test_the_page_at_its_address_is_found_there(matched: Matched) -> None:
    found = matched(a_page(KLACHT, channels=(MAIL,)))

    assert (found.at_address, found.found) == (AtAddress.THE_PAGE, Found.AT_ADDRESS)
    assert found.score > 0.9
    assert "shows klachten@vbz.example" in found.reasons


def test_a_retitled_page_at_its_address_is_still_the_page(matched: Matched) -> None:
    assert matched(a_page(KLACHT, title="Niet tevreden over ons?")).found is Found.AT_ADDRESS


def test_other_content_at_the_address_is_not_the_page(matched: Matched) -> None:
    found = matched(a_page(KLACHT, title="Organisatie", text=OTHER))

    assert (found.at_address, found.found) == (AtAddress.OTHER_CONTENT, Found.NOWHERE)


def test_a_page_is_followed_through_a_redirect(matched: Matched) -> None:
    found = matched(moved(KLACHT, NEW), a_page(NEW))

    assert (found.at_address, found.found) == (AtAddress.THE_PAGE, Found.REDIRECTED)
    assert found.page is not None
    assert found.page.address == NEW


def test_a_redirect_to_the_same_page_with_a_slash_is_no_move(matched: Matched) -> None:
    assert matched(moved(KLACHT, KLACHT + "/"), a_page(KLACHT + "/")).found is Found.AT_ADDRESS


@pytest.mark.parametrize(
    "arrived",
    [
        a_page(HOME, title="Ministerie van Voorbeeldzaken", text=OTHER),
        a_page("https://www.portaal.example/", title="Portaal", text=OTHER),
        a_page(f"{HOME}/contact", title="Contact", text="Bel ons, of schrijf. Ook met een klacht."),
        a_page(
            "https://www.portaal.example/onderwerpen/waar-kan-ik-ongewenst-gedrag-melden",
            title="Waar kan ik ongewenst gedrag of een klacht over een medewerker melden?",
        ),
    ],
)
def test_a_redirect_to_a_home_page_hub_or_referral_leads_away(matched: Matched, arrived: Page) -> None:
    found = matched(moved(KLACHT, arrived.address), arrived)

    assert (found.at_address, found.found) == (AtAddress.REDIRECTS_AWAY, Found.NOWHERE)


def test_a_page_that_is_gone_is_found_at_its_new_address(matched: Matched) -> None:
    found = matched(gone(KLACHT), a_page(NEW))

    assert (found.at_address, found.found) == (AtAddress.GONE, Found.ELSEWHERE)
    assert found.page is not None
    assert found.page.address == NEW


def test_another_complaint_page_is_not_taken_for_the_one_that_is_gone(matched: Matched) -> None:
    found = matched(gone(KLACHT), a_page(f"{HOME}/x", title="Klachtenregeling buitendienst", text=TEXT))

    assert found.found is Found.NOWHERE
    assert found.rivals[0].address == f"{HOME}/x"


def test_an_unconfirmed_404_is_not_known(matched: Matched) -> None:
    assert matched(gone(KLACHT, confirmed=False)).at_address is AtAddress.UNKNOWN


@pytest.mark.parametrize("outcome", [Outcome.BLOCKED, Outcome.UNREACHABLE, Outcome.ROBOTS, Outcome.LIMIT])
def test_what_could_not_be_seen_is_not_known(matched: Matched, outcome: Outcome) -> None:
    visit = replace(answered(KLACHT), outcome=outcome, cause=Cause.TIMED_OUT, status=None)

    assert matched(visit).at_address is AtAddress.UNKNOWN


def test_a_not_found_page_that_answers_200_is_recognised(matched: Matched) -> None:
    found = matched(a_page(KLACHT, title="Pagina niet gevonden", text="De pagina bestaat niet. Ga naar de zoekpagina."))

    assert found.at_address is AtAddress.NOT_FOUND_PAGE


def test_a_route_without_address_is_found_by_what_it_says(matched: Matched) -> None:
    page = a_page(f"{HOME}/contact/melden", title="Ongewenst gedrag of integriteitsschending melden", channels=(MAIL,))

    found = matched(page, route="integriteit")

    assert (found.at_address, found.found) == (AtAddress.NONE_DECLARED, Found.ELSEWHERE)


@pytest.mark.parametrize(
    "page",
    [
        a_page("https://www.portaal.example/actueel/nieuws/ongewenst-gedrag", title="Ongewenst gedrag melden"),
        a_page(
            f"{HOME}/contact/melden",
            title="Ongewenst gedrag melden",
            text=f"{TEXT} Dit meldpunt is alleen voor medewerkers.",
        ),
        a_page("https://www.ander.example/ongewenst-gedrag", title="Ongewenst gedrag melden", channels=(MAIL,)),
        a_page(f"{HOME}/contact", title="Contact", text=OTHER),
        a_page(
            f"{HOME}/melden",
            title="Report inappropriate behaviour",
            text=ENGLISH,
            language=Language.EN,
            channels=(MAIL,),
        ),
    ],
)
def test_news_staff_pages_others_pages_and_other_languages_do_not_answer(matched: Matched, page: Page) -> None:
    assert matched(page, route="integriteit").found is Found.NOWHERE


def test_a_loop_is_a_loop(matched: Matched) -> None:
    assert matched(moved(KLACHT, NEW), moved(NEW, KLACHT)).at_address is AtAddress.LOOP


@pytest.mark.parametrize(
    ("link_text", "found"), [("Een klacht indienen", Found.ELSEWHERE), ("Over ons", Found.NOWHERE)]
)
def test_a_page_that_moved_with_an_informal_title_is_found_by_how_others_call_it(
    link_text: str, found: Found, matched: Matched, example_inventory: Inventory
) -> None:
    title, plain = "Laat het ons weten", f"{HOME}/contact/laat-het-weten"
    ministry = example_inventory.ministries[0]
    routes = tuple(replace(one, title=Localised(nl=title)) if one.id == "klacht" else one for one in ministry.routes)
    declared = replace(example_inventory, ministries=(replace(ministry, routes=routes),))
    linking = a_page(HOME, "Voorbeeldzaken", link_blocks=((Link(target=plain, text=link_text, region=Region.MAIN),),))

    assert (
        matched(gone(KLACHT), a_page(plain, title, "Hier kunt u terecht."), linking, declared=declared).found is found
    )
