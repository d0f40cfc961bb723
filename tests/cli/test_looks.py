"""`--theme` and `--pdf`."""

import sys
from pathlib import Path

import pytest

from expectations.model import State
from reports import json_report
from tests.builders import a_finding, a_report
from tests.needs import pdf_library
from tests.test_meldroute import call

RED = ":root { --nl-heading-color: #f00 }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With the report of an earlier check."""
    json_report.write(a_report(findings=(a_finding(state=State.OPEN),)), tmp_path / "out" / "report.json")
    return tmp_path / "out"


def report(folder: Path, *options: str) -> int:
    return call("report", "--out", str(folder), "--fail-on", "never", "--quiet", *options)


def theme(folder: Path, text: str) -> str:
    path = folder.parent / "own.css"
    path.write_text(text)
    return str(path)


def test_the_theme_is_in_every_page(folder: Path) -> None:
    assert report(folder, "--theme", theme(folder, RED)) == 0
    assert all(RED in page.read_text() for page in (folder / "report").glob("*.html"))

    assert report(folder) == 0
    assert RED not in (folder / "report" / "index.html").read_text()


@pytest.mark.parametrize("command", ["report", "run", "demo"])
def test_a_theme_that_reaches_outside_is_wrong_use_before_anything_is_done(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = theme(folder, "@import 'https://x.example/a.css';")
    before = sorted(folder.iterdir())

    assert call(command, "--out", str(folder), "--theme", given) == 2
    assert "own.css cannot be used:\n  line 1: @import is not allowed" in capsys.readouterr().err
    assert sorted(folder.iterdir()) == before


def test_the_pdf_is_written_when_asked_for_and_never_left_from_before(folder: Path) -> None:
    pdf_library()

    assert report(folder, "--pdf") == 0
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert report(folder) == 0
    assert not (folder / "report.pdf").exists()


def test_without_the_library_the_pdf_is_wrong_use_that_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    assert report(folder, "--pdf") == 2
    assert "pip install 'meldroute[pdf]'" in capsys.readouterr().err
    assert report(folder) == 0
