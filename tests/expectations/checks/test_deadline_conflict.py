import pytest

from expectations.checks.deadline_conflict import deadline_conflict
from expectations.deadlines import Deadline
from expectations.model import AtAddress, Kind
from expectations.wording import Wording
from tests.builders import a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import GOOD, KLACHT, SITE, a_route, an_inventory, dutch, findings, page

CODE = "deadline-conflict"
TERM = "Wij behandelen uw klacht binnen zes weken."


def said(text: str, kind: Kind = Kind.COMPLAINT) -> list[tuple[str | None, str | None]]:
    told = findings(CODE, an_inventory(a_route(kinds=(kind,))), dutch(GOOD.replace(TERM, text)))
    return [(finding.expected, finding.found) for finding in told]


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("Wij handelen uw klacht af binnen 16 weken.", "14 weeks", "16 weeks"),
        ("Wij behandelen uw klacht binnen 18 weken, met een klachtencommissie.", "14 weeks", "18 weeks"),
        ("U krijgt binnen acht weken antwoord op uw klacht.", "6 weeks", "8 weeks"),
        ("De behandeling van uw klacht duurt maximaal twaalf weken.", "6 weeks", "12 weeks"),
        ("<strong>Behandeltermijn:</strong> 8 weken", "6 weeks", "8 weeks"),
        ("Wij behandelen uw klacht binnen vier weken.</p><h2>Termijn</h2><p>Zes weken.", "4 weeks", "6 weeks"),
    ],
)
def test_a_term_against_the_law_or_another_term_is_told(text: str, expected: str, found: str) -> None:
    assert said(text) == [(expected, found)]


@pytest.mark.parametrize(
    "text",
    [
        TERM,
        "Wij behandelen uw klacht binnen drie weken.",
        "Wij beslissen binnen zes weken; met een adviescommissie binnen tien weken; verlenging met vier weken.",
        "U krijgt binnen zes weken antwoord, of binnen tien weken als een klachtencommissie ons adviseert.",
        "U krijgt binnen zes weken antwoord. Deze termijn mogen wij met vier weken verlengen.",
        "Een commissie adviseert over uw klacht. U krijgt binnen tien weken antwoord.",
        "Binnen zes weken krijgt u antwoord. Binnen twee weken nemen wij contact met u op.",
        "Binnen zes weken krijgt u antwoord. Binnen vier weken hoort u of wij uw klacht in behandeling nemen.",
        "Binnen zes weken krijgt u antwoord. Maak binnen acht weken bezwaar tegen een besluit.",
        "Binnen zes weken krijgt u antwoord. De Nationale ombudsman antwoordt binnen 26 weken.",
        "Binnen zes weken krijgt u antwoord. Een Woo-verzoek beantwoorden wij binnen acht weken.",
        "Binnen zes weken krijgt u antwoord. Wij bewaren uw klacht 52 weken.",
        "Binnen zes weken krijgt u antwoord. Dien uw klacht binnen 52 weken in.",
        "Meestal krijgt u binnen drie weken antwoord, uiterlijk binnen zes weken.",
        "U krijgt binnen zes weken antwoord. Een schadevergoeding betalen wij binnen acht weken.",
        "U krijgt binnen vijf werkdagen een ontvangstbevestiging en binnen zes weken antwoord.",
    ],
)
def test_terms_within_the_law_and_terms_about_something_else_are_innocent(text: str) -> None:
    assert said(text) == []


def test_the_law_on_complaints_says_nothing_of_integrity_reports() -> None:
    body = "<p>Meld een integriteitsschending. Het onderzoek van uw melding duurt tien weken.</p>"

    assert said(body, Kind.INTEGRITY) == []


def test_another_page_that_names_another_term_for_this_route_is_told() -> None:
    words = f'<h2>Een klacht indienen</h2><p>U krijgt binnen vier weken antwoord. <a href="{KLACHT}">Lees meer</a></p>'
    contact = page(f"{SITE}/contact", words, title="Contact en klachten")
    (finding,) = findings(CODE, an_inventory(), dutch(), contact)

    assert (finding.page, finding.target) == (f"{SITE}/contact", KLACHT)
    assert (finding.expected, finding.found) == ("6 weeks", "4 weeks")


def test_a_term_for_another_route_is_no_conflict() -> None:
    words = '<h2>Een klacht indienen over de dienst</h2><p>Antwoord in vier weken. <a href="/dienst">Lees meer</a></p>'
    other = page(f"{SITE}/dienst", GOOD.replace("zes", "vier"), title="Klacht over de dienst")
    declared = an_inventory(a_route(), a_route(id="dienst", url=type(a_route().url)(nl=f"{SITE}/dienst")))

    assert findings(CODE, declared, dutch(), other, page(f"{SITE}/contact", words, title="Contact")) == ()


def test_unknown_is_no_conflict() -> None:
    term = Deadline(weeks=20, sentence="Wij behandelen uw klacht binnen 20 weken.", firm=True)
    subject = a_subject(match=a_lost_match(AtAddress.UNKNOWN), wording=Wording(deadlines=(term,)))

    assert list(deadline_conflict(subject)) == []
