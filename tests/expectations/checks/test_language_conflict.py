import pytest

from expectations.checks.language_conflict import language_conflict
from expectations.model import AtAddress, Language
from expectations.versions import Version
from tests.builders import a_channel, a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import (
    COMPLAINT,
    GOOD,
    GOOD_EN,
    MAIL,
    an_inventory,
    dutch,
    english,
    findings,
    in_both_languages,
)

CODE = "language-conflict"
INVENTORY = an_inventory(in_both_languages())
NL, EN = MAIL.format("klachten@vbz.example"), MAIL.format("complaints@vbz.example")
CALL = "<h2>Contact</h2><p>Telefoon: {}</p>"


def said(dutch_words: str, english_words: str) -> list[tuple[str | None, str | None]]:
    told = findings(CODE, INVENTORY, dutch(GOOD + dutch_words), english(GOOD_EN + english_words))
    return [(finding.expected, finding.found) for finding in told]


def test_another_email_address_in_english_is_told_of_the_english_version() -> None:
    (finding,) = findings(CODE, INVENTORY, dutch(GOOD + NL), english(GOOD_EN + EN))

    assert (finding.route, finding.language, finding.page) == ("klacht", Language.EN, COMPLAINT)
    assert (finding.expected, finding.found) == ("klachten@vbz.example", "complaints@vbz.example")


@pytest.mark.parametrize(
    ("one", "other"), [("088 123 45 67", "+31 88 765 43 21"), ("0800 1234567", "+31 70 213 99 99")]
)
def test_another_phone_number_is_told(one: str, other: str) -> None:
    assert len(said(CALL.format(one), CALL.format(other))) == 1


def test_another_term_is_told() -> None:
    told = findings(CODE, INVENTORY, dutch(), english(GOOD_EN.replace("six weeks", "eight weeks")))

    assert [(finding.expected, finding.found) for finding in told] == [("6 weeks", "8 weeks")]
    assert findings("deadline-conflict", INVENTORY, dutch(), english(GOOD_EN.replace("six weeks", "8 weeks"))) == ()


@pytest.mark.parametrize(
    ("dutch_words", "english_words"),
    [
        (NL, NL),
        (NL, ""),
        ("", EN),
        (NL, EN + "<p>klachten@vbz.example</p>"),
        (CALL.format("070 213 99 99"), CALL.format("+31 70 213 99 99")),
        (CALL.format("1400"), CALL.format("+31 77 465 67 67")),
        (CALL.format("0800 1234567"), "<h2>Contact</h2><p>Call us from abroad: +31 70 213 99 99</p>"),
        (NL, "<h2>National Ombudsman</h2><p>ombudsman@vbz.example</p>"),
        (NL, "<p>Questions about your privacy? Mail fg@vbz.example.</p>"),
    ],
)
def test_the_same_facts_and_facts_of_others_are_innocent(dutch_words: str, english_words: str) -> None:
    assert said(dutch_words, english_words) == []


def test_a_value_against_the_inventory_is_a_mismatch_instead() -> None:
    declared = an_inventory(in_both_languages(email=("klachten@vbz.example",)))
    pages = dutch(GOOD + NL), english(GOOD_EN + EN)

    assert findings(CODE, declared, *pages) == ()
    assert [f.language for f in findings("email-mismatch", declared, *pages)] == [Language.EN]


def test_two_values_of_the_inventory_in_two_languages_are_fine() -> None:
    declared = an_inventory(in_both_languages(email=("klachten@vbz.example", "complaints@vbz.example")))

    assert findings(CODE, declared, dutch(GOOD + NL), english(GOOD_EN + EN)) == ()


def test_unknown_is_no_conflict() -> None:
    other = Version(address=COMPLAINT, channels=(a_channel(),))

    assert list(language_conflict(a_subject(match=a_lost_match(AtAddress.UNKNOWN), dutch=other))) == []
