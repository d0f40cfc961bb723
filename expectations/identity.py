"""Weighs whether a page is the page of an expected route, and says why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from expectations.classify import Profile, content_channels, title_parts
from expectations.contacts import normalise
from expectations.model import Candidate, ChannelType, ExpectedRoute, Language, Page, Region
from expectations.urls import address, slug
from expectations.vocabulary import Vocabulary, plain

SIMILAR, VERY_SIMILAR = 60.0, 75.0  # percent of title likeness
_COMPARED_HEADINGS = 30
_SPOKEN_ONCE, _SPOKEN_OFTEN = 1, 2
_INDEPENDENT_SIGNS = 2
_SAME_SLUG = 90.0  # percent
_STOP_WORDS = {
    Language.NL: frozenset(
        (
            "de",
            "het",
            "een",
            "en",
            "van",
            "u",
            "is",
            "niet",
            "wij",
            "op",
            "dat",
            "die",
            "voor",
            "met",
            "zijn",
            "uw",
            "of",
        )
    ),
    Language.EN: frozenset(
        (
            "the",
            "a",
            "and",
            "of",
            "you",
            "not",
            "we",
            "on",
            "that",
            "for",
            "with",
            "are",
            "your",
            "at",
            "to",
            "can",
            "be",
        )
    ),
}
_FEW, _SHARE = 12, 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What a page has in common with an expected route.

    `title` is the likeness of its title and `heading` that of its other headings, in percent, 0 when nothing is there
    to compare. `spoken` is how often its own sentences, not its links, name the kind. `form` tells that it
    leads to, or is, a form that the inventory gives; `offers` that it has channels and no other subject. `linked` is
    the text of a link to it that resembles the title or names the kind.
    """

    title: float
    heading: float
    titled: bool
    headed: bool
    slugged: bool
    spoken: int
    contacts: tuple[str, ...]
    slug: float
    linked: str
    form: bool = False
    offers: bool = False

    @property
    def any_sign(self) -> bool:
        """Enough for a page that stands at the declared address."""
        often = self.spoken >= (_SPOKEN_ONCE if self.offers else _SPOKEN_OFTEN)
        alike = max(self.title, self.heading) >= SIMILAR
        return alike or self.titled or self.headed or often or bool(self.contacts) or (self.form and self.spoken > 0)

    @property
    def strong_sign(self) -> bool:
        """Enough for a page to which the declared address redirects."""
        half = self.title >= SIMILAR or self.slug >= SIMILAR or bool(self.contacts) or self.spoken >= _SPOKEN_OFTEN
        same_place = self.slug >= VERY_SIMILAR
        signs = (same_place, bool(self.contacts), self.spoken > 0)
        return self.title >= VERY_SIMILAR or (self.titled and half) or sum(signs) >= _INDEPENDENT_SIGNS


def likeness(
    page: Page,
    route: ExpectedRoute,
    language: Language,
    profile: Profile,
    vocabulary: Vocabulary,
    link_texts: Sequence[str] = (),
) -> Likeness:
    """Compares title, headings, words, contact facts, address and the links that lead to a page with a route."""
    titles = expected_titles(route, language)
    kinds = frozenset(route.kinds)
    words = _own_words(page)
    return Likeness(
        title=_best(titles, _own_titles(page)),
        heading=_best(titles, _headings(page)),
        titled=bool(profile.titled & kinds),
        headed=bool(profile.headed & kinds),
        slugged=bool(profile.slugged & kinds),
        spoken=sum(vocabulary.strong[kind].count(words) for kind in kinds),
        contacts=_shared_contacts(page, route),
        slug=_slug_likeness(page, route, language),
        form=_leads_to_form(page, route),
        offers=bool(content_channels(page)) and not profile.look_alike and not profile.genre,
        linked=next(
            (text for text in link_texts if _best(titles, (text,)) >= VERY_SIMILAR or vocabulary.names(text) & kinds),
            "",
        ),
    )


def weigh(page: Page, like: Likeness, profile: Profile, *, own: bool, declared: bool = False) -> Candidate:
    """The score of a page, from 0 to 1, with its reasons; `declared`: it stands at (or after) the declared address."""
    parts = (
        (0.4, declared, "stands where the inventory says"),
        (0.45 * max(0.0, like.title - 50) / 50, like.title >= SIMILAR, f"title is {like.title:.0f}% alike"),
        (0.25, like.titled or like.slugged, "title or address names the kind"),
        (0.15, like.headed and not like.titled and not like.slugged, "a heading names the kind"),
        (0.2, bool(like.contacts), f"shows {', '.join(like.contacts)}"),
        (0.15, like.slug >= _SAME_SLUG, "address ends in the same words"),
        (0.2, like.slug >= _SAME_SLUG and len(like.contacts) > 1, "has the same address and contact facts"),
        (0.1, bool(like.linked), f"linked as: {like.linked}"),
        (0.1, profile.route, "offers a way to report and says what happens next"),
        (0.1, own, "stands among the organisation's own pages"),
        (-0.4, bool(profile.look_alike) and like.title < 90, f"is about something else: {profile.look_alike}"),
    )
    met = [(weight, reason) for weight, holds, reason in parts if holds]
    score = min(1.0, max(0.0, sum(weight for weight, _ in met)))
    return Candidate(address=page.address, score=round(score, 2), reasons=tuple(reason for _, reason in met))


def expected_titles(route: ExpectedRoute, language: Language) -> tuple[str, ...]:
    """The title in this language; without one, the words at the end of the declared address."""
    title = route.title.get(language)
    url = route.url.get(language)
    return (title,) if title else (slug(address(url)),) if url else ()


def speaks_language(page: Page, language: Language) -> bool:
    """Whether a page is in a language: also when it is in two, as some pages are."""
    if page.language in (language, None):
        return True
    words = plain(page.text).split()
    counts = {one: sum(word in stop for word in words) for one, stop in _STOP_WORDS.items()}
    return counts[language] >= _FEW and counts[language] >= _SHARE * sum(counts.values())


def _own_titles(page: Page) -> tuple[str, ...]:
    return tuple(dict.fromkeys((page.heading, *title_parts(page.title)[:1], *page.breadcrumb[-1:])))


def _headings(page: Page) -> tuple[str, ...]:
    return tuple(heading.text for heading in page.headings)[:_COMPARED_HEADINGS]


def _best(expected: Iterable[str], found: Iterable[str]) -> float:
    """The highest likeness in percent of any two titles, whatever the order of their words."""
    pairs = ((plain(one), plain(other)) for one in expected for other in found)
    return max((max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) for a, b in pairs if a and b), default=0.0)


def _own_words(page: Page) -> str:
    """The text without what its links say: a page that leads to a route speaks of it there."""
    words = plain(page.text)
    for link in page.links:
        text = plain(link.text)
        if link.region is Region.MAIN and " " in text:
            words = words.replace(text, " ")
    return words


def _slug_likeness(page: Page, route: ExpectedRoute, language: Language) -> float:
    url = route.url.get(language)
    if not url:
        return 0.0
    return fuzz.ratio(slug(address(url)), slug(page.address)) if slug(page.address) else 0.0


def _leads_to_form(page: Page, route: ExpectedRoute) -> bool:
    """A link in the main part only: menus lead to forms from everywhere."""
    forms = {normalise(ChannelType.FORM, form) for form in route.channels.form}
    return bool(forms) and any(link.target in forms for link in page.links if link.region is Region.MAIN)


def _shared_contacts(page: Page, route: ExpectedRoute) -> tuple[str, ...]:
    shown = {(channel.type, channel.value) for channel in content_channels(page)}
    telling = (ChannelType.EMAIL, ChannelType.PHONE, ChannelType.POST)
    return tuple(
        value for type_ in telling for value in route.channels.get(type_) if (type_, normalise(type_, value)) in shown
    )
