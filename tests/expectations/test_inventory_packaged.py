"""The real inventory: it is whole, sourced, and of the format that the program publishes."""

from datetime import date
from typing import Any

import jsonschema
import pytest

from expectations import inventory, yaml_reader
from expectations.inventory_schema import TermsPart
from expectations.model import Audience, Inventory, Kind

MINISTRIES = ["az", "bz", "bzk", "def", "ezk", "fin", "ienw", "jenv", "lvvn", "ocw", "szw", "vws"]
FILES = sorted(path.relative_to(inventory.PACKAGED).as_posix() for path in inventory.PACKAGED.rglob("*.yaml"))


@pytest.fixture(scope="module")
def real() -> Inventory:
    return inventory.read(inventory.PACKAGED)


def test_it_holds_the_twelve_ministries_of_today(real: Inventory) -> None:
    assert [x.id for x in real.ministries] == MINISTRIES
    assert all(x.register.keys() == {"tooi", "roo"} for x in real.ministries)


def test_every_ministry_is_expected_to_have_all_kinds_even_without_a_known_route(real: Inventory) -> None:
    assert {x.id for x in real.ministries if not x.routes} == {"az", "ezk", "fin", "lvvn", "szw", "vws"}
    assert all(x.policy.required_kinds == (Kind.INTEGRITY, Kind.CONDUCT, Kind.COMPLAINT) for x in real.ministries)


def test_every_route_tells_where_and_when_it_was_read(real: Inventory) -> None:
    for organisation in real.organisations:
        for route in organisation.routes:
            assert route.source, f"{organisation.id} {route.id}"
            assert route.verified == date(2026, 11, 23)
            assert route.url.values


def test_staff_pages_are_known_as_such(real: Inventory) -> None:
    staff = {x.id for organisation in real.organisations for x in organisation.routes if x.audience is Audience.STAFF}

    assert staff == {"meldpunt-integriteit", "adviespunt-ambtsmisdrijven"}


def test_it_needs_no_internal_address(real: Inventory) -> None:
    assert inventory.internal_origins(real) == ()


def test_the_terms_leave_no_part_of_the_vocabulary_empty(real: Inventory) -> None:
    assert all(getattr(real.terms, name) for name in TermsPart.model_fields)


@pytest.mark.parametrize("file", FILES)
def test_every_file_fits_the_published_schema(file: str) -> None:
    jsonschema.validate(_plain(file), _schema_of(file))


@pytest.mark.parametrize("wrong", [{"naam": "x"}, {"id": "A b"}, {"routes": [{"kinds": ["klacht"]}]}, {"aliases": "x"}])
def test_the_published_schema_refuses_what_the_reader_refuses(wrong: dict[str, Any]) -> None:
    organisation = _plain("ministries/bz.yaml")
    assert isinstance(organisation, dict)

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(organisation | wrong, _schema_of("ministries/bz.yaml"))


def _schema_of(file: str) -> dict[str, Any]:
    definition = {"portal.yaml": "portal", "terms.yaml": "terms", "waivers.yaml": "waivers"}.get(file, "organisation")
    return {**inventory.schema(), "anyOf": [{"$ref": f"#/$defs/{definition}"}]}


def _plain(file: str) -> object:
    """The file as an editor's YAML reader sees it: numbers are numbers, days are text."""
    node, _ = yaml_reader.parse(yaml_reader.decode((inventory.PACKAGED / file).read_bytes()))
    assert node is not None
    return _numbered(node.plain())


def _numbered(value: object) -> object:
    if isinstance(value, dict):
        return {key: _numbered(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_numbered(inner) for inner in value]
    return int(value) if isinstance(value, yaml_reader.Plain) and value.isdigit() else value
