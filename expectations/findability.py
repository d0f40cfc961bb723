"""How a route page can be found beside clicking: sitemap, link texts, the site's own search. None: not known."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from expectations.chains import follow
from expectations.inventory_searches import queries
from expectations.model import Crawl, Match, Outcome, Page, Stopped
from expectations.pool import Pool
from expectations.urls import origin
from expectations.vocabulary import plain

_FIRST = 10  # results that a visitor looks at
_ENOUGH = 3  # result pages that show what stands on each of them
_WHOLE = frozenset({None, Stopped.TRAP})
_HINT = re.compile(  # what sites add to a link's text, whatever it says
    r"\s*[(\[](?:(?:in )?(?:het )?(?:engels|nederlands|english|dutch)|(?:externe?|external) (?:link|website)"
    r"|(?:opent|opens) .{1,40}|pdf\b.{0,30})[)\]]\s*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:nl|com|eu|org|net|gov)(?:/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findability:
    """`listed` are the page keys that a sitemap names; `sitemaps` the origins that have one. `said` are the texts of
    the links from other pages, per page key. `whole` are the origins that were visited whole."""

    pool: Pool
    listed: frozenset[str]
    sitemaps: frozenset[str]
    said: Mapping[str, tuple[str, ...]]
    whole: frozenset[str]
    vague: frozenset[str]

    @classmethod
    def of(cls, pool: Pool, matches: Iterable[Match]) -> "Findability":
        wanted = frozenset(key for match in matches if match.page for key in _keys(pool, match.page))
        finished = pool.crawl.run.finished is not None
        return cls(
            pool=pool,
            listed=_listed(pool),
            sitemaps=frozenset(one.origin for one in pool.crawl.origins if one.sitemap),
            said=_said(pool, wanted),
            whole=frozenset(one.origin for one in pool.crawl.origins if finished and one.stopped in _WHOLE),
            vague=frozenset(plain(word) for words in pool.inventory.terms.vague_links.values() for word in words),
        )

    def in_sitemap(self, page: Page) -> bool | None:
        """Whether the sitemap of its origin names a page."""
        return bool(_keys(self.pool, page) & self.listed) if origin(page.address) in self.sitemaps else None

    def vague_links(self, page: Page) -> tuple[str, ...]:
        """The texts of the links to a page when none of them tells anything; () when one does, or there is none."""
        said = [text for key in sorted(_keys(self.pool, page)) for text in self.said.get(key, ())]
        if origin(page.address) not in self.whole or not all(self._is_vague(text) for text in said):
            return ()
        return tuple(dict.fromkeys(said))

    def searched_in_vain(self, match: Match) -> tuple[str, ...]:
        """What was asked of the site's own search when no answer showed the page; () when one did, or is not known."""
        page, pool = match.page, self.pool
        if page is None:
            return ()
        asked = queries(pool.inventory, match.organisation, match.route, match.language, page.address)
        answers = [pool.crawl.searches.get(query.address) for query in asked]
        known = [answer for answer in answers if answer is not None]
        everywhere = _everywhere(known)
        results = [[link for link in answer if link not in everywhere] for answer in known]
        if len(known) < len(answers) or not any(results):
            return ()
        first = {link for found in results for link in found[:_FIRST]} | everywhere
        shown = any(_ends(pool, link) & _keys(pool, page) for link in first)
        return () if shown else tuple(dict.fromkeys(query.words for query in asked))

    def _is_vague(self, text: str) -> bool:
        text = _HINT.sub("", text)
        words = plain(text)
        return not words or words in self.vague or _ADDRESS.fullmatch(text.strip()) is not None


def _everywhere(answers: list[tuple[str, ...]]) -> set[str]:
    """What stands on every result page is no result, or one for everything."""
    full = [set(answer) for answer in answers if answer]
    return set.intersection(*full) if len(full) >= _ENOUGH else set()


def _keys(pool: Pool, page: Page) -> frozenset[str]:
    """The keys of a page by its own address and by the one that it calls its own, if that shows the same page."""
    key = pool.aliases.page_key
    other = pool.crawl.pages.get(page.canonical) if page.canonical else None
    same = page.canonical and (other is None or other.heading == page.heading)
    return frozenset({key(page.address), *((key(page.canonical),) if same and page.canonical else ())})


def _ends(pool: Pool, link: str) -> frozenset[str]:
    last = follow(pool.crawl.visits, link).last
    page = pool.crawl.pages.get(last)
    keys = _keys(pool, page) if page else frozenset[str]()
    return keys | {pool.aliases.page_key(link), pool.aliases.page_key(last)}


def _listed(pool: Pool) -> frozenset[str]:
    crawl: Crawl = pool.crawl
    return frozenset(
        key
        for visit in crawl.visits.values()
        if visit.in_sitemap
        for key in (
            _ends(pool, visit.address)
            if visit.outcome in (Outcome.MOVED, Outcome.OK)
            else {pool.aliases.page_key(visit.address)}
        )
    )


def _said(pool: Pool, wanted: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The texts of all links that lead to the wanted pages, but those on these pages themselves."""
    linked = pool.linked
    ends = {target: keys for target in linked.targets if (keys := _ends(pool, target) & wanted)}
    hits = {
        id(block): tuple((ends[link.target], link.text) for link in block if link.target in ends)
        for block in map(linked.blocks.__getitem__, linked.blocks_to(ends))
    }
    said: dict[str, dict[str, None]] = {}
    for page in pool.crawl.pages.values():
        here = pool.aliases.page_key(page.address)
        for block in page.link_blocks:
            for keys, text in hits.get(id(block), ()):
                for key in keys - {here}:
                    said.setdefault(key, {})[text] = None
    return {key: tuple(texts) for key, texts in said.items()}
