"""The channels that a page offers, and what is none."""

import pytest

from expectations.model import ChannelType, Region
from tests.crawler.pages import ADDRESS, body, channels, page, values

EMAIL, PHONE, FORM, POST = ChannelType.EMAIL, ChannelType.PHONE, ChannelType.FORM, ChannelType.POST
SITE = "https://www.voorbeeld.nl"


def test_a_mail_link_is_one_channel_with_what_is_seen_and_what_it_says() -> None:
    (channel,) = channels(page("rijksoverheid"), EMAIL)

    assert channel.value == channel.text == "integriteit@minvz.nl"
    assert channel.target == "mailto:Integriteit@minvz.nl?subject=Melding"
    assert channel.heading == "Melden"
    assert channel.region is Region.MAIN
    assert channel.quote.startswith("Stuur een e-mail naar integriteit@minvz.nl of bel")


def test_a_link_that_says_another_address_than_is_seen_keeps_both() -> None:
    (channel,) = (c for c in channels(page("contact_list"), EMAIL) if c.value == "noord@minvz.nl")

    assert channel.text == "noordd@minvz.nl"
    assert "noordd@minvz.nl" not in values(page("contact_list"), EMAIL)


def test_the_footer_has_channels_of_its_own() -> None:
    (phone,) = (c for c in channels(page("rijksoverheid"), PHONE) if c.value == "1400")

    assert (phone.region, phone.heading) == (Region.FOOTER, "Service")


def test_an_old_table_gives_address_phone_and_split_mail_but_no_fax() -> None:
    read = page("old_tables")

    assert values(read, POST) == ["postbus 90615 2509lp"]
    assert values(read, PHONE) == ["+31703153500"]
    assert values(read, EMAIL) == ["klachten@voorbeeld.nl", "webmaster@voorbeeld.nl"]
    assert values(read, FORM) == []


def test_accordions_give_the_channels_of_every_route() -> None:
    read = page("accordions")

    assert values(read, EMAIL) == ["klachten@minvz.nl", "vertrouwenspersoon@minvz.nl", "privacy@minvz.nl"]
    assert values(read, PHONE) == ["+318002255733", "+31704143300"]
    assert values(read, POST) == ["antwoordnummer 1234 2500vb"]
    assert values(read, FORM) == [f"{SITE}/melden/online"]


def test_a_contact_list_gives_desks_and_no_persons_or_other_numbers() -> None:
    read = page("contact_list")

    assert values(read, EMAIL) == ["klachten@minvz.nl", "noord@minvz.nl"]
    assert values(read, PHONE) == ["14070", "1400"]
    assert values(read, POST) == ["postbus 20061 2500eb"]


def test_a_label_in_the_cell_before_belongs_to_the_quote() -> None:
    (phone,) = channels(page("old_tables"), PHONE)

    assert phone.quote == "Telefoon (070) 315 35 00"


def test_the_contact_form_is_the_page_and_other_forms_are_none() -> None:
    (form,) = channels(page("contact_list"), FORM)

    assert (form.value, form.target, form.text) == (ADDRESS, f"{SITE}/contact/verzenden", "Uw bericht")


@pytest.mark.parametrize(
    "form",
    [
        "<form role=search><input name=q><input name=plaats></form>",
        "<form id=login><input name=naam><input type=password></form>",
        "<form action=/nieuwsbrief><input name=naam><input type=email></form>",
        "<form><p>Heeft deze informatie u geholpen?</p><textarea></textarea></form>",
        "<form><input name=postcode></form>",
    ],
)
def test_a_form_for_something_else_is_no_channel(form: str) -> None:
    assert values(body(f"<main><h1>Contact</h1><p>Tekst</p>{form}</main>"), FORM) == []


@pytest.mark.parametrize(
    ("href", "text"),
    [
        ("/contact/klachtenformulier", "Klacht indienen"),
        ("/k", "Vul het klachtenformulier in"),
        ("/k", "Online melden"),
        ("/k", "Complaints form"),
        ("https://forms.elders.nl/form/12", "Ga verder"),
    ],
)
def test_a_link_to_an_online_form_is_a_channel(href: str, text: str) -> None:
    assert len(values(body(f"<main><a href='{href}'>{text}</a></main>"), FORM)) == 1


@pytest.mark.parametrize(
    ("href", "text"),
    [
        ("/docs/klachtenformulier.pdf", "Klachtenformulier"),
        ("/formulier", "Download het formulier (pdf)"),
        ("/machtigingsformulier", "Machtigingsformulier"),
        ("/informatie", "Meer information about the platform"),
        ("/bezwaar", "Bezwaarformulier"),
    ],
)
def test_another_link_is_no_form(href: str, text: str) -> None:
    assert values(body(f"<main><a href='{href}'>{text}</a></main>"), FORM) == []


@pytest.mark.parametrize(
    "html",
    [
        "klachten<span>@</span>minvz.nl",
        "<span>klachten</span> <span>@</span> <span>minvz.nl</span>",
        "klachten<span style='display:none'>geen.spam</span>@minvz.nl",
        "klachten&#64;minvz&#46;nl",
        "klachten@<wbr>minvz.nl",
        "klachten<img src=at.gif alt='@'>minvz.nl",
        "<a href='/contact'>klachten@minvz.nl</a>",
        "<a href='/cdn-cgi/l/email-protection#543f3835373c20313a14393d3a222e7a3a38'>[email&#160;protected]</a>",
        "<a href='mailto:klachten@minvz.nl'></a>",
        "<a href='MAILTO:Klachten@MinVZ.nl'>Mail ons</a>",
    ],
)
def test_an_address_is_found_however_it_is_built(html: str) -> None:
    assert values(body(f"<main><p>E-mail {html}</p></main>"), EMAIL) == ["klachten@minvz.nl"]


def test_a_link_to_share_the_page_is_no_address() -> None:
    assert values(body("<a href='mailto:?subject=Lees dit'>Deel per e-mail</a>"), EMAIL) == []


def test_a_mail_link_with_a_faulty_address_keeps_its_fault() -> None:
    (channel,) = channels(body("<a href='mailto:klachten@minvz'>klachten@minvz.nl</a>"), EMAIL)

    assert (channel.value, channel.text) == ("klachten@minvz", "klachten@minvz.nl")


def test_a_phone_link_that_differs_keeps_both() -> None:
    (channel,) = channels(body("<a href='tel:+31704143301'>070 414 33 00</a>"), PHONE)

    assert (channel.value, channel.text) == ("+31704143301", "070 414 33 00")


def test_the_same_channel_twice_under_one_heading_is_told_once() -> None:
    read = body("<p>Mail a-desk@x.nl</p><p>Of a-desk@x.nl</p><h2>Later</h2><p>a-desk@x.nl</p>")

    assert [channel.heading for channel in channels(read, EMAIL)] == ["", "Later"]


def test_a_quote_ends_at_a_blank_line() -> None:
    text = "Daarna kunt u naar de ombudsman.<br><br>Zo bereikt u ons:<br>klacht@minvz.nl<br><br>Dank."
    (email,) = channels(body(f"<div>{text}</div>"), EMAIL)

    assert email.quote == "Zo bereikt u ons: klacht@minvz.nl"
