"""Every finding can be told, in both languages."""

from string import Formatter

import pytest

from expectations.check import CODES, register
from expectations.model import ChannelType, Family, Finding, Kind, Language, Localised, OrganisationType, Statement
from reports import texts
from reports.names import Names
from reports.texts.files import entries, labels, values
from tests.builders import a_finding, a_report, an_organisation_result

ALL_CODES = [(code, family) for family in Family for code in CODES[family]]
ALWAYS = {"organisation", "portal", "code"}


def bare(code: str) -> Finding:
    """A finding of which nothing is known but whose it is."""
    return a_finding(code=code, route=None, language=None, page=None)


def full(code: str, **given: object) -> Finding:
    fields = {"target": "https://www.vbz.example/t", "expected": "verwacht", "found": "gevonden"}
    return a_finding(code=code, **(fields | given))


@pytest.mark.parametrize("lang", Language)
def test_every_code_of_the_design_has_words(lang: Language) -> None:
    assert set(entries(lang)) == {code for code, _ in ALL_CODES}


@pytest.mark.parametrize("lang", Language)
def test_words_stand_in_the_order_of_the_design(lang: Language) -> None:
    assert list(entries(lang)) == [code for code, _ in ALL_CODES]


@pytest.mark.parametrize(("code", "family"), ALL_CODES)
@pytest.mark.parametrize("lang", Language)
def test_a_finding_is_told_in_whole_sentences_whatever_it_lacks(code: str, family: Family, lang: Language) -> None:
    for finding in (bare(code), full(code), a_finding(code=code), full(code, route=None, language=None)):
        for text in (texts.message(finding, lang), texts.remedy(finding, lang), texts.why(code, lang)):
            assert text[-1] in ".?", (family, text)
            assert "None" not in text
            assert not {"{", "}"} & set(text)
            assert "!" not in text


@pytest.mark.parametrize("lang", Language)
def test_the_last_alternative_needs_no_more_than_the_organisation(lang: Language) -> None:
    for code, entry in entries(lang).items():
        for sentences in (entry.message, entry.remedy):
            assert {name for _, name, _, _ in Formatter().parse(sentences[-1]) if name} <= ALWAYS, code
        assert not [name for _, name, _, _ in Formatter().parse(entry.title + entry.why) if name], code


@pytest.mark.parametrize("lang", Language)
def test_named_tables_of_words_exist(lang: Language) -> None:
    for code, entry in entries(lang).items():
        assert set(entry.words.values()) <= {*values(lang), "day", "phone", "title", "told"}, code


def test_both_languages_have_the_same_words() -> None:
    assert labels(Language.NL).keys() == labels(Language.EN).keys()
    assert values(Language.NL).keys() == values(Language.EN).keys()
    for table in values(Language.NL):
        assert values(Language.NL)[table].keys() == values(Language.EN)[table].keys(), table
    for code in entries(Language.NL):
        dutch, english = (entries(lang)[code] for lang in Language)
        assert (len(dutch.message), len(dutch.remedy), dutch.words) == (
            len(english.message),
            len(english.remedy),
            english.words,
        ), code


@pytest.mark.parametrize("lang", Language)
def test_closed_sets_have_words_for_every_value(lang: Language) -> None:
    assert values(lang)["kind"].keys() == values(lang)["kind-name"].keys() == set(Kind)
    assert values(lang)["channel"].keys() == set(ChannelType)
    assert values(lang)["statement"].keys() == set(Statement)


def test_a_message_names_what_and_where() -> None:
    finding = a_finding(target="https://www.vbz.example/weg", found="404")

    assert texts.message(finding, Language.NL) == (
        "Op https://www.vbz.example/contact/klacht staat een link die niet werkt: https://www.vbz.example/weg. "
        "Oorzaak: de site meldt ‘niet gevonden’ (404)."
    )


def test_names_of_the_report_replace_ids() -> None:
    finding = a_finding(code="route-missing", page=None)

    assert "vbz" in texts.message(finding, Language.NL)
    assert texts.message(finding, Language.NL, Names.of(a_report())) == (
        "We vonden bij het ministerie van Voorbeeldzaken nergens een pagina voor ‘Een klacht indienen’."
    )
    assert "the Ministry of Examples" in texts.message(finding, Language.EN, Names.of(a_report()))


def test_another_language_version_is_named_once() -> None:
    plain = a_finding(code="page-broken", language=Language.EN, found="404")
    itself = a_finding(code="translation-missing", language=Language.EN)

    assert "(Engelse versie)" in texts.message(plain, Language.NL)
    assert texts.message(itself, Language.NL).startswith("De Engelse versie van ‘klacht’ staat niet op ")


def test_the_portal_is_called_by_its_name() -> None:
    portal = an_organisation_result(id="p", type=OrganisationType.PORTAL, name=Localised(nl="Voorbeeldportaal"))
    names = Names.of(a_report(organisations=(portal,)))

    assert "Voorbeeldportaal" in texts.remedy(a_finding(code="referral-missing"), Language.NL, names)
    assert "het portaal" in texts.remedy(a_finding(code="referral-missing"), Language.NL)


@pytest.mark.parametrize(
    ("code", "found", "words"),
    [
        ("page-broken", "404", "‘niet gevonden’ (404)."),
        ("page-broken", "418", "foutcode 418."),
        ("page-broken", "410 (12 other addresses were not read)", "(410), en 12 andere adressen"),
        ("page-broken", "404 (not all other addresses were read)", "niet alle andere adressen"),
        ("page-broken", "timed-out since 2026-11-20", "niet op tijd, in elke meting sinds 20 november 2026."),
        ("page-broken", "500 since 2026-11-20 (3 other addresses were not read)", "2026, en 3 andere adressen"),
        ("page-broken", "no-such-host", "de naam van de site bestaat niet"),
        ("unreachable", "certificate: expired", "het certificaat is verlopen"),
        ("unreachable", "something new", "something new"),
        ("page-soft-404", "not-found-page", "foutpagina"),
        ("page-soft-404", "https://www.vbz.example/", "komt uit op https://www.vbz.example/."),
        ("route-unexpected", "complaint, conduct", "een klacht in te dienen of ongewenst gedrag te melden"),
        ("page-stale", "2021-04-12", "12 april 2021"),
        ("phone-mismatch", "+31700213999", "+31 70 021 3999"),
        ("phone-mismatch", "geen nummer", "staat geen nummer als"),
    ],
)
def test_what_was_found_is_told_in_words(code: str, found: str, words: str) -> None:
    assert words in texts.message(a_finding(code=code, found=found), Language.NL)


def test_not_enough_seen_names_the_kinds_and_an_example() -> None:
    facts = {"kinds": "integrity, conduct", "left": "3", "example": "https://www.vbz.example/melden"}
    finding = a_finding(code="crawl-incomplete", route=None, language=None, page=None, found="3 left", facts=facts)

    assert texts.message(finding, Language.NL) == (
        "Of er bij vbz een pagina is om een integriteitsschending te melden of ongewenst gedrag te melden, weten we "
        "niet. We konden niet alle pagina’s bekijken die erover kunnen gaan, zoals https://www.vbz.example/melden."
    )


def test_braces_from_the_web_are_only_text() -> None:
    finding = a_finding(found="{organisation.__class__} {0}", target="{}")

    assert "{organisation.__class__} {0}" in texts.message(finding, Language.NL)


def test_a_very_long_value_is_cut() -> None:
    assert len(texts.message(a_finding(target="https://x.example/" + "a" * 5000), Language.NL)) < 800


def test_a_code_of_another_version_can_still_be_told() -> None:
    finding = a_finding(code="from-the-future")

    assert "from-the-future" in texts.message(finding, Language.NL)
    assert texts.title("from-the-future", Language.EN) == "Finding from-the-future"
    assert texts.remedy(finding, Language.NL)
    assert texts.why("from-the-future", Language.NL)


def test_codes_are_those_of_the_register() -> None:
    assert texts.codes() == tuple(check.code for check in register())


@pytest.mark.parametrize("lang", Language)
def test_explain_says_what_why_and_how(lang: Language) -> None:
    text = texts.explain("link-broken", lang)

    assert text.startswith("link-broken - ")
    assert texts.why("link-broken", lang) in text
    assert texts.general_remedy("link-broken", lang) in text


@pytest.mark.parametrize("code", ["no-such-code", "no-such-waiver", ""])
def test_explain_knows_no_code_without_a_check(code: str) -> None:
    with pytest.raises(KeyError):
        texts.explain(code, Language.NL)
