"""Reads back what web editors filled in in findings.xlsx. Takes values only: no formula, link or macro is looked at.

The file may come from anybody, so what it may cost to read is limited before it is opened.
"""

import warnings
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from expectations.model import Language, Reply
from reports.texts.files import labels
from reports.xlsx_cells import FILLED_IN, columns

MAX_BYTES = 50_000_000
MAX_UNPACKED = 200_000_000
MAX_PARTS = 5_000
MAX_COLUMNS = 60  # ours are 21; editors may add some of their own
MAX_REPLIES = 100_000
_NUMBER = "number"


class WorkbookError(Exception):
    """The file is no workbook that can be read; the message says why."""


def read(path: Path) -> tuple[Reply, ...]:
    """Every row in which something is filled in, in the order of the sheets. Raises WorkbookError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WorkbookError(f"{path} is larger than {MAX_BYTES:,} bytes")
        _refuse_bombs(path)
        return _replies(path)
    except OSError as error:
        raise WorkbookError(f"{path} cannot be read: {error.strerror or error}") from error


def _refuse_bombs(path: Path) -> None:
    """A part never unpacks to more than its entry says, so the entries tell what reading can cost."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise WorkbookError(f"{path} would unpack to more than {MAX_UNPACKED:,} bytes")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares(archive, part):
                    raise WorkbookError(f"{path} holds declarations that no spreadsheet writes ({part.filename})")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise WorkbookError(f"{path} is no Excel workbook (.xlsx): {error}") from error


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part declares entities of its own, which could grow without end."""
    with archive.open(part) as file:
        head = file.read(4_096)
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"\x00" in head


def _replies(path: Path) -> tuple[Reply, ...]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that we do not look at
            with_numbers = _sheets(path)
    except (WorkbookError, MemoryError):
        raise
    except Exception as error:  # whatever is wrong inside, openpyxl raises it as it comes
        raise WorkbookError(f"{path} is no Excel workbook (.xlsx) that can be read: {error}") from error
    if not with_numbers:
        names = " / ".join(labels(lang)[_NUMBER] for lang in Language)
        raise WorkbookError(f"{path} has no sheet with a column {names}; is it a findings.xlsx of meldroute?")
    return tuple(reply for sheet in with_numbers for reply in sheet)


def _sheets(path: Path) -> list[list[Reply]]:
    from openpyxl import load_workbook

    with path.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        return [found for sheet in book.worksheets if (found := _sheet(sheet)) is not None]


def _sheet(sheet: Any) -> list[Reply] | None:
    """What is filled in on a sheet; None when it is none of findings."""
    sheet.reset_dimensions()  # what a file says of its size need not be so
    rows = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
    places = _places(next(rows, ()))
    if _NUMBER not in places:
        return None
    found: list[Reply] = []
    for number, row in enumerate(rows, 2):
        reply = _reply(sheet.title, number, row, places)
        if reply:
            found.append(reply)
        if len(found) > MAX_REPLIES:
            raise WorkbookError(f"more than {MAX_REPLIES:,} rows are filled in")
    return found


def _places(header: Sequence[object]) -> dict[str, int]:
    """Which column is which, by its header in either language, wherever it stands."""
    known = {labels(lang)[column.label]: column.name for lang in Language for column in columns(lang)}
    named = [(known.get(_text(cell)), number) for number, cell in enumerate(header)]
    return {name: number for name, number in reversed(named) if name in (_NUMBER, *FILLED_IN)}


def _reply(sheet: str, row: int, cells: Sequence[object], places: Mapping[str, int]) -> Reply | None:
    told = {name: _text(cells[place]) for name, place in places.items() if place < len(cells)}
    if not any(told.get(name) for name in FILLED_IN):
        return None
    return Reply(
        sheet=sheet,
        row=row,
        finding=told.get(_NUMBER, ""),
        new_address=told.get("new-address", ""),
        reason=told.get("waiver-reason", ""),
        owner=told.get("waiver-owner", ""),
        until=told.get("waiver-until", ""),
    )


def _text(cell: object) -> str:
    """What a cell says; a day as 2026-11-23, whatever it looks like there."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else " ".join(str(cell).split())
