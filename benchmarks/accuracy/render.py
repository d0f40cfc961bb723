"""Writes a document in the design of its site."""

import random
import re

from .designs import STYLES, Frame
from .designs_more import MORE_STYLES
from .model import Doc, Site, World
from .words import MONTHS, UI

DESIGNS = {**STYLES, **MORE_STYLES}
_REFERENCE = re.compile(r'(href|action)="(@[^"]+|[a-z0-9-]+:/(?!/)[^"]*)"')


def render(world: World, doc: Doc) -> str:
    """The HTML of a document in the design of its site."""
    site = world.sites[doc.site]
    style = DESIGNS[site.design]
    frame = Frame(
        world,
        site,
        doc,
        site.menu.get(doc.lang, []),
        site.footer.get(doc.lang, []),
        UI[doc.lang],
        "\n".join(style.block(block, doc) for block in doc.blocks),
        _date(doc),
    )
    return _resolve(world, site, doc, style.page(frame))


def _date(doc: Doc) -> str:
    if not doc.modified:
        return ""
    if doc.lang == "nl":
        return f"{doc.modified.day} {MONTHS[doc.modified.month - 1]} {doc.modified.year}"
    return doc.modified.strftime("%-d %B %Y")


def _resolve(world: World, site: Site, doc: Doc, text: str) -> str:
    rng = random.Random(f"{world.seed} {doc.id}")

    def one(found: re.Match[str]) -> str:
        address = world.url(found[2])
        if address.startswith(site.origin + "/") and not site.absolute_links and rng.random() < 0.97:
            address = address[len(site.origin) :]
        return f'{found[1]}="{address}"'

    return _REFERENCE.sub(one, text)
