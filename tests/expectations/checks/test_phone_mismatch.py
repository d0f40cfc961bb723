from expectations.checks.phone_mismatch import phone_mismatch
from expectations.model import AtAddress, ChannelType
from expectations.route_subject import Mention
from tests.builders import KLACHT, a_channel, a_lost_match, a_route

EXPECTED = {ChannelType.PHONE: ("+31701234567",)}
TWO = {ChannelType.PHONE: ("+31701234567", "+31708765432")}
RIGHT, WRONG, SECOND = a_channel("+31701234567"), a_channel("+31701234999"), a_channel("+31708765432")


def test_another_value_than_the_inventorys_is_a_mismatch() -> None:
    (fault,) = phone_mismatch(a_route(expected=EXPECTED, offered=(WRONG,)))

    assert (fault.expected, fault.found, fault.region) == ("+31701234567", "+31701234999", "main")


def test_the_right_value_beside_others_is_fine() -> None:
    assert list(phone_mismatch(a_route(expected=EXPECTED, offered=(WRONG, RIGHT)))) == []


def test_one_of_two_values_is_fine_while_nothing_takes_the_others_place() -> None:
    assert list(phone_mismatch(a_route(expected=TWO, offered=(RIGHT,)))) == []


def test_each_replaced_value_is_one_finding() -> None:
    (fault,) = phone_mismatch(a_route(expected=TWO, offered=(SECOND, WRONG)))

    assert (fault.expected, fault.found) == ("+31701234567", "+31701234999")


def test_no_value_at_all_is_a_missing_channel_instead() -> None:
    assert list(phone_mismatch(a_route(expected=EXPECTED))) == []


def test_the_ombudsmans_value_is_not_the_routes() -> None:
    channel = a_channel("+31701234999", quote="Niet eens met ons? Ga naar de Nationale ombudsman: +31701234999")

    assert list(phone_mismatch(a_route(expected=EXPECTED, offered=(channel,)))) == []


def test_another_page_that_gives_another_value_for_this_route_is_a_mismatch() -> None:
    mention = Mention(page=KLACHT + "/oud", channel=WRONG, heading="Een klacht indienen")
    (fault,) = phone_mismatch(a_route(expected=EXPECTED, offered=(RIGHT,), mentions=(mention,)))

    assert (fault.page, fault.expected, fault.found) == (KLACHT + "/oud", "+31701234567", "+31701234999")


def test_another_page_that_gives_a_value_of_the_route_page_is_fine() -> None:
    mention = Mention(page=KLACHT + "/oud", channel=WRONG, heading="Een klacht indienen")

    assert list(phone_mismatch(a_route(expected=EXPECTED, offered=(RIGHT, WRONG), mentions=(mention,)))) == []


def test_unknown_is_not_a_mismatch() -> None:
    match = a_lost_match(AtAddress.UNKNOWN)

    assert list(phone_mismatch(a_route(match=match, expected=EXPECTED, offered=(WRONG,)))) == []
