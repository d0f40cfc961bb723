"""Says per origin how far it was visited, and what stopped us."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from crawler.ledger import Entry
from crawler.outcomes import REFUSALS
from crawler.robots import Rules
from expectations.model import Cause, OriginCoverage, Outcome, Stopped, Trap, Visit
from expectations.urls import origin

_OUR_LIMITS = frozenset({Cause.BUDGET, Cause.INTERRUPTED, Cause.TRAP, Cause.TOO_DEEP, Cause.TOO_LONG})


def coverage(
    entries: Iterable[Entry], visits: Mapping[str, Visit], known: Mapping[str, tuple[Rules, bool]]
) -> tuple[OriginCoverage, ...]:
    """The origins that were visited for their own sake, in the order of their names."""
    own: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.in_scope:
            own[origin(entry.address)].append(entry)
    return tuple(_of(name, own[name], visits, *known.get(name, (Rules(), False))) for name in sorted(own))


def _of(name: str, entries: list[Entry], visits: Mapping[str, Visit], rules: Rules, sitemap: bool) -> OriginCoverage:
    # Outcomes of their own, not those that a redirect inherits: the latter tell of other origins.
    ends = [visits[entry.address] for entry in entries if visits[entry.address].location is None]
    causes = Counter(visit.cause for visit in ends)
    traps = Counter(entry.pattern for entry in entries if visits[entry.address].cause is Cause.TRAP)
    left = sum(count for cause, count in causes.items() if cause in _OUR_LIMITS | {Cause.ROBOTS})
    unvisited = [visit for visit in ends if visit.status is None and visit.outcome is not Outcome.OK]
    return OriginCoverage(
        origin=name,
        pages=sum(1 for visit in ends if visit.outcome is Outcome.OK),
        complete=left == 0 and not unvisited,
        stopped=_stopped(causes, unvisited, rules),
        traps=tuple(Trap(pattern=pattern, count=count) for pattern, count in sorted(traps.items())),
        sitemap=sitemap,
    )


def _stopped(causes: Counter[Cause], unvisited: list[Visit], rules: Rules) -> Stopped | None:
    if rules.closed is not None and rules.closed is not Cause.ROBOTS_UNREACHABLE:
        return Stopped.UNREACHABLE
    if rules.closed is not None or (causes[Cause.ROBOTS] and not causes[Cause.ANSWERED]):
        return Stopped.ROBOTS
    left_by = {visit.cause for visit in unvisited if visit.attempts == 0}
    if left_by & REFUSALS:
        return Stopped.BLOCKED
    if any(visit.outcome is Outcome.UNREACHABLE for visit in unvisited if visit.attempts == 0):
        return Stopped.UNREACHABLE
    if causes[Cause.BUDGET] or causes[Cause.INTERRUPTED]:
        return Stopped.BUDGET
    return Stopped.TRAP if causes[Cause.TRAP] else None
