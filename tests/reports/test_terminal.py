"""The summary on the terminal."""

import json
from pathlib import Path

import pytest

from expectations.model import Language, Verdict
from reports import terminal
from tests.builders import a_report
from tests.reports.golden import shown
from tests.reports.sample import sample_report


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_summary_names_every_organisation_and_the_report(lang: Language, width: int) -> None:
    told = shown(sample_report(), lang, width)

    assert str(Path("out/report/index.html")) in told
    assert "1498" in told
    for organisation in sample_report().organisations:
        name = organisation.name.get(lang) or ""
        assert name.split()[0] in told


def test_the_five_most_important_findings_are_told() -> None:
    told = shown(sample_report(), Language.EN)

    assert "5. " in told
    assert "6. " not in told
    assert "page-broken f-page-broken-vlw-klacht" in told


def test_nothing_found_is_said() -> None:
    assert "Er zijn geen fouten of waarschuwingen gevonden." in shown(a_report(), Language.NL)


def test_summary_for_programs_is_json_with_every_verdict() -> None:
    summary = json.loads(json.dumps(terminal.summary_json(sample_report(), Path("out"))))

    assert set(Verdict) <= set(summary["routes"])
    assert summary["routes"]["total"] == 14
    assert summary["organisations"]["vbz"] == "missing"
    assert summary["important"][0]["message"].keys() == {"nl", "en"}
    assert summary["report"] == str(Path("out/report/index.html"))
