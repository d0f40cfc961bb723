from datetime import date

import pytest

from expectations.checks.name_outdated import name_outdated
from expectations.model import AtAddress, FormerName, Localised
from expectations.outdated import OldTerm, Outdated
from expectations.wording import Wording
from tests.builders import a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import GOOD, an_inventory, dutch, findings

CODE = "name-outdated"
INVENTORY = an_inventory(
    name=Localised(nl="Ministerie van Economische Zaken en Klimaat"),
    abbreviation="EZK",
    former_names=(
        FormerName(name="Ministerie van Economische Zaken", abbreviation="EZ", until=date(2026, 2, 23)),
        FormerName(name="Ministerie van Handel en Nijverheid", abbreviation="MHN", until=date(1950, 1, 1)),
    ),
)


def said(text: str) -> list[str | None]:
    return [finding.found for finding in findings(CODE, INVENTORY, dutch(f"{GOOD}<p>{text}</p>"))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Het Ministerie van Economische Zaken behandelt uw klacht.", "Ministerie van Economische Zaken"),
        ("Uw klacht komt binnen bij het ministerie van EZ.", "ministerie van EZ"),
        ("Klachtenregeling voor het Ministerie van Handel en Nijverheid.", "Ministerie van Handel en Nijverheid"),
        ("Ministerie van Economische Zaken<br>Postbus 20401<br>2500 EK Den Haag", "Ministerie van Economische Zaken"),
        ("Neem contact op met Ministerie van Economische Zaken.", "Ministerie van Economische Zaken"),
        ("Het Ministerie van Klimaat en Groene Groei helpt u.", "Ministerie van Klimaat en Groene Groei"),
    ],
)
def test_a_former_name_that_is_presented_as_current_is_told(text: str, name: str) -> None:
    assert said(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Het Ministerie van Economische Zaken en Klimaat behandelt uw klacht.",
        "Het Ministerie van Economische Zaken en Klimaat (voorheen Ministerie van Economische Zaken) helpt u.",
        "Tot 2026 heette dit het Ministerie van Economische Zaken.",
        "Vroeger was dit het Ministerie van Handel en Nijverheid.",
        "In 1948 kreeg het Ministerie van Handel en Nijverheid een klachtenloket.",
        "Lees het rapport “Klachten bij het Ministerie van Economische Zaken”.",
        "Download: Regeling klachtbehandeling Ministerie van Economische Zaken (pdf, 120 kB)",
        "Regeling klachten Ministerie van Economische Zaken",
        "Het Ministerie van Economische Zaken, Landbouw en Innovatie is een voorbeeld.",
        "Zie klachtenregeling-ministerie-van-economische-zaken.pdf",
        "Kies het vakje ez in het formulier.",
        "Het gaat ons om economische zaken.",
    ],
)
def test_history_quotations_regulations_and_longer_names_are_innocent(text: str) -> None:
    assert said(text) == []


def test_the_current_name_stands_in_the_finding() -> None:
    body = f"{GOOD}<p>Het Ministerie van Economische Zaken helpt u.</p>"
    (finding,) = findings(CODE, INVENTORY, dutch(body))

    assert finding.expected == "Ministerie van Economische Zaken en Klimaat"
    assert finding.evidence.quote == "Het Ministerie van Economische Zaken helpt u."


def test_a_longer_former_name_is_found_though_the_current_one_is_part_of_it() -> None:
    declared = an_inventory(
        name=Localised(nl="Ministerie van Economische Zaken"),
        former_names=(FormerName(name="Ministerie van Economische Zaken en Klimaat"),),
    )
    body = f"{GOOD}<p>Het Ministerie van Economische Zaken en Klimaat helpt u.</p>"

    assert len(findings(CODE, declared, dutch(body))) == 1


def test_unknown_is_not_outdated() -> None:
    old = Outdated(term=OldTerm(term="X", own=True), found="X", sentence="X.")
    subject = a_subject(match=a_lost_match(AtAddress.UNKNOWN), wording=Wording(old_names=(old,)))

    assert list(name_outdated(subject)) == []
