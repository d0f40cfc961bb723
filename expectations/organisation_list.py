"""Reads a list of organisations and routes as spreadsheets write it (CSV), one route per row.

Every cell becomes a node that knows its row and column, so that the faults of the inventory's format are told there.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from expectations.inventory_faults import nearest
from expectations.inventory_fields import MAX_ID
from expectations.urls import slug
from expectations.vocabulary import plain
from expectations.yaml_faults import Place
from expectations.yaml_reader import Node, Plain

MAX_ROWS = 20_000
MINISTRY, AGENCY, PORTAL = "ministry", "agency", "portal"
_OF_ORGANISATION = {
    "id": ("id",),
    "type": ("type",),
    "name": ("name", "nl"),
    "name_nl": ("name", "nl"),
    "name_en": ("name", "en"),
    "abbreviation": ("abbreviation",),
    "home": ("home", "nl"),
    "home_nl": ("home", "nl"),
    "home_en": ("home", "en"),
    "scope": ("scope",),
    "search": ("search",),
    "tooi": ("register", "tooi"),
    "roo": ("register", "roo"),
}
_OF_ROUTE = {
    "route": ("id",),
    "kinds": ("kinds",),
    "title": ("title", "nl"),
    "title_nl": ("title", "nl"),
    "title_en": ("title", "en"),
    "url": ("url", "nl"),
    "url_nl": ("url", "nl"),
    "url_en": ("url", "en"),
    "email": ("channels", "email"),
    "phone": ("channels", "phone"),
    "form": ("channels", "form"),
    "post": ("channels", "post"),
    "statements": ("statements",),
    "audience": ("audience",),
    "source": ("source",),
    "verified": ("verified",),
}
COLUMNS = (*_OF_ORGANISATION, *_OF_ROUTE)
_LISTS = {"kinds": r"[|,;\s]+", "statements": r"[|,;\s]+", "scope": r"[|\s]+"}
_LISTS |= dict.fromkeys(("email", "phone", "form", "post"), r"\s*\|\s*")


@dataclass(slots=True, kw_only=True)
class Listed:
    """An organisation as listed; `row` is the first that names it."""

    id: str
    type: str
    row: int
    node: Node


@dataclass(slots=True, kw_only=True)
class Listing:
    """The organisations of a list, in its order, the names of its columns, and what cannot be read of it."""

    organisations: list[Listed] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    faults: list[tuple[int, int, str]] = field(default_factory=list)


def read(text: str) -> Listing:
    """The list in a text; faults are told as row, column and words."""
    listing = Listing()
    rows = _rows(text, listing)
    header = next(rows, None)
    if header is None:
        listing.faults.append((1, 0, "the list is empty"))
        return listing
    listing.columns = tuple(re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in header[1])
    listing.faults += _faults_of_header(listing.columns)
    if not listing.faults:
        for number, cells in rows:
            _take(listing, number, cells)
    return listing


def _rows(text: str, listing: Listing) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if number > MAX_ROWS:
                listing.faults.append((number, 0, f"the list is longer than {MAX_ROWS:,} rows"))
                return
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        listing.faults.append((number + 1, 0, f"the row cannot be read: {error}"))


def _faults_of_header(columns: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for number, name in enumerate(columns, 1):
        if name and name not in COLUMNS:
            meant = nearest(name, COLUMNS)
            hint = f' Did you mean "{meant}"?' if meant else ""
            yield 1, number, f'the column "{name}" is not known.{hint} Known are: {", ".join(COLUMNS)}'
        elif name and name in columns[: number - 1]:
            yield 1, number, f'the column "{name}" stands here a second time'
    if "id" not in columns:
        yield 1, 0, 'there is no column "id"; it says which organisation a row is about'


def _take(listing: Listing, row: int, cells: list[str]) -> None:
    told = {name: (n, cell.strip()) for n, (name, cell) in enumerate(zip(listing.columns, cells, strict=False), 1)}
    told = {name: (n, cell) for name, (n, cell) in told.items() if name and cell}
    if len(cells) > len(listing.columns) and any(cell.strip() for cell in cells[len(listing.columns) :]):
        listing.faults.append((row, len(listing.columns), "the row has more cells than there are columns"))
    if "id" not in told:
        listing.faults.append((row, listing.columns.index("id") + 1, "the id of the organisation is missing"))
        return
    name = told["id"][1]
    found = next((one for one in listing.organisations if one.id == name), None)
    if found is None:
        found = Listed(id=name, type="", row=row, node=_mapping(Place(line=row, column=told["id"][0])))
        listing.organisations.append(found)
    _take_organisation(listing, found, row, told)
    if any(column in told for column in _OF_ROUTE):
        _take_route(found, row, told)


def _take_organisation(listing: Listing, found: Listed, row: int, told: Mapping[str, tuple[int, str]]) -> None:
    for column, path in _OF_ORGANISATION.items():
        if column not in told:
            continue
        number, cell = told[column]
        if column == "type":
            if cell.lower() not in (MINISTRY, AGENCY, PORTAL):
                listing.faults.append((row, number, f'"{cell}" is no type; it is ministry, agency or portal'))
            elif found.type not in ("", cell.lower()):
                listing.faults.append((row, number, f'"{cell}" is not what an earlier row says ({found.type})'))
            else:
                found.type = cell.lower()
            continue
        known = _at(found.node, path)
        value = _value(column, cell, Place(line=row, column=number))
        if known is None:
            _put(found.node, path, value)
        elif known.plain() != value.plain():
            listing.faults.append((row, number, f'"{cell}" is not what row {known.place.line} says'))


def _take_route(found: Listed, row: int, told: Mapping[str, tuple[int, str]]) -> None:
    first = min(number for column, (number, _) in told.items() if column in _OF_ROUTE)
    route = _mapping(Place(line=row, column=first))
    _put(route, ("id",), Node(value=Plain(_route_id(found, told)), place=Place(line=row, column=first)))
    for column, path in _OF_ROUTE.items():
        if column in told:
            number, cell = told[column]
            _put(route, path, _value(column, cell, Place(line=row, column=number)))
    routes = _at(found.node, ("routes",))
    if routes is None:
        routes = Node(value=[], place=Place(line=row, column=first))
        _put(found.node, ("routes",), routes)
    assert isinstance(routes.value, list)
    routes.value.append(route)


def _route_id(found: Listed, told: Mapping[str, tuple[int, str]]) -> str:
    """What the row says, else made of its address, title or kinds, and unlike those before it."""
    if "route" in told:
        return told["route"][1]
    url = next((told[column][1] for column in ("url", "url_nl", "url_en") if column in told), "")
    words = slug(url) if "//" in url else ""
    others = (told[column][1] for column in ("title", "title_nl", "title_en", "kinds") if column in told)
    text = re.sub(r"[^a-z0-9]+", "-", plain(words or next(others, "route"))).strip("-")[: MAX_ID - 4].strip("-")
    routes = _at(found.node, ("routes",))
    known = [one.plain() for one in routes.value] if routes and isinstance(routes.value, list) else []
    taken = {one.get("id") for one in known if isinstance(one, dict)}
    return next(one for one in (text or "route", *(f"{text}-{n}" for n in range(2, MAX_ROWS))) if one not in taken)


def _value(column: str, cell: str, place: Place) -> Node:
    if column not in _LISTS:
        return Node(value=Plain(cell), place=place)
    items = [item for item in re.split(_LISTS[column], cell) if item]
    return Node(value=[Node(value=Plain(item), place=place) for item in items], place=place)


def _mapping(place: Place) -> Node:
    return Node(value={}, place=place)


def _at(node: Node, path: tuple[str, ...]) -> Node | None:
    for key in path:
        inner = node.value.get(key) if isinstance(node.value, dict) else None
        if inner is None:
            return None
        node = inner
    return node


def _put(node: Node, path: tuple[str, ...], value: Node) -> None:
    for key in path[:-1]:
        inner = _at(node, (key,)) or _mapping(value.place)
        _put(node, (key,), inner)
        node = inner
    assert isinstance(node.value, dict)
    node.value[path[-1]] = value
    node.keys.setdefault(path[-1], value.place)
