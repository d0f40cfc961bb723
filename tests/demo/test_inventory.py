from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from demo import faults, inventory
from demo.organisations import AGENCIES, MINISTRIES
from demo.places import Places
from tests.demo.webs import ORIGINS, TODAY


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("inventory")
    inventory.write(folder, Places(ORIGINS), TODAY)
    yaml = YAML(typ="safe", pure=True)
    files = (path for path in folder.rglob("*.yaml") if path.name != "waivers.yaml")
    return {path.relative_to(folder).as_posix(): yaml.load(path.read_text("utf-8")) for path in files}


def test_there_is_one_file_per_organisation(written: dict[str, Any]) -> None:
    assert len(written) == 1 + len(MINISTRIES) + len(AGENCIES) == 17
    assert all(name == "portal.yaml" or name.endswith(f"/{values['id']}.yaml") for name, values in written.items())


def test_every_name_says_that_it_is_invented(written: dict[str, Any]) -> None:
    for values in written.values():
        assert "voorbeeld" in values["name"]["nl"] or "verzonnen" in values["name"]["nl"]


def test_the_portal_holds_policy_and_referrals(written: dict[str, Any]) -> None:
    portal = written["portal.yaml"]

    assert portal["policy"]["required_kinds"] == ["integrity", "conduct", "complaint"]
    assert portal["policy"]["max_clicks"] == {"home": 3, "portal": 4}
    assert [referral["id"] for referral in portal["referrals"]] == ["referral-integrity", "referral-complaint"]


def test_a_required_kind_that_must_be_missing_is_not_declared(written: dict[str, Any]) -> None:
    kinds = {kind for route in written["ministries/vbb.yaml"]["routes"] for kind in route["kinds"]}

    assert kinds == {"integrity", "complaint"}


def test_an_unexpected_route_is_not_declared(written: dict[str, Any]) -> None:
    assert [route["id"] for route in written["agencies/wdr.yaml"]["routes"]] == ["melden"]


def test_every_other_fault_concerns_a_declared_route(written: dict[str, Any]) -> None:
    declared = {(values["id"], route["id"]) for values in written.values() for route in values.get("routes", ())}

    assert {(f.organisation, f.route) for f in faults.FAULTS if f.route} <= declared


def test_the_same_web_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        inventory.write(tmp_path / name, Places(ORIGINS), TODAY)

    for path in (tmp_path / "one").rglob("*.yaml"):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()
