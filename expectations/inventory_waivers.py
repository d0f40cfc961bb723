"""Tells waivers for what does not exist: an organisation, a route, a finding code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from expectations.check import CODES, RETIRED
from expectations.inventory_faults import InventoryFault, at
from expectations.yaml_reader import Node

WAIVERS = "waivers.yaml"
_ABOUT_WAIVERS = "waiver-"
_KNOWN = tuple(code for codes in CODES.values() for code in codes if not code.startswith(_ABOUT_WAIVERS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """The ids that the inventory's files declare: the routes and referrals per organisation. `complete` is false when a
    file could not be read: its waivers would look wrong."""

    routes: Mapping[str, tuple[str, ...]]
    complete: bool


def unknown_in_waivers(waived: Node | None, ids: Ids) -> Iterator[InventoryFault]:
    """The faults of the waivers whose shape is in order."""
    for item in waived.value if waived and isinstance(waived.value, list) else []:
        if isinstance(item.value, dict):
            yield from _code(item.value.get("code"))
            yield from _place(item.value.get("organisation"), item.value.get("route"), ids)


def line_of(waived: Node | None, number: int) -> int:
    """The line on which a waiver begins."""
    items = waived.value if waived and isinstance(waived.value, list) else []
    return items[number].place.line if number < len(items) else 0


def _code(code: Node | None) -> Iterator[InventoryFault]:
    if code is None or not isinstance(code.value, str) or code.value in _KNOWN:
        return
    if code.value in RETIRED:
        yield at(WAIVERS, code.place, f'there is no finding "{code.value}" any more: {RETIRED[code.value]}')
    elif code.value.startswith(_ABOUT_WAIVERS):
        yield at(WAIVERS, code.place, f'"{code.value}" is about a waiver; repair or remove that waiver instead')
    else:
        yield at(WAIVERS, code.place, f'there is no finding with the code "{code.value}"', sorted(_KNOWN), code.value)


def _place(organisation: Node | None, route: Node | None, ids: Ids) -> Iterator[InventoryFault]:
    if organisation is None or not isinstance(organisation.value, str):
        return
    known = ids.routes.get(organisation.value)
    if known is None:
        if ids.complete:
            message = f'there is no organisation with the id "{organisation.value}"'
            yield at(WAIVERS, organisation.place, message, sorted(ids.routes), organisation.value)
    elif route is not None and isinstance(route.value, str) and route.value not in known:
        message = f'{organisation.value} has no route with the id "{route.value}"'
        yield at(WAIVERS, route.place, message, sorted(known), route.value)
