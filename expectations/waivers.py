"""Accepted exceptions: a waived finding stays visible and colours the verdict, but fails no run."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from expectations.model import Finding, State, Waiver
from expectations.urls import AddressError, Aliases, address


def apply(findings: Iterable[Finding], waivers: Iterable[Waiver], aliases: Aliases, today: date) -> tuple[Finding, ...]:
    """The findings, with the first waiver that still holds and fits each."""
    holding = tuple(waiver for waiver in waivers if waiver.until >= today)
    return tuple(_waived(finding, holding, aliases) for finding in findings)


def fits(waiver: Waiver, finding: Finding, aliases: Aliases) -> bool:
    """Whether a waiver is about this finding; what it does not name may be anything."""
    return (
        waiver.code == finding.code
        and waiver.organisation == finding.organisation
        and waiver.route in (None, finding.route)
        and waiver.expected in (None, finding.expected)
        and _same_page(waiver.page, finding.page, finding.pages, aliases)
        and _same_page(waiver.target, finding.target, (), aliases)
    )


def _waived(finding: Finding, waivers: tuple[Waiver, ...], aliases: Aliases) -> Finding:
    waiver = next((waiver for waiver in waivers if fits(waiver, finding, aliases)), None)
    return replace(finding, state=State.WAIVED, waiver=waiver) if waiver else finding


def _same_page(named: str | None, found: str | None, others: tuple[str, ...], aliases: Aliases) -> bool:
    if named is None:
        return True
    key = _key(named, aliases)
    return any(_key(one, aliases) == key for one in (found, *others) if one)


def _key(of: str, aliases: Aliases) -> str:
    """The page key with the fragment, which tells one fragment-missing from another; other texts as they are."""
    try:
        return aliases.page_key(address(of)) + "#" + of.partition("#")[2]
    except AddressError:
        return of
