# ruff: noqa: ARG001 -- all faults have one signature; sentences stay on one line
"""Pages that nobody can judge."""

import random

from ..model import ANY, Label, Route, Version, World
from .register import Slot, declare, fault, later, single, without_form


def _unknown(world: World, route: Route, version: Version, code: str, answer: tuple[object, ...], note: str) -> None:
    declare(route)
    without_form(version, route)
    if answer:
        later(world, lambda doc: setattr(doc, "answer", answer), route, version)
    else:
        world.late.append(lambda w: w.sites[version.site].robots.append(version.path))
    world.label(code, route, version.lang, note)
    world.labels.append(Label(code=code, organisation=ANY, language=ANY, optional=True, note="about the origin"))


@fault("blocked", "whole")
def blocked(world: World, rng: random.Random, slot: Slot) -> bool:
    status = rng.choice([403, 403, 429, 999])
    _unknown(world, slot[1], slot[2], "blocked", ("status", status), str(status))
    return True


@fault("unreachable", "whole")
def unreachable(world: World, rng: random.Random, slot: Slot) -> bool:
    answer = rng.choice([("status", 500), ("status", 503), ("status", 502), ("reset",)])
    _unknown(world, slot[1], slot[2], "unreachable", answer, str(answer))
    return True


@fault("robots-disallowed", "whole")
def disallowed(world: World, rng: random.Random, slot: Slot) -> bool:
    world.sites[slot[2].site].robots = list(world.sites[slot[2].site].robots)
    _unknown(world, slot[1], slot[2], "robots-disallowed", (), "robots.txt")
    return True


@fault("crawl-incomplete", "whole")
def unprovable(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not single(route) or version.site.endswith("-desk"):  # undeclared, another host is nobody's
        return False
    way = rng.choice(["blocked", "unreachable", "robots-disallowed"])
    if way == "robots-disallowed":
        world.sites[version.site].robots = list(world.sites[version.site].robots)
    _unknown(
        world,
        route,
        version,
        way,
        {"blocked": ("status", 403), "unreachable": ("status", 500), "robots-disallowed": ()}[way],
        way,
    )
    world.labels = [x for x in world.labels if (x.code, x.organisation, x.route) != (way, org.id, route.id)]
    version.faults.discard(way)
    route.with_url, route.with_title = False, True
    world.label("crawl-incomplete", route, "nl", f"the page that speaks of it: {way}")
    return True
