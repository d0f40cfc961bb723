"""Makes the subject of each organisation: what it must have, what it has, and the routes nobody declared."""

from collections.abc import Iterator
from dataclasses import dataclass

from expectations.chains import follow
from expectations.contacts import normalise
from expectations.model import ChannelType, Kind, Organisation, OrganisationType, Page, Region
from expectations.pool import expected_routes
from expectations.scene import Scene
from expectations.subjects import OrganisationSubject
from expectations.twins import doubles
from expectations.urls import under


def organisation_subjects(scene: Scene) -> Iterator[OrganisationSubject]:
    """One subject per ministry and agency; the portal is the way there, not an organisation with own duties."""
    known = _Known.of(scene)
    for organisation in scene.pool.inventory.organisations:
        if organisation.type is not OrganisationType.PORTAL:
            yield _subject(scene, organisation, known)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The page keys of the inventory's own pages, and of the pages that belong to them."""

    keys: frozenset[str]

    @classmethod
    def of(cls, scene: Scene) -> "_Known":
        key, visits = scene.pool.aliases.page_key, scene.pool.crawl.visits
        forms = [
            normalise(ChannelType.FORM, form)
            for organisation in scene.pool.inventory.organisations
            for route in organisation.routes
            for form in route.channels.form
        ]
        chains = [match.chain for match in scene.matches if match.chain]
        hops = [hop for chain in chains for hop in (chain.start, *chain.hops)]
        ends = [follow(visits, form).last for form in forms]
        pages = [*(match.page for match in scene.matches if match.page), *dict(doubles(scene)).values()]
        siblings = [other for page in pages for other in (*page.alternates.values(), page.canonical) if other]
        return cls(keys=frozenset(map(key, (*forms, *ends, *hops, *siblings, *(page.address for page in pages)))))


def _subject(scene: Scene, organisation: Organisation, known: _Known) -> OrganisationSubject:
    routes = expected_routes(organisation, scene.today)
    found = [page for page in scene.pool.candidates(organisation.id) if scene.pool.profile(page).route]
    in_inventory = {kind for route in routes for kind in route.kinds}
    in_crawl = {kind for page in found for kind in scene.pool.profile(page).kinds}
    lacking = set(organisation.policy.required_kinds) - in_inventory - in_crawl
    return OrganisationSubject(
        organisation=organisation,
        served=frozenset(in_inventory | in_crawl),
        proofs={kind: scene.proofs.proof(organisation, (kind,)) for kind in Kind if kind in lacking},
        unexpected=tuple(_unexpected(scene, organisation, found, known)),
    )


def _unexpected(
    scene: Scene, organisation: Organisation, found: list[Page], known: _Known
) -> Iterator[tuple[Page, frozenset[Kind]]]:
    """The organisation's own route pages that are neither in the inventory nor part of a route that is."""
    key, said = scene.pool.aliases.page_key, set[str]()
    is_alias = scene.pool.scopes.is_alias
    for page in sorted(found, key=lambda page: (is_alias(page.address), len(page.address), page.address)):
        keys = {key(one) for one in (page.address, page.canonical, *page.alternates.values()) if one}
        kinds = scene.pool.profile(page).titled
        if not kinds or keys & (known.keys | said) or not _is_own(scene, organisation, page):
            continue
        if scene.pool.declared_by(page) or _belongs_to_a_route(scene, organisation, page, kinds):
            continue
        said |= keys
        yield page, kinds


def _is_own(scene: Scene, organisation: Organisation, page: Page) -> bool:
    scopes = scene.pool.scopes
    mine = scopes.owns(organisation.id, page.address) or scopes.responsible(page) == organisation.id
    return mine and not scene.pool.not_found.why(page.address)


def _belongs_to_a_route(scene: Scene, organisation: Organisation, page: Page, kinds: frozenset[Kind]) -> bool:
    """Whether it is a step of a known route of these kinds, such as its form, or its version in another language."""
    key = scene.pool.aliases.page_key
    for match in scene.matches:
        if match.organisation.id != organisation.id or match.page is None:
            continue
        leads = any(key(link.target) == key(page.address) for link in match.page.links if link.region is Region.MAIN)
        if leads and under(page.address, match.page.address):
            return True
        if kinds <= set(match.route.kinds):
            back = any(key(link.target) == key(match.page.address) for link in page.links if link.region is Region.MAIN)
            if leads or (back and page.language is not match.page.language):
                return True
    return False
