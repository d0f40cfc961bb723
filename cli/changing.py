"""The steps of changing an inventory: what is proposed, as a diff, and on request in the files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from cli import steps
from cli.faults import WrongUseError
from expectations import inventory as inventories
from expectations import yaml_reader
from expectations.inventory_changes import Changes, changes, diff
from expectations.model import Inventory
from expectations.proposals import Proposal
from expectations.propose import proposals


def inventory_of(folder: Path, directory: Path | None) -> Inventory:
    """The inventory to change: that of a directory, else that of the crawl."""
    return steps.declared(directory, quiet=True) if directory else inventories.read_sources(steps.seen(folder)[1])


def from_crawl(folder: Path, inventory: Inventory) -> tuple[Proposal, ...]:
    """What the crawl found and the inventory lacks or has otherwise."""
    from expectations.evaluate import evaluate

    crawl, _ = steps.seen(folder)
    return proposals(inventory, crawl, evaluate(inventory, crawl, date.fromisoformat(crawl.run.started[:10])))


def from_workbook(folder: Path, inventory: Inventory, path: Path, today: date) -> tuple[Proposal, ...]:
    """What web editors filled in; every row that cannot be used is told, and then nothing is changed."""
    from expectations.replies import RepliesError, proposals_of
    from reports.xlsx_filled import WorkbookError, read

    try:
        return proposals_of(read(path), steps.last_report(folder), inventory, today)
    except WorkbookError as error:
        raise WrongUseError(str(error)) from error
    except RepliesError as error:
        count = len(error.faults)
        head = f"{path} has {count} row{'s' if count > 1 else ''} that cannot be used; nothing was changed."
        raise WrongUseError(f"{head}\n{error}") from error


def tell(inventory: Inventory, proposed: Sequence[Proposal], *, written: bool) -> Changes:
    """Shows the diff on standard output, and what each change is about on standard error."""
    changed = changes(inventory.sources, proposed)
    for proposal, reason in changed.refused:
        typer.echo(f"Not brought in, {proposal.why}: {reason}", err=True)
    if not changed.texts:
        typer.echo("There is nothing to propose: the inventory agrees with what was found.")
        return changed
    for proposal in changed.applied:
        typer.echo(f"{proposal.file}: {proposal.why}", err=True)
    typer.echo(diff(inventory.sources, changed.texts), nl=False)
    if not written:
        typer.echo("Nothing was written; --write --inventory DIR does that.", err=True)
    return changed


def write_into(directory: Path, changed: Changes, *, check: bool = True) -> None:
    """Writes the changed files, each whole or not at all, with the line ends that they had."""
    from reports.files import write_bytes

    for name, text in changed.texts.items():
        path = (directory / name).resolve()
        try:
            write_bytes(path, _encoded(text, path.read_bytes() if path.exists() else b""))
        except OSError as error:
            raise WrongUseError(f"cannot write {path}: {error.strerror}") from error
    if check:
        inventories.read(directory)
    if changed.texts:
        typer.echo(f"Written: {', '.join(str(directory / name) for name in changed.texts)}.", err=True)


def _encoded(text: str, before: bytes) -> bytes:
    if before[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return text.encode("utf-16")
    ends = "\r\n" if before.count(b"\r\n") * 2 > before.count(b"\n") > 0 else "\n"
    mark = yaml_reader.MARK if before.startswith(yaml_reader.MARK) else b""
    return mark + text.replace("\n", ends).encode()
