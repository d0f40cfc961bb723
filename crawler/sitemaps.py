"""What a sitemap lists, in any of its forms."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml.etree import LxmlError  # type: ignore[import-untyped]
from scrapy.utils.sitemap import Sitemap

from crawler.bodies import MAX_SITEMAP_BYTES, BodyError, expand

MAX_DEPTH = 3  # an index in an index in an index
MAX_ENTRIES = 50_000  # the limit of the protocol
MAX_IN_INDEX = 2_000  # sitemaps; a site of 100,000 pages has some tens
USUAL_PLACES = ("/sitemap.xml",)
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Listing:
    """`pages` and `sitemaps` are addresses as written; `readable` tells whether this is a sitemap at all. `changed`
    tells on which day a page changed, as far as it says so."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    readable: bool = False
    changed: Mapping[str, date] = field(default_factory=dict)


def read(body: bytes, base: str) -> Listing:
    """The addresses in a sitemap, a sitemap index or a text sitemap, compressed or not; as far as it is usable."""
    try:
        content = expand(body, "gzip", MAX_SITEMAP_BYTES) if body.startswith(_GZIP) else body[:MAX_SITEMAP_BYTES]
    except BodyError:
        return Listing()
    start = content[:500].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<") or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Listing() if start.startswith((b"<!doctype html", b"<html")) else _read_xml(content, base)
    return _read_text(content)


def _read_xml(content: bytes, base: str) -> Listing:
    pages: list[str] = []
    sitemaps: list[str] = []
    changed: dict[str, date] = {}
    kind = ""
    try:
        found = Sitemap(content)
        kind = found.type
        for entry in found:
            if entry["loc"]:
                written = _joined(base, entry["loc"])
                (sitemaps if kind == "sitemapindex" else pages).append(written)
                with suppress(ValueError, TypeError):
                    changed[written] = date.fromisoformat(entry.get("lastmod", "").strip()[:10])
            pages += [_joined(base, other) for other in entry.get("alternate", ())]
            if len(pages) >= MAX_ENTRIES:
                break
    except (LxmlError, StopIteration, ValueError, AttributeError):  # what was read before the fault counts
        pass
    if not content.rstrip(b"\0 \t\r\n").endswith(b">"):  # cut off, and so perhaps is the last address
        pages = pages[:-1]
    return Listing(tuple(pages), tuple(sitemaps), kind in ("urlset", "sitemapindex"), changed)


def _read_text(content: bytes) -> Listing:
    lines = [line.strip() for line in content.decode("utf-8-sig", "replace").splitlines()[:MAX_ENTRIES]]
    pages = tuple(line for line in lines if _is_web_address(line))
    return Listing(pages, (), readable=bool(pages) and len(pages) == len([line for line in lines if line]))


def _joined(base: str, raw: str) -> str:
    try:
        return urljoin(base, raw)
    except ValueError:  # no address at all, which whoever visits it will see
        return raw


def _is_web_address(line: str) -> bool:
    """Whether a line is an absolute web address."""
    try:
        return urlsplit(line).scheme in ("http", "https")
    except ValueError:
        return False
