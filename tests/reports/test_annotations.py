"""Annotations for GitHub Actions."""

import re

import pytest

from expectations.model import Language, Severity, State
from reports import annotations
from tests.builders import a_finding, a_report, a_route_result, an_organisation_result
from tests.reports.hostile import HOSTILE, hostile_report


def lines(*findings: object) -> list[str]:
    organisation = an_organisation_result(file="ministries/vbz.yaml", routes=(a_route_result(line=12),))
    report = a_report(organisations=(organisation,), findings=findings)
    return list(annotations.render(report, "inventory/", Language.EN))


def test_a_finding_stands_at_its_line_of_the_inventory() -> None:
    (line,) = lines(a_finding(severity=Severity.WARNING))

    assert line.startswith("::warning title=")
    assert ",file=inventory/ministries/vbz.yaml,line=12::" in line


def test_a_waived_finding_is_not_told() -> None:
    assert lines(a_finding(state=State.WAIVED)) == []


def test_what_is_left_out_is_counted() -> None:
    told = lines(*(a_finding(id=f"f-{n}") for n in range(12)))

    assert len(told) == annotations.MOST + 1
    assert "10 of the 12 findings" in told[-1]


@pytest.mark.parametrize("text", [*HOSTILE, "x\n::error file=a,line=1::y", "x\r::stop-commands::y", "a,b:c%0Ad"])
def test_nothing_from_the_web_begins_a_line_or_a_property(text: str) -> None:
    told = list(annotations.render(hostile_report(text), "inventory", Language.NL))

    assert told
    for line in told:
        assert "\n" not in line
        assert "\r" not in line
        properties = re.match(r"::(error|warning|notice) ([^:]*)::", line)
        assert properties
        assert {part.partition("=")[0] for part in properties[2].split(",")} <= {"title", "file", "line"}
