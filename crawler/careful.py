"""The careful reading of a candidate page: its main text cut at headings, each section with what it offers."""

import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.exceptions import ParserRejectedMarkup

from crawler.reading.blocks import Content, own_blocks, read_blocks
from crawler.reading.bounds import bounded
from crawler.reading.channels import once, place_channels
from crawler.reading.forms import read_forms
from crawler.reading.headings import raise_headings
from crawler.reading.links import base_of, read_links
from crawler.reading.regions import regions
from crawler.reading.tree import from_soup
from crawler.reading.weights import Weights
from expectations.model import MAX_TEXT, Channel, Link, Section

MAX_HTML = 600_000  # characters; a soup is slow
MAX_SECTIONS = 300


def read_sections(html: str, address: str) -> tuple[Section, ...]:
    """The sections of a page's main part, also of its accordions, definition lists and tables; () when unreadable."""
    soup = _soup(html)
    if soup is None:
        return ()
    raise_headings(soup)
    tree = from_soup(soup)
    if not len(tree):
        return ()
    parts = regions(tree, Weights(tree))
    content = read_blocks(tree, parts)
    base = base_of(tree, address)
    links = read_links(tree, parts, content, address, base)
    placed = place_channels(tree, parts, content, links, read_forms(tree, parts, base), address)
    linked = [(content.mentions[number].block, link) for number, link in links.own.items()]
    return _cut(content, placed, linked)


def _soup(html: str) -> BeautifulSoup | None:
    text = bounded(html[:MAX_HTML])[0].replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        try:
            return BeautifulSoup(text, "lxml")
        except ParserRejectedMarkup:
            return None


def _cut(content: Content, channels: list[tuple[int, Channel]], links: list[tuple[int, Link]]) -> tuple[Section, ...]:
    """One section per heading, in order; what precedes the first has heading ""."""
    own = {id(block) for block in own_blocks(content)}
    sections: list[tuple[str, int, list[int]]] = [("", 0, [])]
    for number, block in enumerate(content.blocks):
        if id(block) not in own:
            continue
        if block.level:
            sections.append((" ".join(block.text.split()), block.level, [number]))
        else:
            sections[-1][2].append(number)
    made = [_section(content, *section, channels, links) for section in sections[:MAX_SECTIONS]]
    return tuple(section for section in made if section.heading or section.text or section.channels)


def _section(
    content: Content,
    heading: str,
    level: int,
    numbers: list[int],
    channels: list[tuple[int, Channel]],
    links: list[tuple[int, Link]],
) -> Section:
    held = set(numbers)
    texts = [content.blocks[number].text for number in numbers if not content.blocks[number].level]
    return Section(
        heading=heading,
        level=level,
        text="\n".join(texts)[:MAX_TEXT],
        channels=once(channel for number, channel in channels if number in held),
        links=tuple(link for number, link in links if number in held),
    )
