"""report.json survives the way there and back."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from expectations.model import Outcome, State, Waiver
from reports import json_report
from reports.json_report import ReportError
from tests.builders import a_finding, a_report, a_route_result, a_run, an_organisation_result
from tests.reports.sample import sample_report


def written(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    json_report.write(sample_report(), path)

    assert json_report.read(path) == sample_report()


def test_writing_what_was_read_gives_the_same_bytes(tmp_path: Path) -> None:
    json_report.write(sample_report(), tmp_path / "1.json")
    json_report.write(json_report.read(tmp_path / "1.json"), tmp_path / "2.json")

    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()


def test_every_outcome_is_counted_and_links_are_their_sum(tmp_path: Path) -> None:
    json_report.write(a_report(outcomes={Outcome.OK: 2, Outcome.LIMIT: 5}), tmp_path / "r.json")

    run = written(tmp_path / "r.json")["run"]
    assert list(run["outcomes"]) == [outcome.value for outcome in Outcome]
    assert run["links"] == sum(run["outcomes"].values()) == 7


def test_the_keys_are_those_of_the_design(tmp_path: Path) -> None:
    json_report.write(sample_report(), tmp_path / "r.json")
    data = written(tmp_path / "r.json")

    assert data["schema"] == "meldroute.report/1"
    assert {"id", "started", "finished", "program", "inventory", "requests", "pages", "links"} <= data["run"].keys()
    assert data["run"]["origins"]["https://www.vdd.example"]["stopped"] == "blocked"
    ministry = data["organisations"][1]
    assert {"id", "type", "name", "verdict", "routes", "coverage"} <= ministry.keys()
    assert {"expected_url", "found_url", "match", "clicks", "path", "channels", "statements"} <= ministry["routes"][
        1
    ].keys()
    finding = data["findings"][0]
    assert {"message", "remedy", "evidence", "occurrences", "pages", "state", "first_seen", "waiver"} <= finding.keys()
    assert finding["message"].keys() == finding["remedy"].keys() == {"nl", "en"}
    assert [x["state"] for x in data["resolved"]] == ["resolved"]


def test_scores_have_two_decimals(tmp_path: Path) -> None:
    routes = (a_route_result(score=0.87654), a_route_result(score=float("nan")))
    json_report.write(a_report(organisations=(an_organisation_result(routes=routes),)), tmp_path / "r.json")

    matches = [route["match"]["score"] for route in written(tmp_path / "r.json")["organisations"][0]["routes"]]
    assert matches == [0.88, 0.0]


def test_a_waiver_survives(tmp_path: Path) -> None:
    waiver = Waiver(code="link-broken", organisation="vbz", reason="Bekend.", owner="Redactie", until=date(2027, 1, 1))
    report = a_report(findings=(a_finding(state=State.WAIVED, waiver=waiver),))
    json_report.write(report, tmp_path / "r.json")

    assert json_report.read(tmp_path / "r.json").findings == report.findings


def test_the_trend_survives_and_a_report_of_before_it_has_none(tmp_path: Path) -> None:
    report = sample_report()
    json_report.write(report, tmp_path / "r.json")
    older = written(tmp_path / "r.json")
    del older["trend"]
    (tmp_path / "older.json").write_text(json.dumps(older), encoding="utf-8")

    assert json_report.read(tmp_path / "r.json").trend == report.trend
    assert json_report.read(tmp_path / "older.json").trend == ()


def test_a_finding_that_came_back_survives(tmp_path: Path) -> None:
    back = a_finding(returned=True, since="2026-11-23", first_seen="2026-08-03")
    gone = a_finding(state=State.RESOLVED, since="2026-08-03", resolved_on="2026-11-23", through_rules=True)
    json_report.write(a_report(findings=(back,), resolved=(gone,)), tmp_path / "r.json")

    again = json_report.read(tmp_path / "r.json")
    assert (again.findings, again.resolved) == ((back,), (gone,))


def test_an_interrupted_run_survives(tmp_path: Path) -> None:
    report = a_report(run=a_run(finished=None, only=("vbz",), limits={"delay": "0"}))
    json_report.write(report, tmp_path / "r.json")

    assert json_report.read(tmp_path / "r.json").run == report.run


def test_half_characters_and_controls_do_not_stop_writing(tmp_path: Path) -> None:
    json_report.write(a_report(findings=(a_finding(found="\ud800\x00\x1b"),)), tmp_path / "r.json")

    assert written(tmp_path / "r.json")["findings"][0]["found"] == "�"


def test_another_schema_is_refused_with_both_names(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text('{"schema": "meldroute.report/9"}')

    with pytest.raises(ReportError, match=r"r\.json has schema 'meldroute\.report/9'.*'meldroute\.report/1'"):
        json_report.read(tmp_path / "r.json")


@pytest.mark.parametrize("content", ["", "[]", "null", "{}", '"x"', "[" * 100_000, '{"schema": 1}', "\x00"])
def test_what_is_no_report_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(content)

    with pytest.raises(ReportError):
        json_report.read(tmp_path / "r.json")


def test_a_missing_report_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="there is no report at"):
        json_report.read(tmp_path / "r.json")


@pytest.mark.parametrize("key", ["run", "organisations", "findings"])
def test_a_damaged_report_is_refused(key: str, tmp_path: Path) -> None:
    json_report.write(sample_report(), tmp_path / "r.json")
    data = written(tmp_path / "r.json")
    damages: tuple[Any, ...] = (None, 3, [{}], "x")
    for damage in damages:
        (tmp_path / "r.json").write_text(json.dumps({**data, key: damage}))
        with pytest.raises(ReportError, match="is damaged"):
            json_report.read(tmp_path / "r.json")


def test_a_failed_write_leaves_the_earlier_report(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    json_report.write(a_report(), path)
    broken = replace(a_report(), pages=object())  # type: ignore[arg-type]

    with pytest.raises(TypeError):
        json_report.write(broken, path)

    assert json_report.read(path).pages == 40
