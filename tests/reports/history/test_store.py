import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from expectations.model import Cause, Finding, Language, LastKnown, Look, Report, State, TrendPoint, Verdict
from reports.history.schema import NAME, VERSION, version
from reports.history.store import HistoryError, Recheck, opened
from tests.builders import a_finding, a_report, a_route_result, a_run, an_organisation_result
from tests.reports.sample import sample_report


def a_told(run: str, *findings: Finding, resolved: tuple[Finding, ...] = (), day: str = "2026-11-23") -> Report:
    point = TrendPoint(run=run, day=day, program="0.1.0", rules="sha256:aa", verdicts={}, new=0, open=0, resolved=0)
    return a_report(run=a_run(id=run), findings=findings, resolved=resolved, trend=(point,))


def record(folder: Path, *reports: Report) -> None:
    with opened(folder) as history:
        for report in reports:
            history.record(report)


def test_there_is_no_past_before_the_first_run(tmp_path: Path) -> None:
    with opened(tmp_path) as history:
        past = history.past("1")

    assert (past.trend, past.findings, past.own) == ((), {}, None)


def test_findings_come_back_whole(tmp_path: Path) -> None:
    report = sample_report()
    record(tmp_path, report)
    with opened(tmp_path) as history:
        past = history.past("next")

    assert past.findings == {finding.id: finding for finding in (*report.findings, *report.resolved)}
    assert past.trend == report.trend[-1:]
    assert past.rules == "sha256:bc"


def test_the_past_of_a_run_does_not_hold_the_run_itself(tmp_path: Path) -> None:
    record(tmp_path, a_told("1", a_finding()), a_told("2", a_finding(code="page-stale")))
    with opened(tmp_path) as history:
        past = history.past("2")

    assert [x.code for x in past.findings.values()] == ["link-broken"]
    assert [point.run for point in past.trend] == ["1"]
    assert past.own is not None
    assert [x.code for x in past.own.values()] == ["page-stale"]
    assert past.own_rules == "sha256:aa"


def test_a_run_judged_again_takes_its_own_place(tmp_path: Path) -> None:
    record(tmp_path, a_told("1", a_finding()), a_told("2"), a_told("1"))
    with opened(tmp_path) as history:
        assert [point.run for point in history.trend()] == ["1", "2"]
        assert history.past("2").findings == {}


def test_the_last_state_counts(tmp_path: Path) -> None:
    gone = a_finding(state=State.RESOLVED, resolved_on="2026-12-01")
    record(tmp_path, a_told("1", a_finding()), a_told("2", resolved=(gone,)), a_told("3"))
    with opened(tmp_path) as history:
        (found,) = history.past("4").findings.values()

    assert (found.state, found.resolved_on) == (State.RESOLVED, "2026-12-01")


def test_the_order_is_that_of_the_runs_and_not_of_the_clock(tmp_path: Path) -> None:
    record(tmp_path, a_told("b", day="2026-11-23"), a_told("a", day="2026-11-01"))
    with opened(tmp_path) as history:
        assert [point.run for point in history.trend()] == ["b", "a"]


def test_the_last_known_verdict_skips_runs_that_did_not_know(tmp_path: Path) -> None:
    def with_verdict(run: str, day: str, verdict: Verdict) -> Report:
        routes = (a_route_result(verdict=verdict),)
        return replace(a_told(run, day=day), organisations=(an_organisation_result(routes=routes),))

    record(
        tmp_path,
        with_verdict("1", "2026-09-01", Verdict.OK),
        with_verdict("2", "2026-10-01", Verdict.BROKEN),
        with_verdict("3", "2026-11-01", Verdict.UNVERIFIED),
    )
    with opened(tmp_path) as history:
        known = history.past("4").known

    assert known == {("vbz", "klacht", Language.NL): LastKnown(verdict=Verdict.BROKEN, day="2026-10-01")}


def test_a_recheck_counts_until_the_next_run(tmp_path: Path) -> None:
    solved = Recheck(finding="f-link-broken", moment="2026-11-25T10:00:00Z", solved=True, found="200")
    record(tmp_path, a_told("1", a_finding()))
    with opened(tmp_path) as history:
        history.rechecked(solved)
        assert history.rechecks() == (solved,)
        assert history.past("2").solved == {"f-link-broken": "2026-11-25"}
        history.record(a_told("2"))
        assert history.rechecks() == ()
        assert history.past("3").solved == {}
        assert history.past("2").solved == {"f-link-broken": "2026-11-25"}


def test_the_last_recheck_counts(tmp_path: Path) -> None:
    record(tmp_path, a_told("1", a_finding()))
    with opened(tmp_path) as history:
        history.rechecked(Recheck(finding="f-link-broken", moment="2026-11-25T10:00:00Z", solved=True))
        history.rechecked(Recheck(finding="f-link-broken", moment="2026-11-25T11:00:00Z", solved=False))
        assert history.past("2").solved == {}


def test_an_earlier_report_is_where_a_new_history_begins(tmp_path: Path) -> None:
    report = sample_report()
    with opened(tmp_path) as history:
        history.adopt(report)
        past = history.past("next")
        again = history.past(report.run.id)

    assert past.trend == report.trend
    assert {x.id: x.state for x in past.findings.values()} == {
        x.id: x.state for x in (*report.findings, *report.resolved)
    }
    assert {x.state for x in again.findings.values()} == {State.OPEN}
    assert again.trend == report.trend[:-1]


def test_a_report_of_before_there_was_a_trend_is_adopted_too(tmp_path: Path) -> None:
    report = replace(sample_report(), trend=())
    with opened(tmp_path) as history:
        history.adopt(report)
        history.adopt(report)
        (point,) = history.trend()
        again = history.past(report.run.id)

    states = [finding.state for finding in report.findings]
    assert (point.day, point.resolved) == ("2026-11-23", len(report.resolved))
    assert (point.new, point.open) == (states.count(State.NEW), states.count(State.OPEN))
    assert (len(again.findings), again.trend) == (point.open + point.resolved, ())


def test_a_history_is_not_adopted_over(tmp_path: Path) -> None:
    record(tmp_path, a_told("1"))
    with opened(tmp_path) as history:
        history.adopt(sample_report())
        assert [point.run for point in history.trend()] == ["1"]


@pytest.mark.parametrize(
    "content",
    [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 8192, b"x"],
    ids=["text", "header-only", "short"],
)
def test_a_damaged_file_is_put_aside_and_a_new_one_begins(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    with opened(tmp_path) as history:
        assert history.aside == tmp_path / f"{NAME}.damaged-1"
        history.record(a_told("1"))

    assert (tmp_path / f"{NAME}.damaged-1").read_bytes() == content
    with opened(tmp_path) as history:
        assert (history.aside, len(history.trend())) == (None, 1)


def test_a_file_cut_in_half_is_put_aside(tmp_path: Path) -> None:
    record(tmp_path, *(a_told(str(number), *(a_finding(id=f"f-{x}") for x in range(200))) for number in range(3)))
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(whole[: len(whole) // 2])
    with opened(tmp_path) as history:
        assert history.aside is not None
        assert history.is_empty


def test_nothing_that_was_put_aside_is_overwritten(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / NAME).write_bytes(b"damaged %d" % number)
        with opened(tmp_path):
            pass

    assert [(tmp_path / f"{NAME}.damaged-{n}").read_bytes() for n in (1, 2)] == [b"damaged 1", b"damaged 2"]


def test_an_empty_file_is_a_new_history(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    with opened(tmp_path) as history:
        assert (history.aside, history.is_empty) == (None, True)


def test_another_programs_file_is_put_aside(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    with opened(tmp_path) as history:
        assert history.aside is not None


def test_a_file_of_a_later_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    record(tmp_path, a_told("1"))
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = (tmp_path / NAME).read_bytes()

    with pytest.raises(HistoryError, match="later version of meldroute"), opened(tmp_path):
        pass
    assert (tmp_path / NAME).read_bytes() == before


def test_a_run_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    record(tmp_path, a_told("1", a_finding()))
    broken = a_told("2", a_finding(id="f-1"), a_finding(id="f-2", first_seen=None))
    with opened(tmp_path) as history:
        with pytest.raises(sqlite3.IntegrityError):
            history.record(broken)
        assert [point.run for point in history.trend()] == ["1"]
        assert history.past("2").own is None


def test_content_that_says_nothing_to_this_version_is_refused(tmp_path: Path) -> None:
    record(tmp_path, a_told("1", a_finding()))
    with closing(sqlite3.connect(tmp_path / NAME)) as db, db:
        db.execute("UPDATE finding SET content = ?", (json.dumps({"id": "f-1"}),))

    with opened(tmp_path) as history, pytest.raises(HistoryError, match="cannot be read"):
        history.past("2")


def test_looks_and_origins_come_back_in_the_order_of_the_runs(tmp_path: Path) -> None:
    trouble = Look(address="https://www.vbz.example/klacht", moment="2026-11-23T20:00:00Z", cause=Cause.TIMED_OUT)
    secret = replace(trouble, address="https://www.vbz.example/?token=abc123geheim")
    with opened(tmp_path) as history:
        history.record(a_told("1"), [trouble, secret], ["https://www.vbz.example"])
        history.record(a_told("2"), [replace(trouble, cause=None)])
        history.record(a_told("2"), [replace(trouble, cause=None)])
        past, before = history.past("3"), history.past("2")

    assert past.looks == (trouble, replace(trouble, cause=None))
    assert before.looks == (trouble,)
    assert before.answered == {"https://www.vbz.example"}


@pytest.mark.parametrize("earlier", range(1, VERSION))
def test_a_file_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path, earlier: int) -> None:
    shutil.copy(Path(__file__).parent / "files" / f"history-{earlier}.sqlite", tmp_path / NAME)
    assert version(tmp_path / NAME) == earlier

    with opened(tmp_path) as history:
        past, second = history.past("3"), history.past("2")
        history.record(a_told("3"))
        assert history.aside is None
        assert [point.run for point in history.trend()] == ["1", "2", "3"]
    assert version(tmp_path / NAME) == VERSION
    assert {x.code: x.state for x in past.findings.values()} == {
        "link-broken": State.RESOLVED,
        "page-stale": State.NEW,
    }
    assert second.known["vbz", "klacht", Language.NL] == LastKnown(verdict=Verdict.BROKEN, day="2026-10-23")
    assert second.solved == {"f-link-broken": "2026-11-01"}


def test_every_earlier_version_has_a_stored_file() -> None:
    stored = {path.name for path in (Path(__file__).parent / "files").glob("*.sqlite")}

    assert stored == {f"history-{number}.sqlite" for number in range(1, VERSION)}


def test_secrets_do_not_reach_the_file(tmp_path: Path) -> None:
    record(tmp_path, a_told("1", a_finding(page="https://www.vbz.example/?token=abc123geheim")))

    assert b"abc123geheim" not in (tmp_path / NAME).read_bytes()


def test_a_new_file_is_of_this_version(tmp_path: Path) -> None:
    record(tmp_path)

    assert version(tmp_path / NAME) == VERSION
