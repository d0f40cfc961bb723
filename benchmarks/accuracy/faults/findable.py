# ruff: noqa: ARG001, E501 -- all faults have one signature; sentences stay on one line
"""Routes that are there and hard to find."""

import random
from datetime import timedelta

from ..model import World
from ..spec import join, slugify
from .register import Slot, declare, dutch, fault, later, single, without_form


@fault("too-many-clicks", "way")
def too_deep(world: World, rng: random.Random, slot: Slot) -> bool:
    """Labels follow from the walk: `generate` adds one for each start that is too far."""
    org, _route, version = slot
    if org.site == "portal":
        return False
    if org.type == "agency":
        org.policy = {"max_clicks": {"home": 3}}
    version.deep = rng.choice([3, 4])
    version.faults.add("too-many-clicks")
    return True


@fault("not-indexable", "head")
def noindex(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    way = rng.choice(["meta", "header", "none"])
    if way == "header":
        version.headers = {"X-Robots-Tag": "noindex"}
    else:
        version.head += f'<meta name="robots" content="{"noindex, follow" if way == "meta" else "none"}">'
    world.label("not-indexable", route, version.lang, way)
    return True


@fault("document-only", "whole")
def only_pdf(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not single(route):
        return False
    declare(route)
    without_form(version, route)
    version.path = join(org.base["nl"], "documenten", slugify(version.title) + ".pdf")
    version.link_text = f"{version.title} (pdf)"
    later(
        world,
        lambda doc: setattr(
            doc, "answer", ("bytes", "application/pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
        ),
        route,
        version,
    )
    world.label("document-only", route, "nl")
    return True


@fault("not-in-sitemap", "head")
def left_out_of_sitemap(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if world.sites[version.site].sitemap == "none":
        return False
    later(world, lambda doc: setattr(doc, "in_sitemap", False), route, version)
    world.label("not-in-sitemap", route, version.lang)
    return True


@fault("not-in-search", "head")
def not_in_search(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if org.site == "portal" or not dutch(version):
        return False
    site = world.sites[org.site]
    site.search, site.robots = True, [rule for rule in site.robots if rule != "/zoeken"]
    later(world, lambda doc: setattr(doc, "searchable", False), route, version)
    world.label("not-in-search", route, "nl")
    return True


@fault("link-text-vague", "way")
def vague(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not single(route) or org.notes:
        return False
    version.link_text, version.vague = rng.choice(["Klik hier", "Lees meer", "Meer informatie"]), True
    without_form(version, route)
    world.label("link-text-vague", route, "nl", version.link_text)
    return True


@fault("hard-to-read", "text")
def hard(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not dutch(version):
        return False
    sentence = (
        "Onverminderd het bepaalde in de desbetreffende bestuursrechtelijke regelgeving dienaangaande geldt dat de klachtbehandelende functionaris, "
        "na voorafgaande consultatie van de betrokken organisatieonderdelen, de ontvankelijkheidsbeoordeling van de ingediende klaagschriften verricht "
        "overeenkomstig de daartoe vastgestelde behandelingsprocedure, waarbij de verantwoordelijkheidsverdeling tussen de onderscheiden "
        "directoraten-generaal uitdrukkelijk in aanmerking wordt genomen."
    )
    version.intro = [sentence] * 1
    version.extra += [
        ("p", sentence.replace("Onverminderd", first))
        for first in ("Onverkort", "Met inachtneming van", "Niettegenstaande", "Behoudens", "Conform", "Ingevolge")
    ]
    world.label("hard-to-read", route, "nl")
    return True


@fault("page-stale", "head")
def stale(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if org.type != "ministry":
        return False
    version.modified = world.today - timedelta(days=rng.randint(900, 3000))
    world.label("page-stale", route, version.lang, str(version.modified))
    return True
