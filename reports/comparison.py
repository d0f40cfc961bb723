"""How the ministries differ in one kind of route: side by side, in the fixed order, without any rank."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from expectations.model import ChannelType, Kind, Language, OrganisationResult, OrganisationType, RouteResult, Verdict
from reports.summary import OrganisationView, Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A ministry with one of its routes; `route` is None when nothing was found, and `verdict` says how that stands."""

    organisation: OrganisationResult
    route: RouteResult | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """From the fewest to the most."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One kind: its rows, and how often each thing occurs among the ministries whose page was read."""

    kind: Kind
    rows: tuple[Row, ...]
    ministries: int
    read: int
    channels: Mapping[ChannelType, int]
    deadlines: tuple[int, ...]
    without_deadline: int
    clicks_home: Spread | None
    clicks_portal: Spread | None


def compare(summary: Summary) -> tuple[Comparison, ...]:
    """One comparison per kind that is expected of any ministry."""
    ministries = [x for x in summary.organisations if x.result.type is OrganisationType.MINISTRY]
    told = (_comparison(kind, ministries) for kind in summary.kinds)
    return tuple(comparison for comparison in told if comparison.rows)


def _comparison(kind: Kind, ministries: list[OrganisationView]) -> Comparison:
    rows = tuple(row for view in ministries for row in _rows(kind, view))
    found = [(row.organisation.id, row.route) for row in rows if row.route]
    having = {
        channel: {ministry for ministry, route in found if route.channels.get(channel)} for channel in ChannelType
    }
    with_deadline = {ministry for ministry, route in found if route.deadlines}
    read = {ministry for ministry, _ in found}
    return Comparison(
        kind=kind,
        rows=rows,
        ministries=len({row.organisation.id for row in rows}),
        read=len(read),
        channels={channel: len(those) for channel, those in having.items()},
        deadlines=tuple(sorted(Counter(weeks for _, route in found for weeks in route.deadlines))),
        without_deadline=len(read - with_deadline),
        clicks_home=_spread([route.clicks_home for _, route in found]),
        clicks_portal=_spread([route.clicks_portal for _, route in found]),
    )


def _rows(kind: Kind, view: OrganisationView) -> list[Row]:
    """A row per version that was found, Dutch first; one row for a ministry of which nothing was found."""
    verdict = next((x.verdict for x in view.kinds if x.kind is kind), None)
    if verdict is None:
        return []
    found = [x for x in view.result.routes if kind in x.kinds and x.found_url]
    found.sort(key=lambda route: tuple(Language).index(route.language))
    rows = [Row(organisation=view.result, route=route, verdict=route.verdict) for route in found]
    return rows or [Row(organisation=view.result, route=None, verdict=verdict)]


def _spread(clicks: list[int | None]) -> Spread | None:
    known = [number for number in clicks if number is not None]
    return Spread(least=min(known), most=max(known)) if known else None
