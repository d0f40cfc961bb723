import pytest

from expectations.model import Page
from tests.builders import a_move, a_visit
from tests.expectations.judged import GOOD, KLACHT, SITE, an_inventory, dutch, findings, page, read

COOKIES = (
    "<h2>Cookies op deze website</h2><p>Wij gebruiken cookies om statistieken bij te houden. "
    "Geeft u toestemming voor cookies?</p><button>Accepteren</button><button>Weigeren</button>"
)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<!doctype html><html><head><title></title></head><body></body></html>",
        "<html lang=nl><head><title>Klacht indienen</title></head><body><nav><a href=/>Home</a></nav>"
        "<main></main><footer><p>Colofon van het ministerie</p></footer></body></html>",
        "<html lang=nl><head><title>Klacht indienen</title></head><body><main><h1>Een klacht</h1></main></body>",
    ],
)
def test_a_page_without_text_is_empty(html: str) -> None:
    assert [f.found for f in findings("page-unreadable", an_inventory(), read(KLACHT, html))] == ["empty"]


def test_an_answer_without_content_is_empty() -> None:
    visit = a_visit(KLACHT, status=204)

    assert [f.found for f in findings("page-unreadable", an_inventory(), visit)] == ["empty"]


@pytest.mark.parametrize("title", ["Een klacht indienen", "Cookies"])
def test_a_page_that_first_asks_about_cookies(title: str) -> None:
    shown = page(KLACHT, COOKIES, title=title)

    assert [f.found for f in findings("page-unreadable", an_inventory(), shown)] == ["cookie-wall"]


def test_a_redirect_to_a_cookie_wall() -> None:
    wall = page(f"{SITE}/cookiemuur", COOKIES, title="Cookies")

    (found,) = findings("page-unreadable", an_inventory(), wall, a_move(KLACHT, wall.address, status=302))
    assert found.found == "cookie-wall"


def test_characters_that_nobody_can_read() -> None:
    shown = page(KLACHT, "<p>" + "\ufffd\x12\ufffd§\ufffdq" * 20 + "</p>")

    assert [f.found for f in findings("page-unreadable", an_inventory(), shown)] == ["garbage"]


@pytest.mark.parametrize(
    "shown",
    [
        dutch("<p>U kunt ons bellen op 070 348 64 64.</p>"),
        dutch(GOOD + COOKIES),
        page(KLACHT, "<p>Mail naar klachten@vbz.example.</p>" + COOKIES),
        dutch("<iframe src='/formulier' title='Formulier'></iframe>"),
    ],
)
def test_a_short_page_a_banner_and_a_frame_are_readable(shown: Page) -> None:
    assert findings("page-unreadable", an_inventory(), shown) == ()


def test_a_not_found_page_is_not_called_empty() -> None:
    shown = page(KLACHT, "", title="Pagina niet gevonden")

    assert findings("page-unreadable", an_inventory(), shown) == ()
    assert len(findings("page-soft-404", an_inventory(), shown)) == 1


def test_unknown_is_not_unreadable() -> None:
    assert findings("page-unreadable", an_inventory(), a_visit(KLACHT, detail="unreadable")) == ()
    assert len(findings("unreachable", an_inventory(), a_visit(KLACHT, detail="unreadable"))) == 1
