"""report.json: everything, versioned; the one source of all other formats (design, section 6)."""

import json
from pathlib import Path

from expectations.model import Report
from reports.clean import clean
from reports.files import write_text
from reports.json_decode import decode
from reports.json_encode import SCHEMA, encode


class ReportError(Exception):
    """The file is no report that this program can read."""


def write(report: Report, path: Path) -> None:
    """Writes the report; the same report gives the same bytes."""
    text = json.dumps(encode(clean(report)), ensure_ascii=False, indent=2, allow_nan=False)
    write_text(path, text + "\n")


def read(path: Path) -> Report:
    """The report as it was written; raises ReportError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ReportError(f"there is no report at {path}") from error
    except OSError as error:
        raise ReportError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ReportError(f"{path} is no JSON: {error}") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        raise ReportError(f"{path} has schema {schema!r}; this program reads {SCHEMA!r}. Judge the snapshot again.")
    try:
        return decode(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReportError(f"{path} is damaged: {type(error).__name__}: {error}. Judge the snapshot again.") from error
