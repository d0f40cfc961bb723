"""Where a crawl starts and how far it goes: the inventory's addresses and the origins they stand on."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from expectations.inventory import all_queries, origins
from expectations.model import Inventory, Organisation, OrganisationType
from expectations.urls import address, alias_origins, origin, path, under

MAX_NEWS = 25  # addresses that are new on the pages asked for, and promise something
_USUAL_CLICKS = 3
MAX_PROBES = 5  # prefixes per origin that are asked for a page that cannot exist


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Just these pages, the sitemaps of these origins and these result pages; `known` are all addresses seen before."""

    pages: tuple[str, ...]
    sitemaps: frozenset[str] = frozenset()
    searches: tuple[str, ...] = ()
    known: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """`expected` are the addresses of routes and referrals, `homes` of home pages and their aliases, `aliases` the
    alias origins, each with the origin it stands for, `starts` all further starting points, `sitemaps` the declared
    ones. `clicks` tells per home and alias how many clicks from there must be looked at to prove an absence. `searches`
    are the result pages of the sites' own search. `own` are all origins of the inventory, also of organisations that
    are not visited this time. `scripted` are the origins whose pages need their scripts. With `asked` nothing is
    visited but that, and where it leads."""

    origins: frozenset[str]
    own: frozenset[str]
    expected: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]
    homes: tuple[str, ...]
    starts: tuple[str, ...]
    sitemaps: tuple[str, ...]
    places: frozenset[str]
    searches: tuple[str, ...]
    clicks: Mapping[str, int] = field(default_factory=dict)
    scripted: frozenset[str] = frozenset()
    asked: Asked | None = None

    @classmethod
    def just(cls, inventory: Inventory, asked: Asked) -> "Scope":
        """Only what is asked, with the manners and limits of a whole crawl."""
        own = frozenset(one for every in origins(inventory).values() for one in every)
        needed = {*map(origin, asked.pages), *asked.sitemaps, *map(origin, asked.searches)}
        return cls(
            origins=own & needed or own,
            own=own,
            expected=asked.pages,
            aliases=(),
            homes=(),
            starts=(),
            sitemaps=_addresses(url for o in inventory.organisations for url in o.sitemaps),
            places=frozenset(),
            searches=asked.searches,
            scripted=_scripted(inventory),
            asked=asked,
        )

    @classmethod
    def of(cls, inventory: Inventory, only: tuple[str, ...] = ()) -> "Scope":
        wanted = [o for o in inventory.organisations if not only or o.id in only or o.type is OrganisationType.PORTAL]
        found = frozenset(one for own in origins(inventory, only).values() for one in own)
        return cls(
            origins=found,
            own=frozenset(one for own in origins(inventory).values() for one in own),
            expected=_addresses(url for o in wanted for url in _expected(o)),
            aliases=tuple(dict.fromkeys(pair for o in wanted for pair in alias_origins(o).items())),
            homes=_addresses(url for o in wanted for url in (*o.home.values, *o.aliases)),
            starts=_addresses(url for o in wanted for url in o.scope),
            sitemaps=_addresses(url for o in wanted for url in o.sitemaps),
            places=frozenset(_site(one) for one in found if _usual_port(one)),
            searches=tuple(dict.fromkeys(all_queries(inventory, wanted))),
            clicks={address(url): _clicks(o) for o in wanted for url in (*o.home.values, *o.aliases)},
            scripted=_scripted(inventory),
        )

    def contains(self, of: str) -> bool:
        """Whether an address is visited for its own sake: on an origin of the inventory, or that site's http or www
        variant."""
        if self.asked is not None:
            return origin(of) in self.own
        found = origin(of)
        return found in self.origins or (_usual_port(found) and _site(found) in self.places)

    def is_news(self, of: str) -> bool:
        """Whether an address on a page that was asked for was not there before."""
        return self.asked is not None and of not in self.asked.known and origin(of) in self.own

    def has_sitemap(self, of: str) -> bool:
        """Whether the sitemaps of an origin are asked for."""
        return self.asked is None or of in self.asked.sitemaps

    def could_be_a_route(self, of: str) -> bool:
        """Whether an address stands below the home of an organisation that shares its host with others."""
        return any(under(of, home) for home in self.homes if path(home) != "/")

    def copies_of(self, of: str) -> tuple[str, ...]:
        """The same page on the aliases that must show it."""
        return tuple(alias + of.removeprefix(origin(of)) for alias, main in self.aliases if origin(of) == main)

    def probes(self, of: str) -> tuple[str, ...]:
        """The prefixes of an origin under which the inventory's pages stand, the origin itself first."""
        if self.asked is not None:
            return ()  # known from the crawl before
        folders = [f"{of}/"]
        for known in (*self.homes, *self.expected, *self.starts):
            segments = [segment for segment in urlsplit(known).path.split("/") if segment]
            if origin(known) == of and (len(segments) > 1 or (segments and known.endswith("/"))):
                folders.append(f"{of}/{segments[0]}/")
        return tuple(dict.fromkeys(folders))[:MAX_PROBES]


def _scripted(inventory: Inventory) -> frozenset[str]:
    marked = {organisation.id for organisation in inventory.organisations if organisation.scripts}
    return frozenset(one for name, own in origins(inventory).items() if name in marked for one in own)


def _expected(organisation: Organisation) -> Iterator[str]:
    for route in organisation.routes:
        yield from route.url.values
    for referral in organisation.referrals:
        yield from referral.url.values


def _clicks(organisation: Organisation) -> int:
    """How far from its home a route may be; the portal's own allowance is that for those who start there."""
    policy = organisation.policy
    allowed = (
        policy.max_clicks_home,
        policy.max_clicks_portal if organisation.type is OrganisationType.PORTAL else None,
    )
    return max((clicks for clicks in allowed if clicks is not None), default=_USUAL_CLICKS)


def _addresses(urls: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address(url) for url in urls))


def _usual_port(of: str) -> bool:
    return urlsplit(of).port is None


def _site(of: str) -> str:
    return (urlsplit(of).hostname or "").removeprefix("www.")
