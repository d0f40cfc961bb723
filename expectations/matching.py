"""Pairs every expected route with the page that answers it, and says why.

First by address: what stands at the declared address, after redirects, and is it the page? Then by identity: which of
the organisation's pages is it? A page that merely links to the route, a look-alike, a staff page and another
organisation's page are told apart from the page itself.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from expectations.at_address import compare, look
from expectations.documents import only_documents
from expectations.identity import VERY_SIMILAR, speaks_language, weigh
from expectations.model import AtAddress, Candidate, ExpectedRoute, Found, Language, Match, Organisation, Page
from expectations.pool import Pool, expected_routes
from expectations.urls import address

_FOUND_AGAIN, _FOUND_FIRST = 0.6, 0.45  # scores; a page that had another address must resemble what was declared
_MUCH_BETTER = 0.2
_RIVALS = 3
# What stands at its own address and cannot be read, or of which nothing is known, is not looked for elsewhere.
_STAYS = frozenset(
    {
        AtAddress.UNKNOWN,
        AtAddress.CERTIFICATE,
        AtAddress.LOGIN,
        AtAddress.EMPTY,
        AtAddress.COOKIE_WALL,
        AtAddress.GARBAGE,
        AtAddress.SCRIPTED,
    }
)


def match_all(pool: Pool, today: date) -> tuple[Match, ...]:
    """One match per expected route and language, in the order of the inventory."""
    matches = [
        match(pool, organisation, route, language)
        for organisation in pool.inventory.organisations
        for route in expected_routes(organisation, today)
        for language in route.languages
    ]
    matches = [_unshared(one, matches) for one in matches]
    for number, document in only_documents(pool, matches).items():
        matches[number] = replace(matches[number], document=document)
    return tuple(matches)


def _unshared(match: Match, others: list[Match]) -> Match:
    """The match, without a page that was found for it and answers another route of the organisation much better."""
    if match.found is not Found.ELSEWHERE or match.page is None or not match.route.title.get(match.language):
        return match
    better = any(
        other.page is not None
        and other.page.address == match.page.address
        and other.organisation.id == match.organisation.id
        and other.score >= match.score + _MUCH_BETTER
        for other in others
    )
    if not better:
        return match
    rival = Candidate(address=match.page.address, score=match.score, reasons=match.reasons)
    return replace(match, found=Found.NOWHERE, page=None, score=0.0, reasons=(), rivals=(rival,))


def match(pool: Pool, organisation: Organisation, route: ExpectedRoute, language: Language) -> Match:
    """The page that answers a route in a language: at its address, else elsewhere, else none."""
    start = Match(
        organisation=organisation,
        route=route,
        language=language,
        at_address=AtAddress.NONE_DECLARED,
        found=Found.NOWHERE,
    )
    declared = route.url.get(language)
    here = look(pool, start, address(declared)) if declared else start
    if here.page is not None and here.chain is not None:
        moved = not pool.aliases.same_page(here.chain.start, here.page.address)
        return _found(pool, here, here.page, Found.REDIRECTED if moved else Found.AT_ADDRESS)
    return here if here.at_address in _STAYS else _elsewhere(pool, here)


def _elsewhere(pool: Pool, match: Match) -> Match:
    needed = _FOUND_AGAIN if match.declared else _FOUND_FIRST
    weighed = sorted(
        ((_weigh(pool, match, page), page) for page in _eligible(pool, match)),
        key=lambda pair: (-pair[0].score, len(pair[1].address), pair[1].address),
    )
    if weighed and weighed[0][0].score >= needed:
        return _found(pool, match, weighed[0][1], Found.ELSEWHERE)
    return replace(match, rivals=tuple(candidate for candidate, _ in weighed[:_RIVALS]))


def _eligible(pool: Pool, match: Match) -> Iterator[Page]:
    """Pages that could be this route: in its language, for outsiders, of its kinds, and nobody else's."""
    own = pool.keys(match.route)
    for page in pool.candidates(match.organisation.id):
        profile = pool.profile(page)
        if profile.staff_only or profile.genre or pool.aliases.page_key(page.address) in own:
            continue
        if not speaks_language(page, match.language) or pool.not_found.why_page(page):
            continue
        if not pool.declared_by(page) and _resembles(pool, match, page):
            yield page


def _resembles(pool: Pool, match: Match, page: Page) -> bool:
    like = compare(pool, match, page)
    return like.title >= VERY_SIMILAR or like.titled or like.headed or like.slugged or bool(like.contacts)


def _found(pool: Pool, match: Match, page: Page, found: Found) -> Match:
    weighed = _weigh(pool, match, page, declared=found is not Found.ELSEWHERE)
    return replace(match, found=found, page=page, score=weighed.score, reasons=weighed.reasons, document=None)


def _weigh(pool: Pool, match: Match, page: Page, *, declared: bool = False) -> Candidate:
    own = pool.scopes.owns(match.organisation.id, page.address)
    return weigh(page, compare(pool, match, page), pool.profile(page), own=own, declared=declared)
