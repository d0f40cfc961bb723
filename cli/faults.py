"""Which exit code a fault has, and how it is told (design, section 5)."""

import errno
from pathlib import Path

from cli import log
from cli.folder import FolderError, InFolderError, StoppedError, write_down
from crawler.options import CrawlError
from expectations.inventory import InventoryError

ALL_WELL, ABOVE_THRESHOLD, WRONG_USE, NOT_MEASURED, OWN_FAULT = 0, 1, 2, 3, 70


class WrongUseError(Exception):
    """What was asked cannot be done; the message says what can."""


class NotMeasuredError(Exception):
    """Too little was seen to judge anything."""


def exit_code(error: Exception) -> int:
    """Tells the fault on standard error, and gives the code with which the process must end."""
    folder, cause = _unwrapped(error)
    if isinstance(cause, InventoryError):
        count = len(cause.faults)
        head = f"The inventory {cause.where}".strip() + f" has {count} fault{'s' if count > 1 else ''}."
        return _say(f"{head}\n\n{cause}", WRONG_USE)
    if isinstance(cause, NotMeasuredError | StoppedError):
        return _say(str(cause), NOT_MEASURED)
    if isinstance(cause, WrongUseError | FolderError) or _is_unreadable(cause):
        return _say(_sentence(str(cause)), WRONG_USE)
    return _say(f"{_own_fault(cause)} {write_down(cause, folder)}", OWN_FAULT)


def _unwrapped(error: Exception) -> tuple[Path | None, BaseException]:
    if isinstance(error, InFolderError) and error.__cause__:
        return error.folder, error.__cause__
    return None, error


def _is_unreadable(error: BaseException) -> bool:
    """Whether a stored snapshot, report, history or archive cannot be read, or no browser is there to read with."""
    from crawler.browser import BrowserError
    from crawler.snapshot import SnapshotError
    from crawler.wacz_reader import ArchiveError
    from reports.history.schema import HistoryError
    from reports.json_report import ReportError

    return isinstance(error, BrowserError | SnapshotError | ReportError | HistoryError | ArchiveError)


def _own_fault(error: BaseException) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "There is no room left on the disk; the run is not complete."
    what = str(error) if isinstance(error, CrawlError) else f"{type(error).__name__}: {error}"
    return f"meldroute itself failed, which says nothing about the sites. {_sentence(what.strip() or repr(error))}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", ")")) or "\n" in text else ".")


def _say(message: str, code: int) -> int:
    log.say(message)
    return code
