"""Reads the export of the Register van Overheidsorganisaties (exportOO.xml) as a list of organisations.

Only what the register says of an organisation itself is taken, nothing of the people under it. Its general e-mail
address is no route; a form or page that it labels with the words of a route is.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from expectations.inventory_fields import ID_PATTERN, MAX_ID, RESERVED
from expectations.model import Kind
from expectations.organisation_list import AGENCY, MINISTRY, Listed, Listing
from expectations.urls import AddressError, address, slug
from expectations.vocabulary import Vocabulary, plain
from expectations.yaml_faults import Place
from expectations.yaml_reader import Node

TYPES = ("Ministerie", "Agentschap")
"""The types of organisations that are taken unless others are asked for."""
_MINISTRY = "ministerie"
_ORGANISATION = "organisatie"
_TITLE = "Ministerie van "


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The organisations of the wanted types, those that were left out with the reason, and all types that there are."""

    listing: Listing
    left_out: tuple[str, ...]
    types: tuple[str, ...]


class RegisterError(Exception):
    """The file is no export of the register."""


def read(file: IO[bytes], types: Collection[str], vocabulary: Vocabulary, today: date) -> Register:
    """The register in a file, read in pieces: it is large. Raises RegisterError."""
    head = file.read(4_096)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise RegisterError("it declares entities, which the register's export does not")
    file.seek(0)
    reader = _Reader(frozenset(one.casefold() for one in types), vocabulary, today)
    try:
        for _, element in iterparse(file, ("end",)):
            if _local(element.tag) == _ORGANISATION:
                reader.take(element)
                element.clear()
    except ParseError as error:
        raise RegisterError(f"it cannot be read as XML: {error}") from error
    if not reader.types:
        raise RegisterError("it holds no organisations")
    listing = Listing(organisations=reader.found)
    return Register(listing=listing, left_out=tuple(reader.left_out), types=tuple(sorted(reader.types)))


class _Reader:
    """Takes the organisations one by one."""

    def __init__(self, types: frozenset[str], vocabulary: Vocabulary, today: date) -> None:
        self._wanted, self._vocabulary, self._today = types, vocabulary, today
        self.types: set[str] = set()
        self.found: list[Listed] = []
        self.left_out: list[str] = []
        self._ids: set[str] = set()

    def take(self, element: Element) -> None:
        types = [text for part in _children(element, "types") for text in _texts(part, "type")]
        self.types.update(types)
        name = next(_texts(element, "naam"), "")
        if not name or self._wanted.isdisjoint(one.casefold() for one in types) or self._has_ended(element):
            return
        ministry = any(one.casefold() == _MINISTRY for one in types)
        if ministry and not name.startswith(_TITLE):
            name = _TITLE + name
        home = self._home(element)
        if home is None:
            self.left_out.append(f"{name}: the register has no web address of it")
            return
        abbreviation = next(_texts(element, "afkorting"), "")
        id_ = self._id(abbreviation, name)
        node = _node(self._told(element, id_, name, abbreviation, home))
        listed = Listed(id=id_, type=MINISTRY if ministry else AGENCY, row=len(self.found) + 1, node=node)
        self.found.append(listed)

    def _told(self, element: Element, id_: str, name: str, abbreviation: str, home: str) -> dict[str, object]:
        register = {"tooi": _attribute(element, "resourceIdentifierTOOI").rstrip("/").rpartition("/")[2]}
        register["roo"] = _attribute(element, "systeemId")
        told: dict[str, object] = {"id": id_, "name": {"nl": name}}
        if abbreviation:
            told["abbreviation"] = abbreviation
        told["home"] = {"nl": home}
        told["register"] = {key: value for key, value in register.items() if value}
        told["routes"] = list(self._routes(element))
        return told

    def _has_ended(self, element: Element) -> bool:
        """By the days that the register gives; odd ones are frequent, and mean nothing."""
        try:
            return any(date.fromisoformat(text[:10]) < self._today for text in _texts(element, "eindDatum"))
        except ValueError:
            return False

    def _home(self, element: Element) -> str | None:
        links = list(_links(element, "internetadressen"))
        ordinary = [url for url, label in links if not self._vocabulary.names(label)]
        return next((url for url in ordinary if not slug(url)), ordinary[0] if ordinary else None)

    def _routes(self, element: Element) -> Iterator[dict[str, object]]:
        """The forms and pages whose label names a kind of route outright."""
        seen: set[str] = set()
        for url, label in (*_links(element, "contactformulieren"), *_links(element, "internetadressen")):
            kinds = [kind.value for kind in Kind if kind in self._vocabulary.names(label)]
            if kinds and url not in seen:
                name = _words(slug(url) or label) or kinds[0]
                number = sum(1 for one in seen if _words(slug(one)) == name)
                seen.add(url)
                id_ = f"{name}-{number + 1}" if number else name
                yield {"id": id_, "kinds": kinds, "title": {"nl": label}, "url": {"nl": url}}

    def _id(self, abbreviation: str, name: str) -> str:
        words = _words(abbreviation) or _words(name.removeprefix(_TITLE))
        tries = (words, *(f"{words}-{number}" for number in range(2, 1000)))
        id_ = next(one for one in tries if one not in self._ids and one not in RESERVED)
        self._ids.add(id_)
        return id_


def _words(text: str) -> str:
    """A text as an id; empty when nothing of it can be one."""
    found = re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")[: MAX_ID - 5].strip("-")
    return found if re.fullmatch(ID_PATTERN, found) else ""


def _links(element: Element, kind: str) -> Iterator[tuple[str, str]]:
    """The addresses under `contact` with their labels; those that no browser can open are left out."""
    for contact in _children(element, "contact"):
        for group in _children(contact, kind):
            for one in group:
                url = next(_texts(one, "url"), "")
                try:
                    yield address(url), " ".join(next(_texts(one, "label"), "").split())
                except AddressError:
                    continue


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if _local(child.tag) == name.casefold())


def _texts(element: Element, name: str) -> Iterator[str]:
    return (" ".join(child.text.split()) for child in _children(element, name) if child.text and child.text.strip())


def _attribute(element: Element, name: str) -> str:
    found = (value for key, value in element.attrib.items() if _local(key) == name.casefold())
    return next(found, "").strip()


def _local(name: object) -> str:
    """A name without its namespace, which differs per version of the export."""
    return str(name).rpartition("}")[2].casefold()


def _node(value: object) -> Node:
    place = Place(line=1, column=0)
    if isinstance(value, dict):
        return Node(value={key: _node(inner) for key, inner in value.items()}, place=place)
    if isinstance(value, list):
        return Node(value=[_node(inner) for inner in value], place=place)
    return Node(value=str(value), place=place)
