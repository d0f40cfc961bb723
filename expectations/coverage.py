"""Says whether absence may be said: whether we looked well enough for a page that we did not find.

A route of a kind is proved absent when nothing was left in the organisation's own scope, but for addresses that we were
kept from and that do not speak of the kind; and when on the portal and on the organisation's other origins nothing was
left that speaks of the kind and is not another organisation's (design, section 7).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from expectations.chains import follow
from expectations.model import Cause, Coverage, Kind, Organisation, Outcome, Stopped, Visit
from expectations.pool import Pool
from expectations.urls import address, origin, path_words

_LEFT = frozenset({Outcome.LIMIT, Outcome.ROBOTS, Outcome.BLOCKED, Outcome.UNREACHABLE})
_VISITED = frozenset({Outcome.OK, Outcome.MOVED, Outcome.BROKEN})
_OUR_CHOICE = frozenset({Cause.BUDGET, Cause.INTERRUPTED})  # so nothing is known of what they hold
_SHUT = frozenset({Stopped.BLOCKED, Stopped.UNREACHABLE, Stopped.ROBOTS})
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Whether absence is proved; `left` are the addresses that stand in the way, the first few by name."""

    holds: bool
    count: int = 0
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Promising:
    """An address that was left and speaks of a kind."""

    address: str
    owner: str | None
    kinds: frozenset[Kind]


class Proofs:
    """What was left of each organisation, and what that allows to say."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._portal = pool.inventory.portal
        self._origins = {o.id: pool.scopes.origins(o.id) for o in pool.inventory.organisations}
        self._visited: dict[str | None, int] = {}
        self._left: dict[str | None, int] = {}
        self._by_choice: dict[str | None, list[str]] = {}
        self._promising: list[_Promising] = []
        self._sort_visits()

    def proof(self, organisation: Organisation, kinds: Iterable[Kind]) -> Proof:
        """Whether it may be said that an organisation has no page of these kinds that we did not see."""
        promising = (left.address for left in self._near(organisation, frozenset(kinds)))
        hiding = sorted({*self._by_choice.get(organisation.id, ()), *promising})
        holds = not hiding and self._was_open(organisation)
        return Proof(holds=holds, count=len(hiding), left=tuple(hiding[:_NAMED]))

    def coverage(self, organisation: Organisation, kinds: Iterable[Kind]) -> Coverage:
        """The same for the report, over all kinds that matter for the organisation."""
        wanted = frozenset(kinds)
        return Coverage(
            visited=self._visited.get(organisation.id, 0),
            left=self._left.get(organisation.id, 0),
            left_promising=sum(1 for _ in self._near(organisation, wanted)),
            proof=self.proof(organisation, wanted).holds,
        )

    def _sort_visits(self) -> None:
        pool = self._pool
        read = {pool.aliases.page_key(page.address) for page in pool.crawl.pages.values() if not page.scripted}
        read |= {pool.aliases.page_key(visit.address) for visit in pool.crawl.visits.values() if _is_absent(visit)}
        for visit in pool.crawl.visits.values():
            owner = pool.scopes.owner(visit.address)
            if visit.outcome in _VISITED:
                self._visited[owner] = self._visited.get(owner, 0) + 1
            if self._is_unread(visit) and pool.aliases.page_key(visit.address) not in read:
                self._sort_left(visit, owner)

    def _sort_left(self, visit: Visit, owner: str | None) -> None:
        self._left[owner] = self._left.get(owner, 0) + 1
        if visit.cause in _OUR_CHOICE:
            self._by_choice.setdefault(owner, []).append(visit.address)
        kinds = self._kinds(visit)
        if kinds:
            self._promising.append(_Promising(address=visit.address, owner=owner, kinds=kinds))

    def _is_unread(self, visit: Visit) -> bool:
        page = self._pool.crawl.pages.get(visit.address)
        return visit.outcome in _LEFT or visit.cause is Cause.CERTIFICATE or (page is not None and page.scripted)

    def _near(self, organisation: Organisation, wanted: frozenset[Kind]) -> Iterator[_Promising]:
        """What was left and speaks of the kinds: own addresses, and nobody else's on the portal and on own origins."""
        for left in self._promising:
            nobodys = left.owner is None and origin(left.address) in self._origins[organisation.id]
            if left.kinds & wanted and (nobodys or left.owner in (organisation.id, self._portal.id)):
                yield left

    def _was_open(self, organisation: Organisation) -> bool:
        """Whether the crawl ended by itself and the homes of organisation and portal could be read."""
        if self._pool.crawl.run.finished is None:
            return False
        shut = {coverage.origin for coverage in self._pool.crawl.origins if coverage.stopped in _SHUT}
        own = {origin(address(url)) for url in (*organisation.home.values, *organisation.scope)}
        return not own & shut and all(self._home_was_read(one) for one in (organisation, self._portal))

    def _home_was_read(self, organisation: Organisation) -> bool:
        homes = [address(home) for home in organisation.home.values]
        crawl = self._pool.crawl
        return not homes or any(follow(crawl.visits, home).last in crawl.pages for home in homes)

    def _kinds(self, visit: Visit) -> frozenset[Kind]:
        speaks_of = self._pool.vocabulary.speaks_of
        return speaks_of(path_words(visit.address)) | (speaks_of(visit.link_text) if visit.link_text else frozenset())


def _is_absent(visit: Visit) -> bool:
    """Whether an address is known not to be there, so that an alias of it hides nothing."""
    return visit.outcome is Outcome.BROKEN and visit.confirmed and visit.cause is not Cause.CERTIFICATE
