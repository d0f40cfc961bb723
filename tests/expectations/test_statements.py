import pytest

from expectations.model import Statement
from expectations.deadlines import Deadline, deadlines
from expectations.sentences import sentences
from expectations.statements import statements


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("U krijgt binnen een week een ontvangstbevestiging.", Statement.ACKNOWLEDGEMENT),
        ("Wij bevestigen de ontvangst van uw klacht.", Statement.ACKNOWLEDGEMENT),
        ("We will confirm that we received your complaint.", Statement.ACKNOWLEDGEMENT),
        ("Wij behandelen uw klacht binnen zes weken.", Statement.DEADLINE),
        ("You will receive a reply within 10 weeks if a committee handles your complaint.", Statement.DEADLINE),
        ("De klacht mag niet ouder zijn dan 1 jaar: niet langer dan een jaar geleden.", Statement.ONE_YEAR_LIMIT),
        ("U wordt gehoord voordat er een oordeel komt.", Statement.HEARING),
        ("Iemand die niet bij de zaak betrokken was, behandelt uw klacht.", Statement.UNINVOLVED_HANDLER),
        ("Uw melding komt terecht bij de integriteitscoördinator.", Statement.RECIPIENT),
        ("U kunt praten met een vertrouwenspersoon.", Statement.CONFIDENTIAL_ADVISER),
        ("Daarna kunt u naar de Nationale ombudsman.", Statement.OMBUDSMAN),
        ("We gaan vertrouwelijk met uw melding om.", Statement.CONFIDENTIALITY),
        ("U kunt ook anoniem melden.", Statement.ANONYMOUS),
        ("Een klacht mag ook mondeling.", Statement.ORAL),
        ("U kunt ook naar het Huis voor Klokkenluiders.", Statement.EXTERNAL_AUTHORITY),
        ("Een klacht indienen kost u niets.", Statement.NO_COST),
        ("Filing a complaint is free of charge.", Statement.NO_COST),
    ],
)
def test_a_sentence_says_what_it_says(sentence: str, statement: Statement) -> None:
    assert statements(sentence).get(statement) == sentence


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("U krijgt geen ontvangstbevestiging.", Statement.ACKNOWLEDGEMENT),
        ("U kunt niet anoniem melden.", Statement.ANONYMOUS),
        ("Anoniem melden is niet mogelijk.", Statement.ANONYMOUS),
        ("U kunt binnen zes weken bezwaar maken tegen een besluit.", Statement.DEADLINE),
        ("U krijgt binnen twee weken een ontvangstbevestiging.", Statement.DEADLINE),
        ("U kunt binnen een jaar naar de Nationale ombudsman.", Statement.ONE_YEAR_LIMIT),
        ("You can talk to a confidential adviser.", Statement.CONFIDENTIALITY),
        ("Wij antwoorden zo snel als we kunnen.", Statement.DEADLINE),
    ],
)
def test_negation_and_other_subjects_say_nothing_about_the_route(sentence: str, statement: Statement) -> None:
    assert statement not in statements(sentence)


def test_terms_are_read_in_words_and_digits_with_what_they_depend_on() -> None:
    text = "Wij beslissen binnen 6 weken. Met een klachtencommissie is de termijn tien weken. Wij kunnen de termijn met 4 weken verlengen."

    found = [(d.weeks, d.committee, d.extension) for d in deadlines(sentences(text))]

    assert found == [(6, False, False), (10, True, False), (4, False, True)]
