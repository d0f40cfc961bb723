"""results.sarif, for code scanning."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from expectations.check import register
from expectations.model import Language, Report, State
from reports import json_report, sarif_report
from tests.builders import a_finding, a_report, a_route_result, a_run, an_organisation_result
from tests.reports.hostile import HOSTILE, hostile_report
from tests.reports.sample import sample_report

SCHEMA = json.loads((Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def run_of(report: Report, lang: Language = Language.NL) -> dict[str, Any]:
    """The one run; the whole file is valid."""
    return run_in(sarif_report.render(report, lang))


def run_in(text: str) -> dict[str, Any]:
    log = json.loads(text)
    VALID.validate(log)
    assert log["version"] == "2.1.0"
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("lang", Language)
def test_it_is_valid(lang: Language) -> None:
    assert len(run_of(sample_report(), lang)["results"]) == len(sample_report().findings)


def test_the_schema_refuses_what_is_wrong() -> None:
    log = json.loads(sarif_report.render(sample_report(), Language.NL))
    log["runs"][0]["results"][0]["level"] = "fatal"

    assert not VALID.is_valid(log)


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_valid_whatever_the_web_says(text: str) -> None:
    run = run_of(hostile_report(text))

    assert len(run["results"]) == 4
    for result in run["results"]:
        for place in result.get("relatedLocations", ()):
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.lower().startswith(("http://", "https://"))
            assert not set(uri) & set(" <>\"'`{}|\\^") - {"'"}


@pytest.mark.parametrize("report", [a_report(), a_report(organisations=()), a_report(run=a_run(finished=None))])
def test_no_findings_is_valid_too(report: Report) -> None:
    run = run_of(report)

    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is (report.run.finished is not None)


def test_a_result_stands_at_its_route_in_the_inventory() -> None:
    route = a_route_result(id="klacht", line=23)
    organisation = an_organisation_result(file="ministries/vbz.yaml", routes=(route,))
    finding = a_finding(page="https://www.vbz.example/k", target="https://www.vbz.example/é")
    result = run_of(a_report(organisations=(organisation,), findings=(finding,)))["results"][0]

    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "ministries/vbz.yaml", "uriBaseId": "INVENTORY"}
    assert place["region"] == {"startLine": 23}
    related = [x["physicalLocation"]["artifactLocation"]["uri"] for x in result["relatedLocations"]]
    assert related == ["https://www.vbz.example/k", "https://www.vbz.example/%C3%A9"]


def test_a_finding_about_no_route_stands_at_the_start_of_the_file() -> None:
    organisation = an_organisation_result(file="ministries/vbz.yaml")
    finding = a_finding(route=None, language=None, page=None)
    result = run_of(a_report(organisations=(organisation,), findings=(finding,)))["results"][0]

    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert "relatedLocations" not in result


def test_a_waiver_that_does_nothing_stands_in_the_list_of_waivers() -> None:
    finding = a_finding(code="waiver-unused", facts={"line": "12"})
    result = run_of(a_report(findings=(finding,)))["results"][0]

    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("waivers.yaml", 12)


def test_files_and_lines_survive_report_json(tmp_path: Path) -> None:
    json_report.write(sample_report(), tmp_path / "report.json")
    again = json_report.read(tmp_path / "report.json")

    assert sarif_report.render(again, Language.NL) == sarif_report.render(sample_report(), Language.NL)


def test_a_report_of_before_files_were_told_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    json_report.write(sample_report(), path)
    data = json.loads(path.read_text(encoding="utf-8"))
    for organisation in data["organisations"]:
        del organisation["file"]
        for route in organisation["routes"]:
            del route["line"]
    path.write_text(json.dumps(data), encoding="utf-8")

    results = run_of(json_report.read(path))["results"]
    assert not [x for x in results if "physicalLocation" in x["locations"][0]]


def test_levels_follow_severities_and_what_is_not_known_is_open() -> None:
    results = {x["ruleId"]: (x.get("kind"), x["level"]) for x in run_of(sample_report())["results"]}

    assert results["page-broken"] == (None, "error")
    assert results["link-broken"] == (None, "warning")
    assert results["page-stale"] == (None, "note")
    assert results["blocked"] == ("open", "none")


def test_a_waived_finding_is_suppressed_with_the_reason_and_no_other_is() -> None:
    results = run_of(sample_report())["results"]

    suppressed = [x for x in results if "suppressions" in x]
    assert [x["properties"]["state"] for x in suppressed] == ["waived"]
    assert "De titel verandert" in suppressed[0]["suppressions"][0]["justification"]


def test_a_fingerprint_is_the_number_of_the_finding() -> None:
    report = sample_report()
    later = replace(report, findings=tuple(replace(x, state=State.OPEN) for x in report.findings))

    def told(report: Report) -> list[str]:
        return sorted(x["partialFingerprints"]["finding/v1"] for x in run_of(report)["results"])

    assert told(report) == told(later) == sorted(x.id for x in report.findings)


def test_every_check_is_a_rule_and_every_result_points_at_its_own() -> None:
    findings = (a_finding(), a_finding(code="from-the-future"))
    run = run_of(a_report(findings=findings))
    rules = run["tool"]["driver"]["rules"]

    assert [x["id"] for x in rules] == [*(check.code for check in register()), "from-the-future"]
    assert [rules[x["ruleIndex"]]["id"] for x in run["results"]] == [x["ruleId"] for x in run["results"]]


def test_brackets_and_braces_of_the_web_are_no_links_and_no_gaps() -> None:
    finding = a_finding(target="[klik](https://evil.example) {0}")
    text = run_of(a_report(findings=(finding,)))["results"][0]["message"]["text"]

    assert r"\[klik\](https://evil.example) {{0}}" in text


@pytest.mark.parametrize("limits", [{"most_results": 10}, {"most_bytes": 250_000}])
def test_what_does_not_fit_is_left_out_and_counted(limits: dict[str, int]) -> None:
    findings = tuple(a_finding(id=f"f-{number}") for number in range(500))
    report = a_report(findings=findings)
    text = sarif_report.render(report, Language.NL, **limits)
    run = run_in(text)

    shown = len(run["results"])
    assert 0 < shown < 500
    assert run["properties"] == {"shown": shown, "total": 500}
    told = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert told.startswith(f"Hier staan {shown} van de 500 bevindingen.")
    assert len(text.encode()) < limits.get("most_bytes", 1_000_000)


def test_what_fits_is_not_said_to_be_cut() -> None:
    assert "toolExecutionNotifications" not in run_of(sample_report())["invocations"][0]
