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


def from_crawl(folder: Path, directory: Path | None) -> tuple[Inventory, tuple[Proposal, ...]]:
    """What the crawl found and the inventory of a directory, else its own, lacks or has otherwise."""
    from expectations.evaluate import evaluate

    crawl, sources = steps.seen(folder)
    inventory = _declared(directory) or inventories.read_sources(sources)
    report = evaluate(inventory, crawl, date.fromisoformat(crawl.run.started[:10]))
    return inventory, proposals(inventory, crawl, report)


def from_workbook(
    folder: Path, directory: Path | None, path: Path, today: date
) -> tuple[Inventory, tuple[Proposal, ...]]:
    """What web editors filled in; every row that cannot be used is told, and then nothing is changed."""
    from expectations.replies import RepliesError, proposals_of
    from reports.xlsx_filled import WorkbookError, read

    inventory = _declared(directory) or inventories.read_sources(steps.seen(folder)[1])
    try:
        asked = proposals_of(read(path), steps.last_report(folder), inventory, today)
    except WorkbookError as error:
        raise WrongUseError(str(error)) from error
    except RepliesError as error:
        raise _unusable(path, error.faults) from error
    refused = changes(inventory.sources, asked).refused
    if refused:
        raise _unusable(path, [f"{proposal.why}: {proposal.file}: {reason}" for proposal, reason in refused])
    return inventory, asked


def _declared(directory: Path | None) -> Inventory | None:
    return steps.declared(directory, quiet=True) if directory else None


def _unusable(path: Path, faults: Sequence[str]) -> WrongUseError:
    count = len(faults)
    head = f"{path} has {count} fault{'s' if count > 1 else ''}; nothing was changed."
    return WrongUseError("\n".join((head, *faults)))


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
