import pytest

from expectations.deadlines import deadlines
from expectations.model import Statement
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
        ("Heeft u nog geen ontvangstbevestiging gekregen, dan belt u ons.", Statement.ACKNOWLEDGEMENT),
        ("Wij laten u weten dat uw klacht is ontvangen.", Statement.ACKNOWLEDGEMENT),
        ("You will get an email saying that your complaint was received.", Statement.ACKNOWLEDGEMENT),
        ("Behandeltermijn: 6 weken", Statement.DEADLINE),
        ("Doorlooptijd 6 weken", Statement.DEADLINE),
        ("De afhandeling neemt 6 tot 10 weken in beslag.", Statement.DEADLINE),
        ("Binnen zes weken nadat u uw klacht heeft ingediend, krijgt u antwoord.", Statement.DEADLINE),
        ("Wij bevestigen de ontvangst, en beslissen binnen zes weken op uw klacht.", Statement.DEADLINE),
        ("Uw klacht wordt binnen 30 dagen afgehandeld.", Statement.DEADLINE),
        ("Degene over wie u klaagt, behandelt uw klacht niet zelf.", Statement.UNINVOLVED_HANDLER),
        ("Wij nodigen u uit voor een gesprek over uw klacht.", Statement.HEARING),
        ("Er is ook voor mensen van buiten een vertrouwenspersoon.", Statement.CONFIDENTIAL_ADVISER),
        ("Bent u niet tevreden: de Nationale ombudsman kijkt ernaar.", Statement.OMBUDSMAN),
        ("Uw naam wordt nooit zonder uw toestemming gedeeld.", Statement.CONFIDENTIALITY),
        ("U betaalt niets voor de behandeling.", Statement.NO_COST),
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
        ("De Nationale ombudsman helpt u. Hij antwoordt binnen drie weken.", Statement.DEADLINE),
        ("Dien uw klacht binnen 52 weken in.", Statement.DEADLINE),
        ("Wij nemen binnen twee weken contact met u op over uw klacht.", Statement.DEADLINE),
        ("Wij bewaren uw klacht twintig weken.", Statement.DEADLINE),
        ("Dan horen wij graag uw klacht.", Statement.HEARING),
        ("Een voorbeeld is het doorgeven van vertrouwelijke informatie.", Statement.CONFIDENTIALITY),
        ("Medewerkers kunnen op intranet een vertrouwenspersoon vinden.", Statement.CONFIDENTIAL_ADVISER),
        ("Werkt u bij ons? Dan kunt u ook naar de vertrouwenspersoon.", Statement.CONFIDENTIAL_ADVISER),
        ("U kunt naar de Nationale ombudsman. Dat kost niets.", Statement.NO_COST),
        ("Bel het gratis nummer 0800 1234567.", Statement.NO_COST),
        ("Wij bewaren uw klacht maximaal een jaar.", Statement.ONE_YEAR_LIMIT),
        ("U mag uw verhaal mondeling toelichten.", Statement.ORAL),
    ],
)
def test_negation_and_other_subjects_say_nothing_about_the_route(sentence: str, statement: Statement) -> None:
    assert statement not in statements(sentence)


def test_terms_are_read_in_words_and_digits_with_what_they_depend_on() -> None:
    text = (
        "Wij beslissen binnen 6 weken. Met een klachtencommissie is de termijn tien weken. "
        "Wij kunnen de termijn met 4 weken verlengen."
    )

    found = [(d.weeks, d.committee, d.extension) for d in deadlines(sentences(text))]

    assert found == [(6, False, False), (10, True, False), (4, False, True)]


@pytest.mark.parametrize(
    "lines",
    [
        "Termijn\n6 weken",
        "Hoe lang duurt het?\nZes weken.",
        "Antwoord op uw klacht\n6 weken",
        "Wanneer krijg ik antwoord?\nBinnen 6 weken.",
    ],
)
def test_a_term_after_its_label_is_read_as_one_sentence_with_it(lines: str) -> None:
    assert Statement.DEADLINE in statements(lines)


def test_what_is_certain_is_told_apart_from_steps_and_aims() -> None:
    text = "Binnen 2 weken belt de behandelaar u over uw klacht. Wij streven naar een antwoord binnen 4 weken."

    assert [found.firm for found in deadlines(sentences(text))] == [False, False]


@pytest.mark.parametrize(("said", "is_free"), [("It is free of charge.", True), ("That is free of charge.", False)])
def test_what_is_free_after_the_ombudsman_may_be_the_complaint(said: str, is_free: bool) -> None:
    assert (Statement.NO_COST in statements(f"Then you can go to the National Ombudsman. {said}")) is is_free
