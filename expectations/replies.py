"""What web editors filled in for findings, as changes of the inventory: a new address, or a waiver.

Every reply that cannot be used is told, with its sheet and row; then nothing is changed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from expectations.check import Once, register
from expectations.inventory import WAIVERS
from expectations.inventory_fields import MAX_TEXT
from expectations.model import (
    ExpectedRoute,
    Finding,
    Inventory,
    Kind,
    Language,
    Organisation,
    Referral,
    Reply,
    Report,
    Waiver,
)
from expectations.proposals import Proposal, moved, new_id, place_of_url
from expectations.urls import AddressError, address
from expectations.yaml_edit import Edit, Step, Value

_DUTCH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_ABSOLUTE = re.compile(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", re.IGNORECASE)
_NEW_ROUTE = "kind-missing"
_RESOLVED = "the finding was resolved since, so there is nothing to change"


class RepliesError(Exception):
    """Some replies cannot be used; the message holds a line for each."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(slots=True)
class _Told:
    """What the replies asked for so far: `addresses` per place in a file, `new` per page of a new route."""

    proposals: list[Proposal] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    addresses: dict[tuple[str, tuple[Step, ...]], tuple[str, Reply]] = field(default_factory=dict)
    new: dict[tuple[str, str], list[tuple[Kind, Reply]]] = field(default_factory=dict)
    waived: set[tuple[Step, ...]] = field(default_factory=set)


def proposals_of(replies: Iterable[Reply], report: Report, inventory: Inventory, today: date) -> tuple[Proposal, ...]:
    """The changes that the replies ask for; rows that say nothing new ask for none. Raises RepliesError."""
    findings = {finding.id: finding for finding in report.findings}
    resolved = {finding.id for finding in report.resolved}
    told = _Told()
    for reply in replies:
        finding = findings.get(reply.finding)
        faults = list(_faults(reply, finding, today)) if reply.finding not in resolved else [_RESOLVED]
        told.faults += [f"{_where(reply)}: {fault}." for fault in faults]
        if finding is not None and not faults:
            _take_address(told, reply, finding, inventory)
            _take_waiver(told, reply, finding, inventory)
    if told.faults:
        raise RepliesError(told.faults)
    return (*told.proposals, *_new_routes(told, inventory))


def _where(reply: Reply) -> str:
    return f'sheet "{reply.sheet}", row {reply.row}'


def _faults(reply: Reply, finding: Finding | None, today: date) -> Iterator[str]:
    if not reply.finding:
        yield "the row has no number, so it is not known which finding it is about"
    elif finding is None:
        yield f'there is no finding "{reply.finding}" in this report; take the workbook of the same run'
    if reply.new_address and not _address(reply.new_address):
        yield f'the new address "{reply.new_address}" is not absolute; it must start with https:// or http://'
    if finding is not None and _is_as_it_was(reply, finding.waiver):
        return
    if (reply.owner or reply.until) and not reply.reason:
        yield "the reason to leave it as it is is missing"
    if reply.reason:
        if not reply.owner:
            yield "the owner of the exception is missing"
        yield from _faults_of_day(reply.until, today)
    for text in (reply.reason, reply.owner):
        if len(text) > MAX_TEXT:
            yield f"a text is longer than {MAX_TEXT:,} characters"


def _faults_of_day(written: str, today: date) -> Iterator[str]:
    if not written:
        yield "the day until which the exception holds is missing; there is no exception without an end"
        return
    until = _day(written)
    if until is None:
        yield f'"{written}" is no day; write it as 2027-03-01'
    elif until < today:
        yield f"the exception would have ended on {until}, which is past"


def _address(written: str) -> str | None:
    try:
        return address(written) if _ABSOLUTE.fullmatch(written) else None
    except AddressError:
        return None


def _day(written: str) -> date | None:
    dutch = _DUTCH_DAY.fullmatch(written)
    try:
        return date(int(dutch[3]), int(dutch[2]), int(dutch[1])) if dutch else date.fromisoformat(written)
    except ValueError:
        return None


def _is_as_it_was(reply: Reply, waiver: Waiver | None) -> bool:
    """Whether the row says of a waiver just what the report had filled in itself."""
    if waiver is None:
        return not (reply.reason or reply.owner or reply.until)
    same_texts = [" ".join(text.split()) for text in (waiver.reason, waiver.owner)] == [reply.reason, reply.owner]
    return same_texts and _day(reply.until) == waiver.until


def _take_address(told: _Told, reply: Reply, finding: Finding, inventory: Inventory) -> None:
    to = _address(reply.new_address) if reply.new_address else None
    organisation = next((one for one in inventory.organisations if one.id == finding.organisation), None)
    if to is None:
        return
    if organisation is None:
        told.faults.append(f'{_where(reply)}: the inventory has no organisation "{finding.organisation}".')
    elif finding.code == _NEW_ROUTE and finding.expected in tuple(Kind):
        told.new.setdefault((organisation.id, to), []).append((Kind(finding.expected), reply))
    elif (place := _place(finding, organisation)) is None:
        told.faults.append(f"{_where(reply)}: {_why_no_place(finding)}.")
    else:
        _take_move(told, reply, finding, organisation, place, to)


def _take_move(
    told: _Told, reply: Reply, finding: Finding, organisation: Organisation, place: tuple[Step, ...], to: str
) -> None:
    known, first = told.addresses.setdefault((organisation.file, place), (to, reply))
    if known != to:
        told.faults.append(f"{_where(reply)}: {_where(first)} gives another address for the same page ({known}).")
    language, route = Language(str(place[-1])), finding.route or ""
    declared = next(one for one in _declared(organisation) if one.id == route)
    if first is reply and declared.url.get(language) != to:
        edits = moved(organisation, route, language, to)
        told.proposals.append(_proposal(organisation, edits, f"a new address for {route} ({language})", reply))


def _new_routes(told: _Told, inventory: Inventory) -> Iterator[Proposal]:
    """An entry for each page that was named for a kind of which there was none, with all such kinds."""
    taken: set[str] = set()
    for (owner, to), asked in told.new.items():
        organisation = next(one for one in inventory.organisations if one.id == owner)
        kinds = tuple(dict.fromkeys(kind for kind, _ in asked))
        name = new_id(organisation, to, kinds, frozenset(taken))
        taken.add(name)
        route: dict[str, Value] = {"id": name, "kinds": [kind.value for kind in kinds], "url": {"nl": to}}
        edit = Edit(path=("routes",), value=route, append=True)
        yield _proposal(organisation, (edit,), f"a new route {name}", asked[0][1])


def _place(finding: Finding, organisation: Organisation) -> tuple[Step, ...] | None:
    route = next((one for one in _declared(organisation) if one.id == finding.route), None)
    if route is None:
        return None
    languages = [language for language in Language if route.url.get(language)] or [Language.NL]
    language = finding.language or (languages[0] if len(languages) == 1 else None)
    return place_of_url(organisation, route.id, language) if language else None


def _declared(organisation: Organisation) -> tuple[ExpectedRoute | Referral, ...]:
    return (*organisation.routes, *organisation.referrals)


def _why_no_place(finding: Finding) -> str:
    if finding.route is None:
        return f"a finding {finding.code} is not about the address of one route; change the inventory by hand"
    if finding.language is None:
        return f"{finding.route} has an address per language, and the finding is about all; change it by hand"
    return f'the inventory has no route "{finding.route}" any more'


def _take_waiver(told: _Told, reply: Reply, finding: Finding, inventory: Inventory) -> None:
    until = _day(reply.until)
    if _is_as_it_was(reply, finding.waiver) or until is None:
        return
    values: dict[str, Value] = {"reason": reply.reason, "owner": reply.owner, "until": until.isoformat()}
    known = next((n for n, one in enumerate(inventory.waivers) if one == finding.waiver), None)
    if known is not None:
        edits = tuple(Edit(path=(known, key), value=value) for key, value in values.items())
        why = f"another exception for {finding.code} of {finding.organisation}"
    else:
        entry = _identity(finding)
        edits = (Edit(path=(), value=entry | values, append=True),)
        why = f"an exception for {finding.code} of {finding.organisation}"
    said = (*edits[0].path, str(edits[0].value))
    if said not in told.waived:
        told.waived.add(said)
        told.proposals.append(Proposal(file=WAIVERS, edits=edits, why=f"{why} ({_where(reply)}, {finding.id})"))


def _identity(finding: Finding) -> dict[str, Value]:
    """What a waiver must name to be about this finding only, also when it shows on another page or route next time."""
    once_per = next((check.once_per for check in register() if check.code == finding.code), Once.SUBJECT)
    named = {"code": finding.code, "organisation": finding.organisation}
    told = {
        "route": finding.route if once_per is Once.SUBJECT else None,
        "page": finding.page if once_per is not Once.TARGET and finding.page and _address(finding.page) else None,
        "target": finding.target,
        "expected": finding.expected,
    }
    return {**named, **{key: value for key, value in told.items() if value}}


def _proposal(organisation: Organisation, edits: tuple[Edit, ...], what: str, reply: Reply) -> Proposal:
    return Proposal(file=organisation.file, edits=edits, why=f"{organisation.id}: {what} ({_where(reply)})")
