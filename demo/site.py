"""One site of the pretend web: what it answers to an address."""

import gzip
import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import format_datetime
from functools import cached_property
from urllib.parse import parse_qs

from demo.content import Link, Page, Section
from demo.designs import BANNER, Designs, Frame
from demo.search import Search

_HTML = "text/html; charset=utf-8"
_NOT_FOUND = {
    "nl": ("Pagina niet gevonden", "De pagina die u zoekt, bestaat niet of niet meer. Controleer het adres."),
    "en": ("Page not found", "The page you are looking for does not exist. Please check the address."),
}
_REFUSED = {
    401: ("Inloggen", "Log in om deze pagina te bekijken."),
    403: ("Geen toegang", "U heeft geen toegang tot deze pagina."),
    405: ("Niet toegestaan", "Formulieren van deze verzonnen website worden niet verwerkt."),
    503: ("Tijdelijk niet bereikbaar", "Deze pagina is tijdelijk niet bereikbaar. Probeer het later nog eens."),
}
_PER_SITEMAP = 400


@dataclass(frozen=True, slots=True)
class File:
    """A body with its media type."""

    type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire."""

    status: int
    file: File
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """How a site behaves: its robots.txt, sitemap, search, and its answer to unknown addresses; one that stands for
    another origin sends them on to there."""

    disallow: tuple[str, ...] = ()
    search: tuple[str, str] = ("/zoeken", "q")
    sitemap: str = "plain"
    robots: bool = True
    soft_not_found: bool = False
    stands_for: str = ""


@dataclass(kw_only=True)
class Site:
    """Pages, files, redirects and refusals by request target; pages are rendered when first asked for."""

    origin: str
    frames: Mapping[str, Frame]
    designs: Designs
    traits: Traits
    pages: dict[str, Page] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    redirects: dict[str, tuple[int, str]] = field(default_factory=dict)
    refusals: dict[str, int] = field(default_factory=dict)
    _rendered: dict[str, Answer] = field(default_factory=dict)

    def add(self, page: Page) -> None:
        """Adds a page; two at one address are a mistake in the pretend web."""
        if page.path in self.pages:
            raise ValueError(f"two pages at {self.origin}{page.path}")
        self.pages[page.path] = page

    def answer(self, target: str) -> Answer:
        """The answer to GET; a query that no page knows changes nothing."""
        path = target.partition("?")[0]
        for known in (target, path):
            if known in self.redirects:
                status, location = self.redirects[known]
                return Answer(status, File(_HTML, b""), (("Location", location),))
            if known in self.refusals:
                return self.refuse(self.refusals[known])
            if known in self.pages:
                return self._page(known)
            if known in self.files:
                return Answer(200, self.files[known])
        if self.traits.stands_for:
            return Answer(301, File(_HTML, b""), (("Location", self.traits.stands_for + target),))
        if path == self.traits.search[0]:
            return Answer(200, self._search(target))
        if path != "/" and path.endswith("/"):
            return Answer(301, File(_HTML, b""), (("Location", path.rstrip("/") or "/"),))
        return self._served(path) or self._not_found(path)

    def refuse(self, status: int) -> Answer:
        """A short page that says why there is no answer."""
        title, text = _REFUSED[status]
        head = f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title></head>'
        body = f'{head}<body><p class="voorbeeld">{BANNER["nl"]}</p><h1>{title}</h1><p>{text}</p></body></html>'
        return Answer(status, File(_HTML, body.encode()))

    def _page(self, target: str) -> Answer:
        if target not in self._rendered:
            page = self.pages[target]
            headers = [("Last-Modified", _http_date(page.modified))]
            if page.noindex == "header":
                headers.append(("X-Robots-Tag", "noindex"))
            body = self.designs.render(self.frames[page.language], page)
            self._rendered[target] = Answer(200, File(_HTML, body), tuple(headers))
        return self._rendered[target]

    def _not_found(self, path: str) -> Answer:
        language = "en" if "en" in self.frames and (path.startswith("/en") or len(self.frames) == 1) else "nl"
        title, text = _NOT_FOUND[language]
        page = Page(
            site="", path=path, title=title, owner=None, modified=date(2025, 1, 1), language=language, intro=text,
            listed=False,
        )  # fmt: skip
        body = self.designs.render(self.frames[language], page)
        return Answer(200 if self.traits.soft_not_found else 404, File(_HTML, body))

    def _search(self, target: str) -> File:
        language = next(iter(self.frames))
        query = " ".join(parse_qs(target.partition("?")[2]).get(self.traits.search[1], []))[:200]
        found = self._index.find(query) if query else ()
        heading = ("Zoekresultaten" if found else "Geen resultaten") if language == "nl" else "Results"
        page = Page(
            site="",
            path=self.traits.search[0],
            title="Zoeken" if language == "nl" else "Search",
            owner=None,
            modified=date(2025, 1, 1),
            language=language,
            intro=f"{query}" if query else "",
            sections=(Section(heading=heading, links=found),) if query else (),
            more=self._advanced(),
        )
        return File(_HTML, self.designs.render(self.frames[language], page))

    def _advanced(self) -> tuple[Link, ...]:
        path = f"{self.traits.search[0]}/uitgebreid"
        return (Link("Uitgebreid zoeken", path),) if path in self.pages else ()

    @cached_property
    def _index(self) -> Search:
        return Search(self.pages.values(), self.origin)

    def _served(self, path: str) -> Answer | None:
        """robots.txt and the sitemaps."""
        if path == "/robots.txt" and self.traits.robots:
            lines = ["User-agent: *", *(f"Disallow: {prefix}" for prefix in self.traits.disallow)]
            if self.traits.sitemap != "none":
                lines += ["", f"Sitemap: {self.origin}/sitemap.xml"]
            return Answer(200, File("text/plain; charset=utf-8", ("\n".join(lines) + "\n").encode()))
        return Answer(200, self._sitemaps[path]) if path in self._sitemaps else None

    @cached_property
    def _sitemaps(self) -> dict[str, File]:
        listed = [page for page in self.pages.values() if page.listed and "sitemap" not in page.left_out_of]
        if self.traits.sitemap == "none":
            return {}
        if self.traits.sitemap == "plain":
            return {"/sitemap.xml": File("application/xml", self._urls(listed))}
        packed = self.traits.sitemap == "gz"
        parts = [listed[start : start + _PER_SITEMAP] for start in range(0, len(listed), _PER_SITEMAP)]
        files = {f"/sitemap/{n}.xml{'.gz' if packed else ''}": self._urls(part) for n, part in enumerate(parts, 1)}
        entries = "".join(f"<sitemap><loc>{self.origin}{path}</loc></sitemap>" for path in files)
        index = _xml("sitemapindex", entries)
        kind = "application/gzip" if packed else "application/xml"
        bodies = {path: gzip.compress(body, mtime=0) if packed else body for path, body in files.items()}
        return {"/sitemap.xml": File("application/xml", index)} | {
            path: File(kind, body) for path, body in bodies.items()
        }

    def _urls(self, pages: list[Page]) -> bytes:
        rows = ((html.escape(self.origin + page.path), page.modified.isoformat()) for page in pages)
        return _xml("urlset", "".join(f"<url><loc>{loc}</loc><lastmod>{day}</lastmod></url>" for loc, day in rows))


def _xml(name: str, content: str) -> bytes:
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{declaration}<{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{content}</{name}>'.encode()


def _http_date(day: date) -> str:
    return format_datetime(datetime(day.year, day.month, day.day, 8, tzinfo=UTC), usegmt=True)
