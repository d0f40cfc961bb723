"""What some tests need of the machine: they are skipped without it, unless all tests are asked for, as in CI."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

ALL = "MELDROUTE_ALL_TESTS"


def chromium() -> str:
    """Where the browser is."""
    from crawler.browser import BrowserError, executable

    try:
        return executable()
    except BrowserError as error:
        return _missing(f"no browser: {error}; on Debian: apt-get install chromium")


def pdf_library() -> None:
    """Whether a PDF can be made here."""
    from reports.pdf_report import PdfError, require

    try:
        require()
    except PdfError as error:
        _missing(str(error))


def wacz_tool() -> str:
    """Where the `wacz` program is, which `make test` puts into an environment of its own."""
    found = Path(sys.prefix) / "wacz-tool" / "bin" / "wacz"
    return str(found) if found.exists() else _missing(f"no wacz tool at {found}; `make test` puts it there")


def _missing(what: str) -> NoReturn:
    if os.environ.get(ALL):
        pytest.fail(f"{ALL} is set, and there is {what}")
    pytest.skip(what)
