"""The pages among which routes are looked for, and what is prepared once for all of them."""

from collections.abc import Mapping
from datetime import date

from expectations.classify import Profile, profile, title_parts
from expectations.linked import Linked
from expectations.model import Audience, Crawl, ExpectedRoute, Inventory, Organisation, Page, Referral, Region
from expectations.not_found import NotFound
from expectations.scopes import Scopes
from expectations.urls import address, origin, slug
from expectations.vocabulary import Vocabulary, plain


def as_route(referral: Referral) -> ExpectedRoute:
    """A referral page as an expectation of the portal."""
    return ExpectedRoute(
        id=referral.id, kinds=referral.kinds, url=referral.url, title=referral.title, line=referral.line
    )


def expected_routes(organisation: Organisation, today: date) -> tuple[ExpectedRoute, ...]:
    """The routes for outsiders that are expected today; for the portal its referrals too."""
    declared = (*map(as_route, organisation.referrals), *organisation.routes)
    return tuple(route for route in declared if route.audience is Audience.EXTERNAL and is_current(route, today))


def is_current(route: ExpectedRoute, today: date) -> bool:
    """Whether a route is expected on a day; one past `valid.until` is neither expected nor unexpected."""
    return (route.valid_from or today) <= today <= (route.valid_until or today)


class Pool:
    """The pages of one crawl, with whose they are, what they are, and which of them could be routes."""

    def __init__(
        self, inventory: Inventory, crawl: Crawl, vocabulary: Vocabulary, lasting: Mapping[str, str] | None = None
    ) -> None:
        """`lasting` are the addresses whose trouble lasts, with the moment since when."""
        self.inventory, self.crawl, self.vocabulary = inventory, crawl, vocabulary
        self.lasting = lasting or {}
        self.scopes = Scopes(inventory)
        self.aliases = self.scopes.aliases
        homes = [address(home) for o in inventory.organisations for home in o.home.values]
        self.not_found = NotFound(crawl, self.aliases, homes, vocabulary)
        self._profiles: dict[str, Profile] = {}
        self._declared = self._declared_keys()
        self._desks = self._own_desks()
        self._candidates = self._all_candidates()
        self.linked = Linked(crawl.pages.values())
        self._link_texts = self._texts_of_links()

    def profile(self, page: Page) -> Profile:
        """What a page is; looked at once."""
        if page.address not in self._profiles:
            self._profiles[page.address] = profile(page, self.vocabulary)
        return self._profiles[page.address]

    def candidates(self, organisation: str) -> tuple[Page, ...]:
        """The pages that could be a route of an organisation, by their titles and addresses."""
        return self._candidates.get(organisation, ())

    def declared_by(self, page: Page) -> frozenset[str]:
        """The organisations whose route or referral, current or not, the inventory says this page is."""
        return self._declared.get(self.aliases.page_key(page.address), frozenset())

    def link_texts(self, page: Page) -> tuple[str, ...]:
        """The texts of the links that lead to a candidate page."""
        return self._link_texts.get(self.aliases.page_key(page.address), ())

    def keys(self, route: ExpectedRoute) -> frozenset[str]:
        """The page keys of a route's declared addresses."""
        return frozenset(self.aliases.page_key(address(url)) for url in route.url.values)

    def _declared_keys(self) -> Mapping[str, frozenset[str]]:
        declared: dict[str, frozenset[str]] = {}
        for organisation in self.inventory.organisations:
            for route in (*organisation.routes, *map(as_route, organisation.referrals)):
                for key in self.keys(route):
                    declared[key] = declared.get(key, frozenset()) | {organisation.id}
        return declared

    def _own_desks(self) -> Mapping[str, str]:
        """The organisation of each origin on which just one organisation has routes."""
        having: dict[str, set[str]] = {}
        for organisation in self.inventory.organisations:
            for url in (url for route in organisation.routes for url in route.url.values):
                having.setdefault(origin(address(url)), set()).add(organisation.id)
        return {where: next(iter(who)) for where, who in having.items() if len(who) == 1}

    def _all_candidates(self) -> Mapping[str, tuple[Page, ...]]:
        titles = {plain(t) for o in self.inventory.organisations for route in o.routes for t in route.title.values}
        found: dict[str, list[Page]] = {}
        for page in self.crawl.pages.values():
            if self.scopes.is_alias(page.address):
                continue
            own = {plain(title) for title in (page.heading, *title_parts(page.title))}
            if own & titles or self._could_be_route(page):
                for organisation in self._possible_owners(page):
                    found.setdefault(organisation, []).append(page)
        return {key: tuple(pages) for key, pages in found.items()}

    def _could_be_route(self, page: Page) -> bool:
        if self.vocabulary.speaks_of(" . ".join((page.heading, page.title, slug(page.address)))):
            return True
        return any(channel.region is Region.MAIN for channel in page.channels) and any(
            self.vocabulary.names(heading.text) for heading in page.headings
        )

    def _possible_owners(self, page: Page) -> tuple[str, ...]:
        """The owner by address, or of the routes on its host; on pages of the portal, also whom the page is about."""
        owner = self.scopes.owner(page.address) or self._desks.get(origin(page.address))
        if owner is not None and owner != self.inventory.portal.id:
            return (owner,)
        about = " . ".join((page.heading, *page.breadcrumb))
        named = [o.id for o in self.inventory.organisations if o.id != owner and self.scopes.named(o.id, about)]
        return (*((owner,) if owner else ()), *named)

    def _texts_of_links(self) -> Mapping[str, tuple[str, ...]]:
        wanted = {self.aliases.page_key(page.address) for pages in self._candidates.values() for page in pages}
        keys = {target: key for target in self.linked.targets if (key := self.aliases.page_key(target)) in wanted}
        texts: dict[str, dict[str, None]] = {}
        for number in self.linked.blocks_to(keys):
            for link in self.linked.blocks[number]:
                if link.target in keys and link.text:
                    texts.setdefault(keys[link.target], {})[link.text] = None
        return {key: tuple(found) for key, found in texts.items()}
