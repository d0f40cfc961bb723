"""Reads what a route page says in words."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from expectations.classify import title_parts
from expectations.deadlines import deadlines, names_committee, names_extension
from expectations.model import Match, Organisation, OrganisationType, Page, Statement
from expectations.outdated import OldTerm, outdated
from expectations.scene import Scene
from expectations.sentences import sentences, sentences_of
from expectations.statements import said_on
from expectations.vocabulary import plain
from expectations.wording import Wording

_NAME, _REGULATED = "name", frozenset({"law", "body"})
_MINISTRY_OF = ("ministerie van ", "ministry of ")
_STEM = 5  # letters that two words of one meaning have in common: klacht, klachten
_LIKE = 100.0


def wording(scene: Scene, match: Match, page: Page) -> Wording:
    """What the page that answers a route says."""
    read = tuple(sentences_of(page))
    terms = deadlines(read)
    every = (*read, *sentences(page.text)) if terms else ()  # either reading may have lost the end of a long page
    titles = tuple(one for title in dict.fromkeys((page.heading, page.title)) for one in sentences(title))
    current = _current(scene)
    return Wording(
        required=_required(match),
        said=frozenset(said_on(page)),
        deadlines=terms,
        longer=names_committee(every) or names_extension(every),
        old_names=tuple(outdated((*titles, *read), _old_names(scene, match.organisation), current)),
        old_laws=tuple(outdated((*titles, *read), _old_laws(scene), current)),
        title_likeness=_title_likeness(scene, match, page),
    )


def _required(match: Match) -> tuple[Statement, ...]:
    """The policy's for the route's kinds, and its own; the portal's policy is for ministries, not for itself."""
    organisation, route = match.organisation, match.route
    policy = {} if organisation.type is OrganisationType.PORTAL else organisation.policy.statements
    wanted = {*route.statements, *(one for kind in route.kinds for one in policy.get(kind, ()))}
    return tuple(statement for statement in Statement if statement in wanted)


def _old_names(scene: Scene, organisation: Organisation) -> Iterator[OldTerm]:
    abbreviations = {o.abbreviation for o in scene.pool.inventory.organisations}
    ministry = organisation.type is OrganisationType.MINISTRY
    for former in organisation.former_names:
        short = former.abbreviation if former.abbreviation not in abbreviations else None
        yield OldTerm(term=former.name, abbreviation=short, is_name=True, own=True, whole=not ministry)
    own = {former.name for former in organisation.former_names}
    for term in scene.pool.inventory.terms.outdated:
        if term.type == _NAME and term.term not in own and (term.since is None or term.since <= scene.today):
            yield OldTerm(term=term.term, successor=term.successor, is_name=True)


def _old_laws(scene: Scene) -> Iterator[OldTerm]:
    for term in scene.pool.inventory.terms.outdated:
        if term.type in _REGULATED and (term.since is None or term.since <= scene.today):
            yield OldTerm(term=term.term, successor=term.successor)


def _current(scene: Scene) -> frozenset[str]:
    """All names that hold, with and without "Ministerie van"; no single words, which may be ordinary ones."""
    names = [name for organisation in scene.pool.inventory.organisations for name in organisation.name.values]
    short = [name[len(start) :] for name in names for start in _MINISTRY_OF if name.lower().startswith(start)]
    return frozenset(name for name in (*names, *short) if " " in name)


def _title_likeness(scene: Scene, match: Match, page: Page) -> float | None:
    """By heading and title: the likeness of the signs; 100 when they share a telling word or name a kind of it."""
    expected = match.route.title.get(match.language)
    found = tuple(part for part in (page.heading, *title_parts(page.title)) if part)
    if not expected or not found:
        return None
    told = (page.heading, *title_parts(page.title)[:1])
    if any(scene.pool.vocabulary.speaks_of(title) & set(match.route.kinds) for title in told):
        return _LIKE
    return max(_likeness(plain(expected), plain(title)) for title in found)


def _likeness(one: str, other: str) -> float:
    if _stems(one) & _stems(other):
        return _LIKE
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def _stems(title: str) -> set[str]:
    return {word[:_STEM] for word in title.split() if len(word) >= _STEM}
