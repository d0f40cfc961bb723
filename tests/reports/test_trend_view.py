"""The trend as columns."""

from itertools import pairwise

from expectations.model import TrendPoint, Verdict
from reports.trend_view import HEIGHT, LABELS, MOST, view


def a_point(day: str = "2026-11-23", **verdicts: int) -> TrendPoint:
    return TrendPoint(
        run=day, day=day, program="0.1.0", rules="sha256:0", new=0, open=0, resolved=0,
        verdicts={Verdict(name): count for name, count in verdicts.items()},
    )  # fmt: skip


def test_the_tallest_column_fills_the_chart_and_what_is_in_order_stands_at_the_bottom() -> None:
    small, tall = view((a_point(ok=1, broken=1), a_point(ok=3, broken=1))).columns

    assert tall.top == 0
    assert [(part.verdict, part.top, part.height) for part in tall.parts] == [
        (Verdict.OK, HEIGHT / 4, HEIGHT * 3 / 4),
        (Verdict.BROKEN, 0, HEIGHT / 4),
    ]
    assert small.top == HEIGHT / 2


def test_columns_stand_beside_each_other_within_the_chart() -> None:
    columns = view(tuple(a_point(ok=1) for _ in range(MOST))).columns

    assert columns[0].left >= 0
    assert columns[-1].left + columns[-1].width <= 100
    assert all(one.left + one.width < other.left for one, other in pairwise(columns))


def test_only_as_many_dates_are_shown_as_fit_and_always_the_last() -> None:
    columns = view(tuple(a_point(ok=1) for _ in range(MOST))).columns

    assert sum(column.labelled for column in columns) <= LABELS
    assert columns[-1].labelled


def test_only_the_last_runs_are_told() -> None:
    trend = view(tuple(a_point(str(number), ok=1) for number in range(MOST + 3)))

    assert trend.left_out == 3
    assert trend.points[0].day == "3"


def test_nothing_measured_is_an_empty_column() -> None:
    assert view(()).columns == ()
    (column,) = view((a_point(),)).columns
    assert column.parts == ()
