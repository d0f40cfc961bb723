"""Titles and slugs of real pages (docs/vocabulary.md) and their look-alikes."""

import pytest

from expectations.model import Kind
from expectations.vocabulary import Phrases, Vocabulary, plain

INTEGRITY, CONDUCT, COMPLAINT = Kind.INTEGRITY, Kind.CONDUCT, Kind.COMPLAINT


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Ongewenst gedrag: wat te doen?", {CONDUCT}),
        ("Inappropriate behaviour – what should you do?", {CONDUCT}),
        ("Een klacht indienen over het ministerie van BZK", {COMPLAINT}),
        ("Klacht gedrag medewerker Defensie", {CONDUCT, COMPLAINT}),
        ("Waar kan ik ongewenst gedrag of een integriteitsschending door een medewerker melden?", {INTEGRITY, CONDUCT}),
        ("Lees hoe u misstanden kunt melden", {Kind.WHISTLEBLOWER}),
        ("Adviespunt ambtsmisdrijven", {Kind.OFFICIAL_CRIME}),
        ("Bureau Integriteit", {INTEGRITY}),
        ("integriteitsmelding", {INTEGRITY}),
        ("Klachten", {COMPLAINT}),
        ("interne klachtbehandeling", {COMPLAINT}),
        ("What can I make a complaint about?", {COMPLAINT}),
        ("If you have a complaint", {COMPLAINT}),
        ("Complaints about the conduct of Marechaussee personnel", {CONDUCT, COMPLAINT}),
        ("KLACHTENREGELING", {COMPLAINT}),
        ("Heeft een medewerker u onjuist behandeld?", {COMPLAINT}),
        ("Reporting misconduct by officials", {INTEGRITY}),
    ],
)
def test_titles_of_real_routes_name_their_kinds(vocabulary: Vocabulary, title: str, kinds: set[Kind]) -> None:
    assert vocabulary.names(title) == kinds


@pytest.mark.parametrize(
    "title",
    [
        "Contact",
        "Schade claimen",
        "Klacht of schadeclaim",
        "Bezwaarschrift indienen",
        "Woo-verzoek indienen",
        "Klacht over privacy",
        "Kwetsbaarheid melden",
        "Fraude melden",
        "Gezondheidsklachten door Q-koorts",
        "Wetenschappelijke integriteit",
        "Klacht over geluidsoverlast",
        "Klacht over een school",
        "Integriteitsverklaring",
        "Datalek melden",
        "Klachten over schimmel in uw huurwoning",
        "Onveilig product melden",
        "Verklaring Omtrent het Gedrag aanvragen",
        "Rijgedrag en veiligheid",
        "Complaint about noise",
        "Report a vulnerability",
    ],
)
def test_look_alikes_name_nothing(vocabulary: Vocabulary, title: str) -> None:
    assert vocabulary.names(title) == frozenset()


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("Vacature integriteitsadviseur", "vacancy"),
        ("Jaarverslag integriteit 2024", "publication"),
        ("Kamerbrief over integriteitsmeldingen", "publication"),
        ("Klachtenrapportage 2023", "publication"),
        ("Gedragscode Integriteit Rijk", "regulation"),
        ("Een klacht indienen", None),
    ],
)
def test_a_genre_shows_in_the_title(vocabulary: Vocabulary, title: str, genre: str | None) -> None:
    assert vocabulary.genre(title) == genre


@pytest.mark.parametrize("title", ["Pagina niet gevonden", "404", "Page not found", "Deze pagina bestaat niet (meer)"])
def test_not_found_pages_say_so_in_their_title(vocabulary: Vocabulary, title: str) -> None:
    assert vocabulary.says_not_found(title)


@pytest.mark.parametrize("title", ["Niet gevonden wat u zocht? Neem contact op", "Gevonden voorwerpen", "Contact"])
def test_innocent_titles_do_not_say_not_found(vocabulary: Vocabulary, title: str) -> None:
    assert not vocabulary.says_not_found(title)


def test_promise_falls_from_naming_to_speaking_to_contact_to_nothing(vocabulary: Vocabulary) -> None:
    texts = ("Klacht indienen", "Over de ombudsman", "Contact", "Tulpen uit Lisse")

    assert [vocabulary.promise(text) for text in texts] == [1.0, 0.6, 0.3, 0.0]


def test_phrases_read_word_endings_gaps_and_edges() -> None:
    phrases = Phrases(["klacht* .. indienen", "^niet gevonden$"])

    assert phrases.find(plain("Klachten over het ministerie indienen"))
    assert phrases.find(plain("Niet gevonden!"))
    assert not phrases.find(plain("Iets niet gevonden"))
    assert not phrases.find(plain("klacht een twee drie vier vijf zes indienen"))


@pytest.mark.parametrize("phrase", ["klacht*", "^wob$", "(meld*|dien) .. klacht*", "hr meldpunt", "*melden"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("klachten", {"klacht*"}),
        ("wob", {"^wob$"}),
        ("een wobble", set()),
        ("dien hier een klacht in", {"klacht*", "(meld*|dien) .. klacht*"}),
        ("het hr meldpunt", {"hr meldpunt"}),
        ("hrm meldpunt", set()),
        ("misstanden aanmelden", {"*melden"}),
        ("", set()),
    ],
)
def test_a_quick_look_at_the_first_letters_loses_no_phrase(phrase: str, text: str, found: set[str]) -> None:
    assert (Phrases(["ergens", phrase]).find(text) is not None) == (phrase in found)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("tip* .. fraude", "een tipgever over fraude", True),
        ("tip* .. fraude", "een tip over fraude", True),
        ("tip* .. fraude", "een topper over fraude", False),
        ("(op|af)tred*", "zijn aftreden", True),
        ("(op|af)tred*", "zijn optocht", False),
        ("(klacht (over|van)|beklag) personeel", "beklag personeel", True),
        ("woo", "woordvoerder", False),
        ("woo", "uw woo verzoek", True),
    ],
)
def test_a_phrase_is_found_however_it_begins(phrase: str, text: str, found: bool) -> None:
    assert (Phrases([phrase]).find(text) is not None) is found
    assert Phrases([phrase]).count(text) == found
