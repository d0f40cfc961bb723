from expectations.checks.email_mismatch import email_mismatch
from expectations.model import AtAddress, ChannelType
from expectations.route_subject import Mention
from tests.builders import KLACHT, a_channel, a_lost_match, a_match, a_page, a_route

EXPECTED = {ChannelType.EMAIL: ("klachten@vbz.example",)}
TWO = {ChannelType.EMAIL: ("klachten@vbz.example", "meldpunt@vbz.example")}
RIGHT, WRONG, SECOND = (
    a_channel("klachten@vbz.example"),
    a_channel("info@vbz.example"),
    a_channel("meldpunt@vbz.example"),
)


def test_another_value_than_the_inventorys_is_a_mismatch() -> None:
    (fault,) = email_mismatch(a_route(expected=EXPECTED, offered=(WRONG,)))

    assert (fault.expected, fault.found, fault.region) == ("klachten@vbz.example", "info@vbz.example", "main")


def test_the_right_value_beside_others_is_fine() -> None:
    assert list(email_mismatch(a_route(expected=EXPECTED, offered=(WRONG, RIGHT)))) == []


def test_one_of_two_values_is_fine_while_nothing_takes_the_others_place() -> None:
    assert list(email_mismatch(a_route(expected=TWO, offered=(RIGHT,)))) == []


def test_each_replaced_value_is_one_finding() -> None:
    (fault,) = email_mismatch(a_route(expected=TWO, offered=(SECOND, WRONG)))

    assert (fault.expected, fault.found) == ("klachten@vbz.example", "info@vbz.example")


def test_no_value_at_all_is_a_missing_channel_instead() -> None:
    assert list(email_mismatch(a_route(expected=EXPECTED))) == []


def test_the_ombudsmans_value_is_not_the_routes() -> None:
    channel = a_channel("info@vbz.example", quote="Niet eens met ons? Ga naar de Nationale ombudsman: info@vbz.example")

    assert list(email_mismatch(a_route(expected=EXPECTED, offered=(channel,)))) == []


def test_another_page_that_gives_another_value_for_this_route_is_a_mismatch() -> None:
    mention = Mention(page=KLACHT + "/oud", channel=WRONG, heading="Een klacht indienen")
    (fault,) = email_mismatch(a_route(expected=EXPECTED, offered=(RIGHT,), mentions=(mention,)))

    assert (fault.page, fault.expected, fault.found) == (KLACHT + "/oud", "klachten@vbz.example", "info@vbz.example")


def test_another_page_that_gives_a_value_of_the_route_page_is_fine() -> None:
    mention = Mention(page=KLACHT + "/oud", channel=WRONG, heading="Een klacht indienen")

    assert list(email_mismatch(a_route(expected=EXPECTED, offered=(RIGHT, WRONG), mentions=(mention,)))) == []


def test_unknown_is_not_a_mismatch() -> None:
    match = a_lost_match(AtAddress.UNKNOWN)

    assert list(email_mismatch(a_route(match=match, expected=EXPECTED, offered=(WRONG,)))) == []


def test_a_longer_address_is_another_address() -> None:
    page = a_page(text="Mail loket-klachten@vbz.example.")
    route = a_route(expected=EXPECTED, offered=(a_channel("loket-klachten@vbz.example"),), match=a_match(page=page))

    assert [fault.found for fault in email_mismatch(route)] == ["loket-klachten@vbz.example"]


def test_a_persons_own_address_is_not_repeated() -> None:
    assert list(email_mismatch(a_route(expected=EXPECTED, offered=(a_channel("j.de.vries@vbz.example"),)))) == []
