"""A site's own search is asked what a citizen would type, about the routes on that site."""

from urllib.parse import unquote

from expectations.inventory import all_queries, queries
from expectations.model import Audience, Inventory, Language
from tests.expectations.judged import COMPLAINT, KLACHT, PORTAL, SITE, a_route, an_inventory, in_both_languages

OWN, OF_THE_PORTAL = f"{SITE}/zoeken/{{query}}", f"{PORTAL}/zoeken?q={{query}}"


def asked(inventory: Inventory, page: str | None = KLACHT, language: Language = Language.NL) -> list[str]:
    ministry = inventory.ministries[0]
    return [unquote(q.address) for q in queries(inventory, ministry, ministry.routes[0], language, page)]


def test_each_word_is_asked_with_and_without_the_name() -> None:
    first, second, *_ = asked(an_inventory(search=OWN))

    assert first == f"{SITE}/zoeken/klacht indienen"
    assert second == f"{SITE}/zoeken/klacht indienen Ministerie van Voorbeeldzaken en Water"


def test_an_english_page_is_looked_for_in_english() -> None:
    inventory = an_inventory(in_both_languages(), search=OWN)

    assert f"{SITE}/zoeken/make a complaint" in asked(inventory, COMPLAINT, Language.EN)


def test_a_search_is_asked_about_its_own_site_only() -> None:
    inventory = an_inventory(search=OWN, portal={"search": OF_THE_PORTAL})

    assert {address.partition("/zoeken")[0] for address in asked(inventory)} == {SITE}
    assert {address.partition("/zoeken")[0] for address in asked(inventory, f"{PORTAL}/vbz/klacht")} == {PORTAL}


def test_without_an_address_the_home_tells_the_site() -> None:
    inventory = an_inventory(search=OWN, portal={"search": OF_THE_PORTAL})

    assert {address.partition("/zoeken")[0] for address in asked(inventory, None)} == {SITE}


def test_without_a_search_nothing_is_asked() -> None:
    assert asked(an_inventory()) == []


def test_staff_routes_are_not_asked_for() -> None:
    inventory = an_inventory(a_route(audience=Audience.STAFF), search=OWN)

    assert list(all_queries(inventory, inventory.organisations)) == []
