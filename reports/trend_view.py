"""The trend as columns of a chart: where each part of a column begins and how high it is."""

from dataclasses import dataclass

from expectations.model import TrendPoint, Verdict

MOST = 24  # runs; two years of months
LABELS = 6  # as many dates as fit beside each other on a phone
HEIGHT = 200  # of the tallest column, in the chart's own units


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a column: the routes with one verdict."""

    verdict: Verdict
    count: int
    top: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One run; `left`, `width` and the `gap` before it in percent of the chart. As many are `labelled` as fit."""

    point: TrendPoint
    left: float
    width: float
    gap: float
    top: float
    labelled: bool
    parts: tuple[Part, ...]

    @property
    def middle(self) -> float:
        return round(self.left + self.width / 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView:
    """The runs that are told, oldest first; `left_out` came before them. `most` is the top of the scale."""

    points: tuple[TrendPoint, ...]
    columns: tuple[Column, ...]
    most: int
    left_out: int


def view(trend: tuple[TrendPoint, ...]) -> TrendView:
    points = trend[-MOST:]
    most = max((sum(point.verdicts.values()) for point in points), default=0)
    step = 100 / len(points) if points else 100.0
    every = -(-len(points) // LABELS) or 1
    columns = tuple(
        _column(point, number * step, step, most, labelled=(len(points) - 1 - number) % every == 0)
        for number, point in enumerate(points)
    )
    return TrendView(points=points, columns=columns, most=most, left_out=len(trend) - len(points))


def _column(point: TrendPoint, left: float, step: float, most: int, *, labelled: bool) -> Column:
    """What is in order stands at the bottom. No column is wider than a seventh of the chart."""
    width = min(step * 0.7, 14.0)
    floor = float(HEIGHT)
    parts = []
    for verdict in reversed(Verdict):
        count = point.verdicts.get(verdict, 0)
        height = HEIGHT * count / most if most else 0.0
        floor -= height
        if count:
            parts.append(Part(verdict=verdict, count=count, top=round(floor, 2), height=round(height, 2)))
    return Column(
        point=point,
        left=round(left + (step - width) / 2, 3),
        width=round(width, 3),
        gap=round(step - width, 3),
        top=round(floor, 2),
        labelled=labelled,
        parts=tuple(parts),
    )
