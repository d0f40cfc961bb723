"""findings.xlsx read back: only what was filled in, whoever saved it, and never at any price."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from expectations.model import Language, Reply, Waiver
from reports import xlsx_filled, xlsx_report
from reports.xlsx_filled import WorkbookError, read
from tests.builders import a_finding, a_report

FINDING = a_finding(id="f-1")
SHEET = "vbz"
WAIVED = a_finding(id="f-2", waiver=Waiver(code="x", organisation="vbz", reason="r", owner="o", until=date(2027, 3, 1)))


def filled(folder: Path, fill: Callable[[Any], None], lang: Language = Language.NL) -> Path:
    """The workbook of a report, opened and saved by another program after `fill` had its sheet of findings."""
    book = load_workbook(io.BytesIO(xlsx_report.render(a_report(findings=(FINDING,)), lang)))
    fill(book.worksheets[1])
    book.save(folder / "findings.xlsx")
    return folder / "findings.xlsx"


def column(sheet: Any, name: str) -> int:
    headers = [cell.value for cell in sheet[1]]
    return next(n for n, text in enumerate(headers, 1) if text and text.startswith(name))


def test_rows_that_nobody_touched_say_nothing(tmp_path: Path) -> None:
    assert read(filled(tmp_path, lambda _: None)) == ()


@pytest.mark.parametrize(
    ("lang", "address", "until"), [(Language.NL, "Nieuw adres", "Geldt tot"), (Language.EN, "New address", "Holds up")]
)
def test_what_was_filled_in_comes_back_with_its_place(lang: Language, address: str, until: str, tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.cell(2, column(sheet, address)).value = "https://www.vbz.example/nieuw "
        sheet.cell(2, column(sheet, until)).value = datetime(2027, 3, 1)

    (reply,) = read(filled(tmp_path, fill, lang))

    assert (reply.sheet, reply.row, reply.finding) == (SHEET, 2, "f-1")
    assert (reply.new_address, reply.until, reply.reason) == ("https://www.vbz.example/nieuw", "2027-03-01", "")


def test_columns_may_stand_in_another_order_and_rows_anywhere(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.insert_cols(1)
        sheet.insert_rows(2, amount=3)
        sheet.cell(5, column(sheet, "Reden")).value = "Wij herschrijven de pagina."

    reply = Reply(sheet=SHEET, row=5, finding="f-1", reason="Wij herschrijven de pagina.")
    assert read(filled(tmp_path, fill)) == (reply,)


def test_an_exception_that_the_report_itself_shows_comes_back_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "findings.xlsx"
    path.write_bytes(xlsx_report.render(a_report(findings=(WAIVED,)), Language.NL))

    assert [(x.finding, x.reason, x.owner, x.until) for x in read(path)] == [("f-2", "r", "o", "2027-03-01")]


def test_a_formula_is_not_looked_at(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.cell(2, column(sheet, "Nieuw adres")).value = '=HYPERLINK("https://evil.example/")'

    assert read(filled(tmp_path, fill)) == ()


def test_a_workbook_of_somebody_else_is_told_apart(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "other.xlsx")

    with pytest.raises(WorkbookError, match="no sheet with a column"):
        read(tmp_path / "other.xlsx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"id;number\n", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(content)

    with pytest.raises(WorkbookError, match="no Excel workbook"):
        read(tmp_path / "x.xlsx")


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"])
def test_a_part_that_declares_entities_is_refused(part: str, tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'

    with pytest.raises(WorkbookError, match="declarations"):
        read(replaced(tmp_path, part, bomb))


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("content", [b"", b"<x", b"<x/>", b"\xff\xfe<"])
def test_a_damaged_part_is_a_message_and_no_crash(part: str, content: bytes, tmp_path: Path) -> None:
    replies: tuple[Reply, ...] = ()
    with suppress(WorkbookError):
        replies = read(replaced(tmp_path, part, content))

    assert replies == ()


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_filled, "MAX_UNPACKED", 10_000)

    with pytest.raises(WorkbookError, match="unpack"):
        read(replaced(tmp_path, "xl/media/x.xml", b"<a>" + b" " * 20_000 + b"</a>"))


def test_a_sheet_that_pretends_to_be_endless_is_read_for_what_it_holds(tmp_path: Path) -> None:
    path = filled(tmp_path, lambda _: None)
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml")
    head, _, rest = sheet.partition(b"<dimension")
    sheet = head + b'<dimension ref="A1:XFD1048576"' + rest[rest.index(b"/>") :]

    assert read(replaced(tmp_path, "xl/worksheets/sheet2.xml", sheet)) == ()


def replaced(folder: Path, part: str, content: bytes) -> Path:
    """The workbook with another content of one part."""
    path = filled(folder, lambda _: None)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(folder / "x.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *([part] if part not in old.namelist() else [])]:
            new.writestr(name, content if name == part else old.read(name))
    return folder / "x.xlsx"
