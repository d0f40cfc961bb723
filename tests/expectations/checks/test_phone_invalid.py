import pytest

from tests.expectations.judged import GOOD, a_route, an_inventory, dutch, findings

INVENTORY = an_inventory(a_route(phone=("070 348 64 64",)))


def said(body: str) -> list[tuple[str | None, str | None]]:
    return [(f.found, f.target) for f in findings("phone-invalid", INVENTORY, dutch(GOOD + f"<h2>Contact</h2>{body}"))]


@pytest.mark.parametrize(
    "number", ["070 348 64", "(070) 12 34 56 78 90", "088 - 12 34 5", "070-34864645", "+31 70 348 64"]
)
def test_a_number_of_a_length_that_no_number_has(number: str) -> None:
    assert said(f"<p>Telefoon: {number}</p>") == [(number, None)]
    assert said(f"<dl><dt>Telefoon</dt><dd>{number}</dd></dl>") == [(number, None)]


@pytest.mark.parametrize("target", ["tel:070348646", "tel:+3170348646", "tel:+31-70-348-64-645"])
def test_a_link_that_calls_no_number(target: str) -> None:
    assert len(said(f'<p><a href="{target}">Bel ons</a></p>')) == 1


def test_a_link_that_calls_another_number() -> None:
    assert said('<p><a href="tel:+31703486465">070 348 64 64</a></p>') == [("070 348 64 64", "+31703486465")]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="tel:+31703486464">070 - 348 64 64</a>',
        '<a href="tel:0031703486464">+31 (0)70 348 64 64</a>',
        '<a href="tel:31703486464">(070) 348 64 64</a>',
        '<a href="tel:+31703486464,123">070 348 64 64 toestel 123</a>',
        '<a href="tel:1400">1400</a>',
        '<a href="tel:+3114070">14 070</a>',
        '<a href="tel:08001351">0800 - 1351 (gratis)</a>',
        '<a href="tel:+31703486464">Bel ons</a>',
        '<a href="tel:1400">Informatie Rijksoverheid: 1400, vanuit het buitenland +31 77 465 67 67</a>',
        '<a href="tel:0800BELLEN">0800-BELLEN</a>',
        '<a href="tel:+3221234567">+32 2 123 45 67</a>',
        "Bel 112 bij nood.",
        "Telefoon: 070 348 64 64, toestel 1234",
        "Telefoon: 070 348 64 64 9.00 - 17.00 uur",
        "Bel 0900 8844 of 144.",
        "Sms naar 3669.",
        "Telefoon (ma-vr 9-17): 070 348 64 64",
        "Dossiernummer 070 348 64",
        "KvK 27370985, IBAN NL91 ABNA 0417 1643 00",
    ],
)
def test_short_numbers_extensions_and_foreign_numbers_are_fine(body: str) -> None:
    assert said(f"<p>{body}</p>") == []


def test_an_invalid_number_is_no_mismatch_besides() -> None:
    shown = dutch(GOOD + "<p>Telefoon: 070 348 64</p>")

    assert findings("phone-mismatch", INVENTORY, shown) == ()
    assert findings("channel-missing", INVENTORY, shown) == ()


def test_unknown_is_not_invalid() -> None:
    assert findings("phone-invalid", INVENTORY) == ()
