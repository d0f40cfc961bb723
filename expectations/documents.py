"""PDFs and office documents: recognised, and found where they are all that there is of a route."""

import re
from collections.abc import Collection, Iterable, Mapping

from expectations.chains import follow
from expectations.model import AtAddress, Found, Kind, Language, Match, Outcome, Visit
from expectations.pool import Pool
from expectations.urls import path, slug

_LOST = frozenset({AtAddress.NONE_DECLARED, AtAddress.OTHER_CONTENT})
_TYPES = re.compile(
    r"application/(?:pdf|x-pdf|msword|rtf|vnd\.(?:oasis\.opendocument|openxmlformats-officedocument|ms-(?:word|excel))[\w.+-]*)"
    r"|text/rtf"
)
_UNTOLD = frozenset({None, "", "application/octet-stream", "application/download", "binary/octet-stream"})
_ENDING = re.compile(r"\.(?:pdf|docx?|odt|rtf)$", re.IGNORECASE)


def is_document(visit: Visit) -> bool:
    """Whether an address answered with a PDF or office document."""
    if visit.outcome is not Outcome.OK:
        return False
    if visit.content_type in _UNTOLD:
        return _ENDING.search(path(visit.address)) is not None
    return _TYPES.fullmatch(visit.content_type or "") is not None


def only_documents(pool: Pool, matches: Iterable[Match]) -> Mapping[int, str]:
    """For the number of each match without any page: the document in the organisation's scope that names its kind."""
    known = tuple(matches)
    lost = [number for number, match in enumerate(known) if _is_lost(match)]
    documents = _documents(pool) if lost else ()
    found: dict[int, str] = {}
    for number in lost:
        match = known[number]
        taken = _beside_pages(pool, known, match)
        for visit in documents:
            own = pool.scopes.owns(match.organisation.id, visit.address)
            if own and _kinds(pool, visit) & set(match.route.kinds) and visit.address not in taken:
                found.setdefault(number, visit.address)
    return found


def _is_lost(match: Match) -> bool:
    return match.found is Found.NOWHERE and match.at_address in _LOST and match.language is Language.NL


def _documents(pool: Pool) -> tuple[Visit, ...]:
    """The documents of the crawl, the shortest address first."""
    visits = (visit for visit in pool.crawl.visits.values() if visit.location is None and is_document(visit))
    return tuple(sorted(visits, key=lambda visit: (len(visit.address), visit.address)))


def _kinds(pool: Pool, visit: Visit) -> frozenset[Kind]:
    """The kinds that the link to a document, or its own name, gives; none for reports and letters about them."""
    told = (visit.link_text, slug(visit.address))
    if any(pool.vocabulary.genre(text) for text in told):
        return frozenset()
    return frozenset(kind for text in told for kind in pool.vocabulary.names(text))


def _beside_pages(pool: Pool, matches: Collection[Match], lost: Match) -> frozenset[str]:
    """The documents that a page of the same kind offers beside its own text."""
    return frozenset(
        follow(pool.crawl.visits, link.target).last
        for match in matches
        if match.page and match.organisation.id == lost.organisation.id
        if set(match.route.kinds) & set(lost.route.kinds)
        for link in match.page.links
    )
