"""Terms that other pages of an organisation name for a route that has a page of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from expectations.deadlines import Deadline, deadlines, speaks_of_weeks
from expectations.model import Kind, Match, Page, Section
from expectations.pool import expected_routes
from expectations.scene import Scene
from expectations.sentences import sentences
from expectations.versions import TermMention
from expectations.vocabulary import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSection:
    """A section, with a heading that names kinds, which names terms; `led` are the keys of route pages it leads to."""

    page: Page
    kinds: frozenset[Kind]
    led: frozenset[str]
    deadlines: tuple[Deadline, ...]


class TermSections:
    """Every such section of pages that no route has for its own, per organisation; looked for once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._served = frozenset(map(scene.pool.aliases.page_key, scene.served))
        self._found: dict[str, tuple[TermSection, ...]] = {}

    def mentions(self, match: Match) -> Iterator[TermMention]:
        """The terms that sections name, in the language of the route's page, which can be about no other route."""
        page = match.page
        if page is None:
            return
        if match.organisation.id not in self._found:
            self._found[match.organisation.id] = tuple(self._sections(match.organisation.id))
        for section in self._found[match.organisation.id]:
            if section.page.language == page.language and self._is_about(match, page, section):
                yield from (TermMention(page=section.page.address, deadline=found) for found in section.deadlines)

    def _sections(self, organisation: str) -> Iterator[TermSection]:
        pool = self._scene.pool
        for page in sorted(pool.candidates(organisation), key=lambda page: page.address):
            for section in page.sections:
                if speaks_of_weeks(section.text) and self._may_tell(organisation, page):
                    yield from self._read(page, section)

    def _read(self, page: Page, section: Section) -> Iterator[TermSection]:
        pool = self._scene.pool
        kinds, heading = pool.vocabulary.names(section.heading), plain(section.heading)
        found = deadlines(sentences(section.text, heading, heading)) if kinds else ()
        led = frozenset(pool.aliases.page_key(link.target) for link in section.links) & self._served
        if found:
            yield TermSection(page=page, kinds=kinds, led=led, deadlines=found)

    def _may_tell(self, organisation: str, page: Page) -> bool:
        """Whether a page is the organisation's own, and neither a route's, nor news, a look-alike or for staff."""
        pool = self._scene.pool
        profile = pool.profile(page)
        if profile.genre or profile.look_alike or profile.staff_only or pool.scopes.is_alias(page.address):
            return False
        return pool.aliases.page_key(page.address) not in self._served and pool.scopes.owns(organisation, page.address)

    def _is_about(self, match: Match, page: Page, section: TermSection) -> bool:
        """Whether its heading names the kind, and it leads to this route's page only, or no other could be meant."""
        if not section.kinds & set(match.route.kinds):
            return False
        if section.led:
            return section.led == {self._scene.pool.aliases.page_key(page.address)}
        others = (r for r in expected_routes(match.organisation, self._scene.today) if r.id != match.route.id)
        return section.kinds <= set(match.route.kinds) and not any(section.kinds & set(r.kinds) for r in others)
