import pytest

from tests.expectations.judged import GOOD, a_route, an_inventory, dutch, findings

INVENTORY = an_inventory(a_route(email=("klachten@minvbz.nl",)))


def said(body: str) -> list[tuple[str | None, str | None]]:
    return [(f.found, f.target) for f in findings("email-invalid", INVENTORY, dutch(GOOD + f"<h2>Contact</h2>{body}"))]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ('<p>Mail <a href="mailto:klachten@">het klachtenteam</a></p>', "klachten@"),
        ('<p>Mail <a href="mailto:klachten@minvbz">het klachtenteam</a></p>', "klachten@minvbz"),
        ('<p>Mail <a href="mailto:klachten@@minvbz.nl">het klachtenteam</a></p>', "klachten@@minvbz.nl"),
        ('<p>Mail <a href="mailto:klach%20ten@minvbz.nl">het klachtenteam</a></p>', "klach ten@minvbz.nl"),
        ('<p>Mail <a href="mailto:klachten@minvbz.nl)">het klachtenteam</a></p>', "klachten@minvbz.nl)"),
        ('<p>Mail <a href="mailto:klachten@minvbz..nl">het klachtenteam</a></p>', "klachten@minvbz..nl"),
        ('<p>Mail <a href="mailto:klachten">het klachtenteam</a></p>', "klachten"),
        ("<p>Mail naar klachten@minvbz.</p>", "klachten@minvbz"),
        ("<p>E-mail: klachten@@minvbz.nl</p>", "klachten@@minvbz.nl"),
    ],
)
def test_a_malformed_address(body: str, wrong: str) -> None:
    assert said(body) == [(wrong, None)]


@pytest.mark.parametrize(
    "address",
    ["naam@voorbeeld.nl", "info@example.com", "xxx@minvbz.nl", "test@test.nl", "your@email.com", "uwnaam@domein.nl"],
)
def test_a_placeholder(address: str) -> None:
    assert said(f'<p><a href="mailto:{address}">{address}</a></p>') == [(address, None)]
    assert said(f"<p>Stuur een e-mail naar {address}</p>") == [(address, None)]


def test_a_link_that_writes_to_someone_else() -> None:
    body = '<p><a href="mailto:webredactie@minvbz.nl">klachten@minvbz.nl</a></p>'

    assert said(body) == [("klachten@minvbz.nl", "webredactie@minvbz.nl")]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="mailto:klachten@minvbz.nl?subject=Klacht%20over%20iets">mail ons</a>',
        '<a href="mailto:KLACHTEN@minvbz.nl">klachten@minvbz.nl</a>',
        '<a href="mailto:%20klachten%40minvbz.nl">klachten (at) minvbz.nl</a>',
        '<a href="mailto:klachten@minvbz.nl,info@minvbz.nl">klachten@minvbz.nl</a>',
        '<a href="mailto:info@minvbz.nl?cc=klachten@minvbz.nl">klachten@minvbz.nl</a>',
        '<a href="mailto:klachten@minvbz.nl">Mail klachten<wbr>@minvbz.nl</a>',
        '<a href="mailto:?subject=Bekijk%20deze%20pagina">Deel deze pagina</a>',
        '<a href="mailto:klachten@vbz.example">klachten@vbz.example</a>',
        '<a href="mailto:klachten@verzonnen.test">klachten@verzonnen.test</a>',
        '<a href="mailto:klachten[at]minvbz.nl">klachten[at]minvbz.nl</a>',
        '<form><label>E-mail <input name=e placeholder="naam@voorbeeld.nl"></label><textarea></textarea></form>',
        "<p>Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.</p>",
        "<p>Volg ons op X: @minvbz</p>",
        "<p>Medewerkers bereikt u via voornaam.achternaam@minvbz.nl</p>",
    ],
)
def test_other_spellings_and_examples_are_fine(body: str) -> None:
    assert said(f"<p>{body}</p>") == []


def test_an_invalid_address_is_no_mismatch_besides() -> None:
    shown = dutch(GOOD + '<p>E-mail: <a href="mailto:naam@example.com">naam@example.com</a></p>')

    assert findings("email-mismatch", INVENTORY, shown) == ()
    assert findings("channel-missing", INVENTORY, shown) == ()


def test_a_domain_that_the_inventory_uses_is_no_placeholder() -> None:
    inventory = an_inventory(a_route(email=("klachten@example.org",)))
    shown = dutch(GOOD + "<p>E-mail: klachten@example.org</p><p>Andere vragen? Mail naar info@example.org</p>")

    assert findings("email-invalid", inventory, shown) == ()


def test_unknown_is_not_invalid() -> None:
    assert findings("email-invalid", INVENTORY) == ()
