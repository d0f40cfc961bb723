import pytest

from expectations.checks.law_outdated import law_outdated
from expectations.model import AtAddress
from expectations.outdated import OldTerm, Outdated
from expectations.wording import Wording
from tests.builders import a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import GOOD, an_inventory, dutch, findings

CODE = "law-outdated"


def said(text: str) -> list[tuple[str | None, str | None]]:
    told = findings(CODE, an_inventory(), dutch(f"{GOOD}<p>{text}</p>"))
    return [(finding.found, finding.expected) for finding in told]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        (
            "De Wet Huis voor klokkenluiders beschermt u.",
            "Wet Huis voor klokkenluiders",
            "Wet bescherming klokkenluiders",
        ),
        (
            "Op grond van de Wet openbaarheid van bestuur (Wob) mag dit.",
            "Wet openbaarheid van bestuur",
            "Wet open overheid",
        ),
        ("U kunt ook een Wob-verzoek doen.", "Wob", "Woo"),
        ("U kunt ook naar de Inspectie SZW.", "Inspectie SZW", "Nederlandse Arbeidsinspectie"),
        ("Bel met Postbus 51.", "Postbus 51", "Informatie Rijksoverheid"),
    ],
)
def test_an_old_law_or_body_that_is_cited_as_if_it_holds_is_told_once(text: str, found: str, expected: str) -> None:
    assert said(text) == [(found, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "De Woo, die de Wob vervangt, geldt voor iedereen.",
        "Sinds 1 mei 2022 geldt de Wet open overheid. Daarvoor gold de Wet openbaarheid van bestuur.",
        "Wob-verzoeken van voor 2022 handelen wij nog af.",
        "Voorheen heette dit de Inspectie SZW.",
        "Kijk in het boek “De Wet Huis voor klokkenluiders”.",
        "U kunt ook naar het Huis voor Klokkenluiders.",
        "De Wet bescherming klokkenluiders beschermt u.",
        "Schrijf naar Postbus 51, 2700 AB Zoetermeer.",
        "Postbus 51<br>2700 AB Zoetermeer",
        "Postbus 510, 2700 AB Zoetermeer",
    ],
)
def test_history_quotations_and_other_things_of_that_name_are_innocent(text: str) -> None:
    assert said(text) == []


def test_unknown_is_not_outdated() -> None:
    old = Outdated(term=OldTerm(term="Wob"), found="Wob", sentence="De Wob geldt.")
    subject = a_subject(match=a_lost_match(AtAddress.UNKNOWN), wording=Wording(old_laws=(old,)))

    assert list(law_outdated(subject)) == []
