"""Tells what a site shows on page after page, whatever its markup: that is its frame, and no page's own content."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from expectations.contacts import normalise
from expectations.model import CONTENT, Channel, ChannelType, Crawl, Inventory, Page, Region
from expectations.urls import origin

_PAGES, _SHARE = 12, 0.5  # on fewer pages, or on a smaller share of them, a contact fact may be repeated on purpose
_Place = tuple[str, str, str, str]


def framed(crawl: Crawl, inventory: Inventory) -> Crawl:
    """The crawl with contact facts that most pages of a site show in the same words told as the footer's.

    A contact fact that the inventory knows stays: a desk's own small site may show it everywhere.
    """
    frame = _frame(crawl.pages)
    known = {
        (kind, normalise(kind, value))
        for organisation in inventory.organisations
        for route in organisation.routes
        for kind in ChannelType
        for value in route.channels.get(kind)
    }
    frame = frozenset(place for place in frame if (place[1], place[2]) not in known)
    if not frame:
        return crawl
    return replace(crawl, pages={key: _with_frame(page, frame) for key, page in crawl.pages.items()})


def _frame(pages: Mapping[str, Page]) -> frozenset[_Place]:
    on_origin: Counter[str] = Counter()
    counts: Counter[_Place] = Counter()
    for page in pages.values():
        site = origin(page.address)
        on_origin[site] += 1
        counts.update({_place(site, channel) for channel in page.channels if channel.region in CONTENT})
    return frozenset(place for place, n in counts.items() if n >= max(_PAGES, _SHARE * on_origin[place[0]]))


def _with_frame(page: Page, frame: frozenset[_Place]) -> Page:
    site = origin(page.address)
    if not any(_place(site, channel) in frame for channel in page.channels):
        return page
    told = (replace(c, region=Region.FOOTER) if _place(site, c) in frame else c for c in page.channels)
    sections = (
        replace(section, channels=tuple(c for c in section.channels if _place(site, c) not in frame))
        for section in page.sections
    )
    return replace(page, channels=tuple(told), sections=tuple(sections))


def _place(site: str, channel: Channel) -> _Place:
    return (site, channel.type, channel.value, channel.quote)
