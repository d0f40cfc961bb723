from dataclasses import replace

from expectations.frames import framed
from expectations.model import Channel, Page, Region
from tests.builders import a_channel, a_crawl, a_page
from tests.expectations.webs import an_inventory

GENERAL = a_channel("info@vbz.example", quote="Ministerie van Voorbeelden, info@vbz.example")
OWN = a_channel("klachten@vbz.example")


def pages(count: int, *channels: Channel, host: str = "www.vbz.example") -> list[Page]:
    return [a_page(f"https://{host}/{n}", channels=channels) for n in range(count)]


def told(page: Page, *others: Page) -> tuple[Channel, ...]:
    return framed(a_crawl(page, *others), an_inventory()).pages[page.address].channels


def test_a_contact_fact_on_every_page_is_the_sites() -> None:
    route = a_page("https://www.vbz.example/contact", channels=(OWN, GENERAL))

    assert told(route, *pages(20, GENERAL)) == (OWN, replace(GENERAL, region=Region.FOOTER))


def test_a_contact_fact_on_a_few_pages_is_their_own() -> None:
    first, *others = pages(8, GENERAL)

    assert told(first, *others) == (GENERAL,)


def test_another_site_may_show_it_on_every_page() -> None:
    route = a_page("https://www.vbz.example/contact", channels=(GENERAL,))

    assert told(route, *pages(20, GENERAL, host="elders.example")) == (GENERAL,)


def test_what_the_inventory_knows_stays_where_it_is() -> None:
    route, *others = pages(20, OWN)

    assert told(route, *others) == (OWN,)
