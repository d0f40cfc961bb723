"""Reads the inventory: what should be there. All faults of all files are reported at once."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ValidationError

from expectations import inventory_build, yaml_reader
from expectations.inventory_faults import START, InventoryError, InventoryFault, at, nearest, translate
from expectations.inventory_origins import internal_origins, origins
from expectations.inventory_schema import OrganisationPart, PortalPart, TermsPart, WaiversPart, schema
from expectations.inventory_searches import Query, all_queries, queries
from expectations.inventory_waivers import WAIVERS, Ids, line_of, unknown_in_waivers
from expectations.model import Inventory, Organisation, OrganisationType, Policy, Waiver
from expectations.yaml_faults import Place
from expectations.yaml_reader import Node

__all__ = [
    "PACKAGED",
    "WAIVERS",
    "InventoryError",
    "InventoryFault",
    "Query",
    "all_queries",
    "internal_origins",
    "nearest",
    "origins",
    "queries",
    "read",
    "read_sources",
    "schema",
]

PACKAGED = Path(__file__).parent / "inventory"
"""The inventory that comes with the program."""

PORTAL, TERMS = "portal.yaml", "terms.yaml"
_FOLDERS = {"ministries": OrganisationType.MINISTRY, "agencies": OrganisationType.AGENCY}


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One file: its nodes, None when it cannot be read, and what they mean, None when they have faults."""

    name: str
    node: Node | None
    part: BaseModel | None

    @property
    def is_organisation(self) -> bool:
        return self.name not in (TERMS, WAIVERS)

    @property
    def type(self) -> OrganisationType:
        return _FOLDERS.get(PurePosixPath(self.name).parts[0], OrganisationType.PORTAL)


def read(directory: Path) -> Inventory:
    """The inventory in a directory. Raises InventoryError with every fault of every file."""
    faults: list[InventoryFault] = []
    return _inventory(_texts(directory, faults), faults, str(directory))


def read_sources(sources: Mapping[str, str]) -> Inventory:
    """The inventory again from `Inventory.sources`, as a snapshot keeps them."""
    return _inventory(sources, [])


def _texts(directory: Path, faults: list[InventoryFault]) -> dict[str, str]:
    """The inventory's files by their name inside the directory."""
    if not directory.is_dir():
        raise InventoryError([at(str(directory), START, "there is no such directory")], str(directory))
    texts = {}
    for path in sorted([*directory.glob("*.y*ml"), *directory.glob("*/*.y*ml")]):
        name = path.relative_to(directory).as_posix()
        if not _belongs(name):
            faults.extend(_misplaced(name))
            continue
        try:
            texts[name] = yaml_reader.decode(path.read_bytes())
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            faults.append(at(name, START, f"cannot be read: {reason}"))
            texts[name] = ""
    return texts


def _belongs(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return file.endswith(".yaml") and (folder in _FOLDERS if folder else file in (PORTAL, TERMS, WAIVERS))


def _misplaced(name: str) -> Iterator[InventoryFault]:
    """A file that nobody would read although it was surely meant; other files are none of our business."""
    folder, _, file = name.rpartition("/")
    if folder in _FOLDERS:
        yield at(name, START, f"files of an inventory end in .yaml; rename it to {PurePosixPath(file).stem}.yaml")
    elif meant := nearest(folder or file, _FOLDERS if folder else (PORTAL, TERMS, WAIVERS), at_least=75):
        right = f"{meant}/{file}" if folder else meant
        yield at(name, START, f'a file with this name is not read; did you mean "{right}"?')


def _inventory(texts: Mapping[str, str], faults: list[InventoryFault], where: str = "") -> Inventory:
    unread = {fault.file for fault in faults}
    files = [_file(name, texts[name], faults) for name in sorted(texts) if name not in unread]
    faults.extend(_absent(texts))
    faults.extend(_duplicate_ids(files))
    faults.extend(unknown_in_waivers(_node(files, WAIVERS), _declared(files)))
    if faults:
        raise InventoryError(faults, where)
    return _built(files, texts)


def _file(name: str, text: str, faults: list[InventoryFault]) -> _File:
    node, problems = yaml_reader.parse(text)
    faults.extend(at(name, problem.place, problem.message) for problem in problems)
    part = None
    if node is None and name != WAIVERS and not problems:
        faults.append(at(name, START, "the file is empty"))
    elif node is not None or not problems:
        part = _validated(name, node or Node(value=None, place=START), faults)
    return _File(name=name, node=node, part=part)


def _validated(name: str, node: Node, faults: list[InventoryFault]) -> BaseModel | None:
    special: dict[str, type[BaseModel]] = {PORTAL: PortalPart, TERMS: TermsPart, WAIVERS: WaiversPart}
    part = special.get(name, OrganisationPart)
    try:
        return part.model_validate(node.plain())
    except ValidationError as error:
        faults.extend(translate(error, node, name, part))
        return None


def _absent(names: Iterable[str]) -> Iterator[InventoryFault]:
    names = set(names)
    if PORTAL not in names:
        yield at(PORTAL, START, "this file is missing; it describes the portal, its referrals and the policy")
    if not names - {PORTAL, TERMS, WAIVERS}:
        yield at("ministries/", START, "there is no file of any ministry or agency, so there is nothing to check")


def _duplicate_ids(files: Iterable[_File]) -> Iterator[InventoryFault]:
    organisations: list[tuple[str, str, Place]] = []
    for file in files:
        if file.node and file.is_organisation:
            organisations += _ids(file.name, [file.node])
            for key, what in (("routes", "route"), ("referrals", "referral")):
                yield from _repeated(what, _ids(file.name, _listed(file, key)))
    yield from _repeated("organisation", organisations)


def _listed(file: _File, key: str) -> list[Node]:
    root = file.node.value if file.node else None
    listed = root.get(key) if isinstance(root, dict) else None
    return listed.value if listed and isinstance(listed.value, list) else []


def _node(files: list[_File], name: str) -> Node | None:
    return next((file.node for file in files if file.name == name), None)


def _ids(file: str, nodes: Iterable[Node]) -> list[tuple[str, str, Place]]:
    """The ids as written, also of parts that have other faults: (id, file, place)."""
    found = []
    for node in nodes:
        inner = node.value.get("id") if isinstance(node.value, dict) else None
        if inner and isinstance(inner.value, str):
            found.append((inner.value, file, inner.place))
    return found


def _repeated(what: str, ids: Iterable[tuple[str, str, Place]]) -> Iterator[InventoryFault]:
    first: dict[str, tuple[str, Place]] = {}
    for name, file, place in ids:
        if name in first:
            other, there = first[name]
            position = f"{other}:{there.line}:{there.column}"
            yield at(file, place, f'the {what} id "{name}" is used twice; first at {position}')
        else:
            first[name] = (file, place)


def _declared(files: list[_File]) -> Ids:
    organisations = [file for file in files if file.is_organisation]
    routes = {name: _routes(file) for file in organisations if file.node for name, _, _ in _ids("", [file.node])}
    return Ids(routes=routes, complete=len(routes) == len(organisations))


def _routes(file: _File) -> tuple[str, ...]:
    """The ids of an organisation's routes and referrals, also where the file has other faults."""
    listed = [_listed(file, key) for key in ("routes", "referrals")]
    return tuple(name for items in listed for name, _, _ in _ids(file.name, items))


def _built(files: list[_File], texts: Mapping[str, str]) -> Inventory:
    portal_file = next(file for file in files if file.name == PORTAL)
    portal = _organisation(portal_file, Policy())
    ministries = [_organisation(x, portal.policy) for x in files if x.type is OrganisationType.MINISTRY]
    agencies = [_organisation(x, Policy()) for x in files if x.type is OrganisationType.AGENCY]
    own = {file.name: file.part for file in files}
    terms, waivers = own.get(TERMS), own.get(WAIVERS)
    return Inventory(
        portal=portal,
        ministries=tuple(sorted(ministries, key=lambda x: x.id)),
        agencies=tuple(sorted(agencies, key=lambda x: x.id)),
        terms=inventory_build.terms(_packaged_terms(), terms if isinstance(terms, TermsPart) else None),
        waivers=_waivers(_node(files, WAIVERS), waivers),
        digest=_digest(texts),
        sources=dict(sorted(texts.items())),
    )


def _waivers(node: Node | None, part: BaseModel | None) -> tuple[Waiver, ...]:
    listed = part.root if isinstance(part, WaiversPart) else ()
    return tuple(inventory_build.waiver(one, line_of(node, number)) for number, one in enumerate(listed))


def _organisation(file: _File, policy: Policy) -> Organisation:
    root = file.node.value if file.node else None
    if not isinstance(file.part, OrganisationPart) or not isinstance(root, dict):
        raise AssertionError(f"{file.name} has no faults, so it describes an organisation")

    def line_of(key: str, number: int) -> int:
        items = root[key].value
        return items[number].place.line if isinstance(items, list) else 0

    return inventory_build.organisation(file.part, file.type, file.name, policy, line_of)


@lru_cache(maxsize=1)
def _packaged_terms() -> TermsPart:
    text = yaml_reader.decode((PACKAGED / TERMS).read_bytes())
    faults: list[InventoryFault] = []
    file = _file(TERMS, text, faults)
    if not isinstance(file.part, TermsPart):
        raise InventoryError(faults)
    return file.part


def _digest(texts: Mapping[str, str]) -> str:
    """The same on every machine: names with forward slashes, texts with one kind of line end."""
    sum_of = hashlib.sha256()
    for name, text in sorted(texts.items()):
        sum_of.update(f"{name}\0{text}\0".encode())
    return f"sha256:{sum_of.hexdigest()}"
