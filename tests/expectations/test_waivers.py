from dataclasses import replace
from datetime import date

import pytest

from expectations.model import Finding, State, Waiver
from expectations.urls import Aliases
from expectations.waivers import apply, fits
from tests.builders import a_finding

TODAY = date(2026, 11, 23)
PAGE = "https://www.vbz.example/contact/klacht"
WAIVER = Waiver(code="link-broken", organisation="vbz", reason="Wordt verbouwd.", owner="webredactie", until=TODAY)


def waived(waiver: Waiver, finding: Finding | None = None, today: date = TODAY) -> bool:
    (found,) = apply([finding or a_finding(target=PAGE + "/folder")], [waiver], Aliases(), today)
    return found.state is State.WAIVED and found.waiver == waiver


def test_one_of_several_can_be_named_by_what_was_expected() -> None:
    kind = a_finding(code="kind-missing", expected="complaint")
    waiver = replace(WAIVER, code="kind-missing")

    assert fits(replace(waiver, expected="complaint"), kind, Aliases())
    assert not fits(replace(waiver, expected="integrity"), kind, Aliases())
    assert fits(waiver, kind, Aliases())


def test_a_waiver_holds_up_to_and_including_its_last_day() -> None:
    assert waived(WAIVER)
    assert not waived(WAIVER, today=date(2026, 11, 24))


@pytest.mark.parametrize(
    "given",
    [
        {"route": "klacht"},
        {"page": PAGE},
        {"page": PAGE.replace("https:", "http:") + "/"},
        {"target": PAGE + "/folder"},
    ],
)
def test_what_a_waiver_names_must_fit(given: dict[str, str]) -> None:
    assert waived(replace(WAIVER, **given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given",
    [
        {"code": "page-broken"},
        {"organisation": "bz"},
        {"route": "gedrag"},
        {"page": PAGE + "/anders"},
        {"target": PAGE + "/anders"},
    ],
)
def test_a_waiver_for_something_else_does_nothing(given: dict[str, str]) -> None:
    assert not waived(replace(WAIVER, **given))  # type: ignore[arg-type]


def test_a_waiver_for_one_of_the_pages_of_a_finding_is_for_the_finding() -> None:
    assert waived(replace(WAIVER, page=PAGE + "/b"), a_finding(pages=(PAGE, PAGE + "/b")))


def test_fragments_tell_targets_apart() -> None:
    finding = a_finding(target=PAGE + "#balie")

    assert waived(replace(WAIVER, target=PAGE + "#balie"), finding)
    assert not waived(replace(WAIVER, target=PAGE + "#loket"), finding)
