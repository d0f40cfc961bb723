"""Reads one page: HTML in, facts out. Pure, without judgement, for any input whatever."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from crawler.reading import metadata
from crawler.reading.blocks import Content, own_blocks, read_blocks
from crawler.reading.breadcrumbs import breadcrumb
from crawler.reading.channels import read_channels
from crawler.reading.dates import modified
from crawler.reading.forms import has_login, read_forms
from crawler.reading.languages import language
from crawler.reading.links import Links, Rejected, base_of, read_links
from crawler.reading.regions import Regions, regions
from crawler.reading.structured import things
from crawler.reading.tree import Tree, parse
from crawler.reading.weights import Weights
from expectations.model import MAX_TEXT, Heading, Page, Region

__all__ = ["Reading", "Rejected", "read_page"]

MAX_HEADINGS = 200
_FEW_WORDS = 30  # a page with fewer says nothing itself
_APP_ROOTS = frozenset({"root", "app", "__next", "__nuxt", "react-root", "application", "app-root"})
_NEEDS_SCRIPT = re.compile(r"javascript", re.I)
_SAYS_SOMETHING = 6  # words beside headings
_WAITS = re.compile(
    r"javascript|\b(?:even|moment) geduld\b|\bladen\b|\bgeladen\b|\bloading\b|please wait|browser", re.I
)
_HARDLY_ANY = 12  # words; "You are being redirected"
_SENDS_ON = re.compile(r"(?<!top\.)(?<!parent\.)\blocation(?:(?:\.href)?\s*=(?!=)|\.(?:replace|assign)\s*\()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one page says; `refresh` is the address it sends visitors on to, `rejected` the links that lead nowhere.
    Without `whole` there was more than a page can have, which was not read."""

    page: Page
    refresh: str | None
    rejected: tuple[Rejected, ...]
    whole: bool = True


def read_page(html: str, address: str, headers: Mapping[str, str]) -> Reading:
    """The facts of the page at `address`; `headers` are those of its response, with names in lower case."""
    tree = parse(html)
    parts = regions(tree, Weights(tree))
    content = read_blocks(tree, parts)
    base = base_of(tree, address)
    links = read_links(tree, parts, content, address, base)
    head = metadata.Head(tree)
    page = _page(tree, parts, content, links, head, headers, address, base)
    return Reading(
        page=replace(page, scripted=True) if _sends_on(page, html) else page,
        refresh=metadata.refresh(head, headers, address, base),
        rejected=links.rejected,
        whole=tree.whole,
    )


def _page(
    tree: Tree,
    parts: Regions,
    content: Content,
    links: Links,
    head: metadata.Head,
    headers: Mapping[str, str],
    address: str,
    base: str,
) -> Page:
    text = "\n".join([block.text for block in own_blocks(content)])[:MAX_TEXT]
    described, found = things(tree), _headings(content)
    return Page(
        address=address,
        language=language(tree, head, headers, text),
        title=metadata.title(tree),
        headings=found,
        breadcrumb=breadcrumb(tree, content, described, _top(found)),
        description=metadata.description(head),
        canonical=metadata.canonical(head, headers, base),
        alternates=metadata.alternates(head, headers, list(links.own.values()), base, address),
        owner=metadata.owner(head, content),
        modified=modified(tree, head, content, described, headers),
        directives=metadata.directives(head, headers),
        anchors=metadata.anchors(tree),
        text=text,
        channels=read_channels(tree, parts, content, links, read_forms(tree, parts, base), address),
        link_blocks=links.blocks,
        scripted=_scripted(tree, content),
        login_form=has_login(tree, parts),
    )


def _sends_on(page: Page, html: str) -> bool:
    """Whether a page with hardly any text has a script that would bring its visitor elsewhere."""
    return len(page.text.split(maxsplit=_HARDLY_ANY)) < _HARDLY_ANY and _SENDS_ON.search(html, 0, 20_000) is not None


def _headings(content: Content) -> tuple[Heading, ...]:
    """The headings of the main part; those of the whole page when it has none."""
    headings = [block for block in content.blocks if block.level]
    own = [block for block in headings if block.region is Region.MAIN] or headings
    return tuple([Heading(level=block.level, text=" ".join(block.text.split())) for block in own[:MAX_HEADINGS]])


def _top(headings: tuple[Heading, ...]) -> str:
    return next((heading.text for heading in headings if heading.level == 1), "")


def _scripted(tree: Tree, content: Content) -> bool:
    """Whether the page has no text of its own, but a place where scripts would put it."""
    if sum(len(block.text.split()) for block in content.blocks[:_FEW_WORDS]) >= _FEW_WORDS:
        return False
    if len(content.blocks) > _FEW_WORDS or _says_something(content):
        return False
    for node, tag in enumerate(tree.tags):
        if tag == "app-root" or tree.get(node, "id") in _APP_ROOTS:
            return True
        if tag == "noscript" and _NEEDS_SCRIPT.search(tree.text(node)[:500]):
            return True
    return False


def _says_something(content: Content) -> bool:
    """Whether the main part is there already, however short: the server of an app can write its text too."""
    words = " ".join(block.text for block in content.blocks if block.region is Region.MAIN and not block.level)
    return len(words.split()) >= _SAYS_SOMETHING and not _WAITS.search(words)
