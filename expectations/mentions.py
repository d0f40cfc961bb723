"""What pages say about routes that have a page of their own: a contact page with a word about complaints.

Only what can be about no other route counts: a channel under a heading that names the kind, with a link under the same
heading that leads to the route's page, and none that leads to another route's.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from expectations.model import CONTENT, Channel, ChannelType, Kind, Match, Page
from expectations.pool import Pool
from expectations.route_subject import Mention

_TYPES = frozenset({ChannelType.EMAIL, ChannelType.PHONE, ChannelType.POST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a page says under one heading: of which kinds, with which channels; `routes` are the pages it leads to."""

    page: Page
    owner: str | None
    kinds: frozenset[Kind]
    channels: tuple[Channel, ...]
    route: str


def told_by(pool: Pool, served: Collection[str]) -> tuple[Told, ...]:
    """Everything of the kind in a crawl; `served` are the addresses of the matched route pages."""
    routes = {pool.aliases.page_key(address): address for address in served}
    return tuple(told for page in _each_once(pool) for told in _told(pool, page, routes))


def told_of(match: Match, told: tuple[Told, ...]) -> tuple[Mention, ...]:
    """What the organisation's other pages in the same language say about a route."""
    page = match.page
    return tuple(
        Mention(page=one.page.address, channel=channel, heading=channel.heading)
        for one in told
        if page is not None and one.route == page.address and one.page.address != page.address
        if one.owner == match.organisation.id and one.page.language in (match.language, page.language)
        if one.kinds & set(match.route.kinds)
        for channel in one.channels
    )


def _each_once(pool: Pool) -> Iterable[Page]:
    """The pages with channels, each at one of its addresses, an alias last."""
    pages = [page for page in pool.crawl.pages.values() if page.channels]
    pages.sort(key=lambda page: (pool.scopes.is_alias(page.address), page.address))
    return {pool.aliases.page_key(page.address): page for page in reversed(pages)}.values()


def _told(pool: Pool, page: Page, routes: Mapping[str, str]) -> Iterator[Told]:
    by_heading: dict[str, list[Channel]] = {}
    for channel in page.channels:
        if channel.type in _TYPES and channel.region in CONTENT and channel.heading:
            by_heading.setdefault(channel.heading, []).append(channel)
    for heading, channels in by_heading.items():
        kinds = pool.vocabulary.names(heading)
        led = _routes_under(pool, page, heading, routes) if kinds else set()
        if len(led) == 1:
            yield Told(
                page=page,
                owner=pool.scopes.owner(page.address),
                kinds=kinds,
                channels=tuple(channels),
                route=led.pop(),
            )


def _routes_under(pool: Pool, page: Page, heading: str, routes: Mapping[str, str]) -> set[str]:
    """The route pages to which links under a heading lead."""
    links = (link for link in page.links if link.heading == heading and link.region in CONTENT)
    keys = (pool.aliases.page_key(link.target) for link in links)
    return {routes[key] for key in keys if key in routes}
