"""What editors filled in, as changes of the inventory; what cannot be used is told all together."""

from datetime import date
from typing import Any

import pytest

from expectations import inventory as inventories
from expectations.inventory_changes import changes
from expectations.model import Finding, Language, Reply, State, Waiver
from expectations.replies import RepliesError, proposals_of
from tests.builders import a_finding, a_report
from tests.conftest import MINISTRY, PORTAL

TODAY = date(2026, 11, 23)
URL = "https://www.portaal.example/ministeries/voorbeeldzaken/contact/klacht-indienen"
NEW = "https://www.portaal.example/ministeries/voorbeeldzaken/klacht"
MOVED = a_finding(id="f-moved", code="page-broken", page=URL)
KIND = a_finding(id="f-kind", code="kind-missing", route=None, language=None, page=None, expected="whistleblower")
LINK = a_finding(id="f-link", code="link-broken", route=None, language=None, target="https://x.example/weg")
WAIVER = Waiver(code="page-stale", organisation="vbz", reason="Later.", owner="redactie", until=date(2027, 1, 31))
WAIVERS = "# Accepted.\n- {code: page-stale, organisation: vbz, reason: Later., owner: redactie, until: 2027-01-31}\n"
WAIVED = a_finding(id="f-waived", code="page-stale", state=State.WAIVED, waiver=WAIVER)
GONE = a_finding(id="f-gone")
FINDINGS = (MOVED, KIND, LINK, WAIVED)
FILLED: dict[str, Any] = {"reason": "Wij herschrijven de pagina.", "owner": "redactie", "until": "2027-03-01"}


def a_reply(finding: Finding = MOVED, **given: Any) -> Reply:
    fields: dict[str, Any] = {"sheet": "VBZ", "row": 2, "finding": finding.id}
    return Reply(**(fields | given))


def written(*replies: Reply, sources: dict[str, str] | None = None) -> dict[str, str]:
    """The files as they would be."""
    files = {"portal.yaml": PORTAL, "ministries/vbz.yaml": MINISTRY, "waivers.yaml": WAIVERS} | (sources or {})
    declared = inventories.read_sources(files)
    told = proposals_of(replies, a_report(findings=FINDINGS, resolved=(GONE,)), declared, TODAY)
    changed = changes(declared.sources, told)
    assert changed.refused == ()
    inventories.read_sources({**files, **changed.texts})
    return dict(changed.texts)


def faults(*replies: Reply) -> tuple[str, ...]:
    with pytest.raises(RepliesError) as error:
        written(*replies)
    return error.value.faults


def test_a_new_address_is_that_of_the_route() -> None:
    (text,) = written(a_reply(new_address=NEW)).values()

    assert f"url: {{nl: {NEW}}}" in text
    assert text.count("\n") == MINISTRY.count("\n")


def test_the_address_that_stands_there_already_changes_nothing() -> None:
    assert written(a_reply(new_address=URL)) == {}


def test_a_page_for_a_kind_of_which_there_was_none_is_a_new_route() -> None:
    (text,) = written(a_reply(KIND, new_address=NEW + "-melden")).values()

    assert f"  - id: klacht-melden\n    kinds: [whistleblower]\n    url: {{nl: {NEW}-melden}}\n" in text


def test_a_reason_with_owner_and_day_is_a_waiver_of_just_this_finding() -> None:
    (text,) = written(a_reply(LINK, **FILLED)).values()

    (_, waiver) = inventories.read_sources(
        {"portal.yaml": PORTAL, "ministries/vbz.yaml": MINISTRY, "waivers.yaml": text}
    ).waivers
    assert (waiver.code, waiver.organisation, waiver.target) == ("link-broken", "vbz", "https://x.example/weg")
    assert (waiver.reason, waiver.owner, waiver.until) == (FILLED["reason"], "redactie", date(2027, 3, 1))
    assert text.startswith(WAIVERS)


def test_the_first_waiver_makes_the_file() -> None:
    files = {"portal.yaml": PORTAL, "ministries/vbz.yaml": MINISTRY}
    told = proposals_of([a_reply(**FILLED)], a_report(findings=FINDINGS), inventories.read_sources(files), TODAY)

    assert changes(files, told).texts["waivers.yaml"].startswith("- code: page-broken\n  organisation: vbz\n")


def test_a_waiver_that_stands_as_it_was_is_left_alone_and_a_later_day_is_taken_over() -> None:
    same: dict[str, Any] = {"reason": "Later.", "owner": "redactie"}
    assert written(a_reply(WAIVED, **same, until="2027-01-31")) == {}

    (text,) = written(a_reply(WAIVED, **same, until="1-4-2027")).values()

    assert text == WAIVERS.replace("2027-01-31", "2027-04-01")


def test_everything_that_cannot_be_used_is_told_with_its_place() -> None:
    told = faults(
        a_reply(finding=a_finding(id="f-strange"), new_address=NEW, row=3),
        a_reply(new_address="www.portaal.example/klacht", row=4),
        a_reply(**(FILLED | {"until": "volgend jaar"}), row=5),
        a_reply(**(FILLED | {"reason": ""}), row=6),
        a_reply(**(FILLED | {"owner": ""}), row=7),
        a_reply(**(FILLED | {"until": ""}), row=8),
        a_reply(**(FILLED | {"until": "2026-11-22"}), row=9),
        a_reply(LINK, new_address=NEW, row=10),
        a_reply(GONE, new_address=NEW, row=11),
        a_reply(a_finding(id=""), new_address=NEW, row=12),
        a_reply(**(FILLED | {"until": "30-2-2027"}), row=13),
        a_reply(new_address="ftp://www.portaal.example/", row=14),
    )

    assert [fault.partition(": ")[0] for fault in told] == [f'sheet "VBZ", row {n}' for n in range(3, 15)]
    assert 'no finding "f-strange"' in told[0]
    assert "not absolute" in told[1]
    assert '"volgend jaar" is no day' in told[2]
    assert "reason" in told[3]
    assert "owner" in told[4]
    assert "day until which" in told[5]
    assert "past" in told[6]
    assert "by hand" in told[7]
    assert "resolved" in told[8]
    assert "no number" in told[9]


def test_the_day_itself_is_not_past() -> None:
    assert written(a_reply(**(FILLED | {"until": "2026-11-23"})))


def test_two_rows_with_one_address_are_one_change_and_with_two_a_fault() -> None:
    other = a_reply(row=3, new_address=NEW)
    assert len(written(a_reply(new_address=NEW), other)) == 1
    assert "row 2 gives another address" in faults(a_reply(new_address=NEW + "x"), other)[0]


def test_the_version_is_the_findings_own() -> None:
    english = a_finding(id="f-moved", code="translation-missing", route="integriteit", language=Language.EN)
    files = {"portal.yaml": PORTAL, "ministries/vbz.yaml": MINISTRY}
    told = proposals_of(
        [a_reply(new_address=NEW)], a_report(findings=(english,)), inventories.read_sources(files), TODAY
    )

    assert f"url: {{en: {NEW}}}" in changes(files, told).texts["ministries/vbz.yaml"]


def test_a_file_that_cannot_be_changed_without_harm_is_left_to_people() -> None:
    shared = MINISTRY.replace("    url: {nl:", "    url: &one {nl:", 1) + "    url: *one\n"
    files = {"portal.yaml": PORTAL, "ministries/vbz.yaml": shared}
    told = proposals_of([a_reply(new_address=NEW)], a_report(findings=FINDINGS), inventories.read_sources(files), TODAY)

    changed = changes(files, told)

    assert changed.texts == {}
    assert "&" in changed.refused[0][1]


def test_a_waiver_for_one_kind_is_none_for_another() -> None:
    (text,) = written(a_reply(KIND, **FILLED)).values()

    assert "  expected: whistleblower\n" in text
