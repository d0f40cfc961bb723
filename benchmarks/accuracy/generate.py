"""One labelled web from one seed."""

from collections.abc import Iterable
from datetime import date

from . import innocents, pages, spec
from .faults.inject import inject
from .faults.register import slots
from .model import ANY, ORDER, VERDICT, Label, World
from .walk import Graph, number_sites


def generate(seed: int, today: date, codes: set[str] | None = None, rounds: int = 2) -> World:
    """The world of `seed` with faults of `codes` (None: all). Same seed, day and codes: the same world."""
    world = spec.draw(seed, today)
    inject(world, codes, rounds)
    innocents.scatter(world)
    pages.write(world)
    _label_distances(world)
    return world


def _label_distances(world: World) -> None:
    """Adds `too-many-clicks` for what was put too deep, one for each start; nothing else may be too far."""
    number_sites(world)
    graph = Graph(world)
    portal = {
        lang: graph.clicks(f"{key}/home") for lang, key in (("nl", "portal"), ("en", "twin")) if key in world.sites
    }
    for org, route, version in slots(world):
        if any(code in version.faults for code in _FAILING):
            continue
        limits = {"home": 3, "portal": 4} if org.type == "ministry" else {}
        limits |= org.policy.get("max_clicks", {})
        key = route.doc(version.lang)
        starts = {"home": graph.clicks(org.home(version.lang)), "portal": portal.get(version.lang)}
        for start, limit in limits.items():
            seen = starts[start]
            if seen is not None and seen.get(key, 99) > limit:
                assert "too-many-clicks" in version.faults, (world.seed, key, start, seen.get(key))
                world.label("too-many-clicks", route, version.lang, f"{seen.get(key)} from {start}")


_FAILING = {code for code, verdict in VERDICT.items() if verdict in {"missing", "broken", "unverified"}} | {
    "route-unlinked"
}


def verdicts(world: World) -> dict[tuple[str, str, str], str]:
    """The right verdict of each expected route and language."""
    right = {
        (org.id, route.id, lang): "ok"
        for org in world.orgs.values()
        for route in org.routes
        if judged(route)
        for lang in route.versions
    }
    for label in world.labels:
        key = (label.organisation, label.route or "", label.language or "")
        if key in right and not label.optional:
            right[key] = worst([right[key], VERDICT[label.code]])
    return right


def judged(route: object) -> bool:
    """Whether the inventory expects this route today, of outsiders."""
    return bool(route.in_inventory and route.audience == "external" and route.valid_until is None)  # type: ignore[attr-defined]


def organisation_verdicts(world: World) -> dict[str, str]:
    of_routes = verdicts(world)
    return {
        org.id: worst(
            [v for (owner, _, _), v in of_routes.items() if owner == org.id]
            + [VERDICT[x.code] for x in _own(world.labels, org.id)]
        )
        for org in world.orgs.values()
    }


def _own(labels: Iterable[Label], org: str) -> list[Label]:
    return [x for x in labels if x.organisation == org and x.route in (None, ANY) and not x.optional]


def worst(some: Iterable[str]) -> str:
    return min(some, key=ORDER.index, default="ok")
