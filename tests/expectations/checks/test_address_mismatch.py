import pytest

from expectations.checks.address_mismatch import address_mismatch
from expectations.model import AtAddress, ChannelType
from tests.builders import a_channel, a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import GOOD, KLACHT, SITE, a_route, an_inventory, dutch, findings, page

CODE = "address-mismatch"
BOX = "Postbus 20061, 2500 EB Den Haag"
INVENTORY = an_inventory(a_route(post=(BOX,)))


def said(text: str) -> list[tuple[str | None, str | None]]:
    told = findings(CODE, INVENTORY, dutch(f"{GOOD}<h2>Post</h2><p>{text}</p>"))
    return [(finding.expected, finding.found) for finding in told]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Schrijf naar Postbus 90801, 2509 LV Den Haag.", "postbus 90801 2509lv"),
        ("Schrijf naar Postbus 20061, 2511 AB Den Haag.", "postbus 20061 2511ab"),
        ("Stuur uw brief naar Antwoordnummer 1234, 2500 VC Den Haag.", "antwoordnummer 1234 2500vc"),
    ],
)
def test_another_box_than_the_inventorys_is_told(text: str, found: str) -> None:
    assert said(text) == [("postbus 20061 2500eb", found)]


@pytest.mark.parametrize(
    "text",
    [
        "Postbus 20061, 2500 EB Den Haag",
        "Postbus 20 061<br>2500EB 's-Gravenhage",
        "PO Box 20061, 2500 EB The Hague, the Netherlands",
        "Schrijf naar Postbus 20061 in Den Haag.",
        "Postbus 20061, 2500 EB Den Haag of Antwoordnummer 1234, 2500 VC Den Haag",
        "Kom langs op Rijnstraat 8, 2515 XP Den Haag.",
        "Bezoekadres: Rijnstraat 8, 2515 XP Den Haag",
        "De Nationale ombudsman: Postbus 93122, 2509 AC Den Haag",
        "Bezwaarschriften: Postbus 90801, 2509 LV Den Haag",
    ],
)
def test_other_spellings_visiting_addresses_and_other_subjects_are_innocent(text: str) -> None:
    assert said(text) == []


def test_another_page_that_gives_another_box_for_this_route_is_told() -> None:
    words = f'<h2>Een klacht indienen</h2><p>Postbus 90801, 2509 LV Den Haag. <a href="{KLACHT}">Lees meer</a></p>'
    contact = page(f"{SITE}/contact", f"<p>Hier vindt u al onze gegevens.</p>{words}", title="Contact")
    (finding,) = findings(CODE, INVENTORY, dutch(f"{GOOD}<h2>Post</h2><p>{BOX}</p>"), contact)

    assert (finding.page, finding.found) == (f"{SITE}/contact", "postbus 90801 2509lv")


def test_unknown_is_not_a_mismatch() -> None:
    other = a_channel("postbus 90801 2509lv", type=ChannelType.POST)
    expected = {ChannelType.POST: ("postbus 20061 2500eb",)}
    subject = a_subject(match=a_lost_match(AtAddress.UNKNOWN), expected=expected, offered=(other,))

    assert list(address_mismatch(subject)) == []
