"""What the history tells people: the runs, and what changed with the last of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from expectations.model import Family, Finding, State, TrendPoint
from reports.history.store import History, Recheck
from reports.summary import by_harm


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """`new`, `returned` and `resolved` are changes at the sites; `new_through_rules` and `resolved_through_rules` came,
    or may have come, with a change of our own rules. `repaired` holds the days each repair took."""

    trend: tuple[TrendPoint, ...] = ()
    new: tuple[Finding, ...] = ()
    returned: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()
    new_through_rules: tuple[Finding, ...] = ()
    resolved_through_rules: tuple[Finding, ...] = ()
    rechecks: tuple[Recheck, ...] = ()
    repaired: tuple[int, ...] = ()

    @property
    def is_first(self) -> bool:
        """Whether there is no run to compare the last one with."""
        return len(self.trend) < 2

    @property
    def usual_repair(self) -> int | None:
        """The days that half of the repairs took at most."""
        return median_low(self.repaired) if self.repaired else None


def view(history: History) -> HistoryView:
    """All that is told, most harmful first."""
    trend = history.trend()
    said = by_harm(history.last().values()) if trend else ()
    changed = [x for x in said if x.state is State.NEW and not x.through_rules]
    return HistoryView(
        trend=trend,
        new=tuple(x for x in changed if not x.returned),
        returned=tuple(x for x in changed if x.returned),
        resolved=tuple(x for x in said if x.state is State.RESOLVED and not x.through_rules),
        new_through_rules=tuple(x for x in said if x.state is State.NEW and x.through_rules),
        resolved_through_rules=tuple(x for x in said if x.state is State.RESOLVED and x.through_rules),
        rechecks=history.rechecks(),
        repaired=_repaired(history.resolved()),
    )


def days(finding: Finding) -> int:
    """How long a resolved finding stood; a clock that was set back makes it no shorter than nothing."""
    start, end = finding.since or finding.first_seen, finding.resolved_on
    return max(0, (date.fromisoformat(end) - date.fromisoformat(start)).days) if start and end else 0


def _repaired(findings: Iterable[Finding]) -> tuple[int, ...]:
    """What we could not measure was no fault, and what our rules changed no repair."""
    return tuple(days(x) for x in findings if x.family is not Family.UNVERIFIED and not x.through_rules)
