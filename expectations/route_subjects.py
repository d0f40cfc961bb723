"""Makes the subject of each expected route and referral."""

from collections.abc import Iterator, Mapping

from expectations.classify import content_channels
from expectations.contacts import normalise
from expectations.mentions import told_of
from expectations.model import AtAddress, Channel, ChannelType, Found, Match, Page
from expectations.paths import PathAnswer
from expectations.read_wording import wording
from expectations.route_subject import RouteSubject
from expectations.scene import Scene, homes
from expectations.term_mentions import TermSections
from expectations.twins import Twins, version
from expectations.urls import address
from expectations.wording import Wording

_NOT_AT_ITS_ADDRESS = frozenset(AtAddress) - {AtAddress.NONE_DECLARED, AtAddress.UNKNOWN, AtAddress.THE_PAGE}


def route_subjects(scene: Scene) -> Iterator[RouteSubject]:
    """One subject per match, in the order of the matches."""
    twins, terms = Twins.of(scene), TermSections(scene)
    for match in scene.matches:
        yield _subject(scene, twins, terms, match)


def _subject(scene: Scene, twins: Twins, terms: TermSections, match: Match) -> RouteSubject:
    organisation, page = match.organisation, match.page
    return RouteSubject(
        match=match,
        organisation=organisation,
        policy=organisation.policy,
        proof=scene.proofs.proof(organisation, match.route.kinds),
        referral=scene.is_referral(match),
        declared=address(match.declared) if match.declared else None,
        moved_to=_moved_to(scene, match),
        profile=scene.pool.profile(page) if page else None,
        expected=_expected(match),
        offered=content_channels(page) if page else (),
        shown=_shown(page) if page else (),
        form_linked=page is not None and _links_to_a_form(scene, match, page),
        mentions=told_of(match, scene.told) if page else (),
        home=_path(scene, match, organisation.home.get(match.language)),
        portal=_path(scene, match, scene.pool.inventory.portal.home.get(match.language)),
        starts=_starts(scene, match),
        age=(scene.today - page.modified).days if page and page.modified else None,
        in_sitemap=scene.findability.in_sitemap(page) if page else None,
        vague_links=scene.findability.vague_links(page) if page else (),
        searched_in_vain=scene.findability.searched_in_vain(match),
        lasting=scene.pool.lasting.get(match.chain.last) if match.chain else None,
        wording=wording(scene, match, page) if page else Wording(),
        own=version(page) if page else None,
        dutch=twins.dutch(match),
        double=twins.double(match),
        aliases=twins.elsewhere(match),
        terms=tuple(terms.mentions(match)),
    )


def _moved_to(scene: Scene, match: Match) -> str | None:
    if match.page is None or match.declared is None:
        return None
    aliases, new = scene.pool.aliases, match.page.address
    if aliases.same_page(address(match.declared), new):
        return None
    permanent = match.found is Found.REDIRECTED and match.chain is not None and match.chain.permanent
    elsewhere = match.found is Found.ELSEWHERE and match.at_address in _NOT_AT_ITS_ADDRESS
    return new if permanent or elsewhere else None


def _expected(match: Match) -> Mapping[ChannelType, tuple[str, ...]]:
    channels = match.route.channels
    return {
        channel_type: tuple(dict.fromkeys(normalise(channel_type, value) for value in channels.get(channel_type)))
        for channel_type in ChannelType
    }


def _shown(page: Page) -> tuple[Channel, ...]:
    in_sections = (channel for section in page.sections for channel in section.channels)
    return tuple(dict.fromkeys((*page.channels, *in_sections)))


def _links_to_a_form(scene: Scene, match: Match, page: Page) -> bool:
    """Whether the page links to, or is, the form that the inventory expects."""
    key = scene.pool.aliases.page_key
    forms = {key(form) for form in _expected(match)[ChannelType.FORM]}
    return bool(forms) and (key(page.address) in forms or any(key(link.target) in forms for link in page.links))


def _path(scene: Scene, match: Match, home: str | None) -> PathAnswer | None:
    if home is None or match.page is None:
        return None
    return scene.paths[address(home)][match.organisation.id, match.page.address]


def _starts(scene: Scene, match: Match) -> tuple[PathAnswer, ...]:
    every = dict.fromkeys((*homes(match.organisation), *homes(scene.pool.inventory.portal)))
    return tuple(path for start in every if (path := _path(scene, match, start)))
