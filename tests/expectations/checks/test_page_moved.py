from expectations.checks.page_moved import page_moved
from expectations.model import Fault
from tests.builders import KLACHT, a_route

NEW = "https://www.vbz.example/klachten"


def test_another_address_than_the_inventorys_has_moved() -> None:
    route = a_route(moved_to=NEW)
    sure = {"confidence": f"{route.match.score:.2f}", "reasons": ", ".join(route.match.reasons)}

    assert list(page_moved(route)) == [Fault(page=KLACHT, target=NEW, found=NEW, facts=sure)]


def test_the_page_at_its_address_has_not_moved() -> None:
    assert list(page_moved(a_route())) == []
