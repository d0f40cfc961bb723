"""Where the links of a page lead, what they say, and in which part of the page they stand."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from crawler.columns import values
from crawler.reading.blocks import Content, Mention
from crawler.reading.regions import Regions
from crawler.reading.tree import Tree
from expectations.model import Cause, Link
from expectations.urls import AddressError, address, fragment, origin

MAX_TEXT = 300
MAX_RAW = 500
MAX_LENGTH = 20_000  # of a link as written; the crawler's limit on an address is far lower
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_REFUSED = frozenset({"ftp", "ftps", "sftp", "file", "gopher"})
_MISSPELT_HTTP = re.compile(r"h{1,3}t{1,4}p{0,2}s?|ttps?", re.I)
_CURRENT = re.compile(
    r"\s*\(?\b(?:huidige pagina|current page|u bent hier|you are here|current)\b\)?\s*$"
    r"|^\s*(?:huidige pagina|current page):?\s*",
    re.I,
)
_REMOVED = str.maketrans("", "", "\t\n\r")
_BLANKS = "".join(map(chr, range(0x21)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A link that leads to no address that we visit: `raw` as written, and why."""

    raw: str
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links by part of the page, and what was rejected; `own` tells per mention number its link."""

    blocks: tuple[tuple[Link, ...], ...]
    rejected: tuple[Rejected, ...]
    own: dict[int, Link]


def base_of(tree: Tree, page: str) -> str:
    """The address that relative links are seen from: the first `base`, else the page itself."""
    for node in tree.find("base"):
        if href := tree.get(node, "href"):
            try:
                return address(href, page)
            except AddressError:
                return page
    return page


def read_links(tree: Tree, parts: Regions, content: Content, page: str, base: str) -> Links:
    """Every link of a page that a browser would open over http or https, by part of the page."""
    site = origin(base)
    told = [_leads_to(mention.href, page, base, site) for mention in content.mentions]
    rejected = tuple([target for target in told if isinstance(target, Rejected)])
    kept = [number for number, target in enumerate(told) if isinstance(target, str)]
    mentions = [content.mentions[number] for number in kept]
    links = values(
        Link,
        [told[number] for number in kept],
        [link_text(tree, content, mention) for mention in mentions],
        [parts.of[mention.node] for mention in mentions],
        [fragment(mention.href.strip(_BLANKS)) if "#" in mention.href else None for mention in mentions],
        [mention.heading[:MAX_TEXT] for mention in mentions],
        ["nofollow" in (tree.attributes[mention.node].get("rel") or "").lower() for mention in mentions],
    )
    by_part = defaultdict[int, list[Link]](list)
    for mention, link in zip(mentions, links, strict=True):
        by_part[parts.part[mention.node]].append(link)
    own = dict(zip(kept, links, strict=True))
    return Links(blocks=tuple(map(tuple, by_part.values())), rejected=rejected, own=own)


def _leads_to(href: str, page: str, base: str, site: str) -> str | Rejected | None:
    """The address that a link as written leads to; None for what a browser does not open as a page. A bare fragment
    leads to the page itself. `site` is the origin of `base`."""
    if href[:1] == "/" and href[1:2] not in ("/", "\\"):
        base = site  # so that a menu's links are resolved once for a whole site
    elif base == page and href.lstrip(_BLANKS)[:1] == "#" and href.strip(_BLANKS) != "#":
        return page
    return _resolved(href, base) if len(href) <= MAX_RAW else _resolved.__wrapped__(href, base)


@lru_cache(maxsize=65_536)
def _resolved(href: str, base: str) -> str | Rejected | None:
    raw = href.strip(_BLANKS)
    if not raw or raw == "#" or "/cdn-cgi/l/email-protection" in raw[:200]:
        return None
    scheme = _SCHEME.match(raw[:40].translate(_REMOVED)) if raw[0] != "/" else None
    name = scheme[1].lower() if scheme else "http"
    if name not in ("http", "https") and name not in _REFUSED and not _MISSPELT_HTTP.fullmatch(name):
        return None  # mail, phone, script
    if len(raw) > MAX_LENGTH:
        return Rejected(raw=raw[:MAX_RAW], cause=Cause.TOO_LONG)
    if name in _REFUSED:
        return Rejected(raw=raw[:MAX_RAW], cause=Cause.FORBIDDEN_SCHEME)
    try:
        return address(raw, base)
    except AddressError:
        return Rejected(raw=raw[:MAX_RAW], cause=Cause.INVALID_ADDRESS)


def link_text(tree: Tree, content: Content, mention: Mention) -> str:
    """What a visitor reads on a link, else what is read aloud to a visitor who does not see it."""
    node = mention.node
    if tree.tags[node] in ("iframe", "frame", "area"):
        return (tree.get(node, "title") or tree.get(node, "alt") or tree.get(node, "aria-label"))[:MAX_TEXT]
    text = ""
    if 0 <= mention.block < len(content.blocks):
        text = content.blocks[mention.block].text[mention.start : mention.end].strip()
        if "\n" in text:
            text = " ".join(text.split())
    text = text or " ".join(" ".join(tree.texts[node : tree.ends[node]]).split())
    if text and ("aria-current" in tree.attributes[node] or text[-1] == ")" or "pagina" in text):
        text = _CURRENT.sub("", text) or text
    if text and "aria-label" in tree.attributes[node]:
        label = " ".join(tree.get(node, "aria-label").split())
        text = label if text.lower() in label.lower() else text  # "Lees meer", read aloud with what it is about
    return (text or _read_aloud(tree, node))[:MAX_TEXT]


def _read_aloud(tree: Tree, node: int) -> str:
    named = tree.get(node, "aria-label") or tree.get(node, "title")
    return named or next((alt for image in tree.within(node, "img") if (alt := tree.get(image, "alt"))), "")
