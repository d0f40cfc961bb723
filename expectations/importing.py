"""Makes files of an inventory from a list of organisations; those that are there stay, unless it is forced."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from expectations.inventory import PORTAL as PORTAL_FILE
from expectations.inventory_faults import InventoryFault, translate
from expectations.inventory_schema import OrganisationPart, PortalPart
from expectations.organisation_list import MINISTRY, PORTAL, Listed, Listing
from expectations.yaml_write import Value, lines

_KEYS = ("id", "name", "abbreviation", "home", "scope", "search", "register", "routes")
_MINISTRIES = ("ministerie ", "ministry ")


class ListError(Exception):
    """A list cannot be brought in; `faults` says what is wrong with which row."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """`texts` are the new files by their names, `kept` the names of files that stay as they are."""

    texts: Mapping[str, str]
    kept: tuple[str, ...] = ()


def imported(listing: Listing, ids: Mapping[str, str], *, force: bool) -> Imported:
    """The files that a list makes. `ids` are the organisations that are there already, with their files; with `force`
    their files are replaced. Raises ListError with every fault."""
    told = [(row, _told(listing, row, column, words)) for row, column, words in listing.faults]
    for one in listing.organisations:
        told += [(fault.line, _of_format(listing, fault)) for fault in _faults(one)]
        told += [(row, _told(listing, row, column, words)) for row, column, words in _repeated_routes(one)]
    if told:
        raise ListError(words for _, words in sorted(told))
    texts = {ids.get(one.id, _file(one)): text(one) for one in listing.organisations if force or one.id not in ids}
    return Imported(
        texts=texts, kept=tuple(ids[one.id] for one in listing.organisations if one.id in ids and not force)
    )


def text(listed: Listed) -> str:
    """The organisation's file."""
    value = listed.node.plain()
    assert isinstance(value, dict)
    ordered: dict[str, Value] = {key: value[key] for key in _KEYS if key in value}
    return "".join(lines(ordered | ({} if "routes" in value or listed.type == PORTAL else {"routes": []}), 0))


def _file(listed: Listed) -> str:
    if listed.type == PORTAL:
        return PORTAL_FILE
    name = listed.node.plain()
    names = name.get("name", {}) if isinstance(name, dict) else {}
    ministry = listed.type == MINISTRY or (
        not listed.type and any(str(one).lower().startswith(_MINISTRIES) for one in names.values())
    )
    return f"{'ministries' if ministry else 'agencies'}/{listed.id}.yaml"


def _faults(listed: Listed) -> Iterator[InventoryFault]:
    part: type[BaseModel] = PortalPart if listed.type == PORTAL else OrganisationPart
    try:
        part.model_validate(listed.node.plain())
    except ValidationError as error:
        yield from translate(error, listed.node, "", part)


def _repeated_routes(listed: Listed) -> Iterator[tuple[int, int, str]]:
    routes = listed.node.value.get("routes") if isinstance(listed.node.value, dict) else None
    first: dict[object, int] = {}
    for route in routes.value if routes and isinstance(routes.value, list) else ():
        name = route.value["id"].plain() if isinstance(route.value, dict) else ""
        if name in first:
            yield route.place.line, route.place.column, f'the route "{name}" stands in row {first[name]} already'
        first.setdefault(name, route.place.line)


def _of_format(listing: Listing, fault: InventoryFault) -> str:
    hint = f' Did you mean "{fault.suggestion}"?' if fault.suggestion else ""
    allowed = f" Allowed: {', '.join(fault.allowed)}." if fault.allowed else ""
    return _told(listing, fault.line, fault.column, fault.message) + hint + allowed


def _told(listing: Listing, row: int, column: int, words: str) -> str:
    name = listing.columns[column - 1] if 0 < column <= len(listing.columns) else ""
    return f"row {row}{f', column {name}' if name else ''}: {words}."
