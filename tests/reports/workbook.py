"""A workbook as another program reads it."""

import io
from typing import Any

from openpyxl import load_workbook


def read(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def shown(content: bytes) -> str:
    """The workbook as text: sheets with what is frozen and filtered, widths, and every cell that holds something."""
    lines: list[str] = []
    for sheet in read(content):
        widths = ", ".join(f"{name} {round(column.width)}" for name, column in sheet.column_dimensions.items())
        lines += [
            f"== {sheet.title} (frozen {sheet.freeze_panes}, filter {sheet.auto_filter.ref})",
            f"widths: {widths}",
        ]
        for row in sheet.iter_rows():
            lines += [f"{x.coordinate} [{x.data_type}] {x.value}" for x in row if x.value is not None]
    return "\n".join(lines) + "\n"
