"""What one run after the other comes to: the history on disk, and the reports that follow from it."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from cli import lifecycle, rules
from cli.lifecycle import judged
from expectations.model import Cause, Outcome, Page, Report, State, Verdict, Visit
from reports import json_report
from reports.history.schema import NAME
from reports.history.store import History
from tests.builders import a_crawl, a_gone_visit, a_run, a_visit
from tests.expectations.webs import KLACHT, an_inventory, pages

GONE: tuple[Page | Visit, ...] = (*pages(klacht=None), a_gone_visit(KLACHT))
DOWN: tuple[Page | Visit, ...] = (
    *pages(klacht=None),
    a_visit(KLACHT, outcome=Outcome.UNREACHABLE, cause=Cause.TIMED_OUT, status=None, confirmed=True),
)


def run(folder: Path, day: str, *web: Page | Visit, earlier: Report | None = None, **given: Any) -> Report:
    crawl = a_crawl(*web, run=a_run(id=given.pop("id", day), started=f"{day}T20:00:00Z", **given))
    return judged(folder, an_inventory(), crawl, earlier)


def states(report: Report) -> list[tuple[str, State, str]]:
    return [(x.code, x.state, x.since) for x in (*report.findings, *report.resolved)]


def test_broken_repaired_and_broken_again(tmp_path: Path) -> None:
    first = run(tmp_path, "2026-08-01", *GONE)
    second = run(tmp_path, "2026-09-01", *GONE)
    third = run(tmp_path, "2026-10-01", *pages())
    fourth = run(tmp_path, "2026-11-01", *GONE)

    assert states(first) == [("page-broken", State.NEW, "2026-08-01")]
    assert states(second) == [("page-broken", State.OPEN, "2026-08-01")]
    assert states(third) == [("page-broken", State.RESOLVED, "2026-08-01")]
    assert third.resolved[0].resolved_on == "2026-10-01"
    assert states(fourth) == [("page-broken", State.NEW, "2026-11-01")]
    assert (fourth.findings[0].returned, fourth.findings[0].first_seen) == (True, "2026-08-01")
    assert [(x.new, x.open, x.resolved) for x in fourth.trend] == [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 0, 0)]


def test_judging_the_same_run_again_changes_neither_report_nor_history(tmp_path: Path) -> None:
    run(tmp_path, "2026-10-01", *pages())
    run(tmp_path, "2026-11-01", *GONE)
    before = (tmp_path / "report.json").read_bytes()
    for _ in range(3):
        again = run(tmp_path, "2026-11-01", *GONE)

    assert (tmp_path / "report.json").read_bytes() == before
    assert len(again.trend) == 2


def test_a_run_about_another_organisation_resolves_nothing(tmp_path: Path) -> None:
    run(tmp_path, "2026-09-01", *GONE)
    partial = run(tmp_path, "2026-10-01", *pages(), only=("portaal",))
    whole = run(tmp_path, "2026-11-01", *GONE)

    assert partial.resolved == ()
    assert [x.complete for x in whole.trend] == [True, False, True]
    assert states(whole) == [("page-broken", State.OPEN, "2026-09-01")]


def test_three_days_of_trouble_are_a_broken_page_and_one_answer_clears_it(tmp_path: Path) -> None:
    told = [run(tmp_path, "2026-11-01", *pages())]
    told += [run(tmp_path, f"2026-11-{day:02}", *DOWN) for day in (2, 3, 4, 5)]
    told.append(run(tmp_path, "2026-11-06", *pages()))

    assert [[x.code for x in report.findings] for report in told] == [
        [], ["unreachable"], ["unreachable"], ["page-broken"], ["page-broken"], [],
    ]  # fmt: skip
    assert [x.code for report in told[:-1] for x in report.resolved] == []
    assert {x.code for x in told[-1].resolved} == {"page-broken", "unreachable"}
    klacht = told[2].organisations[1].routes[0]
    assert klacht.last_known is not None
    assert (klacht.last_known.verdict, klacht.last_known.day) == (Verdict.OK, "2026-11-01")


def test_judging_a_run_of_lasting_trouble_again_says_the_same(tmp_path: Path) -> None:
    run(tmp_path, "2026-11-01", *pages())
    for day in (2, 3, 4):
        report = run(tmp_path, f"2026-11-{day:02}", *DOWN)

    assert run(tmp_path, "2026-11-04", *DOWN) == report


def test_many_looks_in_one_hour_are_not_days(tmp_path: Path) -> None:
    run(tmp_path, "2026-11-01", *pages())
    told = [run(tmp_path, "2026-11-02", *DOWN, id=str(number)) for number in range(5)]

    assert {x.code for report in told for x in report.findings} == {"unreachable"}


def test_other_rules_mark_the_run_and_what_changed_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, "2026-10-01", *pages())
    monkeypatch.setattr(lifecycle, "digest", lambda _: "sha256:other")
    report = run(tmp_path, "2026-11-01", *GONE)

    assert [x.through_rules for x in report.findings] == [True]
    assert (report.trend[-1].rules_changed, report.trend[-1].new) == (True, 0)


def test_where_the_history_was_lost_the_earlier_report_is_the_baseline(tmp_path: Path) -> None:
    run(tmp_path, "2026-10-01", *GONE)
    (tmp_path / NAME).unlink()
    report = run(tmp_path, "2026-11-01", *GONE, earlier=json_report.read(tmp_path / "report.json"))

    assert states(report) == [("page-broken", State.OPEN, "2026-10-01")]
    assert [x.day for x in report.trend] == ["2026-10-01", "2026-11-01"]


def test_a_damaged_history_never_costs_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "2026-10-01", *GONE)
    (tmp_path / NAME).write_bytes(b"damaged")
    report = run(tmp_path, "2026-11-01", *GONE, earlier=json_report.read(tmp_path / "report.json"))

    assert "a new one begins" in capsys.readouterr().err
    assert states(report) == [("page-broken", State.OPEN, "2026-10-01")]


def test_a_history_that_cannot_be_written_never_costs_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(History, "record", full)
    run(tmp_path, "2026-11-01", *GONE)

    assert "The report is complete" in capsys.readouterr().err
    assert json_report.read(tmp_path / "report.json").findings[0].code == "page-broken"


def test_the_digest_follows_the_words() -> None:
    usual = an_inventory()
    other = an_inventory(terms="duties:\n  nl: [eigen woord]\n")

    assert rules.digest(usual.terms) == rules.digest(an_inventory().terms)
    assert rules.digest(usual.terms) != rules.digest(other.terms)
