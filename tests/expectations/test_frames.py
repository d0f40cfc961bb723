from expectations.frames import Frames
from expectations.model import Channel, Page
from tests.builders import a_channel, a_page

GENERAL = a_channel("info@vbz.example", quote="Ministerie van Voorbeelden, info@vbz.example")
OWN = a_channel("klachten@vbz.example")


def pages(count: int, *channels: Channel, host: str = "www.vbz.example") -> list[Page]:
    return [a_page(f"https://{host}/{n}", channels=channels) for n in range(count)]


def test_a_contact_fact_on_every_page_is_the_sites() -> None:
    route = a_page(channels=(OWN, GENERAL))

    assert Frames.of([route, *pages(10, GENERAL)]).without(route).channels == (OWN,)


def test_a_contact_fact_on_a_few_pages_is_their_own() -> None:
    found = Frames.of([*pages(5, OWN), *pages(5, host="nieuws.vbz.example")])

    assert found.without(pages(1, OWN)[0]).channels == (OWN,)


def test_another_site_may_show_it_on_every_page() -> None:
    route = a_page(channels=(GENERAL,))

    assert Frames.of([route, *pages(10, GENERAL, host="elders.example")]).without(route).channels == (GENERAL,)
