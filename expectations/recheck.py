"""Says whether one finding still holds, from the crawl before with what was seen now laid over it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from expectations.check import Check, Once, register
from expectations.model import Family, Finding, Now, Report, Verdict

_OURS = frozenset({"waiver-expired", "waiver-unused"})  # about the inventory, and no state of a site
_FAILING = frozenset({Verdict.BROKEN, Verdict.MISSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sights:
    """Judgements of one inventory: `before` of the crawl before; `seen` with everything that could be seen now;
    `unseen` likewise, and without what could not be seen now. `complete` when everything asked for was seen."""

    before: Report
    seen: Report
    unseen: Callable[[], Report]
    complete: bool


def now(finding: Finding, sights: Sights) -> tuple[Now, Finding | None, tuple[Finding, ...]]:
    """What became of a finding, the finding as it is now, and what there is now in its place.

    Resolved is said only of what was seen to be so. Where a finding is gone only because something could not be seen
    any more, nothing is known.
    """
    checks = {check.code: check for check in register()}
    current = _same(finding, sights.seen.findings, checks)
    if current is not None:
        certain = _same(finding, sights.unseen().findings, checks) is not None
        return (Now.OPEN, current, ()) if certain else (Now.UNVERIFIED, None, ())
    instead = _instead(finding, sights, checks)
    if any(checks[other.code].verdict in _FAILING and _is_about(finding, other) for other in instead):
        return Now.OPEN, None, instead
    hidden = any(other.family is Family.UNVERIFIED and other.route == finding.route for other in instead)
    was_there = _same(finding, sights.before.findings, checks) is not None
    if hidden or not (was_there or (sights.complete and not _unverified(finding, sights.seen))):
        return Now.UNVERIFIED, None, instead
    return Now.RESOLVED, None, instead


def _same(finding: Finding, others: Iterable[Finding], checks: dict[str, Check]) -> Finding | None:
    """The finding among others: by its identity, or by its cause where that may show on another page next time."""
    check = checks.get(finding.code)
    once_per = check.once_per if check else Once.SUBJECT
    return next((other for other in others if other.id == finding.id or _has_cause(finding, other, once_per)), None)


def _has_cause(finding: Finding, other: Finding, once_per: Once) -> bool:
    if once_per is Once.SUBJECT or finding.code != other.code:
        return False
    same = (finding.target, finding.expected) == (other.target, other.expected)
    return same and (once_per is Once.TARGET or finding.page == other.page)


def _instead(finding: Finding, sights: Sights, checks: dict[str, Check]) -> tuple[Finding, ...]:
    """What was not there before, about the same route or page. How easily it is found takes more visits than these."""
    known = {other.id for other in sights.before.findings}
    return tuple(
        other
        for other in sights.seen.findings
        if other.id not in known and other.code in checks.keys() - _OURS and _is_about(finding, other)
        if other.family is Family.UNVERIFIED or checks[other.code].verdict not in (None, Verdict.HARD_TO_FIND)
    )


def _is_about(finding: Finding, other: Finding) -> bool:
    if finding.organisation == other.organisation and finding.route is not None and finding.route == other.route:
        return finding.language in (None, other.language) or other.language is None
    return finding.page is not None and finding.page in (other.page, *other.pages)


def _unverified(finding: Finding, report: Report) -> bool:
    return any(
        result.verdict is Verdict.UNVERIFIED
        for organisation in report.organisations
        for result in organisation.routes
        if (organisation.id, result.id) == (finding.organisation, finding.route)
        and finding.language in (None, result.language)
    )
