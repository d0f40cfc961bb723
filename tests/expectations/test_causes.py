from dataclasses import replace

from expectations.causes import Draft, finding_id, findings, owner_of_pages
from expectations.check import register
from expectations.model import Fault, Language
from expectations.subjects import About
from tests.builders import KLACHT, a_visit
from tests.expectations.webs import PORTAL, VBZ, an_inventory

CHECKS = {check.code: check for check in register()}
INVENTORY = an_inventory()
ABOUT = About(organisation="vbz", route="klacht", language=Language.NL, page=KLACHT)
OTHER = replace(ABOUT, route="gedrag")
TARGET = "https://www.vbz.example/weg"


def a_draft(code: str, about: About = ABOUT, **fault: str) -> Draft:
    return Draft(check=CHECKS[code], about=about, fault=Fault(**fault))  # type: ignore[arg-type]


def found(*drafts: Draft) -> list[tuple[str, str | None, Language | None, int]]:
    made = findings(drafts, INVENTORY, {KLACHT: a_visit(KLACHT)})
    return [(finding.code, finding.route, finding.language, finding.occurrences) for finding in made]


def test_a_finding_is_known_by_its_identity_alone() -> None:
    identity = ("link-broken", "vbz", "klacht", Language.NL, KLACHT, TARGET, None)
    (one,) = findings([a_draft("link-broken", target=TARGET, found="404", quote="Folder")], INVENTORY, {})
    (other,) = findings([a_draft("link-broken", target=TARGET, found="410")], INVENTORY, {})

    assert one.id == other.id == finding_id(*identity)
    assert len(one.id) == 14
    assert one.id != finding_id(*identity[:-1], "iets")


def test_the_evidence_tells_when_the_page_was_seen() -> None:
    (finding,) = findings([a_draft("not-indexable", found="noindex")], INVENTORY, {KLACHT: a_visit(KLACHT)})

    assert finding.evidence.fetched == "2026-11-23T20:01:00Z"


def test_one_dead_target_on_several_pages_is_one_finding() -> None:
    second = replace(OTHER, page=KLACHT + "/b")

    assert found(a_draft("link-broken", target=TARGET), a_draft("link-broken", second, target=TARGET)) == [
        ("link-broken", None, None, 2)
    ]


def test_two_dead_targets_are_two_findings() -> None:
    assert len(found(a_draft("link-broken", target=TARGET), a_draft("link-broken", target=TARGET + "2"))) == 2


def test_a_fault_of_a_page_in_two_languages_keeps_its_route() -> None:
    english = replace(ABOUT, language=Language.EN)

    assert found(a_draft("not-indexable"), a_draft("not-indexable", english)) == [("not-indexable", "klacht", None, 1)]


def test_a_fault_against_the_inventory_stays_with_each_route() -> None:
    drafts = [a_draft("channel-missing", about, expected="email") for about in (ABOUT, OTHER)]

    assert found(*drafts) == [
        ("channel-missing", "klacht", Language.NL, 1),
        ("channel-missing", "gedrag", Language.NL, 1),
    ]


def test_an_unlinked_page_is_not_also_too_deep() -> None:
    assert found(a_draft("too-many-clicks", target=VBZ), a_draft("route-unlinked")) == [
        ("route-unlinked", "klacht", Language.NL, 1)
    ]
    assert len(found(a_draft("too-many-clicks", target=VBZ), a_draft("route-unlinked", OTHER))) == 2


def test_whose_a_fault_on_several_pages_is() -> None:
    assert owner_of_pages(INVENTORY, {"vbz"}, [TARGET]) == "vbz"
    assert owner_of_pages(INVENTORY, {"vbz", "bz"}, [PORTAL + "a", VBZ]) == "portaal"
    assert owner_of_pages(INVENTORY, {"vbz", "bz"}, [PORTAL + "a", TARGET]) == "bz"
