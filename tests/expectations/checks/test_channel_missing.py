import pytest

from expectations.checks.channel_missing import channel_missing
from expectations.model import AtAddress, ChannelType, Fault, Region
from tests.builders import a_channel, a_lost_match, a_match, a_page, a_route

EMAIL = {ChannelType.EMAIL: ("klachten@vbz.example",)}
FORM = {ChannelType.FORM: ("https://www.vbz.example/formulier",)}
PHONE = {ChannelType.PHONE: ("+31701234567",)}


def test_a_page_without_any_channel_of_an_expected_type_misses_it() -> None:
    route = a_route(expected=EMAIL | PHONE, offered=(a_channel("+31701234567"),))

    assert list(channel_missing(route)) == [Fault(expected="email")]


def test_another_value_of_the_type_is_a_mismatch_instead() -> None:
    assert list(channel_missing(a_route(expected=EMAIL, offered=(a_channel("info@vbz.example"),)))) == []


def test_the_footer_of_the_site_is_not_the_page() -> None:
    footer = a_channel("info@vbz.example", region=Region.FOOTER)

    assert list(channel_missing(a_route(expected=EMAIL, offered=(), shown=(footer,)))) == [Fault(expected="email")]


def test_the_expected_value_itself_counts_wherever_it_stands() -> None:
    footer = a_channel("klachten@vbz.example", region=Region.FOOTER)

    assert list(channel_missing(a_route(expected=EMAIL, offered=(), shown=(footer,)))) == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (EMAIL, "Mail ons: klachten (at) vbz.example."),
        (EMAIL, "Mail ons: KLACHTEN [at] vbz [punt] example"),
        (PHONE, "Bel 070 - 123 45 67 op werkdagen."),
    ],
)
def test_a_value_that_stands_in_the_text_is_there(expected: dict[ChannelType, tuple[str, ...]], text: str) -> None:
    route = a_route(expected=expected, match=a_match(page=a_page(text=text)))

    assert list(channel_missing(route)) == []


def test_a_link_to_the_expected_form_is_a_form() -> None:
    assert list(channel_missing(a_route(expected=FORM, form_linked=True))) == []
    assert list(channel_missing(a_route(expected=FORM))) == [Fault(expected="form")]


def test_nothing_expected_is_nothing_missing() -> None:
    assert list(channel_missing(a_route())) == []


def test_a_page_that_is_gone_lacks_no_channels() -> None:
    assert list(channel_missing(a_route(match=a_lost_match(AtAddress.GONE), expected=EMAIL))) == []


def test_a_referral_has_no_channels_of_its_own() -> None:
    assert list(channel_missing(a_route(referral=True, expected=EMAIL))) == []
