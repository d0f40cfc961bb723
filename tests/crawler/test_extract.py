"""One page is read: what it is called, what it says, and where it leads."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract import Rejected
from expectations.model import Cause, Heading, Language, Region
from tests.crawler.pages import ADDRESS, body, page, reading, saved

SITE = "https://www.voorbeeld.nl"


def test_metadata_of_the_portal_is_read() -> None:
    read = page("rijksoverheid")

    assert read.title == "Ongewenst gedrag: wat te doen? | Contact | Rijksoverheid.nl"
    assert read.heading == "Ongewenst gedrag: wat te doen?"
    assert read.breadcrumb == ("Home", "Ministeries", "Contact", "Ongewenst gedrag: wat te doen?")
    assert read.owner == "Ministerie van Voorbeeldzaken"
    assert read.modified == date(2026, 3, 4)
    assert read.language is Language.NL
    assert read.canonical == f"{SITE}/ministeries/vz/contact/ongewenst-gedrag"
    assert read.description.startswith("U kunt ongewenst gedrag")
    assert {"melden", "content-wrapper"} <= read.anchors


def test_links_stand_in_their_part_of_the_page() -> None:
    regions = {link.text: link.region for link in page("rijksoverheid").links}

    assert regions["Ga direct naar inhoud"] is Region.NAV
    assert regions["Naar de homepage van Voorbeeld.nl"] is Region.HEADER
    assert regions["Ministeries"] is Region.NAV
    assert regions["hoe u een klacht indient"] is Region.MAIN
    assert regions["Ministerie van Voorbeeldzaken"] is Region.ASIDE
    assert regions["Privacy"] is Region.FOOTER


def test_main_text_has_no_menus_headers_and_footers() -> None:
    text = page("rijksoverheid").text

    assert text.startswith("Ongewenst gedrag: wat te doen?\nHeeft u last")
    assert "integriteitscoördinator" in text
    for other in ("Zoeken", "Privacy", "Verantwoordelijk", "robot", "Ga direct"):
        assert other not in text


def test_an_old_site_of_tables_has_parts_too() -> None:
    read = page("old_tables")
    regions = {link.text: link.region for link in read.links}

    assert regions["Nieuws"] is Region.NAV
    assert regions["Colofon"] is Region.FOOTER
    assert regions["klachtenformulier"] is Region.MAIN
    assert read.breadcrumb == ("Home", "Contact", "Klachten")
    assert read.modified == date(2014, 5, 12)
    assert "Nieuws" not in read.text
    assert "U bevindt zich" not in read.text
    assert "Postbus 90615" in read.text


def test_a_table_cell_of_links_beside_running_text_is_a_menu() -> None:
    menu = "".join(f"<a href=/{n}>Onderdeel {n}</a><br>" for n in range(6))
    read = body(
        f"<table><tr><td>{menu}</td><td><h1>Klacht</h1><p>{'Zo dient u een klacht in. ' * 20}</p></td></tr></table>"
    )

    assert {link.region for link in read.links} == {Region.NAV}


def test_a_list_of_links_above_the_title_is_a_menu_and_one_below_is_not() -> None:
    links = "<ul>" + "".join(f"<li><a href=/{n}>Onderdeel {n}</a>" for n in range(6)) + "</ul>"
    read = body(f"{links}<h1>Contact</h1>{links}")

    assert [link.region for link in read.links] == [Region.NAV] * 6 + [Region.MAIN] * 6


def test_a_name_does_not_make_the_whole_page_a_header() -> None:
    read = page("accordions")

    assert read.text.startswith("Klacht of melding")
    assert {heading.text for heading in read.headings} == {"Klacht of melding", "Een integriteitsschending melden"}


def test_the_header_of_an_article_is_content_and_the_site_name_is_no_title() -> None:
    read = page("contact_list")

    assert read.heading == "Contact"
    assert "Zo bereikt u ons." in read.text
    assert "Ministerie van Voorbeeldzaken" not in read.text


def test_hidden_text_counts_only_when_a_visitor_can_open_it() -> None:
    read = page("accordions")

    assert "0800-225 57 33" in read.text
    assert "online meldformulier" in read.text
    assert "Dit ziet niemand" not in read.text
    assert "cookies" not in read.text


def test_links_in_hidden_places_count_and_those_in_templates_do_not() -> None:
    targets = {link.target for link in page("accordions").links}

    assert {f"{SITE}/verborgen", f"{SITE}/zonder-script"} <= targets
    assert f"{SITE}/sjabloon" not in targets


def test_what_leads_nowhere_is_rejected_with_its_cause() -> None:
    assert reading(saved("old_tables")).rejected == (
        Rejected(raw="ftp://ftp.voorbeeld.nl/klacht.doc", cause=Cause.FORBIDDEN_SCHEME),
        Rejected(raw="http://", cause=Cause.INVALID_ADDRESS),
    )


@pytest.mark.parametrize(
    "href", ["", "#", "mailto:a@b.nl", "tel:1400", "sms:1", "javascript:x()", "java\tscript:x()", "data:,x", "blob:x"]
)
def test_what_a_browser_does_not_open_as_a_page_is_no_link(href: str) -> None:
    read = reading(f'<a href="{href}">x</a>')

    assert list(read.page.links) == []
    assert read.rejected == ()


@pytest.mark.parametrize("href", ["http://[zz]/", "https://x:99999/", "http:///", "htp://x.nl/"])
def test_an_address_that_cannot_be_is_rejected(href: str) -> None:
    assert [rejected.cause for rejected in reading(f"<a href='{href}'>x</a>").rejected] == [Cause.INVALID_ADDRESS]


def test_a_bare_fragment_leads_to_the_page_itself() -> None:
    (link,) = body("<main><h1>T</h1><a href='#formulier'>Naar het formulier</a></main>").links

    assert (link.target, link.fragment) == (ADDRESS, "formulier")


def test_the_first_base_counts() -> None:
    targets = [link.target.removeprefix(SITE) for link in page("cards").links]

    assert targets == ["/contact/klacht", "/integriteit", "/melden", "/kaart", "/formulier/klacht"]


def test_a_link_says_what_is_seen_or_read_aloud() -> None:
    links = {link.text: link for link in page("cards").links}

    assert list(links) == ["Klacht indienen", "Integriteit", "Melden Meld een misstand", "Kaart", "Klachtenformulier"]
    assert links["Klacht indienen"].heading == "Klachten"
    assert [link.text for link in links.values() if link.nofollow] == ["Melden Meld een misstand"]


MENU = "<header><a href='/'>Logo</a><nav><a href='/a'{}>A</a><a href='/b'>B</a></nav></header>"
FOOT = "<footer><h2>Service</h2><a href='/c'>Contact</a></footer>"


def test_the_menus_of_two_pages_are_equal_blocks() -> None:
    one = reading(MENU.format(" aria-current=page") + "<main><h1>Een</h1><a href='/x'>X</a></main>" + FOOT).page
    two = reading(
        MENU.format("") + "<main><h1>Twee</h1><h2>Kop</h2><a href='/y'>Y</a></main>" + FOOT, f"{SITE}/twee"
    ).page

    assert len(one.link_blocks) == 4
    assert len(set(one.link_blocks) & set(two.link_blocks)) == 3


def test_headings_keep_their_order_and_level() -> None:
    read = body("<main><h1>Een</h1><h3>Drie</h3><div role=heading aria-level=2>Twee</div></main>")

    assert read.headings == (
        Heading(level=1, text="Een"),
        Heading(level=3, text="Drie"),
        Heading(level=2, text="Twee"),
    )


@pytest.mark.parametrize(
    ("last", "trail"),
    [
        ("<li><a href=/contact>Contact</a></li>", ("Home", "Contact", "Klachten")),
        ("<li><a href=/contact>Contact</a></li><li>Klachten</li>", ("Home", "Contact", "Klachten")),
        ("<li><a href=/klachten>Klachten</a></li>", ("Home", "Klachten")),
        ("<li><a href=/k aria-current=page>Uw klacht</a></li>", ("Home", "Uw klacht")),
    ],
)
def test_a_trail_ends_with_the_page_itself(last: str, trail: tuple[str, ...]) -> None:
    html = f'<ol class="breadcrumbs"><li><a href=/>Home</a></li>{last}</ol><main><h1>Klachten</h1></main>'

    assert body(html).breadcrumb == trail


def test_structured_data_tells_breadcrumb_and_date() -> None:
    read = page("english")

    assert read.breadcrumb == ("Home", "Contact")
    assert read.modified == date(2025, 11, 2)


@pytest.mark.parametrize(
    ("html", "when"),
    [
        ("<p>Laatst gewijzigd op 3 maart 2025</p>", date(2025, 3, 3)),
        ("<p>Laatst bijgewerkt: 03-04-2025</p>", date(2025, 4, 3)),
        ("<p>Last updated</p><p>March 3, 2025</p>", date(2025, 3, 3)),
        ("<p>Last modified on 3 March 2025.</p>", date(2025, 3, 3)),
        ("<dl><dt>Laatst gewijzigd op</dt><dd>3 maart 2025</dd></dl>", date(2025, 3, 3)),
        (f"<div>{'Wij behandelen uw klacht. ' * 30}<br><br>Laatst gewijzigd op 3 maart 2025</div>", date(2025, 3, 3)),
        ("<p>Laatst gewijzigd: <time datetime=2025-03-05>5 mrt. 2025</time></p>", date(2025, 3, 5)),
        ("<p>Gepubliceerd op 3 maart 2025</p>", None),
        ("<p>Laatst gewijzigd op 31 februari 2025</p>", None),
    ],
)
def test_the_page_tells_in_words_when_it_was_changed(html: str, when: date | None) -> None:
    assert body(html).modified == when


def test_the_header_is_the_last_resort_for_the_date() -> None:
    assert reading("<p>x", last_modified="Wed, 21 Oct 2015 07:28:00 GMT").page.modified == date(2015, 10, 21)
    assert reading("<p>x", last_modified="ooit").page.modified is None


def test_directives_come_from_tags_and_headers() -> None:
    assert page("english").directives == {"noindex", "follow"}
    read = reading("<p>x", x_robots_tag="googlebot: NoFollow, noindex, max-snippet:5").page
    assert read.directives == {"nofollow", "noindex", "max-snippet:5"}


def test_the_text_overrules_the_markup_about_language() -> None:
    assert page("english").language is Language.EN
    assert reading("<html lang=en><p>Kort").page.language is Language.EN
    assert reading("<html lang=de><p>Kurz").page.language is None
    assert reading("<p>x", content_language="nl").page.language is Language.NL


def test_other_versions_are_declared_or_linked() -> None:
    assert page("english").alternates == {Language.NL: f"{SITE}/nl/ongewenst-gedrag"}
    assert page("rijksoverheid").alternates == {Language.EN: "https://www.example.org/inappropriate-behaviour"}
    linked = reading("<p>x", link='</en/x>; rel="alternate"; hreflang="en", </c>; rel="canonical"').page
    assert linked.alternates == {Language.EN: f"{SITE}/en/x"}
    assert linked.canonical == f"{SITE}/c"


def test_a_person_is_no_owner() -> None:
    assert reading("<meta name=dcterms.creator content='Jan Jansen'>").page.owner == ""
    assert reading("<meta name=article:author content='Ministerie van X'>").page.owner == "Ministerie van X"
    assert body("<aside><h3>Verantwoordelijk</h3><p>Ministerie van Y</p></aside>").owner == "Ministerie van Y"


def test_a_page_that_scripts_would_fill_is_scripted() -> None:
    assert reading("<body><div id=root></div><script src=a.js></script>").page.scripted
    assert reading("<body><noscript>Zet JavaScript aan</noscript>").page.scripted
    assert not reading("<body><p>Leeg").page.scripted
    assert not reading(f"<body><div id=app><p>{'woord ' * 40}</div>").page.scripted


@pytest.mark.parametrize(
    ("inside", "scripted"),
    [
        ("<h1>Klacht</h1><p>Even geduld, de pagina wordt voor u geladen.</p>", True),
        ("<h1>Onderwerpen</h1>", True),
        ("<h1>Onderwerpen</h1><main><p>Lees hier alles over water en wegen.</p></main>", False),
    ],
)
def test_the_server_of_an_app_can_write_a_short_text_too(inside: str, scripted: bool) -> None:
    assert reading(f"<body><div id=__next>{inside}</div>").page.scripted is scripted


def test_a_password_field_in_the_content_is_a_login() -> None:
    assert body("<main><h1>Inloggen</h1><form><input type=password></form></main>").login_form
    assert not body("<header><form><input type=password></form></header><main><h1>T</h1></main>").login_form


@pytest.mark.parametrize(
    ("html", "target"),
    [
        ("<meta http-equiv=Refresh content=\"0; URL='/nieuw'\">", f"{SITE}/nieuw"),
        ("<meta http-equiv=refresh content='3;/nieuw'>", f"{SITE}/nieuw"),
        ("<meta http-equiv=refresh content='300;url=/nieuw'>", None),
        ("<meta http-equiv=refresh content='5'>", None),
        (f"<meta http-equiv=refresh content='5;url={ADDRESS}'>", None),
    ],
)
def test_a_page_that_sends_its_visitor_on_says_where(html: str, target: str | None) -> None:
    assert reading(html).refresh == target


def test_a_header_can_send_a_visitor_on() -> None:
    assert reading("<p>x", refresh="0; url=/nieuw").refresh == f"{SITE}/nieuw"


LINK = "<a href='/x'>x</a>"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + LINK,
        ("<div>" * 30_000 + LINK) + "</div>" * 30_000,
        "<table><tr><td>" * 5_000 + LINK,
        "".join(f"<b id=b{n}><p>" for n in range(5_000)) + LINK,
        LINK + f"<p title='{'x' * 10_000_000}",
        LINK + f"<a href='mailto:{'x@' * 1_000_000}'>y</a>",
        "\0" * 1_000 + LINK + "\ud800\ufffe",
        LINK + "a@" * 200_000,
        "<frameset><frame src=/x></frameset>",
    ],
)
def test_hostile_markup_keeps_its_links(html: str) -> None:
    assert f"{SITE}/x" in {link.target for link in reading(html).page.links}


def test_all_links_of_a_page_are_read_however_many() -> None:
    assert len(list(reading("<a href=/x>x</a>" * 7_000).page.links)) == 7_000


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    reading(text)


TAGS = """<p> </p> <div hidden> </div> <a href=x> <a href='mailto:a@b.nl'> </a> <h1> <main> <nav> <table> <tr> <td>
<form> <textarea> <input type=password> <script> <!-- --> <svg> <noscript> <base href=/q> \0 " ' > < & 070-4143300"""
SCRAPS = st.sampled_from(TAGS.split())


@settings(max_examples=200, deadline=None)
@given(st.lists(SCRAPS | st.text(max_size=5)).map("".join))
def test_no_markup_is_too_broken(html: str) -> None:
    reading(html)


@pytest.mark.parametrize(
    "hostile",
    [
        "<p " + " ".join(f"a{n}=b" for n in range(60_000)) + ">x</p>",
        "<p " + " ".join(f"a{n}='b c'" for n in range(60_000)) + ">x</p>",
        "<select>" + "<option>x" * 60_000 + "</select>",
    ],
)
def test_what_no_layout_needs_is_left_out_and_the_links_are_found(hostile: str) -> None:
    page = body(f'<main><p>Voor</p>{hostile}<p>Na <a href="/na">verder</a></p></main>')

    assert [link.target for link in page.links] == ["https://www.voorbeeld.nl/na"]
    assert "Voor" in page.text


def test_a_tag_with_a_long_value_is_kept_whole() -> None:
    page = body(f'<main><p title="{"woord en nog een woord " * 9_000}">Tekst</p><a href="/na">verder</a></main>')

    assert page.text.startswith("Tekst")
    assert len(list(page.links)) == 1
