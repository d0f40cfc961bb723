"""Applies proposals to the texts of an inventory, and shows them as a unified diff."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from expectations import inventory as inventories
from expectations.inventory_faults import InventoryError
from expectations.proposals import Proposal
from expectations.yaml_edit import EditError, edited


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """`texts` are the files as they would be, those that change; `refused` what could not be brought in, and why."""

    texts: Mapping[str, str]
    applied: tuple[Proposal, ...]
    refused: tuple[tuple[Proposal, str], ...] = ()


def changes(sources: Mapping[str, str], proposals: Iterable[Proposal]) -> Changes:
    """What the proposals make of the files; an inventory with faults is never among the results."""
    proposals = tuple(proposals)
    told = _applied(sources, proposals, check_each=False)
    if told.texts and _faults({**sources, **told.texts}):
        return _applied(sources, proposals, check_each=True)
    return told


def diff(sources: Mapping[str, str], changed: Mapping[str, str]) -> str:
    """The change in the form that `patch -p1` takes."""
    return "".join(line for name in sorted(changed) for line in _diff(name, sources.get(name, ""), changed[name]))


def _applied(sources: Mapping[str, str], proposals: tuple[Proposal, ...], *, check_each: bool) -> Changes:
    texts, applied, refused = dict(sources), [], []
    for proposal in proposals:
        try:
            text = texts.get(proposal.file, "")
            for edit in proposal.edits:
                text = edited(text, edit)
            if check_each and (faults := _faults({**texts, proposal.file: text})):
                raise EditError(faults)
        except EditError as error:
            refused.append((proposal, str(error)))
            continue
        texts[proposal.file] = text
        applied.append(proposal)
    changed = {name: text for name, text in texts.items() if text != sources.get(name)}
    return Changes(texts=changed, applied=tuple(applied), refused=tuple(refused))


def _faults(texts: Mapping[str, str]) -> str:
    try:
        inventories.read_sources(texts)
    except InventoryError as error:
        return str(error)
    return ""


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    old = f"a/{name}" if before else "/dev/null"
    for line in unified_diff(before.splitlines(True), after.splitlines(True), old, f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
