"""Makes the subject of each waiver that a report could show at work."""

from collections.abc import Iterator
from datetime import date

from expectations.check import CODES
from expectations.measured import Measured
from expectations.model import Evidence, Family, Finding, Severity, Verdict, Waiver
from expectations.subjects import WaiverSubject
from expectations.urls import Aliases
from expectations.waivers import fits


def waiver_subjects(
    waivers: tuple[Waiver, ...], measured: Measured, aliases: Aliases, today: date
) -> Iterator[WaiverSubject]:
    """One per waiver of an organisation that the report is about."""
    told = {organisation.id for organisation in measured.report.organisations}
    for waiver in waivers:
        if waiver.organisation in told:
            used = any(fits(waiver, finding, aliases) for finding in measured.report.findings)
            yield WaiverSubject(
                waiver=waiver, is_over=waiver.until < today, fits_nothing=not used and _all_seen(waiver, measured)
            )


def _all_seen(waiver: Waiver, measured: Measured) -> bool:
    """Whether what the waiver is about would have been found; one that names no route may be about any."""
    if not measured.could_see(_what_it_waives(waiver)):
        return False
    organisation = next(one for one in measured.report.organisations if one.id == waiver.organisation)
    if waiver.route is not None:
        return True
    unknown = any(route.verdict is Verdict.UNVERIFIED for route in organisation.routes)
    return organisation.coverage.proof and not unknown and not measured.in_doubt(organisation)


def _what_it_waives(waiver: Waiver) -> Finding:
    """A finding as the waiver describes it, to ask whether it could have been seen."""
    return Finding(
        id="",
        code=waiver.code,
        family=next((family for family in Family if waiver.code in CODES[family]), Family.UNVERIFIED),
        severity=Severity.NOTICE,
        organisation=waiver.organisation,
        route=waiver.route,
        language=None,
        page=waiver.page,
        target=waiver.target,
        expected=waiver.expected,
        found=None,
        evidence=Evidence(),
    )
