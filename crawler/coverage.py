"""Says per origin how far it was visited, and what stopped us."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from crawler.ledger import Entry
from crawler.outcomes import REFUSALS
from crawler.robots import Rules
from crawler.traps import folder_of
from expectations.model import Cause, OriginCoverage, Outcome, Stopped, Trap, Visit
from expectations.urls import origin

_ENOUGH, _NEARLY_ALL = 50, 0.8  # pages of a folder that were read, and the share that just one page knows


def coverage(
    entries: Iterable[Entry],
    visits: Mapping[str, Visit],
    pages: Collection[str],
    known: Mapping[str, tuple[Rules, bool]],
) -> tuple[OriginCoverage, ...]:
    """The origins that were visited for their own sake, by name; `pages` are the addresses that were read."""
    own: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.in_scope:
            own[origin(entry.address)].append(entry)
    return tuple(_of(name, own[name], visits, pages, *known.get(name, (Rules(), False))) for name in sorted(own))


def _of(
    name: str, entries: list[Entry], visits: Mapping[str, Visit], pages: Collection[str], rules: Rules, sitemap: bool
) -> OriginCoverage:
    # Outcomes of their own, not those that a redirect inherits: the latter tell of other origins.
    ends = [visits[entry.address] for entry in entries if visits[entry.address].location is None]
    causes = Counter(visit.cause for visit in ends)
    traps = Counter(entry.pattern for entry in entries if visits[entry.address].cause is Cause.TRAP)
    traps |= _endless(entries, visits, pages) if causes[Cause.BUDGET] else Counter()
    unvisited = [visit for visit in ends if visit.status is None and visit.outcome is not Outcome.OK]
    stopped = _stopped(causes, unvisited, rules)
    return OriginCoverage(
        origin=name,
        pages=sum(1 for entry in entries if entry.address in pages),
        complete=stopped is None,
        stopped=stopped,
        traps=tuple(Trap(pattern=pattern, count=count) for pattern, count in sorted(traps.items())),
        sitemap=sitemap,
    )


def _endless(entries: Iterable[Entry], visits: Mapping[str, Visit], pages: Collection[str]) -> Counter[str]:
    """The folders whose pages lead to ever more pages that no other page knows, and how many are known of them."""
    fresh: Counter[str] = Counter()
    read: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for entry in entries:
        if entry.address in pages:
            read[folder_of(entry.address)] += 1
            fresh[entry.pattern] += 1
        elif visits[entry.address].cause is Cause.BUDGET:
            left[entry.pattern] += 1
    return Counter(
        {
            folder: count + left[folder]
            for folder, count in fresh.items()
            if folder and count >= max(_ENOUGH, _NEARLY_ALL * read[folder]) and left[folder] > count
        }
    )


def _stopped(causes: Counter[Cause], unvisited: list[Visit], rules: Rules) -> Stopped | None:
    if rules.closed is not None and rules.closed not in (Cause.ROBOTS, Cause.ROBOTS_UNREACHABLE):
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
    return Stopped.TRAP if causes[Cause.TRAP] or causes[Cause.TOO_DEEP] else None
