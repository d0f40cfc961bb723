"""The months that the pretend web is shown in: what is wrong in each, and what a right report says of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from demo import waivers
from demo.faults import BEFORE, LAST, ExpectedFinding, Faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """`days_ago` is how long before the last day its pages are looked at."""

    faults: Faults
    days_ago: int = 0

    def day(self, today: date) -> date:
        return today - timedelta(days=self.days_ago)

    @property
    def expected(self) -> tuple[ExpectedFinding, ...]:
        """The truth about every fault and waiver."""
        return (*(fault.finding for fault in self.faults.all), *waivers.expected(self.faults, self.days_ago))


MONTHS = (Month(faults=BEFORE, days_ago=31), Month(faults=LAST))
