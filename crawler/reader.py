"""Turns an answer into a page, with care where a route may stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from crawler.answers import Answer
from crawler.extract import Reading
from crawler.focus import worth
from crawler.gist import Gist, Lead, leads
from crawler.packing import Packed, Packer, links_of, page_of
from expectations.model import Cause, Page, Section
from expectations.urls import slug
from expectations.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one page gave. `names`: its title, top heading or slug names a kind of route. Without `whole` it is only
    the beginning of a page that is too large."""

    page: Page
    refresh: str | None = None
    rejected: tuple[tuple[str, Cause], ...] = ()
    names: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads pages with the two functions of the extraction."""

    read_page: Callable[[str, str, Mapping[str, str]], Reading]
    read_sections: Callable[[str, str], tuple[Section, ...]]
    vocabulary: Vocabulary
    packer: Packer = field(default_factory=Packer)

    def gist(self, address: str, answer: Answer, *, careful: bool, plain: bool) -> Gist | None:
        """What `read` gives, ready to be stored and followed."""
        read = self.read(address, answer, careful=careful, plain=plain)
        if read is None:
            return None
        packed = self.packer.pack(read.page)
        blocks = zip(packed.numbers, read.page.link_blocks, strict=True)
        fresh = {number: leads(block) for number, block in blocks if number in packed.fresh}
        return self._gist(read, packed, fresh, careful=careful, plain=plain)

    def again(self, packed: Packed, rejected: tuple[tuple[str, Cause], ...], *, careful: bool) -> Gist:
        """The same of a page that was read and packed in an earlier run."""
        page = page_of(packed.page)
        read = Read(page=page, rejected=rejected, names=any(map(self.vocabulary.names, self._speaking(page))))
        fresh = {number: leads(links_of(block)) for number, block in packed.fresh.items()}
        return self._gist(read, packed, fresh, careful=careful, plain=False)

    def _gist(
        self, read: Read, packed: Packed, fresh: Mapping[int, tuple[Lead, ...]], *, careful: bool, plain: bool
    ) -> Gist:
        return Gist(
            careful=careful,
            plain=plain,
            names=read.names,
            whole=read.whole,
            scripted=read.page.scripted,
            cut=bool(read.page.sections),
            route=not plain and worth(read.page, self.vocabulary, names=read.names),
            heading=read.page.heading,
            above=read.page.breadcrumb[-2] if len(read.page.breadcrumb) > 1 else "",
            refresh=read.refresh,
            rejected=read.rejected,
            alternates=tuple(read.page.alternates.values()),
            packed=packed,
            leads=fresh,
        )

    def _speaking(self, page: Page) -> list[str]:
        """Those of its titles that speak of a kind of route: only they can name one."""
        return [title for title in _titles(page) if self.vocabulary.speaks_of(title)]

    def read(self, address: str, answer: Answer, *, careful: bool, plain: bool) -> Read | None:
        """The page behind an address; None when it breaks the parser. `careful` when a route is expected here; `plain`
        for pages that are not followed any further: without links, since nobody will visit those."""
        html = answer.html or ""
        try:
            reading = self.read_page(html, address, answer.headers)
            if plain:
                page = replace(reading.page, link_blocks=(), sections=())
                return Read(page=page, refresh=reading.refresh, whole=reading.whole)
            page = reading.page
            speaking = self._speaking(page)
            names = any(map(self.vocabulary.names, speaking))
            if careful or speaking:
                page = replace(page, sections=self.read_sections(html, address))
        except Exception:  # whatever the web sends must not end the crawl; the visit tells that nothing was read
            return None
        rejected = tuple((found.raw, found.cause) for found in reading.rejected)
        return Read(page=page, refresh=reading.refresh, rejected=rejected, names=names, whole=reading.whole)

    def plain(self, address: str, answer: Answer) -> Page | None:
        """The page without what only visited pages need."""
        read = self.read(address, answer, careful=False, plain=True)
        return read.page if read else None


def _titles(page: Page) -> tuple[str, ...]:
    return (page.title, page.heading, slug(page.address))
