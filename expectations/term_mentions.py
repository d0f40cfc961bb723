"""Terms that other pages of an organisation name for a route that has a page of its own."""

from collections.abc import Iterator

from expectations.deadlines import deadlines
from expectations.model import Match, Page, Section
from expectations.pool import expected_routes
from expectations.scene import Scene
from expectations.sentences import sentences
from expectations.versions import TermMention
from expectations.vocabulary import plain


def term_mentions(scene: Scene, match: Match) -> Iterator[TermMention]:
    """What sections of other pages, in the language of the route's page, say that can be about no other route."""
    pool, page = scene.pool, match.page
    if page is None:
        return
    served = {pool.aliases.page_key(address) for address in scene.served}
    for other in sorted(pool.candidates(match.organisation.id), key=lambda other: other.address):
        if pool.aliases.page_key(other.address) not in served and _may_tell(scene, match, page, other):
            for section in other.sections:
                if _is_about(scene, match, page, section):
                    heading = plain(section.heading)
                    for found in deadlines(sentences(section.text, heading, heading)):
                        yield TermMention(page=other.address, deadline=found)


def _may_tell(scene: Scene, match: Match, page: Page, other: Page) -> bool:
    """Whether a page is the organisation's own, in the same language, and not news, a look-alike or for staff."""
    pool = scene.pool
    profile = pool.profile(other)
    if profile.genre or profile.look_alike or profile.staff_only or other.language != page.language:
        return False
    return pool.scopes.owns(match.organisation.id, other.address) and not pool.scopes.is_alias(other.address)


def _is_about(scene: Scene, match: Match, page: Page, section: Section) -> bool:
    """Whether its heading names the kind, and it leads to this route's page only, or no other could be meant."""
    pool = scene.pool
    named, kinds = pool.vocabulary.names(section.heading), set(match.route.kinds)
    if not named & kinds:
        return False
    served = {pool.aliases.page_key(address) for address in scene.served}
    led = {pool.aliases.page_key(link.target) for link in section.links} & served
    if led:
        return led == {pool.aliases.page_key(page.address)}
    others = (r for r in expected_routes(match.organisation, scene.today) if r.id != match.route.id)
    return named <= kinds and not any(named & set(route.kinds) for route in others)
