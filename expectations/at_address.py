"""Judges what stands at the declared address of a route: the page, something else, nothing, or not known."""

from dataclasses import replace

from expectations.chains import follow
from expectations.classify import titled_genre
from expectations.documents import is_document
from expectations.identity import VERY_SIMILAR, Likeness, likeness, speaks_language
from expectations.model import AtAddress, Cause, Chain, Language, Match, Outcome, Page
from expectations.pool import Pool
from expectations.walls import wall, without_text

_GONE = frozenset({Cause.NOT_FOUND, Cause.GONE, Cause.CLIENT_ERROR, Cause.NO_SUCH_HOST, Cause.INVALID_ADDRESS})
_WALLS = {Cause.LOGIN: AtAddress.LOGIN, Cause.CERTIFICATE: AtAddress.CERTIFICATE}
_NO_CONTENT = frozenset({204, 205})


def look(pool: Pool, match: Match, declared: str) -> Match:
    """The match with what stands at its declared address, and how that was reached."""
    chain = follow(pool.crawl.visits, declared)
    page = pool.crawl.pages.get(chain.last)
    state = _without_page(chain) if page is None else None
    if state is None and _lasts(pool, match, chain):
        state = AtAddress.GONE
    if state is None:
        state = _without_answer(chain) or (_of_page(pool, match, chain, page) if page else AtAddress.UNKNOWN)
    return replace(
        match,
        at_address=state,
        chain=chain,
        page=page if state is AtAddress.THE_PAGE else None,
        document=chain.last if state is AtAddress.DOCUMENT else None,
    )


def compare(pool: Pool, match: Match, page: Page) -> Likeness:
    """What a page has in common with the route of a match."""
    texts = pool.link_texts(page)
    return likeness(page, match.route, match.language, pool.profile(page), pool.vocabulary, texts)


def _lasts(pool: Pool, match: Match, chain: Chain) -> bool:
    """Whether the address fails for days; a translation that is called missing would need proof, which this is not."""
    return match.language is Language.NL and not chain.loops and chain.last in pool.lasting


def _without_answer(chain: Chain) -> AtAddress | None:
    end = chain.end
    if chain.loops:
        return AtAddress.LOOP
    if end is None:
        return AtAddress.UNKNOWN
    if end.outcome is Outcome.OK:
        return None
    if not end.confirmed:
        return AtAddress.UNKNOWN
    return AtAddress.GONE if end.cause in _GONE else _WALLS.get(end.cause, AtAddress.UNKNOWN)


def _without_page(chain: Chain) -> AtAddress | None:
    """What an answer is that holds no page."""
    end = chain.end
    if end is None or end.outcome is not Outcome.OK:
        return None
    if is_document(end):
        return AtAddress.DOCUMENT
    return AtAddress.EMPTY if end.status in _NO_CONTENT else None


def _of_page(pool: Pool, match: Match, chain: Chain, page: Page) -> AtAddress:
    moved = not pool.aliases.same_page(chain.start, chain.last)
    walled = wall(page, chain.hops if moved else ())  # first: a site may show its wall for any address, also wrong ones
    if walled:
        return walled
    if pool.not_found.why(chain.start):
        return AtAddress.REDIRECTS_AWAY if moved else AtAddress.NOT_FOUND_PAGE
    textless = without_text(page)
    if textless:
        return textless
    like = compare(pool, match, page)
    if moved:
        return AtAddress.THE_PAGE if _is_redirect_to_page(pool, match, page, like) else AtAddress.REDIRECTS_AWAY
    other_genre = titled_genre(page, pool.vocabulary) and like.title < VERY_SIMILAR and not like.contacts
    right = _in_language(pool, match, page) and like.any_sign and not other_genre
    return AtAddress.THE_PAGE if right else AtAddress.OTHER_CONTENT


def _is_redirect_to_page(pool: Pool, match: Match, page: Page, like: Likeness) -> bool:
    """Stricter than at the address itself: a hub, a referral page or another's page is not the route's page."""
    owner = pool.scopes.owner(page.address)
    foreign = owner not in (None, match.organisation.id, pool.inventory.portal.id)
    if foreign or pool.declared_by(page) - {match.organisation.id} or pool.not_found.is_home(page.address):
        return False
    return _in_language(pool, match, page) and like.strong_sign


def _in_language(pool: Pool, match: Match, page: Page) -> bool:
    both_in_one = len(match.route.url.values) > 1 and len(pool.keys(match.route)) == 1
    return both_in_one or speaks_language(page, match.language)
