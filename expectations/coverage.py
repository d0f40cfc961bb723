"""Says whether absence may be said: whether we looked well enough for a page that we did not find.

A route of a kind is proved absent when nothing was left in the organisation's own scope, but for addresses that we were
kept from and that do not speak of the kind; and when on the portal and on the organisation's other origins nothing was
left that speaks of the kind and is not another organisation's (design, section 7).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from expectations.chains import follow
from expectations.model import Cause, Coverage, Kind, Organisation, Outcome, Stopped, Visit
from expectations.pool import Pool
from expectations.scopes import prefixes
from expectations.urls import address, origin, path_words

_LEFT = frozenset({Outcome.LIMIT, Outcome.ROBOTS, Outcome.BLOCKED, Outcome.UNREACHABLE})
_OURS = frozenset({Cause.BUDGET, Cause.INTERRUPTED})  # left by our own choice, so nothing is known of what they hold
_SHUT = frozenset({Stopped.BLOCKED, Stopped.UNREACHABLE, Stopped.ROBOTS})
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Whether absence is proved; `left` are the addresses that stand in the way, the first few by name."""

    holds: bool
    count: int = 0
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    visit: Visit
    owner: str | None
    kinds: frozenset[Kind]


class Proofs:
    """What was left of each organisation, and what that allows to say."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._portal = pool.inventory.portal
        read = {pool.aliases.page_key(page) for page in pool.crawl.pages}
        self._left = tuple(
            _Left(visit=visit, owner=pool.scopes.owner(visit.address), kinds=self._kinds(visit))
            for visit in pool.crawl.visits.values()
            if visit.outcome in _LEFT and pool.aliases.page_key(visit.address) not in read
        )
        self._visited = self._count_visited()

    def proof(self, organisation: Organisation, kinds: Iterable[Kind]) -> Proof:
        """Whether it may be said that an organisation has no page of these kinds that we did not see."""
        wanted = frozenset(kinds)
        hiding = sorted(left.visit.address for left in self._left if self._could_hide(organisation, left, wanted))
        return Proof(
            holds=not hiding and self._was_open(organisation), count=len(hiding), left=tuple(hiding[:_NAMED])
        )

    def coverage(self, organisation: Organisation, kinds: Iterable[Kind]) -> Coverage:
        """The same for the report, over all kinds that matter for the organisation."""
        wanted = frozenset(kinds)
        own = [left for left in self._left if left.owner == organisation.id]
        near = [left for left in self._left if self._is_near(organisation, left)]
        return Coverage(
            visited=self._visited.get(organisation.id, 0),
            left=len(own),
            left_promising=sum(1 for left in (*own, *near) if left.kinds & wanted),
            proof=self.proof(organisation, wanted).holds,
        )

    def _could_hide(self, organisation: Organisation, left: _Left, wanted: frozenset[Kind]) -> bool:
        if left.owner == organisation.id and left.visit.cause in _OURS:
            return True
        within = left.owner == organisation.id or self._is_near(organisation, left)
        return within and bool(left.kinds & wanted)

    def _is_near(self, organisation: Organisation, left: _Left) -> bool:
        """On the portal or on an origin of the organisation, outside its scope, and nobody else's."""
        if left.owner is None:
            return origin(left.visit.address) in self._pool.scopes.origins(organisation.id)
        return left.owner == self._portal.id and organisation.id != self._portal.id

    def _was_open(self, organisation: Organisation) -> bool:
        """Whether the crawl ended by itself and the homes of organisation and portal could be read."""
        if self._pool.crawl.run.finished is None:
            return False
        shut = {coverage.origin for coverage in self._pool.crawl.origins if coverage.stopped in _SHUT}
        own = {origin(prefix) for prefix in prefixes(organisation)}
        return not own & shut and all(self._home_was_read(one) for one in (organisation, self._portal))

    def _home_was_read(self, organisation: Organisation) -> bool:
        homes = [address(home) for home in organisation.home.values]
        crawl = self._pool.crawl
        return not homes or any(follow(crawl.visits, home).last in crawl.pages for home in homes)

    def _kinds(self, visit: Visit) -> frozenset[Kind]:
        speaks_of = self._pool.vocabulary.speaks_of
        return speaks_of(path_words(visit.address)) | (speaks_of(visit.link_text) if visit.link_text else frozenset())

    def _count_visited(self) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for visit in self._pool.crawl.visits.values():
            if visit.outcome not in _LEFT:
                owner = self._pool.scopes.owner(visit.address)
                if owner is not None:
                    counts[owner] = counts.get(owner, 0) + 1
        return counts
