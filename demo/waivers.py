"""The accepted exceptions of the pretend web: two at work, one that ended last week, one that is no longer needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from demo.faults import ExpectedFinding, Faults


@dataclass(frozen=True, slots=True)
class Waiver:
    """`days` is how long it still holds on the last day; less than nothing when it ended before."""

    code: str
    organisation: str
    route: str
    reason: str
    days: int


WAIVERS = (
    Waiver("hard-to-read", "vdd", "integriteit", "De tekst wordt herschreven met een panel van lezers.", 90),
    Waiver("page-stale", "vbb", "integriteit", "De pagina gaat mee met de nieuwe site.", 60),
    Waiver("deadline-conflict", "vjv", "klacht", "De nieuwe klachtenregeling staat nog niet vast.", -7),
    Waiver("link-broken", "vln", "klacht", "De folder wordt herdrukt.", 30),
)


def declared(today: date) -> list[dict[str, str | date]]:
    """As they stand in waivers.yaml."""
    return [
        {
            "code": waiver.code,
            "organisation": waiver.organisation,
            "route": waiver.route,
            "reason": waiver.reason,
            "owner": f"Webredactie {waiver.organisation.upper()}",
            "until": today + timedelta(days=waiver.days),
        }
        for waiver in WAIVERS
    ]


def expected(faults: Faults, days_ago: int) -> Iterator[ExpectedFinding]:
    """What a right report says about the waivers themselves, that many days before the last day."""
    wrong = {(fault.code, fault.organisation, fault.route) for fault in faults.all}
    for waiver in WAIVERS:
        about = (waiver.code, waiver.organisation, waiver.route)
        if waiver.days + days_ago < 0:
            yield ExpectedFinding("waiver-expired", waiver.organisation, waiver.route, None)
        elif about not in wrong:
            yield ExpectedFinding("waiver-unused", waiver.organisation, waiver.route, None)
