"""Says what a page is: a route for outsiders, and of which kinds, or something that only looks like one."""

import re
from dataclasses import dataclass

from expectations.audience import staff_only_quote
from expectations.model import CONTENT, Channel, ChannelType, Kind, Page, Region
from expectations.urls import path, slug
from expectations.vocabulary import Vocabulary, plain

_NO_ROUTES = frozenset({"news", "vacancy", "publication", "regulation", "site", "event"})
_IN_TITLES = frozenset({"vacancy", "publication", "regulation"})
_TITLE_PARTS = re.compile(r"\s+[|–—·•»:-]{1,2}\s+|\s*\|\s*")
_ROUTE_POINTS = 4
_FEW_WORDS, _MANY_LINKS = 40, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one page is: the kinds that its title or top heading, any of its headings, and its address name.

    `route` tells whether it serves outsiders as a route. `quote` is the sentence that makes it staff-only.
    """

    titled: frozenset[Kind]
    headed: frozenset[Kind]
    slugged: frozenset[Kind]
    route: bool
    staff_only: bool
    genre: str | None = None
    look_alike: str | None = None
    quote: str = ""

    @property
    def kinds(self) -> frozenset[Kind]:
        return self.titled | self.headed | self.slugged


def profile(page: Page, vocabulary: Vocabulary) -> Profile:
    """What a page is, by its title, headings, address, breadcrumb, text and channels."""
    titled = _titled(page, vocabulary)
    headed = frozenset(kind for heading in page.headings for kind in vocabulary.names(heading.text))
    genre = genre_of(page, vocabulary)
    look_alike = _look_alike(page, vocabulary)
    quote = staff_only_quote(page, vocabulary)
    slugged = vocabulary.names(slug(page.address))
    points = _points(page, vocabulary, titled | slugged)
    named = bool(titled | slugged) or _serves_in_section(page, vocabulary)
    route = named and points >= _ROUTE_POINTS and genre not in _NO_ROUTES and not look_alike and not quote
    return Profile(
        titled=titled,
        headed=headed,
        slugged=slugged,
        route=route,
        staff_only=bool(quote),
        genre=genre,
        look_alike=look_alike,
        quote=quote,
    )


def title_parts(title: str) -> tuple[str, ...]:
    """The parts of an HTML title, which often carries section and site: `Klacht | Contact | Rijksoverheid.nl`."""
    return tuple(part.strip() for part in _TITLE_PARTS.split(title) if part.strip())


def content_channels(page: Page) -> tuple[Channel, ...]:
    """The channels a page offers itself: not those of a site's header, menu or footer."""
    in_sections = (channel for section in page.sections for channel in section.channels)
    every = (*page.channels, *in_sections)
    return tuple(dict.fromkeys(channel for channel in every if channel.region in CONTENT))


def genre_of(page: Page, vocabulary: Vocabulary) -> str | None:
    """News, vacancy, publication ...: by a whole part of path or breadcrumb, or by words of the top heading."""
    folders = [part for part in path(page.address).split("/") if part][:-1]
    for part in (*folders, *page.breadcrumb[:-1]):
        genres = {vocabulary.genre(words) for words in re.split(r" (?:en|and) ", plain(part))}
        genre = genres.pop() if len(genres) == 1 and len(plain(part).split()) <= 3 else None
        if genre and genre != "regulation":
            return genre
    return titled_genre(page, vocabulary)


def titled_genre(page: Page, vocabulary: Vocabulary) -> str | None:
    """The genre that a top heading begins with, or ends with after a colon: `Vacature: klachtbehandelaar`."""
    for part in re.split(r":|\s[–—-]\s", page.heading):
        genre = vocabulary.genre(" ".join(plain(part).split()[:2]))
        if genre in _IN_TITLES:
            return genre
    return None


def _titled(page: Page, vocabulary: Vocabulary) -> frozenset[Kind]:
    texts = [page.heading, *title_parts(page.title)[:1], *page.breadcrumb[-1:]]
    return frozenset(kind for text in texts for kind in vocabulary.names(text))


def _look_alike(page: Page, vocabulary: Vocabulary) -> str | None:
    """What the page is really about; a title that names a kind beside the other subject is no look-alike."""
    for text in (page.heading, *title_parts(page.title)[:1], slug(page.address)):
        look_alike = vocabulary.look_alike(text)
        if look_alike:
            return look_alike
    return None


def _points(page: Page, vocabulary: Vocabulary, titled: frozenset[Kind]) -> int:
    """How much a page does what a route page does: offer channels, ask for the report, say what happens with it."""
    types = {channel.type for channel in content_channels(page)}
    words = plain(page.text)
    points = 2 * len(types & {ChannelType.EMAIL, ChannelType.FORM, ChannelType.POST}) + (ChannelType.PHONE in types)
    points += min(vocabulary.actions.count(words), 2) + min(vocabulary.duties.distinct(words), 4)
    if len(words.split()) < _FEW_WORDS and not types:
        points -= 2
    if _is_hub(page, vocabulary, titled):
        points -= 4
    return points


def _is_hub(page: Page, vocabulary: Vocabulary, titled: frozenset[Kind]) -> bool:
    """Whether a page mainly sends its reader on to several pages of the kinds it names."""
    leads = {
        link.target
        for link in page.links
        if link.region is Region.MAIN and link.target != page.address and vocabulary.names(link.text) & titled
    }
    return len(leads) >= _MANY_LINKS


def _serves_in_section(page: Page, vocabulary: Vocabulary) -> bool:
    """Whether a section of its own, with a channel, names a kind: pages that hold several routes."""
    return any(section.channels and vocabulary.names(section.heading) for section in page.sections)
