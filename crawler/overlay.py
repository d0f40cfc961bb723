"""Lays the few visits of a recheck over the crawl before: what was seen now takes the place of what was seen then."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from crawler.outcomes import OUTCOMES
from crawler.scope import Asked
from crawler.settle import settle
from expectations.chains import MAX_HOPS
from expectations.model import Cause, Crawl, OriginCoverage, Outcome, Page, Stopped, Visit
from expectations.urls import origin

_SHUT = frozenset({Stopped.BLOCKED, Stopped.UNREACHABLE, Stopped.ROBOTS})


def overlaid(before: Crawl, now: Crawl, asked: Asked, *, unseen: bool) -> Crawl:
    """The crawl as it would be with what was seen now.

    Where nothing could be seen, the old sight stays; with `unseen` it is taken away, so that nothing follows from it
    any more. The same goes for addresses that are new on a page and were not looked at.
    """
    fresh = {at: visit for at, visit in now.visits.items() if _was_looked_at(visit, asked) and (unseen or seen(visit))}
    visits = {**before.visits, **{at: _with_past(visit, before.visits.get(at)) for at, visit in fresh.items()}}
    pages = {at: page for at, page in before.pages.items() if at not in fresh}
    read = {at: page for at, page in now.pages.items() if at in fresh}
    for link_text, target in _strangers(read.values(), visits):
        visits.setdefault(target, _not_looked_at(target, link_text, before, unseen=unseen))
    taken_away = frozenset(asked.searches) if unseen else frozenset()
    searches = {at: shown for at, shown in before.searches.items() if at not in taken_away}
    return replace(
        before,
        origins=tuple(_origin(one, now, asked, unseen=unseen) for one in before.origins),
        visits=_settled(visits, frozenset(fresh)),
        pages={**pages, **read},
        searches={**searches, **now.searches},
    )


def seen(visit: Visit) -> bool:
    """Whether a visit tells how things are there, beyond doubt."""
    return visit.outcome in (Outcome.OK, Outcome.MOVED) or (visit.outcome is Outcome.BROKEN and visit.confirmed)


def _was_looked_at(visit: Visit, asked: Asked) -> bool:
    return visit.attempts > 0 or visit.address in asked.pages


def _with_past(visit: Visit, past: Visit | None) -> Visit:
    """What sitemaps and links said of an address holds on."""
    if past is None:
        return visit
    return replace(visit, in_sitemap=visit.in_sitemap or past.in_sitemap, link_text=past.link_text or visit.link_text)


def _strangers(pages: Iterable[Page], visits: Mapping[str, Visit]) -> Iterator[tuple[str, str]]:
    """The links that nobody has followed, with their texts."""
    for page in pages:
        for link in page.links:
            if link.target not in visits:
                yield link.text, link.target


def _not_looked_at(of: str, text: str, before: Crawl, *, unseen: bool) -> Visit:
    """An address that is new: it may hold what it speaks of; else it counts as one that is none of ours."""
    own = unseen and any(one.origin == origin(of) for one in before.origins)
    cause = Cause.TOO_DEEP if own else Cause.OFF_SITE
    return Visit(address=of, outcome=OUTCOMES[cause], cause=cause, link_text=text)


def _origin(before: OriginCoverage, now: Crawl, asked: Asked, *, unseen: bool) -> OriginCoverage:
    fresh = next((one for one in now.origins if one.origin == before.origin), None)
    if fresh is None:
        return before
    stopped = before.stopped
    if fresh.stopped in _SHUT and unseen:
        stopped = fresh.stopped
    elif before.stopped in _SHUT and fresh.stopped not in _SHUT and fresh.pages:
        stopped = None
    about_sitemap = before.origin in asked.sitemaps and (unseen or fresh.sitemap)
    return replace(before, stopped=stopped, sitemap=fresh.sitemap if about_sitemap else before.sitemap)


def _settled(visits: Mapping[str, Visit], fresh: frozenset[str]) -> dict[str, Visit]:
    """Every redirect that passes an address seen now gets the outcome of its end."""
    ends = settle(visits)
    return {at: ends[at] if _passes(visit, visits, fresh) else visit for at, visit in visits.items()}


def _passes(visit: Visit, visits: Mapping[str, Visit], fresh: frozenset[str]) -> bool:
    if visit.location is None or visit.address in fresh:
        return False  # what was seen now is settled already
    here: Visit | None = visit
    for _ in range(MAX_HOPS):
        if here is None or here.location is None:
            return False
        if here.location in fresh:
            return True
        here = visits.get(here.location)
    return False
