"""Follows an address to where a visitor ends."""

from collections.abc import Mapping

from expectations.model import Cause, Chain, Visit

MAX_HOPS = 10


def follow(visits: Mapping[str, Visit], start: str) -> Chain:
    """The redirects from `start` as the crawl saw them; at most MAX_HOPS, and no address twice."""
    hops: list[str] = []
    here = start
    visit = visits.get(start)
    permanent = visit is not None and visit.permanent
    while visit is not None and visit.location is not None:
        here = visit.location
        if here == start or here in hops or len(hops) >= MAX_HOPS:
            kept_out = visit.cause is Cause.REFUSES_ROBOTS  # a visitor with the right cookie may well arrive
            return Chain(start=start, hops=tuple(hops), end=visit, permanent=permanent, loops=not kept_out)
        hops.append(here)
        visit = visits.get(here)
    loops = visit is not None and visit.cause in (Cause.REDIRECT_LOOP, Cause.TOO_MANY_REDIRECTS)
    return Chain(start=start, hops=tuple(hops), end=visit, permanent=permanent, loops=loops)
