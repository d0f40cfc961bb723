"""What is known of every address: one entry each, from the first sight to the end."""

from dataclasses import dataclass, field
from enum import IntEnum
from math import floor

from crawler.signs import Sight
from expectations.model import Cause, Visit

Rank = tuple[int, float, float]
"""Smaller is sooner. Addresses that are equal in the first two take turns by organisation."""
STEP = 1.0  # of hope; within one step organisations take turns
_TELLS = 0.6  # the promise from which an address could be a route


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
    to bring along, without which its redirects go round in circles. `rendered`: it is looked at with its scripts run.

    `hope` is how likely it seems to be a route, by its `signs` (focus.py). `reach`: the clicks that are left of those
    that the policy allows from a home or contact page; below 0 it is further away. `careful`: its page was read with
    care; `route`: and seems to be one; `relevant`: where its links end matters. `found_on`: the page that told of it
    first. `known`: the last report needed it.
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
    hope: float = 0.0
    reach: int = -1
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
    rendered: bool = False
    careful: bool = False
    route: bool = False
    known: bool = False
    relevant: bool = False
    found_on: str = ""
    signs: Sight = ()

    @property
    def is_needed(self) -> bool:
        """Whether a finding is likely to rest on what stands here."""
        return self.expected or self.home or self.matters or self.known or self.relevant

    @property
    def proves(self) -> bool:
        """Whether absence cannot be proved without it: near home or contact, or it could be a route."""
        return self.in_scope and (self.reach >= 0 or self.matters or self.promise >= _TELLS)

    def rank(self, *, short: bool) -> Rank:
        """The inventory, homes, what the last report needed; then by hope. When the budget is `short` of what is known,
        first what proof needs, every organisation in turn."""
        if self.expected:
            return (1, 0.0, 0.0)
        if self.home or self.known:
            return (2, 0.0, 0.0)
        if short and self.proves:
            return (4, 0.0, -self.hope)
        step = -floor(self.hope / STEP) * STEP
        return (5 if short or not self.in_scope else 4, step, self.depth)


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
