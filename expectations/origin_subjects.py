"""Makes the subject of each origin of which nothing can be said, or to which links could not be judged."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from expectations.causes import owner_of_pages
from expectations.model import CONTENT, Cause, Outcome, Stopped
from expectations.scene import Scene
from expectations.subjects import LinkSubject, OriginSubject, trouble
from expectations.urls import origin

_NOT_KNOWN = frozenset({Outcome.BLOCKED, Outcome.UNREACHABLE, Outcome.ROBOTS})
_STOPPED = {
    Stopped.BLOCKED: Outcome.BLOCKED,
    Stopped.UNREACHABLE: Outcome.UNREACHABLE,
    Stopped.ROBOTS: Outcome.ROBOTS,
}
_BROKEN = frozenset({Cause.CERTIFICATE, Cause.NO_SUCH_HOST})


@dataclass(slots=True)
class _Trouble:
    found: str
    pages: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)


def origin_subjects(scene: Scene, links: tuple[LinkSubject, ...]) -> Iterator[OriginSubject]:
    """One subject per origin and reason. Links of menus and footers stand on every page and are not counted here."""
    troubles: dict[tuple[str, Outcome], _Trouble] = {}
    known = _known_to_be_broken(scene)
    for coverage in scene.pool.crawl.origins:
        outcome = _STOPPED.get(coverage.stopped) if coverage.stopped else None
        if outcome and coverage.origin not in known:
            visit = scene.pool.crawl.visits.get(coverage.origin + "/")
            told = trouble(visit) if visit and visit.outcome is outcome else outcome.value
            troubles[coverage.origin, outcome] = _Trouble(told)
    for link in links:
        end = None if link.lasting else link.end
        if end and end.outcome in _NOT_KNOWN and link.link.region in CONTENT and not link.spoken_for:
            found = troubles.setdefault((origin(end.address), end.outcome), _Trouble(trouble(end)))
            found.pages.add(link.about.page or "")
            found.organisations.add(link.about.organisation)
    for (where, outcome), found in sorted(troubles.items()):
        yield OriginSubject(
            organisation=_owner(scene, where, found),
            origin=where,
            not_known=outcome,
            trouble=found.found,
            pages=tuple(sorted(found.pages)),
        )


def _known_to_be_broken(scene: Scene) -> frozenset[str]:
    """The origins that no visitor reaches, for a known reason: a certificate that browsers refuse, no such host."""
    return frozenset(
        origin(visit.address)
        for visit in scene.pool.crawl.visits.values()
        if visit.cause in _BROKEN and visit.confirmed and visit.location is None
    )


def _owner(scene: Scene, where: str, found: _Trouble) -> str:
    inventory, scopes = scene.pool.inventory, scene.pool.scopes
    owners = [o.id for o in inventory.organisations if where in scopes.origins(o.id)]
    if owners:
        return inventory.portal.id if inventory.portal.id in owners else min(owners)
    return owner_of_pages(inventory, found.organisations or {inventory.portal.id}, found.pages)
