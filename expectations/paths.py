"""How many clicks it takes to a page, over the links that the crawl saw.

A page is a node, known by its page key; redirects are not clicks. Equal link blocks of different pages (a site's menu)
are one object and are followed once per walk, so that the work stays linear in what the crawl holds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from expectations.chains import follow
from expectations.linked import Block
from expectations.model import Cause, Kind, Outcome, Page, Step, Visit
from expectations.pool import Pool
from expectations.urls import origin, slug

Wanted = tuple[str, str]  # an organisation, and the address of a page of its
_BUDGET = frozenset({Cause.BUDGET, Cause.INTERRUPTED})
_HINDERED = frozenset({Outcome.LIMIT, Outcome.ROBOTS, Outcome.BLOCKED, Outcome.UNREACHABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PathAnswer:
    """The shortest path from `start` to a page.

    `clicks` is the shortest one seen, None when none was. `at_least` is what it can become when the pages that were
    not read are counted in; None when there is no path and nothing unread could hold one.
    """

    start: str
    clicks: int | None = None
    at_least: int | None = None
    steps: tuple[Step, ...] = ()

    @property
    def impossible(self) -> bool:
        """Whether it is certain that no path of links leads there."""
        return self.clicks is None and self.at_least is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unread:
    """A page that was not read. One that the budget left may hold any link. One that we were kept from may hold what
    its address or link text speaks of, for its owner: `kinds`, or all kinds when it is about contact."""

    budget: bool
    owner: str | None = None
    kinds: frozenset[Kind] = frozenset()


class LinkGraph:
    """Which page leads to which."""

    def __init__(self, pool: Pool) -> None:
        self._crawl, self._linked, self._aliases = pool.crawl, pool.linked, pool.aliases
        self._vocabulary, self._scopes, self._portal = pool.vocabulary, pool.scopes, pool.inventory.portal.id
        self._origins = {coverage.origin for coverage in pool.crawl.origins}
        self._numbers: dict[str, int] = {}  # page key -> node
        self._ends: dict[str, int] = {}  # address -> node where it leads
        self._pages: dict[int, list[Page]] = {}
        self._twins: dict[int, set[int]] = {}  # node -> nodes whose canonical it is
        self._unread: dict[int, _Unread] = {}
        self._addresses: dict[int, list[str]] = {}  # node -> addresses that lead there
        self._targets: dict[int, tuple[int, ...]] = {}  # block -> nodes it leads to
        self._holders: dict[int, list[int]] = {}  # block -> nodes it stands on
        self._blocks: dict[int, list[int]] = {}  # node -> its blocks
        self._build()

    def answers(self, start: str, wanted: Mapping[Wanted, frozenset[Kind]]) -> Mapping[Wanted, PathAnswer]:
        """The shortest path from `start` to each wanted page, which serves these kinds."""
        levels = self._levels(self._node(start))
        unread = self._unread_levels(levels)
        return {
            page: self._answer(start, levels, self._nearest(unread, page[0], kinds), page[1])
            for page, kinds in wanted.items()
        }

    def _build(self) -> None:
        for address in sorted(self._crawl.pages):
            page = self._crawl.pages[address]
            node = self._number(self._aliases.page_key(address))
            if page.scripted and not page.link_blocks:
                continue  # scripts bring its links, so it counts as unread
            self._pages.setdefault(node, []).append(page)
            if page.canonical:
                self._twins.setdefault(self._number(self._aliases.page_key(page.canonical)), set()).add(node)
            for block in page.link_blocks:
                self._add(node, block)

    def _add(self, node: int, block: Block) -> None:
        number = self._linked.numbers[id(block)]
        if number not in self._targets:
            self._targets[number] = tuple({self._node(link.target): None for link in block})
        self._holders.setdefault(number, []).append(node)
        self._blocks.setdefault(node, []).append(number)

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _node(self, address: str) -> int:
        node = self._ends.get(address)
        if node is None:
            last = follow(self._crawl.visits, address).last
            node = self._ends[address] = self._number(self._aliases.page_key(last))
            self._addresses.setdefault(node, []).append(address)
            unread = self._unread_of(last)
            if unread:
                self._unread[node] = unread
        return node

    def _unread_of(self, address: str) -> _Unread | None:
        """Whether an address that was not read could hold a link that makes a path shorter."""
        visit = self._crawl.visits.get(address)
        if visit is None:
            return _Unread(budget=True) if origin(address) in self._origins else None
        if visit.cause in _BUDGET:
            return _Unread(budget=True)
        page = self._crawl.pages.get(address)
        hindered = visit.outcome in _HINDERED or (page is not None and page.scripted)
        if not hindered or origin(address) not in self._origins:
            return None
        kinds = self._promised(address, visit)
        return _Unread(budget=False, owner=self._scopes.owner(address), kinds=kinds) if kinds else None

    def _promised(self, address: str, visit: Visit) -> frozenset[Kind]:
        texts = (visit.link_text, slug(address))
        kinds = frozenset(kind for text in texts for kind in self._vocabulary.speaks_of(text))
        about_contact = not kinds and any(self._vocabulary.promise(text) for text in texts)
        return frozenset(Kind) if about_contact else kinds

    def _levels(self, home: int) -> list[set[int]]:
        """The nodes by the clicks they are away."""
        levels, seen, used = [{home}], {home}, set[int]()
        while levels[-1]:
            following: set[int] = set()
            for node in levels[-1]:
                for block in self._blocks.get(node, ()):
                    if block not in used:
                        used.add(block)
                        following.update(self._targets[block])
            following -= seen
            seen |= following
            levels.append(following)
        return levels

    def _unread_levels(self, levels: list[set[int]]) -> list[tuple[int, _Unread]]:
        """The unread pages with the clicks they are away, nearest first."""
        home = min(levels[0])
        unknown_home = [] if home in self._pages else [(0, _Unread(budget=True))]
        nodes = self._unread.keys() - self._pages.keys()
        return unknown_home + [
            (clicks, self._unread[node]) for clicks, level in enumerate(levels) for node in sorted(nodes & level)
        ]

    def _nearest(self, unread: list[tuple[int, _Unread]], organisation: str, kinds: frozenset[Kind]) -> int | None:
        """The nearest unread page that could lead to a page of the organisation: not one that is another's."""
        near = (organisation, self._portal, None)
        return next(
            (clicks for clicks, page in unread if page.budget or (page.owner in near and page.kinds & kinds)), None
        )

    def _answer(self, start: str, levels: list[set[int]], unread: int | None, wanted: str) -> PathAnswer:
        arrivals = self._arrivals(wanted)
        clicks = next((number for number, level in enumerate(levels) if arrivals & level), None)
        known = [bound for bound in (clicks, None if unread is None else unread + 1) if bound is not None]
        steps = () if clicks is None else self._steps(levels, clicks, min(arrivals & levels[clicks]))
        return PathAnswer(start=start, clicks=clicks, at_least=min(known, default=None), steps=steps)

    def _arrivals(self, wanted: str) -> set[int]:
        """The nodes that show the wanted page: itself, and its other addresses by their canonical."""
        node = self._number(self._aliases.page_key(wanted))
        named = {self._number(self._aliases.page_key(p.canonical)) for p in self._pages.get(node, ()) if p.canonical}
        others = {*named, *self._twins.get(node, ())}
        return {node, *(other for other in others if self._headings(other) == self._headings(node))}

    def _headings(self, node: int) -> set[str]:
        """Sites that give every page the home's canonical exist: the same page has the same heading too."""
        return {page.heading for page in self._pages.get(node, ())}

    def _steps(self, levels: list[set[int]], clicks: int, last: int) -> tuple[Step, ...]:
        steps: list[Step] = []
        for number in range(clicks - 1, -1, -1):
            leading = self._linked.blocks_to(self._addresses[last])
            before = min(node for block in leading for node in self._on(block, levels[number]))
            steps.append(self._step(before, last))
            last = before
        return tuple(reversed(steps))

    def _on(self, block: int, level: set[int]) -> Iterable[int]:
        holders = self._holders[block]
        if len(level) < len(holders):
            return [node for node in level if block in self._blocks.get(node, ())]
        return [node for node in holders if node in level]

    def _step(self, before: int, to: int) -> Step:
        links = [link for page in self._pages[before] for link in page.links if self._node(link.target) == to]
        told = next((link for link in links if link.text), links[0])
        return Step(url=follow(self._crawl.visits, told.target).last, text=told.text)
