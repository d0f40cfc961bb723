import pytest

from expectations.checks.fragment_missing import fragment_missing
from expectations.model import Fault
from tests.builders import a_link, a_link_subject, a_page

TARGET = "https://www.vbz.example/contact"
PAGE = a_page(TARGET, "Contact", anchors=frozenset({"loket", "één"}))


def test_a_place_that_is_not_there_is_missing() -> None:
    link = a_link_subject(link=a_link(TARGET, "Loket", fragment="balie"), target_page=PAGE)

    assert list(fragment_missing(link)) == [
        Fault(target=TARGET + "#balie", found="balie", quote="Loket", region="main")
    ]


@pytest.mark.parametrize(
    "fragment", ["loket", "%C3%A9%C3%A9n", "top", "Top", None, "", ":~:text=loket", "/route", "!/route", "tab=2"]
)
def test_places_that_are_there_or_that_scripts_make(fragment: str | None) -> None:
    link = a_link_subject(link=a_link(TARGET, fragment=fragment), target_page=PAGE)

    assert list(fragment_missing(link)) == []


def test_unknown_is_not_missing() -> None:
    unread = a_link_subject(link=a_link(TARGET, fragment="balie"))
    scripted = a_link_subject(link=a_link(TARGET, fragment="balie"), target_page=a_page(TARGET, scripted=True))

    assert [*fragment_missing(unread), *fragment_missing(scripted)] == []


def test_a_not_found_page_is_a_broken_link_instead() -> None:
    link = a_link_subject(link=a_link(TARGET, fragment="balie"), target_page=PAGE, not_found="it says so")

    assert list(fragment_missing(link)) == []
