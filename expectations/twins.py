"""Finds the pages beside a route's page that ought to say the same: its Dutch version, other origins, a second page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from expectations.classify import content_channels, title_parts
from expectations.contacts import normalise
from expectations.deadlines import deadlines
from expectations.model import ChannelType, Language, Match, Organisation, Page
from expectations.own_channels import is_surely_the_routes
from expectations.scene import Scene
from expectations.sentences import sentences_of
from expectations.urls import origin, path_words
from expectations.versions import Version, contradictions
from expectations.vocabulary import plain

RouteKey = tuple[str, str, Language]
_VERY_SIMILAR, _SAME_PAGE = 90.0, 60.0  # percent of title likeness
_SAME_TEXT, _COMPARED = 75.0, 2_000  # percent of likeness; characters
_PRINTED = re.compile(r"\b(?:print|printversie|afdrukken|pdf|amp|printerfriendly)\b")
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """een de het uw u over bij van aan op in of en hoe waar kunt kan ik doen ministerie
        a an the your about at to or and how where can you i make making ministry""",
    )
)


@dataclass(frozen=True, slots=True)
class Twins:
    """`by_key` holds the pages that are one page with a matched one; `doubles` the second pages of routes."""

    scene: Scene
    by_key: Mapping[str, tuple[Page, ...]]
    doubles: Mapping[RouteKey, Page]

    @classmethod
    def of(cls, scene: Scene) -> "Twins":
        key = scene.pool.aliases.page_key
        found: dict[str, list[Page]] = {key(match.page.address): [] for match in scene.matches if match.page}
        for page in scene.pool.crawl.pages.values():
            if key(page.address) in found:
                found[key(page.address)].append(page)
        return cls(scene, {one: tuple(pages) for one, pages in found.items()}, dict(doubles(scene)))

    def dutch(self, match: Match) -> Version | None:
        """The Dutch version of a route's page in another language, when that is a page of its own."""
        if match.language is Language.NL or match.page is None:
            return None
        for other in self.scene.matches:
            same = (other.organisation.id, other.route.id) == (match.organisation.id, match.route.id)
            if same and other.language is Language.NL and other.page and other.page.address != match.page.address:
                return version(other.page)
        return None

    def double(self, match: Match) -> Version | None:
        """The second page that fully answers a route in its language, with other contact facts."""
        page = self.doubles.get(_route_key(match))
        return version(page) if page else None

    def elsewhere(self, match: Match) -> tuple[Version, ...]:
        """What other origins show that must show the same page."""
        page = match.page
        if page is None:
            return ()
        others = self.by_key.get(self.scene.pool.aliases.page_key(page.address), ())
        return tuple(
            version(other)
            for other in sorted(others, key=lambda other: other.address)
            if origin(other.address) != origin(page.address) and self._shows_the_page(page, other)
        )

    def _shows_the_page(self, page: Page, other: Page) -> bool:
        pool = self.scene.pool
        if other.scripted or other.login_form or not other.text.strip() or pool.not_found.why_page(other):
            return False
        same_text = fuzz.ratio(page.text[:_COMPARED], other.text[:_COMPARED]) >= _SAME_TEXT
        return page.language in (other.language, None) and (same_text or _likeness(page, other, None) >= _SAME_PAGE)


def version(page: Page) -> Version:
    """A page as it compares with others."""
    return Version(
        address=page.address,
        channels=tuple(channel for channel in content_channels(page) if is_surely_the_routes(channel)),
        deadlines=deadlines(sentences_of(page)),
    )


def doubles(scene: Scene) -> Iterator[tuple[RouteKey, Page]]:
    """Each route that a second live page of the organisation fully answers with other contact facts."""
    forms = _forms(scene)
    for match in scene.matches:
        page = match.page
        if page is None or scene.is_referral(match):
            continue
        others = sorted(scene.pool.candidates(match.organisation.id), key=lambda other: other.address)
        double = next((other for other in others if _is_double(scene, match, page, other, forms)), None)
        if double:
            yield _route_key(match), double


def _is_double(scene: Scene, match: Match, page: Page, other: Page, forms: frozenset[str]) -> bool:
    pool, key = scene.pool, scene.pool.aliases.page_key
    if other.language != page.language or pool.declared_by(other) or not _both_serve(scene, match, page, other):
        return False
    if key(other.address) in {key(page.address), *map(key, scene.served), *forms} or _is_variant(scene, page, other):
        return False
    if not _is_own(scene, match.organisation, page, other) or pool.not_found.why_page(other):
        return False
    if page.owner and other.owner and plain(page.owner) != plain(other.owner):
        return False
    expected = {normalise(t, value) for t in ChannelType for value in match.route.channels.get(t)}
    found = contradictions(version(page), version(other))
    return any(not (set(one) & expected and set(two) & expected) for _, one, two in found)


def _is_own(scene: Scene, organisation: Organisation, page: Page, other: Page) -> bool:
    """Whether the other page is the organisation's: in its scope, or on the host that it has for this route only."""
    owner = scene.pool.scopes.owner(other.address)
    return owner == organisation.id or (owner is None and origin(other.address) == origin(page.address))


def _both_serve(scene: Scene, match: Match, page: Page, other: Page) -> bool:
    """Whether two pages with the same subject serve outsiders; an informal title may not name it: `Laat het weten`."""
    mine, theirs = scene.pool.profile(page), scene.pool.profile(other)
    if mine.route and theirs.route and theirs.titled and theirs.titled == mine.titled:
        return _likeness(page, other, match.organisation) >= _VERY_SIMILAR
    if theirs.genre or theirs.look_alike or theirs.staff_only or theirs.kinds - set(match.route.kinds):
        return False
    wordings = [scene.pool.vocabulary.strong[kind] for kind in match.route.kinds]
    return _names(page) == _names(other) and all(
        any(wording.find(plain(one.text)) for wording in wordings) for one in (page, other)
    )


def _names(page: Page) -> tuple[str, ...]:
    """The title, and the top heading too: on some sites each of them names the site alone."""
    return tuple(plain(name) for name in (page.heading, *title_parts(page.title)[:1]))


def _is_variant(scene: Scene, page: Page, other: Page) -> bool:
    """Whether one is a canonical, alternate or printed version of the other, or both are of a third page."""
    key = scene.pool.aliases.page_key
    ours = {key(one) for one in (page.address, page.canonical, *page.alternates.values()) if one}
    theirs = {key(one) for one in (other.address, other.canonical, *other.alternates.values()) if one}
    return bool(ours & theirs) or bool(_PRINTED.search(path_words(other.address)))


def _likeness(page: Page, other: Page, organisation: Organisation | None) -> float:
    """The likeness in percent of two pages' headings or titles, without words that say nothing."""
    titles = zip(title_parts(page.title)[:1], title_parts(other.title)[:1], strict=False)
    pairs = ((page.heading, other.heading), *titles)
    cores = ((_core(one, organisation), _core(two, organisation)) for one, two in pairs)
    return max((max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) for a, b in cores if a and b), default=0.0)


def _core(title: str, organisation: Organisation | None) -> str:
    words = f" {plain(title)} "
    for name in (*organisation.name.values, organisation.abbreviation or "") if organisation else ():
        if name:
            words = words.replace(f" {plain(name)} ", " ")
    return " ".join(word for word in words.split() if word not in _EMPTY_WORDS)


def _forms(scene: Scene) -> frozenset[str]:
    key = scene.pool.aliases.page_key
    routes = (route for organisation in scene.pool.inventory.organisations for route in organisation.routes)
    return frozenset(key(normalise(ChannelType.FORM, form)) for route in routes for form in route.channels.form)


def _route_key(match: Match) -> RouteKey:
    return match.organisation.id, match.route.id, match.language
