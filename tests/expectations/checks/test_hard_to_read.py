from expectations.model import Localised
from tests.expectations.judged import COMPLAINT, GOOD, GOOD_EN, a_route, an_inventory, dutch, english, findings

HARD = (
    "<p>Onverminderd het bepaalde in de desbetreffende bestuursrechtelijke regelgeving verricht de klachtbehandelende "
    "functionaris, na voorafgaande consultatie van de betrokken organisatieonderdelen, de ontvankelijkheidsbeoordeling "
    "van ingediende klaagschriften overeenkomstig de daartoe vastgestelde behandelingsprocedure, waarbij de "
    "verantwoordelijkheidsverdeling tussen de onderscheiden directoraten-generaal in aanmerking wordt genomen.</p>"
)


def test_a_text_for_specialists() -> None:
    (found,) = findings("hard-to-read", an_inventory(), dutch(HARD * 4))

    assert int(found.found or "99") < 30


def test_an_ordinary_text_is_fine() -> None:
    assert findings("hard-to-read", an_inventory(), dutch(GOOD * 5)) == ()


def test_a_short_text_says_too_little_to_judge() -> None:
    assert findings("hard-to-read", an_inventory(), dutch(HARD)) == ()


def test_an_english_page_is_not_measured_as_dutch() -> None:
    both = a_route(url=Localised(en=COMPLAINT), title=Localised(en="Making a complaint"))
    hard = (
        GOOD_EN
        + "<p>Notwithstanding jurisdictional considerations, administrative accountability obligations.</p>" * 30
    )

    assert findings("hard-to-read", an_inventory(both), english(hard)) == ()
