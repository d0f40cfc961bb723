"""`meldroute demo`, whole: two months of the pretend web, and what the second says of the first."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from demo.months import MONTHS
from reports.history.store import opened

PROGRAM = str(Path(sys.executable).with_name("meldroute"))
BEFORE, LAST = (Counter((x.code, x.organisation, x.route, x.language) for x in month.expected) for month in MONTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    out: Path
    code: int
    report: dict[str, Any]

    def labels(self, *states: str) -> set[tuple[str, str, str | None]]:
        told = (*self.report["findings"], *self.report["resolved"])
        return {(x["code"], x["organisation"], x["route"]) for x in told if x["state"] in states}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    out = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [PROGRAM, "demo", "--out", str(out), "--confirm-after", "0", "--quiet"], timeout=300, check=False
    )
    return Shown(out=out, code=done.returncode, report=json.loads((out / "report.json").read_text(encoding="utf-8")))


def labelled(findings: Iterable[Any]) -> Counter[tuple[str, str, str | None, str | None]]:
    return Counter((x["code"], x["organisation"], x["route"], x["language"]) for x in findings)


def test_it_ends_well(demo: Shown) -> None:
    assert demo.code == 0


def test_the_last_month_is_told_exactly(demo: Shown) -> None:
    assert labelled(demo.report["findings"]) == LAST


def test_the_month_before_was_told_exactly(demo: Shown) -> None:
    with opened(demo.out) as history:
        first = history.past(demo.report["run"]["id"]).findings.values()

    assert Counter((x.code, x.organisation, x.route, x.language) for x in first) == BEFORE


def test_what_is_only_in_one_of_the_months_is_new_or_resolved(demo: Shown) -> None:
    assert demo.labels("new") == {label[:3] for label in LAST - BEFORE}
    assert demo.labels("resolved") == {label[:3] for label in BEFORE - LAST}


def test_waivers_are_at_work_and_one_has_ended(demo: Shown) -> None:
    assert demo.labels("waived") == {("hard-to-read", "vdd", "integriteit"), ("page-stale", "vbb", "integriteit")}
    assert ("deadline-conflict", "vjv", "klacht") in demo.labels("open")
    assert {code for code, _, _ in demo.labels("new")} >= {"waiver-expired", "waiver-unused"}


def test_the_months_are_a_month_apart(demo: Shown) -> None:
    first, last = (date.fromisoformat(point["day"]) for point in demo.report["trend"])
    opened_before = {x["first_seen"] for x in demo.report["findings"] if x["state"] == "open"}

    assert last - first == timedelta(days=31)
    assert opened_before == {first.isoformat()}
    assert not any(point["rules_changed"] for point in demo.report["trend"])


def test_a_route_that_could_not_be_measured_says_what_was_known_of_it(demo: Shown) -> None:
    (vvw,) = (x for x in demo.report["organisations"] if x["id"] == "vvw")
    (route,) = (x for x in vvw["routes"] if (x["id"], x["language"]) == ("ongewenst-gedrag", "nl"))

    assert (route["verdict"], route["last_known"]["verdict"]) == ("unverified", "ok")


def test_judging_the_last_month_again_changes_nothing(demo: Shown) -> None:
    before = (demo.out / "report.json").read_bytes()
    done = subprocess.run([PROGRAM, "check", "--out", str(demo.out), "--quiet"], timeout=300, check=False)

    assert done.returncode == 1
    assert (demo.out / "report.json").read_bytes() == before


def test_history_tells_both_months(demo: Shown) -> None:
    command = [PROGRAM, "history", "--out", str(demo.out), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)

    assert "Trend over 2 measurements" in done.stdout
    assert "Resolved (4)" in done.stdout
