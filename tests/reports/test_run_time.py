"""When a run was."""

from datetime import UTC, datetime

import pytest

from reports.run_time import finished, moment
from tests.builders import a_report, a_run


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-11-23T20:03:11Z", "2026-11-23T20:03:11Z"),
        ("2026-11-23T21:03:11.5+01:00", "2026-11-23T20:03:11Z"),
        ("2026-11-23", "2026-11-23T00:00:00Z"),
        ("0001-01-01T00:00:00+14:00", None),
        ("1601-01-01T00:00:00Z", None),
        ("gisteren", None),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_is_told_in_one_way_or_not_at_all(text: str | None, told: str | None) -> None:
    assert moment(text) == told


def test_the_end_counts_else_the_beginning_else_a_fixed_day() -> None:
    assert finished(a_report()) == datetime(2026, 11, 23, 20, 3, 11, tzinfo=UTC)
    assert finished(a_report(run=a_run(finished=None))) == datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    assert finished(a_report(run=a_run(finished="x", started="y"))) == datetime(1980, 1, 1, tzinfo=UTC)
