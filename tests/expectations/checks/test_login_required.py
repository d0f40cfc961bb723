import pytest

from expectations.model import Cause, Outcome, Page
from tests.builders import a_move, a_visit
from tests.expectations.judged import GOOD, KLACHT, MAIL, SITE, an_inventory, dutch, findings, page

FORM = (
    '<form action="/in"><label>Gebruikersnaam <input name="u"></label>'
    '<label>Wachtwoord <input type="password" name="w"></label><button>Inloggen</button></form>'
)
SIGN_ON = "https://login.overheid.example/adfs/ls"


def test_a_page_that_answers_401() -> None:
    visit = a_visit(KLACHT, outcome=Outcome.BROKEN, cause=Cause.LOGIN, status=401, confirmed=True)

    assert [f.found for f in findings("login-required", an_inventory(), visit)] == ["401"]


@pytest.mark.parametrize(
    "shown",
    [
        page(KLACHT, f"<p>Log in om deze pagina te bekijken.</p>{FORM}", title="Inloggen"),
        page(KLACHT, f"<p>U moet ingelogd zijn om verder te gaan.</p>{FORM}"),
        page(KLACHT, FORM, title="Sign in to your account"),
        page(
            KLACHT, "<p>Vul uw gebruikersnaam in om in te loggen of log in met DigiD.</p>", title="Inloggen met DigiD"
        ),
    ],
)
def test_a_login_form_instead_of_the_content(shown: Page) -> None:
    assert [f.found for f in findings("login-required", an_inventory(), shown)] == [KLACHT]


def test_a_redirect_to_a_sign_on_page() -> None:
    shown = page(SIGN_ON, f"<p>Welkom bij de rijksoverheid. Medewerkers kunnen hier terecht.</p>{FORM}", title="Welkom")

    assert len(findings("login-required", an_inventory(), shown, a_move(KLACHT, SIGN_ON, status=302))) == 1


@pytest.mark.parametrize(
    "shown",
    [
        dutch(GOOD + FORM),
        dutch(GOOD + MAIL.format("klachten@vbz.example") + "<p>U kunt ook inloggen met DigiD.</p>"),
        dutch(f"<p>Mail uw klacht naar klachten@vbz.example, of log in en vul het formulier in.</p>{FORM}"),
        page(
            KLACHT, "<p>Inloggen met DigiD kan vanaf uw telefoon. Zo werkt het. </p>" * 12, title="Inloggen met DigiD"
        ),
    ],
)
def test_a_page_with_a_login_box_or_about_logging_in_is_no_login(shown: Page) -> None:
    assert findings("login-required", an_inventory(), shown) == ()


def test_a_redirect_to_another_page_is_no_login() -> None:
    other = page(f"{SITE}/authenticiteit", "<p>Over echte stukken.</p>", title="Echtheid van documenten")

    assert findings("login-required", an_inventory(), other, a_move(KLACHT, other.address)) == ()


def test_unknown_is_not_login_required() -> None:
    refused = a_visit(KLACHT, outcome=Outcome.BLOCKED, cause=Cause.REFUSES_ROBOTS, status=403)
    unsure = a_visit(KLACHT, outcome=Outcome.BROKEN, cause=Cause.LOGIN, status=401)

    assert findings("login-required", an_inventory(), refused) == ()
    assert findings("login-required", an_inventory(), unsure) == ()
