"""Everything the subjects of one judgement are made from: pages, matches, paths and what was left."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from expectations.coverage import Proofs
from expectations.findability import Findability
from expectations.frames import framed
from expectations.lasting import lasting
from expectations.matching import match_all
from expectations.mentions import Told, told_by
from expectations.model import Crawl, Found, Inventory, Kind, Match, Organisation, Past
from expectations.paths import LinkGraph, PathAnswer, Wanted
from expectations.pool import Pool
from expectations.subjects import About
from expectations.urls import address
from expectations.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`served` says which routes and referrals each matched page answers. `paths` holds, for each start, the way to
    each organisation's matched pages. `failing` are the page keys of declared addresses without their route. `told` is
    what other pages say about routes; `findability` tells of sitemaps, link texts and the sites' own search."""

    pool: Pool
    today: date
    matches: tuple[Match, ...]
    proofs: Proofs
    served: Mapping[str, tuple[About, ...]]
    paths: Mapping[str, Mapping[Wanted, PathAnswer]]
    failing: frozenset[str]
    told: tuple[Told, ...]
    findability: Findability

    @classmethod
    def of(cls, inventory: Inventory, crawl: Crawl, today: date, past: Past) -> "Scene":
        pool = Pool(inventory, framed(crawl, inventory), Vocabulary(inventory), lasting(crawl, past))
        matches = match_all(pool, today)
        served = _served(matches)
        return cls(
            pool=pool,
            today=today,
            matches=matches,
            proofs=Proofs(pool),
            served=served,
            told=told_by(pool, served),
            findability=Findability.of(pool, matches),
            paths=_paths(pool, matches),
            failing=frozenset(
                pool.aliases.page_key(address(match.declared))
                for match in matches
                if match.declared and match.found is Found.NOWHERE
            ),
        )

    def is_referral(self, match: Match) -> bool:
        return any(match.route.id == referral.id for referral in match.organisation.referrals)


def homes(organisation: Organisation) -> tuple[str, ...]:
    """The addresses of an organisation's homes, in every language."""
    return tuple(address(home) for home in organisation.home.values)


def _served(matches: tuple[Match, ...]) -> Mapping[str, tuple[About, ...]]:
    served: dict[str, tuple[About, ...]] = {}
    for match in matches:
        if match.page:
            page = match.page.address
            about = About(organisation=match.organisation.id, route=match.route.id, language=match.language, page=page)
            served[page] = (*served.get(page, ()), about)
    return served


def _paths(pool: Pool, matches: tuple[Match, ...]) -> Mapping[str, Mapping[Wanted, PathAnswer]]:
    portal = pool.inventory.portal
    graph = LinkGraph(pool)
    wanted: dict[str, dict[Wanted, frozenset[Kind]]] = {}
    for match in matches:
        if match.page:
            page = (match.organisation.id, match.page.address)
            for start in (*homes(portal), *homes(match.organisation)):
                pages = wanted.setdefault(start, {})
                pages[page] = pages.get(page, frozenset()) | frozenset(match.route.kinds)
    return {start: graph.answers(start, pages) for start, pages in wanted.items()}
