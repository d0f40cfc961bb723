"""The folder of a run: usable, not in use by another run, and the place where our own faults are written down."""

import fcntl
import os
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK = ".lock"
ENOUGH = 50_000_000  # bytes; less would not hold the snapshot of even a small crawl


class FolderError(Exception):
    """The folder cannot be used; nothing in it was changed."""


class InFolderError(Exception):
    """Something went wrong, which the cause tells, while this folder was held."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class StoppedError(Exception):
    """Somebody pressed Ctrl-C at a moment at which nothing could be finished."""


@contextmanager
def workplace(folder: Path, *, create: bool = True) -> Iterator[Path]:
    """Holds the folder for this process alone. Raises FolderError when it cannot be written or another run has it.

    The lock goes with the process, however it ends, so a killed run never keeps the next one out.
    """
    _make_usable(folder, create=create)
    with _open_lock(folder) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(lock.fileno(), 20, 0).decode("ascii", "replace").strip()
            by = f" (process {holder})" if holder.isdigit() else ""
            raise FolderError(f"another run{by} is using {folder}; wait for it, or choose another --out") from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n".encode("ascii"))
        lock.flush()
        try:
            yield folder
        except KeyboardInterrupt:
            raise StoppedError("Stopped. What was seen is kept; nothing was judged.") from None
        except Exception as error:
            raise InFolderError(folder) from error


def write_down(error: BaseException, folder: Path | None) -> str:
    """Keeps the traceback for whoever repairs it, and says in words where."""
    text = "".join(traceback.format_exception(error))
    places = ([folder / "crawl"] if folder and folder.is_dir() else []) + [Path(tempfile.gettempdir())]
    for number, place in enumerate(places):
        name = "error.log" if number < len(places) - 1 else f"meldroute-error-{os.getpid()}.log"
        try:
            place.mkdir(exist_ok=True)
            (place / name).write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return f"Details are in {place / name}."
    return f"Details could not be written to a file:\n{text}"


def _make_usable(folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file; --out must be a directory")
    if not create and not folder.is_dir():
        raise FolderError(f"there is no directory {folder}; `meldroute run --out {folder}` would make it")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise FolderError(f"cannot write in {folder}: {error.strerror}") from error
    free = shutil.disk_usage(folder).free
    if free < ENOUGH:
        raise FolderError(f"the disk of {folder} is full: {free / 1e6:.0f} MB are free, {ENOUGH / 1e6:.0f} MB needed")


def _open_lock(folder: Path) -> IO[bytes]:
    try:
        return open(os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644), "r+b")
    except OSError as error:
        raise FolderError(f"cannot write {folder / LOCK}: {error.strerror}") from error
