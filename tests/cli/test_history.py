"""`meldroute history`, and what the commands do with a history that cannot be used."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import meldroute
from expectations.model import State
from reports import json_report
from reports.history.schema import NAME
from reports.history.store import opened
from tests.builders import a_finding, a_report
from tests.reports.sample import sample_report


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        meldroute.main(arguments)
    return int(ended.value.code or 0)


def test_a_folder_without_a_run_is_told_so_and_stays_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("history", "--out", str(tmp_path)) == 0
    assert "staat nog geen meting" in capsys.readouterr().out
    assert not (tmp_path / NAME).exists()


def test_no_folder_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("history", "--out", str(tmp_path / "weg")) == 2
    assert "here is no directory" in capsys.readouterr().err


def test_a_report_of_before_there_was_a_history_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    json_report.write(sample_report(), tmp_path / "report.json")

    assert run("history", "--out", str(tmp_path), "--lang", "en") == 0
    out = capsys.readouterr().out
    assert "Trend over 4 measurements" in out
    assert "Ministry of" in out


def test_json_is_json_also_without_a_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("history", "--out", str(tmp_path), "--json") == 0
    assert json.loads(capsys.readouterr().out)["runs"] == []


def test_a_damaged_history_is_put_aside_with_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    json_report.write(sample_report(), tmp_path / "report.json")
    (tmp_path / NAME).write_bytes(b"no database")

    assert run("history", "--out", str(tmp_path)) == 0
    told = capsys.readouterr()
    assert f"{NAME}.damaged-1" in told.err
    assert "Verloop over 4 metingen" in told.out


def test_a_history_of_a_later_version_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opened(tmp_path) as history:
        history.adopt(a_report(findings=(a_finding(state=State.OPEN),)))
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.execute("PRAGMA user_version = 99")

    assert run("history", "--out", str(tmp_path)) == 2
    assert "later version of meldroute" in capsys.readouterr().err
