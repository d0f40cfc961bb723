"""Pages far longer than a route needs: what stands at the end counts, and of what was not kept nothing is said."""

import pytest

from expectations.model import MAX_TEXT, Finding
from tests.expectations.judged import GOOD, a_route, an_inventory, dutch, findings

PART = "<p>" + "Dit is een gewone zin van een lange bladzijde over van alles en nog wat. " * 8 + "</p>"
LONG = PART * 60
TOO_LONG = PART * (MAX_TEXT // 500)
ASKS = "<p>Bent u niet tevreden over het ministerie? Dan kunt u een klacht indienen.</p>"
TEN_WEEKS = f"{ASKS}<p>Wij behandelen uw klacht binnen tien weken.</p>"
COMMITTEE = "<p>De onafhankelijke klachtencommissie adviseert ons over uw klacht.</p>"
STAFF = f"{ASKS}<p>Dit meldpunt is alleen voor medewerkers van het ministerie.</p>"
OUTSIDERS = "<p>Bent u geen medewerker? Ook burgers kunnen hier een klacht indienen.</p>"
OLD_LAW = "<p>Dit staat in de Wet openbaarheid van bestuur (Wob).</p>"
MAIL = "<p>E-mail: klachten [at] vbz.example</p>"
OTHER_MAIL = "<h2>Contact</h2><p>E-mail: <a href='mailto:info@vbz.example'>info@vbz.example</a></p>"


CASES = pytest.mark.parametrize(
    ("code", "begin", "end"),
    [
        ("statement-missing", ASKS, GOOD),
        ("deadline-conflict", TEN_WEEKS, COMMITTEE),
        ("audience-staff", STAFF, OUTSIDERS),
        ("channel-missing", GOOD, MAIL),
        ("email-mismatch", GOOD + OTHER_MAIL, MAIL),
    ],
)


def told(code: str, body: str) -> tuple[Finding, ...]:
    return findings(code, an_inventory(a_route(email=("klachten@vbz.example",))), dutch(body))


@CASES
def test_what_stands_at_the_end_of_a_long_page_is_read(code: str, begin: str, end: str) -> None:
    assert told(code, begin + LONG)
    assert told(code, begin + LONG + end) == ()


def test_an_old_law_at_the_end_of_a_long_page_is_told() -> None:
    (found,) = told("law-outdated", GOOD + LONG + OLD_LAW)

    assert found.found == "Wet openbaarheid van bestuur"
    assert told("law-outdated", GOOD + LONG) == ()


@CASES
def test_nothing_is_missed_on_a_page_too_long_to_keep(code: str, begin: str, end: str) -> None:
    assert told(code, begin + TOO_LONG + end) == ()


def test_a_page_knows_whether_its_text_was_cut() -> None:
    assert [dutch(body).cut for body in (GOOD, LONG, TOO_LONG)] == [False, False, True]
