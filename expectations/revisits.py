"""What must be visited again to know whether one finding still holds: as few addresses as give an honest answer."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from expectations.coverage import Proof, Proofs
from expectations.inventory import queries
from expectations.model import (
    Crawl,
    ExpectedRoute,
    Family,
    Finding,
    Inventory,
    Kind,
    Language,
    Organisation,
    Page,
    Report,
    RouteResult,
)
from expectations.pool import Pool, as_route
from expectations.scene import homes
from expectations.urls import AddressError, address, origin, path_words
from expectations.vocabulary import Vocabulary

MOST = 60  # addresses of one recheck
_LINKERS, _HUBS, _CANDIDATES = 6, 6, 6
# A route that failed may stand elsewhere by now, and one that was missing may have come.
_ABSENT = frozenset(
    {
        *("route-missing", "translation-missing", "kind-missing", "document-only", "page-broken", "page-soft-404"),
        *("redirect-loop", "certificate-invalid", "login-required", "page-unreadable", "crawl-incomplete"),
    }
)
_PATHS = frozenset({"too-many-clicks", "route-unlinked"})
_NOTHING = frozenset({"waiver-expired", "waiver-unused"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """The pages to visit, most telling first; the origins whose sitemaps and the result pages that matter too.
    `incomplete` when so much was left that only a whole crawl can tell."""

    pages: tuple[str, ...]
    sitemaps: frozenset[str] = frozenset()
    searches: tuple[str, ...] = ()
    incomplete: bool = False


def revisit(finding: Finding, report: Report, inventory: Inventory, crawl: Crawl) -> Revisit:
    """What to visit for a finding of this report, which was made of this crawl."""
    if finding.code in _NOTHING:
        return Revisit(pages=())
    pool = Pool(inventory, crawl, Vocabulary(inventory))
    of = _Of(finding, report, inventory, pool)
    wanted = tuple(dict.fromkeys(_addresses(of.pages())))
    too_much = of.in_the_way.count > len(of.in_the_way.left)
    return Revisit(
        pages=wanted[:MOST],
        sitemaps=of.sitemaps(),
        searches=of.searches(),
        incomplete=too_much or len(wanted) > MOST,
    )


@dataclass(frozen=True)
class _Of:
    """What one finding needs."""

    finding: Finding
    report: Report
    inventory: Inventory
    pool: Pool

    def pages(self) -> Iterator[str]:
        """Everything that the finding itself names, then what its kind of finding depends on."""
        yield from self._named()
        if self.finding.code in _PATHS:
            yield from self._paths()
            yield from self._above()
            yield from self._hubs()
        if self.finding.code in _ABSENT:
            yield from self.in_the_way.left
            yield from self._starts()
            yield from self._candidates()
            yield from self._linkers(_LINKERS)
            yield from self._hubs()
        if self.finding.code == "link-text-vague":
            yield from self._linkers(2 * _LINKERS)

    def sitemaps(self) -> frozenset[str]:
        page = self.finding.page
        return frozenset({origin(page)} if page and self.finding.code == "not-in-sitemap" else ())

    def searches(self) -> tuple[str, ...]:
        organisation, route = self._organisation(), self._route()
        if self.finding.code != "not-in-search" or organisation is None or route is None:
            return ()
        languages = (self.finding.language,) if self.finding.language else route.languages
        asked = (queries(self.inventory, organisation, route, x, self.finding.page) for x in languages)
        return tuple(dict.fromkeys(query.address for every in asked for query in every))

    @cached_property
    def in_the_way(self) -> Proof:
        """The addresses that stood in the way of saying that something is absent, the first few by name."""
        organisation = self._organisation()
        if organisation is None or self.finding.code != "crawl-incomplete":
            return Proof(holds=True)
        return Proofs(self.pool).proof(organisation, self._kinds())

    def _named(self) -> Iterator[str]:
        finding, route = self.finding, self._route()
        yield from (one for one in (finding.page, *finding.pages, finding.target) if one)
        if route is not None:
            yield from (url for url in map(route.url.get, self._languages(route)) if url)
        yield from (one.found_url for one in self._results() if one.found_url)
        if finding.code == "referral-missing" and finding.found:
            yield finding.found
        if finding.family is Family.UNVERIFIED and finding.route is None and finding.target:
            yield finding.target + "/"
            yield from self._links_into(finding.target)

    def _languages(self, route: ExpectedRoute) -> tuple[Language, ...]:
        """Both versions where one is held against the other."""
        alone = self.finding.language is not None and self.finding.code != "language-conflict"
        return (self.finding.language,) if alone and self.finding.language else route.languages

    def _links_into(self, site: str) -> Iterator[str]:
        pages = (self.pool.crawl.pages.get(one) for one in self.finding.pages)
        yield from (link.target for page in pages if page for link in page.links if origin(link.target) == site)

    def _paths(self) -> Iterator[str]:
        yield from self._starts()
        for result in self._results():
            yield from (step.url for step in (*result.path_home, *result.path_portal))

    def _above(self) -> Iterator[str]:
        """The pages above the route's own, where a link to it would be expected."""
        pages = {self.pool.aliases.page_key(one): one for one in sorted(self.pool.crawl.pages, reverse=True)}
        for found in _addresses(filter(None, (self.finding.page, *(one.found_url for one in self._results())))):
            folder = self.pool.aliases.page_key(found).partition("?")[0]
            while "/" in (folder := folder.rpartition("/")[0]):
                if folder in pages or folder + "/" in pages:
                    yield pages.get(folder) or pages[folder + "/"]

    def _starts(self) -> Iterator[str]:
        organisation = self._organisation()
        yield from homes(organisation) if organisation else ()
        yield from homes(self.inventory.portal)
        for referral in self.inventory.portal.referrals:
            if self.finding.code not in _PATHS and self._kinds() & set(referral.kinds):
                yield from referral.url.values

    def _candidates(self) -> Iterator[str]:
        """The organisation's pages that are nearest to what is missed."""
        pool, kinds = self.pool, self._kinds()
        pages = [page for page in pool.candidates(self.finding.organisation) if pool.profile(page).kinds & kinds]
        pages.sort(key=lambda page: (not pool.profile(page).route, len(page.address), page.address))
        yield from (page.address for page in pages[:_CANDIDATES])

    def _linkers(self, most: int) -> Iterator[str]:
        """The pages that led to the route, and will lead to where it stands by now; the highest ones first."""
        linked, route = self.pool.linked, self._route()
        wanted = {
            *_addresses(route.url.values if route else ()),
            *(x.found_url for x in self._results() if x.found_url),
        }
        numbers = set(linked.blocks_to(sorted(wanted)))
        pages = [page for page in self.pool.crawl.pages.values() if _holds(page, numbers, linked.numbers)]
        pages.sort(key=lambda page: (page.address.count("/"), len(page.address), page.address))
        yield from (page.address for page in pages[:most])

    def _hubs(self) -> Iterator[str]:
        """What the organisation's homes, and then the portal's, call contact, or by a word for what is missed."""
        organisation = self._organisation()
        yield from self._hubs_of(homes(organisation) if organisation else (), _HUBS)
        yield from self._hubs_of(homes(self.inventory.portal), _HUBS // 2)

    def _hubs_of(self, starts: Iterable[str], most: int) -> Iterator[str]:
        promise, found = self.pool.vocabulary.promise, dict[str, float]()
        for page in filter(None, map(self.pool.crawl.pages.get, starts)):
            for link in page.links:
                told = max(promise(link.text), promise(path_words(link.target)))
                if told > 0 and link.target in self.pool.crawl.pages:
                    found[link.target] = max(told, found.get(link.target, 0.0))
        yield from sorted(found, key=lambda one: (-found[one], len(one), one))[:most]

    def _kinds(self) -> frozenset[Kind]:
        route, organisation = self._route(), self._organisation()
        if route is not None:
            return frozenset(route.kinds)
        if self.finding.expected in tuple(Kind):
            return frozenset({Kind(self.finding.expected)})
        return frozenset(organisation.policy.required_kinds if organisation else ())

    def _organisation(self) -> Organisation | None:
        return next((one for one in self.inventory.organisations if one.id == self.finding.organisation), None)

    def _route(self) -> ExpectedRoute | None:
        organisation = self._organisation()
        every = (*organisation.routes, *map(as_route, organisation.referrals)) if organisation else ()
        return next((one for one in every if one.id == self.finding.route), None)

    def _results(self) -> tuple[RouteResult, ...]:
        """The route as the report tells it, in the finding's language or all."""
        return tuple(
            result
            for organisation in self.report.organisations
            for result in organisation.routes
            if (organisation.id, result.id) == (self.finding.organisation, self.finding.route)
            and (self.finding.code == "language-conflict" or self.finding.language in (None, result.language))
        )


def _holds(page: Page, numbers: set[int], known: Mapping[int, int]) -> bool:
    return any(known[id(block)] in numbers for block in page.link_blocks)


def _addresses(urls: Iterable[str]) -> Iterator[str]:
    for url in urls:
        with suppress(AddressError):
            yield address(url)
