import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations.urls import AddressError, Aliases, address, fragment, slug, under

ALIASES = Aliases({"https://portaal.example": "https://www.portaal.example"})


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("HTTPS://WWW.Voorbeeld.EXAMPLE:443/a/../b/./c%7e", "https://www.voorbeeld.example/b/c~"),
        ("https://a.example/p?utm_source=nieuwsbrief&b=2&fbclid=x", "https://a.example/p?b=2"),
        ("https://a.example/p;jsessionid=12AB", "https://a.example/p"),
        ("https://a.example?", "https://a.example/"),
        ("  https://a.example/p\n#hier ", "https://a.example/p"),
        ("https://naam:geheim@a.example/", "https://a.example/"),
        ("https://a.example/caf%C3%A9", "https://a.example/caf%C3%A9"),
        ("https://a.example/café", "https://a.example/caf%C3%A9"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("http://a.example:8080/", "http://a.example:8080/"),
    ],
)
def test_an_address_is_written_in_one_way(raw: str, written: str) -> None:
    assert address(raw) == written


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("../c", "https://a.example/c"),
        ("//b.example/x", "https://b.example/x"),
        ("\\c", "https://a.example/c"),
        ("?q=1", "https://a.example/map/p?q=1"),
        ("", "https://a.example/map/p"),
    ],
)
def test_a_relative_address_is_read_from_its_page(raw: str, written: str) -> None:
    assert address(raw, "https://a.example/map/p") == written


@pytest.mark.parametrize(
    "raw",
    [
        "java\tscript:alert(1)",
        "mailto:a@b.example",
        "ftp://a.example/",
        "http://a.example:99999/",
        "http://[zz]/",
        "http://",
        "pad/zonder/basis",
        "http://" + "a" * 64 + ".example/",
        "http://exa mple/",
    ],
)
def test_what_no_browser_could_open_over_http_is_refused(raw: str) -> None:
    with pytest.raises(AddressError):
        address(raw)


@given(st.text(max_size=200))
def test_an_address_written_once_stays_as_it_is(raw: str) -> None:
    try:
        once = address(raw, "https://a.example/map/p")
    except AddressError:
        return
    assert address(once) == once


@pytest.mark.parametrize(
    "other",
    [
        "http://www.portaal.example/contact",
        "https://www.portaal.example/contact/",
        "https://portaal.example/contact",
        "https://WWW.PORTAAL.example/contact?utm_medium=x",
    ],
)
def test_scheme_slash_alias_and_tracking_make_no_other_page(other: str) -> None:
    assert ALIASES.same_page(address(other), "https://www.portaal.example/contact")


@pytest.mark.parametrize(
    "other",
    [
        "https://www.portaal.example/Contact",
        "https://www.portaal.example/contact?pagina=2",
        "https://elders.example/contact",
        "https://www.portaal.example:8443/contact",
    ],
)
def test_case_of_the_path_query_host_and_port_make_another_page(other: str) -> None:
    assert not ALIASES.same_page(address(other), "https://www.portaal.example/contact")


def test_under_goes_by_whole_path_segments() -> None:
    home = "https://a.example/ministeries/een"

    assert under("http://www.a.example/ministeries/een/contact", home)
    assert not under("https://a.example/ministeries/eenmalig", home)


def test_a_slug_gives_the_words_of_the_last_segment() -> None:
    assert slug("https://a.example/contact/klacht-indienen.aspx") == "klacht indienen"


@pytest.mark.parametrize(("raw", "found"), [("a#b", "b"), ("a#", None), ("a", None)])
def test_a_fragment_is_what_follows_the_hash(raw: str, found: str | None) -> None:
    assert fragment(raw) == found
