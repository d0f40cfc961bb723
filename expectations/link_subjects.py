"""Makes the subject of each link on a route or referral page."""

from collections.abc import Iterator

from expectations.chains import follow
from expectations.model import Link, Outcome, Page
from expectations.scene import Scene
from expectations.subjects import About, LinkSubject, ReferralSubject


def link_subjects(scene: Scene, referrals: tuple[ReferralSubject, ...]) -> Iterator[LinkSubject]:
    """One subject per page, target and fragment; a page that serves several routes yields it for each of them."""
    claimed = {
        (subject.about.page, link.target) for subject in referrals if subject.is_missing for link in subject.claims
    }
    for address in sorted(scene.served):
        for link, count in _distinct(scene.pool.crawl.pages[address]):
            for about in scene.served[address]:
                yield _subject(scene, about, link, count, spoken_for=(address, link.target) in claimed)


def _distinct(page: Page) -> Iterator[tuple[Link, int]]:
    found: dict[tuple[str, str | None], list[Link]] = {}
    for link in page.links:
        found.setdefault((link.target, link.fragment), []).append(link)
    for links in found.values():
        yield next((link for link in links if link.text), links[0]), len(links)


def _subject(scene: Scene, about: About, link: Link, count: int, *, spoken_for: bool) -> LinkSubject:
    pool = scene.pool
    chain = follow(pool.crawl.visits, link.target)
    arrived = chain.end is not None and chain.end.outcome is Outcome.OK
    return LinkSubject(
        about=about,
        link=link,
        region=link.region.value,
        end=chain.end,
        count=count,
        not_found=pool.not_found.why(link.target) if arrived else "",
        target_page=pool.crawl.pages.get(chain.last),
        lasting=pool.lasting.get(chain.last),
        spoken_for=spoken_for or pool.aliases.page_key(link.target) in scene.failing,
    )
