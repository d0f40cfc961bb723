"""What is known of every address: one entry each, from the first sight to the end."""

from dataclasses import dataclass, field
from enum import IntEnum

from expectations.model import Cause, Visit


class State(IntEnum):
    """Where an address stands. SEEN: noticed, and as things are not to be visited."""

    SEEN = 0
    WAITING = 1
    DONE = 2
    LEFT = 3


@dataclass(slots=True)
class Entry:
    """One address. `left` is why it is not visited (SEEN, LEFT); `visit` the latest answer.

    `expected`: an inventory address of a route or referral, or where one leads. `home`: a home page or alias of one.
    `matters`: a broken end would be told, so it is confirmed. `due`: not before this moment. `hop`: redirects since
    the last link to it. `pattern`: of the trap it belongs to, or may belong to. `cookie`: what the site asked us
    to bring along, without which its redirects go round in circles.
    """

    address: str
    state: State = State.SEEN
    in_scope: bool = False
    expected: bool = False
    home: bool = False
    matters: bool = False
    in_sitemap: bool = False
    depth: int = 0
    hop: int = 0
    promise: float = 0.0
    text: str = ""
    due: float = 0.0
    attempts: int = 0
    confirming: bool = False
    checked: bool = False
    left: Cause | None = None
    detail: str = ""
    pattern: str = ""
    visit: Visit | None = None
    literal: str = ""
    cookie: str = ""

    @property
    def rank(self) -> tuple[int, float, int]:
        """Smaller is sooner: the inventory, homes, what was linked from a telling page, then by promise and depth."""
        if self.expected:
            return (1, 0.0, 0)
        if self.home:
            return (2, 0.0, 0)
        return (4 if self.in_scope else 5, -self.promise - (0.1 if self.matters else 0.0), self.depth)


@dataclass(slots=True)
class Ledger:
    """All entries, and which of them changed since the journal last heard."""

    entries: dict[str, Entry] = field(default_factory=dict)
    changed: dict[str, Entry] = field(default_factory=dict)
    visited: int = 0

    def get(self, address: str) -> Entry | None:
        return self.entries.get(address)

    def add(self, entry: Entry) -> Entry:
        self.entries[entry.address] = entry
        self.changed[entry.address] = entry
        return entry

    def touch(self, entry: Entry) -> None:
        self.changed[entry.address] = entry

    def taken(self) -> list[Entry]:
        """The changed entries, for the journal; they count as unchanged from now on."""
        entries = list(self.changed.values())
        self.changed.clear()
        return entries
