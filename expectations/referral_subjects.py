"""Makes the subject of each referral page and each ministry's route that it must lead to."""

from collections.abc import Iterator

from expectations.chains import follow
from expectations.model import CONTENT, Cause, Found, Link, Match, Organisation, OrganisationType, Outcome, Page
from expectations.scene import Scene
from expectations.subjects import About, ReferralSubject
from expectations.urls import address, path_words

_DEAD = frozenset({Cause.NOT_FOUND, Cause.GONE, Cause.NO_SUCH_HOST, Cause.CLIENT_ERROR, Cause.INVALID_ADDRESS})


def referral_subjects(scene: Scene) -> Iterator[ReferralSubject]:
    """One subject per referral page that was read and expected route of a ministry with a kind in common."""
    for referral in scene.matches:
        if scene.is_referral(referral) and referral.page:
            for versions in _versions(scene, referral):
                yield _subject(scene, referral, referral.page, versions)


def _versions(scene: Scene, referral: Match) -> Iterator[tuple[Match, ...]]:
    """Per route: its version in the referral's language; all its versions when it has none."""
    by_route: dict[tuple[str, str], list[Match]] = {}
    for match in scene.matches:
        shares = set(match.route.kinds) & set(referral.route.kinds)
        if match.organisation.type is OrganisationType.MINISTRY and shares:
            by_route.setdefault((match.organisation.id, match.route.id), []).append(match)
    for versions in by_route.values():
        same = tuple(match for match in versions if match.language is referral.language)
        yield same or tuple(versions)


def _subject(scene: Scene, referral: Match, page: Page, versions: tuple[Match, ...]) -> ReferralSubject:
    organisation, route = versions[0].organisation, versions[0].route
    right = _keys(scene, versions)
    claims = _claims(scene, page, organisation, versions[0])
    return ReferralSubject(
        about=About(organisation=organisation.id, route=route.id, language=referral.language, page=page.address),
        leads_there=any(_ends(scene, link) & right for link in page.links) or bool(_own_keys(scene, page) & right),
        could_lead_there=any(_is_unknown(scene, link) and not _is_anothers(scene, link, versions) for link in claims),
        claims=claims,
        failing=all(match.found is Found.NOWHERE for match in versions),
    )


def _keys(scene: Scene, versions: tuple[Match, ...]) -> frozenset[str]:
    """The keys of all addresses under which the route's page is known."""
    key = scene.pool.aliases.page_key
    pages = [match.page for match in versions if match.page]
    declared = [address(match.declared) for match in versions if match.declared and match.page]
    canonicals = [page.canonical for page in pages if page.canonical]
    return frozenset(key(one) for one in (*(page.address for page in pages), *declared, *canonicals))


def _own_keys(scene: Scene, page: Page) -> frozenset[str]:
    return frozenset({scene.pool.aliases.page_key(page.address)})


def _ends(scene: Scene, link: Link) -> frozenset[str]:
    pool = scene.pool
    last = follow(pool.crawl.visits, link.target).last
    page = pool.crawl.pages.get(last)
    canonical = page.canonical if page else None
    return frozenset(pool.aliases.page_key(one) for one in (link.target, last, canonical) if one)


def _claims(scene: Scene, page: Page, organisation: Organisation, match: Match) -> tuple[Link, ...]:
    """The links of the page's content that are the ministry's by address or name; the most telling first."""
    scopes, kinds = scene.pool.scopes, set(match.route.kinds)

    def tells(link: Link) -> bool:
        text = f"{link.text} . {path_words(link.target)}"
        return bool(scene.pool.vocabulary.speaks_of(text) & kinds)

    own = [
        link
        for link in page.links
        if link.region in CONTENT
        and (
            scopes.owns(organisation.id, link.target) or scopes.named(organisation.id, f"{link.text} . {link.heading}")
        )
    ]
    return tuple(sorted(own, key=lambda link: not tells(link)))


def _is_unknown(scene: Scene, link: Link) -> bool:
    """Whether a link ends where we could not look, so that it may lead to the route."""
    end = follow(scene.pool.crawl.visits, link.target).end
    if end is None:
        return True
    return end.outcome is not Outcome.OK and not (end.cause in _DEAD and end.confirmed)


def _is_anothers(scene: Scene, link: Link, versions: tuple[Match, ...]) -> bool:
    """Whether a link leads to the address that the inventory gives for another route."""
    key, route = scene.pool.aliases.page_key(link.target), versions[0].route
    declared = {
        scene.pool.aliases.page_key(address(match.declared))
        for match in scene.matches
        if match.declared and match.route is not route
    }
    return key in declared
