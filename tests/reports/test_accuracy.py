"""The report tells the figures that docs/accuracy.md tells."""

import re
from pathlib import Path

from expectations.model import Language
from reports.accuracy import accuracy, figures

PAGE = (Path(__file__).parents[2] / "docs" / "accuracy.md").read_text(encoding="utf-8")


def aside(row: str) -> str:
    """The last column: the seeds kept aside."""
    (line,) = re.findall(rf"(?m)^\| {row} \|.*$", PAGE)
    return str(line).strip("| ").split("|")[-1].strip()


def test_the_figures_are_those_of_the_page() -> None:
    assert aside("precision, errors and warnings") == figures()["precision"]
    assert aside("recall, errors and warnings") == figures()["recall"]
    assert aside("false findings, families missing and broken") == figures()["false"]
    assert f"{figures()['date']}, version {figures()['version']}" in PAGE


def test_shares_are_told_in_percent_as_people_write_them() -> None:
    assert accuracy(Language.NL)["precision"].endswith("%")
    assert "." not in accuracy(Language.NL)["recall"]
    assert "," not in accuracy(Language.EN)["recall"]
