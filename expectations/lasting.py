"""Trouble that lasts: an address that failed in run after run, over days, is as good as gone for a visitor.

One run can only say that a page did not answer. Three that all failed, over two days, say more; maintenance is given a
week. A refusal never counts: it is about us. Nor does a site that never answered us at all: it may shut our network
out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from expectations.chains import follow
from expectations.model import Cause, Crawl, Inventory, Look, Outcome, Past, Report, Visit
from expectations.urls import address, origin

LOOKS = 3
SOON, PATIENT = timedelta(hours=48), timedelta(days=7)
_FAILING = frozenset(
    {Cause.REFUSED, Cause.RESET, Cause.TIMED_OUT, Cause.SERVER_ERROR, Cause.MAINTENANCE, Cause.NAME_ERROR}
)
_NOT_SEEN = frozenset({Outcome.LIMIT, Outcome.ROBOTS, Outcome.FORBIDDEN, Outcome.OUT_OF_SCOPE})
_UNAVAILABLE = 503  # "for now", says the site


@dataclass(frozen=True, slots=True)
class _Series:
    """Failures with no answer between them."""

    since: str
    looks: int
    patient: bool


def lasting(crawl: Crawl, past: Past) -> Mapping[str, str]:
    """The addresses whose trouble lasts, with the moment since when."""
    moment = crawl.run.started
    series = _series(past.looks)
    found = {}
    for name, before in series.items():
        visit = crawl.visits.get(name)
        if visit is None or not _fails(visit) or origin(name) not in past.answered:
            continue
        now = _more(before, _cause(visit), moment)
        wait = PATIENT if now.patient else SOON
        if now.looks >= LOOKS and _between(now.since, moment) >= wait:
            found[name] = now.since
    return found


def looks(inventory: Inventory, crawl: Crawl, report: Report, past: Past) -> tuple[Look, ...]:
    """What this run saw of the addresses that visitors of routes need: those that fail, and those that answer again."""
    open_series = _series(past.looks).keys()
    found = {}
    for name in (*_needed(inventory, crawl, report), *open_series):
        visit = crawl.visits.get(name)
        if visit is None or visit.outcome in _NOT_SEEN:
            continue
        if _fails(visit):
            found[name] = Look(address=name, moment=crawl.run.started, cause=_cause(visit))
        elif name in open_series and not _is_in_doubt(visit):
            found[name] = Look(address=name, moment=crawl.run.started, cause=None)
    return tuple(found[name] for name in sorted(found))


def answered(crawl: Crawl) -> tuple[str, ...]:
    """The origins that answered in this run."""
    return tuple(sorted({origin(visit.address) for visit in crawl.visits.values() if visit.outcome is Outcome.OK}))


def _needed(inventory: Inventory, crawl: Crawl, report: Report) -> Iterable[str]:
    """The ends of what routes and referrals declare, and of the links on their pages."""
    declared = [
        url
        for organisation in inventory.organisations
        for place in (*(x.url for x in organisation.routes), *(x.url for x in organisation.referrals))
        for url in place.values
    ]
    shown = {route.found_url or "" for organisation in report.organisations for route in organisation.routes}
    pages = [crawl.pages[name] for name in sorted({*shown, *map(address, declared)}) if name in crawl.pages]
    for start in (*map(address, declared), *(link.target for page in pages for link in page.links)):
        yield follow(crawl.visits, start).last


def _series(seen: Iterable[Look]) -> dict[str, _Series]:
    """The failures of each address since it last answered."""
    series: dict[str, _Series] = {}
    for look in seen:
        if look.cause is None:
            series.pop(look.address, None)
        else:
            series[look.address] = _more(series.get(look.address), look.cause, look.moment)
    return series


def _more(before: _Series | None, cause: Cause, moment: str) -> _Series:
    patient = cause is Cause.MAINTENANCE
    if before is None:
        return _Series(moment, 1, patient)
    return _Series(before.since, before.looks + 1, patient or before.patient)


def _fails(visit: Visit) -> bool:
    return visit.cause in _FAILING and visit.confirmed and visit.location is None


def _is_in_doubt(visit: Visit) -> bool:
    """Whether it failed now too, without having been looked at twice: that neither ends trouble nor adds to it."""
    return visit.cause in _FAILING


def _cause(visit: Visit) -> Cause:
    return Cause.MAINTENANCE if visit.status == _UNAVAILABLE else visit.cause


def _between(start: str, end: str) -> timedelta:
    return datetime.fromisoformat(end) - datetime.fromisoformat(start)
