from expectations.checks.alias_conflict import alias_conflict
from expectations.model import AtAddress, Kind, Localised, Referral
from expectations.versions import Version
from tests.builders import a_channel, a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import GOOD, MAIL, PORTAL, a_route, an_inventory, findings, page

CODE = "alias-conflict"
ALIAS = "https://www.portaal-alias.example"
PATH = "/vbz/klacht-indienen"
RIGHT, OTHER = MAIL.format("klachten@vbz.example"), MAIL.format("postbus@vbz.example")
INVENTORY = an_inventory(a_route(url=Localised(nl=PORTAL + PATH)), portal={"aliases": (f"{ALIAS}/",)})


def test_an_alias_that_shows_other_contact_facts_is_told() -> None:
    (finding,) = findings(CODE, INVENTORY, page(PORTAL + PATH, GOOD + RIGHT), page(ALIAS + PATH, GOOD + OTHER))

    assert (finding.organisation, finding.route) == ("vbz", "klacht")
    assert (finding.page, finding.target) == (PORTAL + PATH, ALIAS + PATH)
    assert (finding.expected, finding.found) == ("klachten@vbz.example", "postbus@vbz.example")


def test_a_referral_page_is_compared_too() -> None:
    referral = Referral(id="verwijzing", kinds=(Kind.COMPLAINT,), url=Localised(nl=PORTAL + PATH))
    declared = an_inventory(portal={"aliases": (f"{ALIAS}/",), "referrals": (referral,)})
    (finding,) = findings(CODE, declared, page(PORTAL + PATH, GOOD + RIGHT), page(ALIAS + PATH, GOOD + OTHER))

    assert (finding.organisation, finding.route) == ("portaal", "verwijzing")


def test_the_same_facts_in_other_words_are_fine() -> None:
    other = page(ALIAS + PATH, "<p>Dien hier een klacht in.</p>" + RIGHT)

    assert findings(CODE, INVENTORY, page(PORTAL + PATH, GOOD + RIGHT), other) == ()


def test_a_page_that_is_not_on_the_alias_is_no_conflict() -> None:
    assert findings(CODE, INVENTORY, page(PORTAL + PATH, GOOD + RIGHT)) == ()


def test_a_stub_without_contact_facts_is_no_conflict() -> None:
    stub = page(ALIAS + PATH, "<p>Deze pagina staat op een ander adres.</p>")

    assert findings(CODE, INVENTORY, page(PORTAL + PATH, GOOD + RIGHT), stub) == ()


def test_a_page_about_something_else_on_the_alias_is_no_conflict() -> None:
    else_ = page(ALIAS + PATH, "<p>Alle wegen en bruggen.</p>" + OTHER, title="Wegenkaart van Nederland")

    assert findings(CODE, INVENTORY, page(PORTAL + PATH, GOOD + RIGHT), else_) == ()


def test_a_menu_with_other_contact_facts_is_no_conflict() -> None:
    body = GOOD + RIGHT + '</main><footer><a href="mailto:info@vbz.example">info@vbz.example</a></footer><main>'

    assert findings(CODE, INVENTORY, page(PORTAL + PATH, GOOD + RIGHT), page(ALIAS + PATH, body)) == ()


def test_unknown_is_no_conflict() -> None:
    other = Version(address=ALIAS + PATH, channels=(a_channel(),))

    assert list(alias_conflict(a_subject(match=a_lost_match(AtAddress.UNKNOWN), aliases=(other,)))) == []
