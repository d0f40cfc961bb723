"""The steps of bringing a list of organisations into an inventory."""

from datetime import UTC, datetime
from pathlib import Path

import typer

from cli import steps
from cli.changing import write_into
from cli.faults import WrongUseError
from expectations import inventory as inventories
from expectations import organisation_list, roo, yaml_reader
from expectations.importing import ListError, imported
from expectations.inventory_changes import Changes, diff
from expectations.model import Inventory
from expectations.organisation_list import Listing
from expectations.vocabulary import Vocabulary

MAX_BYTES = 20_000_000
_STAND_IN = "id: stand-in\nname: {nl: Stand-in}\nhome: {nl: https://www.stand-in.example/}\n"


def brought_in(source: Path, directory: Path | None, types: tuple[str, ...], *, write: bool, force: bool) -> None:
    """Shows the files that a list makes as a diff, and writes them on request."""
    known, before = _inventory(directory)
    listing = _listing(source, types)
    ids = {organisation.id: organisation.file for organisation in known.organisations} if known else {}
    try:
        made = imported(listing, ids, force=force)
    except ListError as error:
        count = len(error.faults)
        head = f"{source} has {count} fault{'s' if count > 1 else ''}; nothing was written."
        raise WrongUseError(f"{head}\n{error}") from error
    texts = {name: text for name, text in made.texts.items() if text != before.get(name)}
    for name in made.kept:
        typer.echo(f"{name} is there already and stays as it is; --force replaces it.", err=True)
    if not texts:
        typer.echo("There is nothing to bring in.")
        return
    lacks_portal = inventories.PORTAL not in {**before, **texts}
    inventories.read_sources({**before, **texts, **({inventories.PORTAL: _STAND_IN} if lacks_portal else {})})
    typer.echo(diff(before, texts), nl=False)
    if write and directory is not None:
        for folder in ("ministries", "agencies"):
            (directory / folder).mkdir(parents=True, exist_ok=True)
        write_into(directory, Changes(texts=texts, applied=()), check=not lacks_portal)
    else:
        typer.echo("Nothing was written; --write --inventory DIR does that.", err=True)
    if lacks_portal:
        typer.echo("The inventory has no portal.yaml yet; it cannot be used before it has one.", err=True)


def _inventory(directory: Path | None) -> tuple[Inventory | None, dict[str, str]]:
    """The inventory that gets more, and its files; a directory may be new, or still lack its portal."""
    folder = directory or inventories.PACKAGED
    if not folder.is_dir() or not any(folder.rglob("*.yaml")):
        return None, {}
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.yaml"))}
    if inventories.PORTAL in files:
        found = inventories.read(folder)
        return found, dict(found.sources)
    texts = {name: yaml_reader.decode(path.read_bytes()) for name, path in files.items()}
    return inventories.read_sources({**texts, inventories.PORTAL: _STAND_IN}), texts


def _listing(source: Path, types: tuple[str, ...]) -> Listing:
    try:
        if source.suffix.lower() == ".xml":
            return _register(source, types)
        if types:
            raise WrongUseError("--type is for the register's export (.xml); a list says itself what each is.")
        if source.stat().st_size > MAX_BYTES:
            raise WrongUseError(f"{source} is larger than {MAX_BYTES:,} bytes")
        return organisation_list.read(_decoded(source.read_bytes()))
    except OSError as error:
        raise WrongUseError(f"{source} cannot be read: {error.strerror}") from error


def _register(source: Path, types: tuple[str, ...]) -> Listing:
    vocabulary = Vocabulary(inventories.read(inventories.PACKAGED))
    try:
        with source.open("rb") as file:
            found = roo.read(file, types or roo.TYPES, vocabulary, datetime.now(UTC).date())
    except roo.RegisterError as error:
        raise WrongUseError(f"{source} is no export of the register of organisations: {error}") from error
    known = {one.casefold() for one in found.types}
    strangers = [one for one in types if one.casefold() not in known]
    if strangers:
        raise WrongUseError("\n".join(steps.unknown("type", one, found.types) for one in strangers))
    for reason in found.left_out:
        typer.echo(f"Left out, {reason}.", err=True)
    return found.listing


def _decoded(raw: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or what spreadsheets on Windows write."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
