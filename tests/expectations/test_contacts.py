"""E-mail addresses, phone numbers and postal addresses are found and written in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations import contacts
from expectations.model import ChannelType


@pytest.mark.parametrize(
    "text",
    [
        "Mail naar Klachten@minbzk.nl.",
        "klachten [at] minbzk.nl",
        "klachten(at)minbzk(dot)nl",
        "klachten[apenstaartje]minbzk[punt]nl",
        "klachten apenstaartje minbzk punt nl",
        "klachten at minbzk dot nl",
        "E-mail: klachten at minbzk.nl",
        "klachten @ minbzk.nl",
        "klachten＠minbzk.nl",
        "(klachten@minbzk.nl)",
        "klachten@minbzk.nl.Wij sturen een bevestiging",
    ],
)
def test_an_address_is_read_through_its_disguise(text: str) -> None:
    assert [found.value for found in contacts.emails(text)] == ["klachten@minbzk.nl"]


@pytest.mark.parametrize(
    "text", ["Meet us at minbuza.nl", "Volg @minbuza.nl", "logo@2x.png", "artikel 2 (a) van.de wet", "a@1.2.3", "@", ""]
)
def test_other_text_is_no_address(text: str) -> None:
    assert contacts.emails(text) == ()


@pytest.mark.parametrize("wrong", ["klachten@minbzk", "klachten@minbzk,nl", "klachten@minbzk..nl"])
def test_a_misspelt_address_is_found_as_written(wrong: str) -> None:
    found = contacts.emails(f"Stuur een mail naar {wrong} met uw klacht")

    assert [x.value for x in found] == [wrong]
    assert not contacts.is_email(wrong)


def test_a_found_contact_tells_what_stands_there_and_where() -> None:
    text = "Schrijf naar klachten [at] minbzk.nl vandaag"
    (found,) = contacts.emails(text)

    assert found.text == text[found.start : found.end] == "klachten [at] minbzk.nl"


@pytest.mark.parametrize(
    "value",
    [
        "mailto:Klachten@MinX.nl?subject=x",
        "mailto:%20klachten%40minx.nl",
        "Klachten [at] minx.nl",
        "Klachten <klachten@minx.nl>",
        "klachten&#64;minx.nl",
        " klachten@minx.nl. ",
    ],
)
def test_an_address_is_written_in_one_way(value: str) -> None:
    assert contacts.normalise(ChannelType.EMAIL, value) == "klachten@minx.nl"


@pytest.mark.parametrize("person", ["j.jansen@x.nl", "jan.de.vries@x.nl", "p.van.der.berg@x.nl", "jan.jansen@x.nl"])
def test_a_name_is_a_person(person: str) -> None:
    assert contacts.is_personal(person)


@pytest.mark.parametrize(
    "desk", ["klachten@x.nl", "meldpunt.integriteit.defensie@x.nl", "hdcv-nww@x.nl", "a.b@x.nl", "contact.op.maat@x.nl"]
)
def test_a_desk_is_no_person(desk: str) -> None:
    assert not contacts.is_personal(desk)


def test_the_shield_against_robots_is_decoded() -> None:
    assert contacts.decode_cloudflare("543f3835373c20313a14393d3a222e7a3a38") == "klachten@minvz.nl"
    assert contacts.decode_cloudflare("zz") is None
    assert contacts.decode_cloudflare("") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("070 - 414 33 00", "+31704143300"),
        ("(070) 414 33 00", "+31704143300"),
        ("070/4143300", "+31704143300"),
        ("070‑414 33 00", "+31704143300"),
        ("070.414.33.00", "+31704143300"),
        ("+31 (0)70 414 33 00", "+31704143300"),
        ("0031 70 4143300", "+31704143300"),
        ("070 414 33 00/01", "+31704143300"),
        ("088 225 05 00", "+31882250500"),
        ("0800-225 57 33 (optie 4)", "+318002255733"),
        ("0800 – 33 55 555", "+318003355555"),
        ("0900-8844", "+319008844"),
        ("+44 20 7946 0958", "+442079460958"),
        ("Bel 1400", "1400"),
        ("bel 14 070", "14070"),
        ("bel 0704143300", "+31704143300"),
    ],
)
def test_a_phone_number_is_found_in_every_spelling(text: str, value: str) -> None:
    assert [found.value for found in contacts.phones(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "01-02-2024",
        "van 09.00 - 17.00 uur",
        "€ 0704143300",
        "KvK 27364264",
        "kenmerk 0704143300",
        "NL91 ABNA 0417 1643 00",
        "Fax: 070 414 33 01",
        "Kamerstuk 28 844, nr. 163",
        "0704143300",
        "tussen 1400 mensen bellen",
        "14 070 inwoners",
        "2500 EB Den Haag",
        "Postbus 1400",
        "000 000 00 00",
        "WhatsApp 06 12345678",
    ],
)
def test_another_number_is_no_phone_number(text: str) -> None:
    assert contacts.phones(text) == ()


def test_a_labelled_number_with_a_digit_too_few_is_found_as_written() -> None:
    (found,) = contacts.phones("Telefoon: 070 414 33 0")

    assert found.value == "070414330"
    assert not contacts.is_phone(found.value)


@pytest.mark.parametrize(
    ("value", "normal"),
    [
        ("tel:+31(0)704143300", "+31704143300"),
        ("tel:+310704143300", "+31704143300"),
        ("tel:0704143300;ext=2", "+31704143300"),
        ("08002255733", "+318002255733"),
        ("14 070", "14070"),
        ("1400", "1400"),
        ("070 414 33 0", "070414330"),
        ("bel ons", ""),
    ],
)
def test_a_phone_number_is_written_in_one_way(value: str, normal: str) -> None:
    assert contacts.normalise(ChannelType.PHONE, value) == normal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Postbus 20061, 2500 EB Den Haag", "postbus 20061 2500eb"),
        ("PO Box 20061, 2500 EB The Hague", "postbus 20061 2500eb"),
        ("P.O. Box 20061\n2500EB The Hague\nThe Netherlands", "postbus 20061 2500eb"),
        ("Postbus 20.061\nNL-2500 EB  Den Haag", "postbus 20061 2500eb"),
        ("Antwoordnummer 1234\n2500 VB Den Haag", "antwoordnummer 1234 2500vb"),
        ("Korte Voorhout 7\n2511 CW Den Haag", "korte voorhout 7 2511cw"),
    ],
)
def test_a_postal_address_has_one_key(text: str, value: str) -> None:
    assert [found.value for found in contacts.posts(f"Schrijf naar:\n{text}")] == [value]
    assert contacts.normalise(ChannelType.POST, text) == value


@pytest.mark.parametrize(
    "text", ["In 2025 IS er veel veranderd", "2500 SS Den Haag", "Bezoekadres\nRijnstraat 8\n2515 XP Den Haag"]
)
def test_what_takes_no_letters_is_no_postal_address(text: str) -> None:
    assert contacts.posts(text) == ()


def test_a_box_without_postcode_is_the_box_with_it() -> None:
    assert contacts.same(ChannelType.POST, "Postbus 20061", "PO Box 20061, 2500 EB The Hague")
    assert not contacts.same(ChannelType.POST, "Postbus 2006", "Postbus 20061, 2500 EB Den Haag")


def test_forms_are_compared_as_addresses() -> None:
    assert contacts.same(ChannelType.FORM, "https://X.nl/a?utm_source=b", "https://x.nl/a")
    assert contacts.normalise(ChannelType.FORM, "geen adres") == "geen adres"


@given(st.text())
def test_any_text_can_be_searched_and_normalised(text: str) -> None:
    contacts.emails(text), contacts.phones(text), contacts.posts(text)
    for kind in ChannelType:
        contacts.normalise(kind, text)


@given(st.sampled_from(list(ChannelType)), st.text(alphabet="a@.b1240+() -[]postbuEB,\n"))
def test_what_is_normal_stays_as_it_is(kind: ChannelType, text: str) -> None:
    once = contacts.normalise(kind, text)

    if kind is not ChannelType.POST:
        assert contacts.normalise(kind, once) == once
