"""Recognises a "not found" page that answers as if all were well (a soft 404), and domains that are for sale."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from expectations.chains import follow
from expectations.model import Chain, Crawl, Outcome, Page
from expectations.urls import Aliases, origin, path, slug, under
from expectations.vocabulary import Vocabulary, plain

_ALIKE = 90  # percent; pages of one template differ by an address or a time stamp
_LONG_TEXT, _SHORT_TEXT = 250, 60  # words
_TELLING = 5  # words; a site made by scripts shows the same empty shell everywhere, which proves nothing
_COMPARED = 2_000  # characters of text that are compared
_HOME_SLUG = re.compile(r"(?:|home|homepage|index|default|start|nl|en|welkom|welcome|nederlands|english|startpagina)")


class NotFound:
    """Judges what the pages of one crawl are, against what each site shows for addresses that cannot exist."""

    def __init__(self, crawl: Crawl, aliases: Aliases, homes: Iterable[str], vocabulary: Vocabulary) -> None:
        self._crawl = crawl
        self._aliases = aliases
        self._vocabulary = vocabulary
        self._homes = frozenset(aliases.page_key(home) for home in homes)
        self._probes: Mapping[str, tuple[tuple[str, Page], ...]] = _by_origin(crawl.probes)
        self._known: dict[str, str] = {}

    def is_not_found(self, address: str) -> bool:
        """Whether a link to this address ends at a "not found" page, a parked domain or, instead, at a home page."""
        return bool(self.why(address))

    def why(self, address: str) -> str:
        """Why the address counts as not found, in readable English; "" when it does not."""
        if address not in self._known:
            chain = follow(self._crawl.visits, address)
            page = self._crawl.pages.get(chain.last)
            self._known[address] = self._sent_home(chain) or (self.why_page(page) if page else "")
        return self._known[address]

    def is_home(self, address: str) -> bool:
        return self._aliases.page_key(address) in self._homes or path(address) == "/"

    def why_page(self, page: Page) -> str:
        """Why a page that answered is a "not found" page; "" when it is not."""
        if self.is_home(page.address):
            return ""
        titles = [title for title in (page.heading, page.title, *(h.text for h in page.headings[:1])) if title]
        says_so = any(self._vocabulary.says_not_found(title) for title in titles)
        words = len(page.text.split())
        if self._like_probe(page):
            return "it is the page that this site shows for addresses that do not exist"
        if says_so and words <= _LONG_TEXT:
            return f"it calls itself: {page.heading or page.title}"
        if words <= _SHORT_TEXT and self._vocabulary.says_not_found(page.text[:400]) and not page.channels:
            return f"all it says is: {page.text[:120].strip()}"
        return ""

    def _sent_home(self, chain: Chain) -> str:
        arrived = chain.end is not None and chain.end.outcome is Outcome.OK
        if not chain.hops or chain.loops or not arrived or not self.is_home(chain.last) or self.is_home(chain.start):
            return ""
        if _HOME_SLUG.fullmatch(slug(chain.start)) or self._aliases.same_page(chain.start, chain.last):
            return ""
        return f"it sends visitors to the home page {chain.last}"

    def _like_probe(self, page: Page) -> bool:
        near = [probe for prefix, probe in self._probes.get(origin(page.address), ()) if under(page.address, prefix)]
        return any(_alike(page, probe) for probe in near)


def _by_origin(probes: Mapping[str, Page]) -> Mapping[str, tuple[tuple[str, Page], ...]]:
    grouped: dict[str, list[tuple[str, Page]]] = {}
    for prefix, page in sorted(probes.items()):
        grouped.setdefault(origin(prefix), []).append((prefix, page))
    return {key: tuple(pairs) for key, pairs in grouped.items()}


def _alike(page: Page, probe: Page) -> bool:
    """Same title and heading, and nearly the same text: only then it is the same template with the same message."""
    if plain(page.heading) != plain(probe.heading) or len(probe.text.split()) < _TELLING:
        return False
    one, other = plain(page.text)[:_COMPARED], plain(probe.text)[:_COMPARED]
    return one == other or fuzz.ratio(one, other, score_cutoff=_ALIKE) >= _ALIKE
