import pytest

from expectations.audience import staff_only_quote
from expectations.classify import profile
from expectations.model import Channel, ChannelType, Heading, Kind, Link, Page, Region, Section
from expectations.vocabulary import Vocabulary

MAIL = Channel(type=ChannelType.EMAIL, value="klachten@vbz.example", text="klachten@vbz.example")
TEXT = (
    "Bent u niet tevreden over hoe wij u behandelden? Dien dan een klacht in. U kunt uw klacht mailen of sturen. "
    "U krijgt binnen een week een ontvangstbevestiging. Iemand die niet betrokken was, behandelt uw klacht binnen zes "
    "weken. Bent u het niet eens met de uitkomst, dan kunt u naar de Nationale ombudsman."
)


def a_complaint_page(**given: object) -> Page:
    fields: dict[str, object] = {
        "address": "https://www.vbz.example/contact/klacht-indienen",
        "title": "Een klacht indienen | Voorbeeldzaken",
        "headings": (Heading(level=1, text="Een klacht indienen"),),
        "breadcrumb": ("Home", "Contact", "Een klacht indienen"),
        "text": TEXT,
        "channels": (MAIL,),
    }
    return Page(**(fields | given))  # type: ignore[arg-type]


def test_a_page_that_takes_complaints_is_a_route(vocabulary: Vocabulary) -> None:
    found = profile(a_complaint_page(), vocabulary)

    assert found.route
    assert found.titled == {Kind.COMPLAINT}


@pytest.mark.parametrize(
    "given",
    [
        {"address": "https://www.vbz.example/actueel/nieuws/2026/klacht-indienen-makkelijker"},
        {"breadcrumb": ("Home", "Vacatures", "Klachtbehandelaar")},
        {"headings": (Heading(level=1, text="Klacht over geluidsoverlast indienen"),)},
        {"headings": (Heading(level=1, text="Jaarverslag klachtbehandeling 2024"),)},
        {"text": "Lees op de volgende pagina hoe het werkt.", "channels": ()},
    ],
)
def test_look_alikes_and_empty_pages_are_no_routes(vocabulary: Vocabulary, given: dict[str, object]) -> None:
    assert not profile(a_complaint_page(**given), vocabulary).route


def test_a_page_that_sends_on_to_many_routes_is_no_route_itself(vocabulary: Vocabulary) -> None:
    links = tuple(
        Link(target=f"https://www.ander{n}.example/klacht", text=f"Klacht over dienst {n}", region=Region.MAIN)
        for n in range(8)
    )
    hub = a_complaint_page(channels=(), link_blocks=(links,), text="Over welke dienst gaat uw klacht?")

    assert not profile(hub, vocabulary).route


def test_a_section_with_its_own_channel_makes_a_contact_page_a_route(vocabulary: Vocabulary) -> None:
    section = Section(heading="Integriteitsschending melden", level=3, text="Mail ons.", channels=(MAIL,))
    page = a_complaint_page(
        address="https://www.vbz.example/contact",
        title="Contact",
        breadcrumb=(),
        headings=(Heading(level=1, text="Contact"), Heading(level=3, text="Integriteitsschending melden")),
        sections=(section,),
    )

    found = profile(page, vocabulary)

    assert found.route
    assert Kind.INTEGRITY in found.kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "Dit meldpunt is alleen bedoeld voor medewerkers van het ministerie.",
        "De regeling is er voor medewerkers van de diensten hieronder.",
        "Dit meldpunt is alleen voor medewerkers; burgers kunnen melden via onze klachtenpagina.",
        "Alleen wie bij het ministerie werkt, kan hier melden.",
        "This form is intended for employees of the ministry.",
        "You can only report here if you work for the ministry.",
        "Toegang tot dit meldpunt hebben uitsluitend collega's van het ministerie.",
        "Wij nemen hier enkel meldingen van eigen personeel aan.",
        "Bent u geen medewerker? Dan kunt u hier niet terecht.",
        "Deze regeling is voorbehouden aan huidige en voormalige medewerkers.",
        "This procedure is for employees of the Ministry of Examples only.",
        "The desk is restricted to current and former staff.",
        "Let op: u kunt hier uitsluitend melden als u bij het ministerie van Voorbeelden en Verzinsels werkt.",
    ],
)
def test_a_page_for_staff_only_says_so(vocabulary: Vocabulary, sentence: str) -> None:
    page = a_complaint_page(text=f"{TEXT}\n{sentence}")

    assert staff_only_quote(page, vocabulary) == sentence
    assert not profile(page, vocabulary).route


def test_a_title_can_say_that_a_page_is_for_staff(vocabulary: Vocabulary) -> None:
    page = a_complaint_page(headings=(Heading(level=1, text="Integriteit: meldpunt voor medewerkers"),))

    assert profile(page, vocabulary).staff_only


@pytest.mark.parametrize(
    "sentence",
    [
        "Het meldpunt is niet alleen voor medewerkers, iedereen kan er melden.",
        "Deze pagina is niet bedoeld voor medewerkers.",
        "Werkt u bij het ministerie? Dan kunt u ook naar de vertrouwenspersoon.",
        "U kunt hier een klacht indienen over medewerkers van het ministerie.",
        "Alleen onze medewerkers kunnen uw melding lezen.",
        "Only our staff can see the report that you file.",
        "Klaag hier alleen over het gedrag van medewerkers, niet over beleid.",
        "Alleen de vertrouwenspersoon van de medewerkers leest uw melding.",
        "Het loket is er voor klachten over medewerkers.",
        "Uw gegevens worden uitsluitend door medewerkers van het loket gelezen.",
        "Dit meldpunt was eerst alleen voor medewerkers.\nNu kan iedereen hier melden.",
    ],
)
def test_pages_that_mention_staff_serve_outsiders(vocabulary: Vocabulary, sentence: str) -> None:
    assert staff_only_quote(a_complaint_page(text=f"{TEXT}\n{sentence}"), vocabulary) == ""


@pytest.mark.parametrize("title", ["Annual integrity report 2025", "Reactie op rapport over ongewenst gedrag"])
def test_a_report_about_misconduct_is_no_route(title: str, vocabulary: Vocabulary) -> None:
    page = a_complaint_page(address="https://www.vbz.example/x", title=title, headings=(Heading(level=1, text=title),))

    assert profile(page, vocabulary).genre == "publication"
    assert not profile(page, vocabulary).route
