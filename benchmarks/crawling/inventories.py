"""Inventories for generated sites: a portal and agencies, each with a host of its own."""

from collections.abc import Sequence
from pathlib import Path

_POLICY = "policy: {required_kinds: [complaint]}"


def write(folder: Path, origins: Sequence[str]) -> None:
    """Writes an inventory with the portal on the first origin, and an agency on every other one."""
    (folder / "agencies").mkdir(parents=True)
    for number, origin in enumerate(origins):
        name, ident = (f"agencies/proef{number}.yaml", f"proef{number}") if number else ("portal.yaml", "proefportaal")
        told = f"id: {ident}\nname: {{nl: Proefsite}}\nhome: {{nl: '{origin}/'}}\n{_POLICY}\n"
        (folder / name).write_text(told, encoding="utf-8")
