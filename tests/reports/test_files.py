"""Files appear whole or not at all."""

import os
from pathlib import Path

import pytest

from reports.files import write_bytes, write_text


def test_folders_are_made(tmp_path: Path) -> None:
    write_text(tmp_path / "a" / "b" / "report.txt", "één\r\n")

    assert (tmp_path / "a" / "b" / "report.txt").read_bytes() == "één\r\n".encode()


def test_an_earlier_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.txt"
    write_text(path, "earlier")

    def disk_full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)
    with pytest.raises(OSError, match="No space"):
        write_bytes(path, b"later")

    assert path.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_run_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".report.txt.part").write_bytes(b"half")

    write_text(tmp_path / "report.txt", "whole")

    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]
