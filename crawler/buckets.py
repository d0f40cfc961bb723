"""Sites as those who run them see them: everything that shares a registrable domain, paced together."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, lru_cache
from itertools import count
from typing import TYPE_CHECKING

from crawler.guard import literal, place
from crawler.ledger import Rank
from crawler.robots import Rules
from expectations.model import Cause
from expectations.urls import origin

if TYPE_CHECKING:
    from tldextract import TLDExtract

_NUMBERS = count()


class What(IntEnum):
    """What a request is for, in the order of its urgency."""

    ROBOTS = 0
    PAGE = 1
    SITEMAP = 2
    PROBE = 3
    SEARCH = 4

    @property
    def purpose(self) -> str:
        """What the archive calls it."""
        return self.name.lower()


@dataclass(slots=True, eq=False)
class Task:
    """One request to make. `about` is the origin or prefix it serves; `hops` the redirects before it, `attempts` the
    looks before it. `fresh` asks for a connection of its own; `literal` is what is asked for when that is not the
    address. `depth` of a sitemap is how many indexes led to it. `careful` and `plain` are how the page will be read
    (see `Reader`). `rendered`: with its scripts run, which may ask for what the `rules` of these origins allow. `group`
    is whose it is: on one host, organisations take turns. `conditions` are headers that ask for the page only when it
    changed."""

    what: What
    address: str
    rank: Rank = (3, 0.0, 0.0)
    about: str = ""
    hops: int = 0
    attempts: int = 0
    depth: int = 0
    due: float = 0.0
    fresh: bool = False
    literal: str = ""
    cookie: str = ""
    careful: bool = False
    plain: bool = False
    rendered: bool = False
    rules: tuple[tuple[str, Rules], ...] = ()
    group: str = ""
    conditions: tuple[tuple[str, str], ...] = ()
    number: int = field(default_factory=_NUMBERS.__next__)

    def __lt__(self, other: "Task") -> bool:
        return (self.rank, self.number) < (other.rank, other.number)


def bucket_key(address: str) -> str:
    """The site an address belongs to: registrable domain, and the port when it is an unusual one."""
    return _site(origin(address))


@lru_cache(maxsize=16_384)
def _site(of: str) -> str:
    host, port = place(of)
    if literal(host) is not None:
        return f"{host}:{port}"
    found = _extract()(host)
    domain = found.top_domain_under_public_suffix or ".".join(host.split(".")[-2:])
    return domain if port in (80, 443) else f"{domain}:{port}"


@cache
def _extract() -> "TLDExtract":
    from tldextract import TLDExtract  # only now: it brings a web client along

    return TLDExtract(suffix_list_urls=(), cache_dir=None)  # the packaged list only: nothing is fetched


@dataclass(slots=True)
class _Queue:
    """The tasks of one organisation on one origin, a heap: the best by rank first, among equals the oldest."""

    served: int = 0
    tasks: list[tuple[Rank, int, Task]] = field(default_factory=list)

    def push(self, task: Task) -> None:
        heapq.heappush(self.tasks, (task.rank, task.number, task))

    def pop(self) -> Task:
        return heapq.heappop(self.tasks)[2]

    def drain(self) -> list[Task]:
        """All its tasks; none is left."""
        tasks = [task for _, _, task in self.tasks]
        self.tasks.clear()
        return tasks

    def rerank(self, rank: Callable[[Task], Rank]) -> None:
        tasks = self.drain()
        for task in tasks:
            task.rank = rank(task)
        self.tasks = sorted((task.rank, task.number, task) for task in tasks)


@dataclass(slots=True)
class Bucket:
    """The queue of one site. `limit` requests at a time, `delay` seconds between two starts; `next_start` is the
    earliest moment of the next one, `last_start` was that of the last one."""

    key: str
    delay: float
    limit: int
    flying: int = 0
    next_start: float = 0.0
    last_start: float = 0.0
    held_until: float = 0.0
    armed: float | None = None
    closed: Cause | None = None
    detail: str = ""
    refusals: int = 0
    failures: int = 0
    pauses: int = 0
    served: int = 0
    first: list[Task] = field(default_factory=list)
    later: list[tuple[float, Task]] = field(default_factory=list)
    queues: dict[tuple[str, str], _Queue] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)

    def push(self, task: Task, now: float) -> None:
        if task.due > now:
            heapq.heappush(self.later, (task.due, task))
        elif task.what is What.ROBOTS:
            heapq.heappush(self.first, task)
        else:
            key = (origin(task.address), task.group)
            queue = self.queues.get(key)
            if queue is None:
                queue = self.queues[key] = _Queue()
            queue.push(task)

    def open(self, of: str) -> None:
        """The robots.txt of an origin is known: its tasks may go."""
        self.opened.add(of)

    def take(self, now: float) -> Task | None:
        """The next task: robots.txt first, then the best of all; among equals of the organisation served least."""
        while self.later and self.later[0][0] <= now:
            self.push(heapq.heappop(self.later)[1], now)
        if self.first:
            return heapq.heappop(self.first)
        ready = list(self._ready())
        if not ready:
            return None
        best = min(ready, key=lambda queue: (queue.tasks[0][0][:2], queue.served, queue.tasks[0][1]))
        best.served += 1
        return best.pop()

    def when(self, now: float) -> float | None:
        """The earliest moment at which a task can start; None when there is none, or no place."""
        if self.flying >= self.limit or self.closed is not None:
            return None
        ready = bool(self.first) or any(True for _ in self._ready())
        if not ready and not self.later:
            return None
        return max(self.next_start, self.held_until, now if ready else self.later[0][0])

    def drain(self) -> list[Task]:
        """All tasks; none is left."""
        tasks = [*self.first, *(task for _, task in self.later), *(t for q in self.queues.values() for t in q.drain())]
        self.first.clear()
        self.later.clear()
        return tasks

    def withdraw(self, of: str) -> list[Task]:
        """The tasks of one origin, but for its robots.txt; none of them is left."""
        gone = [task for _, task in self.later if task.what is not What.ROBOTS and origin(task.address) == of]
        self.later = [(due, task) for due, task in self.later if task not in gone]
        heapq.heapify(self.later)
        for (where, _), queue in self.queues.items():
            if where == of:
                gone += queue.drain()
        return gone

    def rerank(self, rank: Callable[[Task], Rank]) -> None:
        """What is known now makes another order."""
        for queue in self.queues.values():
            queue.rerank(rank)

    @property
    def empty(self) -> bool:
        """Whether no task waits here."""
        return not (self.first or self.later or any(queue.tasks for queue in self.queues.values()))

    @property
    def size(self) -> int:
        """How many tasks wait here."""
        return len(self.first) + len(self.later) + sum(len(queue.tasks) for queue in self.queues.values())

    def _ready(self) -> Iterator[_Queue]:
        """The queues that have a task and whose robots.txt is known."""
        return (queue for (where, _), queue in self.queues.items() if queue.tasks and where in self.opened)
