"""What faults have in common: the register, the places where they can go, and small changes that many make."""

import random
from collections.abc import Callable, Iterator

from ..model import Doc, Org, Route, Version, World

Slot = tuple[Org, Route, Version]
Fault = Callable[[World, random.Random, Slot], bool]
FAULTS: list[tuple[str, str, Fault]] = []  # code, area, what to do


def fault(code: str, area: str) -> Callable[[Fault], Fault]:
    """Registers a fault; it answers False, having touched nothing, when the version does not suit it."""

    def register(act: Fault) -> Fault:
        FAULTS.append((code, area, act))
        return act

    return register


def slots(world: World) -> Iterator[Slot]:
    for org in world.orgs.values():
        for route in org.routes:
            if route.audience == "external" and route.in_inventory and route.valid_until is None:
                for version in route.versions.values():
                    yield org, route, version


def later(world: World, act: Callable[[Doc], None], route: Route, version: Version) -> None:
    key = route.doc(version.lang)
    world.late.append(lambda w: act(w.docs[key]))


def single(route: Route) -> bool:
    return len(route.versions) == 1


def declare(route: Route) -> None:
    route.with_url = True


def dutch(version: Version) -> bool:
    return version.lang == "nl"


def without_form(version: Version, route: Route) -> None:
    if version.shown.get("form") == ["link"]:
        version.shown["form"] = ["page"]
        route.channels.pop("form", None)
