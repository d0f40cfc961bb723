"""Says whose page an address is: which organisation's own pages it belongs to."""

import re
from collections.abc import Mapping

from expectations.model import Inventory, Organisation, OrganisationType, Page
from expectations.urls import Aliases, address, host, origin
from expectations.vocabulary import plain

_START_PAGE = re.compile(r"/(?:index|default|home|start|welkom|welcome)(?:\.\w{2,5})?/?$", re.IGNORECASE)


def folder(home: str) -> str:
    """The prefix under which an organisation's pages stand: its home, without a file name such as `index.html`."""
    return _START_PAGE.sub("/", home.partition("?")[0])


class Scopes:
    """Knows every organisation's own addresses: everything under home and scope, and its routes' addresses."""

    def __init__(self, inventory: Inventory) -> None:
        self._organisations = {o.id: o for o in inventory.organisations}
        self._portal = inventory.portal.id
        self.aliases, self._written = Aliases.of(inventory), Aliases()
        self._folders: dict[str, str] = {}  # page key of a home or scope -> whose it is
        for prefix, id_ in sorted((prefix, o.id) for o in inventory.organisations for prefix in prefixes(o)):
            self._folders.setdefault(_folder_key(self._written, prefix), id_)
        self._routes: Mapping[str, str] = {
            self.aliases.page_key(address(url)): o.id
            for o in reversed(inventory.organisations)
            for route in o.routes
            for url in route.url.values
        }
        self._known: dict[str, str | None] = {}
        self._names = {o.id: _names(o) for o in inventory.organisations}

    def owner(self, of: str) -> str | None:
        """The organisation whose page an address is: the longest home or scope above it; None when nobody's."""
        if of not in self._known:
            self._known[of] = self._routes.get(self.aliases.page_key(of)) or self._by_folder(of)
        return self._known[of]

    def owns(self, organisation: str, of: str) -> bool:
        """Whether an address is the organisation's own and no other's."""
        return self.owner(of) == organisation

    def is_alias(self, of: str) -> bool:
        """Whether an address stands on an alias, so that its page has another address too."""
        return self.aliases.page_key(of) != self._written.page_key(of)

    def responsible(self, page: Page) -> str | None:
        """The organisation a page names as responsible in its metadata, if it is one of the inventory."""
        words = plain(page.owner)
        if not words:
            return None
        return next((id_ for id_, names in self._names.items() if words in names), None)

    def named(self, organisation: str, text: str) -> bool:
        """Whether a title or text names the organisation in full or by its abbreviation."""
        words = f" {plain(text)} "
        return any(f" {name} " in words for name in self._names[organisation])

    def origins(self, organisation: str) -> frozenset[str]:
        """The origins on which the organisation's own pages stand."""
        owner = self._organisations[organisation]
        urls = [*prefixes(owner), *(u for route in owner.routes for u in route.url.values)]
        return frozenset(origin(address(url)) for url in urls)

    def _by_folder(self, of: str) -> str | None:
        owner = self._nearest(_folder_key(self._written, of))
        if owner != self._portal:
            return owner
        return self._nearest(_folder_key(self.aliases, of)) or owner  # an alias of the portal shows ministries too

    def _nearest(self, key: str) -> str | None:
        """The owner of the longest prefix: a web has too many addresses to hold each against every prefix."""
        while key not in self._folders:
            key, slash, _ = key.rpartition("/")
            if not slash:
                return None
        return self._folders[key]


def _folder_key(aliases: Aliases, of: str) -> str:
    return aliases.page_key(of).partition("?")[0].rstrip("/")


def prefixes(organisation: Organisation) -> tuple[str, ...]:
    """The addresses under which everything is the organisation's own."""
    urls = (*organisation.home.values, *organisation.scope, *organisation.aliases)
    return tuple(dict.fromkeys(folder(address(url)) for url in urls))


def on_portal(inventory: Inventory, of: str) -> bool:
    """Whether an address stands on one of the portal's hosts."""
    urls = (*inventory.portal.home.values, *inventory.portal.aliases)
    return host(of) in {host(address(url)) for url in urls} and origin(of) in {origin(address(url)) for url in urls}


def _names(organisation: Organisation) -> frozenset[str]:
    names = [plain(name) for name in organisation.name.values]
    short = [name.removeprefix("ministerie van ").removeprefix("ministry of ") for name in names]
    ministry = organisation.type is OrganisationType.MINISTRY
    abbreviations = [plain(organisation.abbreviation)] if organisation.abbreviation else []
    return frozenset(name for name in (*names, *(short if ministry else ()), *abbreviations) if len(name) > 1)
