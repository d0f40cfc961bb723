"""Tells what a site shows on page after page, whatever its markup: that is its frame, and no page's own content."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from expectations.model import Channel, Page
from expectations.urls import origin

_PAGES, _SHARE = 8, 0.25  # on fewer pages, or on a smaller share of them, a contact fact may be repeated on purpose
_Place = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Frames:
    """The contact facts that stand in the same words on many pages of one origin."""

    places: frozenset[_Place]

    @classmethod
    def of(cls, pages: Iterable[Page]) -> "Frames":
        on_origin: Counter[str] = Counter()
        counts: Counter[_Place] = Counter()
        for page in pages:
            site = origin(page.address)
            on_origin[site] += 1
            counts.update({_place(site, channel) for channel in page.channels})
        often = (place for place, n in counts.items() if n >= max(_PAGES, _SHARE * on_origin[place[0]]))
        return cls(frozenset(often))

    def without(self, page: Page) -> Page:
        """The page with only those contact facts that are its own."""
        site = origin(page.address)
        return replace(page, channels=tuple(c for c in page.channels if _place(site, c) not in self.places))


def _place(site: str, channel: Channel) -> _Place:
    return (site, channel.type, channel.value, channel.quote)
