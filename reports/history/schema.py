"""The file: its tables, how an older version becomes this one, and what is done with a file that cannot be read."""

import sqlite3
from contextlib import closing
from pathlib import Path

NAME = "history.sqlite"
VERSION = 2
_APPLICATION = 0x6D656C64  # "meld": another program's file is none of ours
_MAGIC = b"SQLite format 3\0"

# `told` is 0 for what was known before the first run of this file, which is no run of its own.
_TABLES = """
CREATE TABLE run (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, told INTEGER NOT NULL, started TEXT NOT NULL,
  inventory TEXT NOT NULL, rules TEXT NOT NULL, point TEXT NOT NULL);
CREATE TABLE finding (id TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sighting (run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, finding TEXT NOT NULL,
  state TEXT NOT NULL, first_seen TEXT NOT NULL, since TEXT NOT NULL, resolved_on TEXT NOT NULL,
  returned INTEGER NOT NULL, through_rules INTEGER NOT NULL, PRIMARY KEY (finding, run)) WITHOUT ROWID;
CREATE INDEX sighting_run ON sighting (run);
CREATE TABLE verdict (run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, organisation TEXT NOT NULL,
  route TEXT NOT NULL, language TEXT NOT NULL, verdict TEXT NOT NULL,
  PRIMARY KEY (organisation, route, language, run)) WITHOUT ROWID;
CREATE INDEX verdict_run ON verdict (run);
CREATE TABLE recheck (run INTEGER NOT NULL, finding TEXT NOT NULL, moment TEXT NOT NULL, solved INTEGER NOT NULL,
  found TEXT NOT NULL);
"""
_LOOKS = """
CREATE TABLE look (run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, address TEXT NOT NULL, cause TEXT,
  PRIMARY KEY (run, address)) WITHOUT ROWID;
CREATE TABLE answered (run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, origin TEXT NOT NULL,
  PRIMARY KEY (run, origin)) WITHOUT ROWID;
"""
# Version -> what makes a file of that version one of the next.
_STEPS: dict[int, str] = {1: _LOOKS}


class HistoryError(Exception):
    """The history cannot be used and must not be put aside; the message says what to do."""


class DamagedError(Exception):
    """The file is no history, or a damaged one."""


def connect(path: Path) -> sqlite3.Connection:
    """The file, made or brought up to date. Raises DamagedError, or HistoryError when a later version wrote it."""
    if path.exists() and _head(path) not in (b"", _MAGIC):
        raise DamagedError("it is no database")  # SQLite would write over a short one
    db = sqlite3.connect(path, isolation_level=None, timeout=5)
    try:
        _prepare(db, path)
    except sqlite3.DatabaseError as error:
        db.close()
        if _is_about_the_disk(error):
            raise HistoryError(f"{path} cannot be used: {error}") from error
        raise DamagedError(str(error)) from error
    except BaseException:
        db.close()
        raise
    return db


def set_aside(path: Path) -> Path:
    """Renames a file that cannot be read, so that nothing of it is lost."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.rename(aside)
    for ending in ("-journal", "-wal", "-shm"):
        rest = path.with_name(path.name + ending)
        if rest.exists():
            rest.rename(aside.with_name(aside.name + ending))
    return aside


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    if found == 0 and not db.execute("SELECT 1 FROM sqlite_master").fetchone():
        _in_one_step(db, f"{_TABLES} {_LOOKS} PRAGMA application_id = {_APPLICATION};", VERSION)
        return
    if application != _APPLICATION:
        raise DamagedError("it is no history of meldroute")
    if found > VERSION:
        raise HistoryError(
            f"{path} was written by a later version of meldroute (its format is {found}, this one knows {VERSION}). "
            "Use that version, or move the file away to start a new history"
        )
    if (told := db.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise DamagedError(str(told))
    for step in range(found, VERSION):
        _in_one_step(db, _STEPS[step], step + 1)


def _in_one_step(db: sqlite3.Connection, change: str, made: int) -> None:
    try:
        db.executescript(f"BEGIN; {change} PRAGMA user_version = {made}; COMMIT;")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_MAGIC))


def _is_about_the_disk(error: sqlite3.DatabaseError) -> bool:
    """Full, read-only or in use: the file itself may be sound."""
    return isinstance(error, sqlite3.OperationalError)
