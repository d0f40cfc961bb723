"""The workbook for web editors."""

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest

from expectations.model import Language, Localised
from reports import xlsx_report
from reports.texts.files import labels
from reports.xlsx_cells import FILLED_IN, MOST_SIGNS, cell_text, columns
from reports.xlsx_names import sheet_names
from tests.builders import a_finding, a_report, an_organisation_result
from tests.reports.hostile import HOSTILE, hostile_report
from tests.reports.sample import sample_report
from tests.reports.workbook import read


def rows(sheet: Any, lang: Language = Language.NL) -> list[dict[str, Any]]:
    """The rows below the header, by the names of the columns."""
    names = [column.name for column in columns(lang)]
    return [dict(zip(names, values, strict=True)) for values in sheet.iter_rows(min_row=2, values_only=True)]


def test_an_overview_and_one_sheet_per_organisation_in_the_fixed_order() -> None:
    book = read(xlsx_report.render(sample_report(), Language.NL))

    assert book.sheetnames == ["Overzicht", "portaal", "vbz", "vdd", "vkk", "vlw", "vrs", "dienst"]


def test_every_finding_has_a_row_on_its_organisations_sheet() -> None:
    report = sample_report()
    book = read(xlsx_report.render(report, Language.EN))

    for organisation in report.organisations:
        told = {row["number"] for row in rows(book[organisation.id]) if row["number"]}
        assert told == {x.id for x in report.findings if x.organisation == organisation.id}


def test_headers_are_frozen_and_rows_can_be_filtered() -> None:
    for sheet in read(xlsx_report.render(sample_report(), Language.NL)):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(column.width > 10 for column in sheet.column_dimensions.values())


def test_columns_to_fill_in_are_empty_but_for_what_was_waived() -> None:
    book = read(xlsx_report.render(sample_report(), Language.NL))

    filled = {row["number"]: tuple(row[name] for name in FILLED_IN) for row in rows(book["vkk"])}
    assert filled["f-title-mismatch-vkk-klacht"] == (
        *(None, "De titel verandert met de nieuwe huisstijl.", "Redactie VKK", "2027-01-31"),
    )
    assert filled["f-route-unexpected-vkk-x"] == (None, None, None, None)


def test_columns_to_fill_in_say_so_in_both_languages() -> None:
    for lang, word in ((Language.NL, "vult u in"), (Language.EN, "fill in")):
        told = [labels(lang)[column.label] for column in columns(lang) if column.name in FILLED_IN]
        assert [word in text for text in told] == [True] * len(FILLED_IN)
        assert len({labels(lang)[column.label] for column in columns(lang)}) == len(columns(lang))


def test_the_overview_counts_and_leads_to_the_sheets() -> None:
    sheet = read(xlsx_report.render(sample_report(), Language.NL))["Overzicht"]
    told = {row[0].value: [x.value for x in row[6:]] for row in sheet.iter_rows(min_row=2)}

    assert told["Ministerie van Bos en Zee (verzonnen)"] == [2, 3, 1, 4, 2, 0]
    assert sheet["A3"].hyperlink.location == "'vbz'!A1"


def test_it_knows_no_time_but_that_of_the_run() -> None:
    content = xlsx_report.render(sample_report(), Language.NL)

    assert xlsx_report.render(sample_report(), Language.NL) == content
    assert {part.date_time for part in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = read(content).properties
    assert properties.created == properties.modified == datetime(2026, 11, 23, 20, 3, 11)


def test_nothing_found_is_said_in_a_row_without_a_number() -> None:
    row = rows(read(xlsx_report.render(a_report(), Language.NL))["vbz"])[0]

    assert {name: value for name, value in row.items() if value} == {"message": "We vonden hier niets dat beter moet."}


def test_no_organisations_is_an_overview_alone() -> None:
    assert read(xlsx_report.render(a_report(organisations=()), Language.NL)).sheetnames == ["Overzicht"]


def test_findings_of_an_unknown_organisation_are_not_lost() -> None:
    book = read(xlsx_report.render(a_report(findings=(a_finding(organisation="elders"),)), Language.NL))

    assert book.sheetnames == ["Overzicht", "vbz", "elders"]
    assert rows(book["elders"])[0]["organisation"] == "elders"


def test_rows_that_do_not_fit_are_counted() -> None:
    findings = tuple(a_finding(id=f"f-{number}") for number in range(20))
    book = read(xlsx_report.render(a_report(findings=findings), Language.NL, most_rows=10))

    told = rows(book["vbz"])
    assert len([row for row in told if row["number"]]) == 9
    assert len(told) == 10
    assert told[-1]["message"].startswith("Hier staan 9 van de 20 bevindingen.")


@pytest.mark.parametrize("sign", ["x", "😀", "é"])
def test_a_cell_that_is_too_long_is_cut_and_says_so(sign: str) -> None:
    row = rows(read(xlsx_report.render(a_report(findings=(a_finding(found=sign * 40_000),)), Language.NL))["vbz"])[0]

    assert len(row["found"].encode("utf-16-le")) <= 2 * MOST_SIGNS
    assert row["found"].startswith(sign * 1000)
    assert row["found"].endswith("(ingekort, de hele tekst staat in report.json)")


@pytest.mark.parametrize("length", [1, MOST_SIGNS])
def test_a_cell_that_fits_stays_as_it_is(length: int) -> None:
    assert cell_text("x" * length, Language.NL) == "x" * length


@pytest.mark.parametrize(
    "text", [*HOSTILE, "_x0041_", "mailto:a@b.example", "external:c:\\x", "internal:'x'!A1", "1e5"]
)
def test_what_the_web_says_is_text(text: str) -> None:
    content = xlsx_report.render(hostile_report(text), Language.NL)
    book = read(content)

    assert len(book.sheetnames) == 4
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type == "s" or isinstance(cell.value, int)
            assert not cell.hyperlink or cell.hyperlink.location.endswith("'!A1")
    parts = zipfile.ZipFile(io.BytesIO(content))
    assert not [name for name in parts.namelist() if "external" in name.lower() or "vba" in name.lower()]
    assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) and name.startswith("xl/worksheets")]


@pytest.mark.parametrize("text", ["_x0041_", "=1+1", "+31 70", " =1", "0123"])
def test_text_comes_back_as_it_was(text: str) -> None:
    row = rows(read(xlsx_report.render(a_report(findings=(a_finding(found=text),)), Language.NL))["vbz"])[0]

    assert row["found"] == text


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["Overzicht", "bz"], ["Overzicht", "bz"]),
        (["bz", "BZ", "Bz"], ["bz", "BZ~2", "Bz~3"]),
        (["a/b:c*?[x]'\\"], ["a-b-c---x---"]),
        (["", " "], ["-", "-~2"]),
        (["History"], ["History~2"]),
        (["x" * 40, "x" * 50], ["x" * 31, "x" * 29 + "~2"]),
        (["😀" * 20], ["😀" * 15]),
    ],
)
def test_sheets_have_names_that_are_allowed_and_different(wanted: list[str], names: list[str]) -> None:
    assert sheet_names(wanted) == names


def test_a_name_like_a_formula_is_text_in_the_overview() -> None:
    organisation = an_organisation_result(name=Localised(nl="=1+1"))
    cell = read(xlsx_report.render(a_report(organisations=(organisation,)), Language.NL))["Overzicht"]["A2"]

    assert (cell.data_type, cell.value) == ("s", "=1+1")
