"""Killed at random moments, the program goes on to the report of a quiet run. `make soak` does this with 50 kills."""

from pathlib import Path

from benchmarks.kills import soak


def test_a_few_kills_change_nothing(tmp_path: Path) -> None:
    told = soak(tmp_path, 6, seed=4)

    assert told.kills == 6
    assert told.faults == []
    assert told.sound, told.repeated
