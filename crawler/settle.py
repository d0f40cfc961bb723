"""Says where every redirect ends, once the crawl is over."""

from collections.abc import Mapping
from dataclasses import replace

from crawler.outcomes import OUTCOMES
from expectations.chains import MAX_HOPS
from expectations.model import Cause, Outcome, Visit

SETS_COOKIE = "sets a cookie"


def settle(visits: Mapping[str, Visit]) -> dict[str, Visit]:
    """The visits with every redirecting address given the outcome of its end: moved when it ends well."""
    return {address: _settled(visit, visits) for address, visit in visits.items()}


def _settled(start: Visit, visits: Mapping[str, Visit]) -> Visit:
    if start.location is None:
        return start
    seen = {start.address}
    here = start
    cookies = False
    while here.location is not None:
        cookies |= here.detail == SETS_COOKIE
        if here.location in seen and cookies:
            # A browser that brings the cookie along may well arrive; we are kept out.
            return replace(
                start,
                outcome=Outcome.BLOCKED,
                cause=Cause.REFUSES_ROBOTS,
                detail="redirects in circles without cookies",
            )
        if here.location in seen:
            return _ended(start, Cause.REDIRECT_LOOP)
        if len(seen) > MAX_HOPS:
            return _ended(start, Cause.TOO_MANY_REDIRECTS)
        seen.add(here.location)
        following = visits.get(here.location)
        if following is None:
            return _ended(start, Cause.BAD_REDIRECT)
        here = following
    if here.cause is Cause.TOO_DEEP and len(seen) > MAX_HOPS:
        return _ended(start, Cause.TOO_MANY_REDIRECTS)
    if here.outcome is Outcome.OK:
        return replace(start, outcome=Outcome.MOVED, cause=Cause.REDIRECTED, detail="")
    return replace(
        start, outcome=here.outcome, cause=here.cause, detail=here.detail or str(here.status or ""),
        confirmed=here.confirmed,
    )  # fmt: skip


def _ended(visit: Visit, cause: Cause) -> Visit:
    return replace(visit, outcome=OUTCOMES[cause], cause=cause, confirmed=True)
