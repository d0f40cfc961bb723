"""What waits to be visited: in which order, and what does so no longer because its site is closed to us."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from crawler.answers import Answer, visited
from crawler.frontier import Frontier, Task, What
from crawler.guide import Guide
from crawler.hosts import Hosts
from crawler.ledger import Entry, Ledger, Rank, State
from crawler.outcomes import CONFIRMABLE
from crawler.robots import Rules
from crawler.watch import Watch
from expectations.model import Cause
from expectations.urls import origin


@dataclass(slots=True)
class Waiting:
    """Fills the frontier. `counts` is how many addresses there are to visit per origin, `max_pages` how many may be."""

    frontier: Frontier
    ledger: Ledger
    guide: Guide
    watch: Watch
    max_pages: int
    now: Callable[[], float]
    counts: Counter[str] = field(default_factory=Counter)
    hosts: Hosts = field(init=False)
    _short: set[str] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        """An entry is to be visited, or sooner than before."""
        host = self.hosts.host(origin(entry.address))
        if host.robots is not None and host.robots.rules.closed is not None:
            self._unreached(entry, host.robots.rules)
        elif (bucket := self.frontier.bucket(entry.address)).closed is not None:
            self.leave(entry, bucket.closed, bucket.detail)
        else:
            task = Task(What.PAGE, entry.address, self._rank(entry), due=entry.due)
            task.group = self.guide.owners(entry.address)
            self.frontier.push(task)

    def learned(self) -> None:
        """Makes another order when enough was learned for it."""
        if self.guide.has_learned(len(self.ledger.entries) - self.ledger.visited):
            self.reorder()

    def reorder(self) -> None:
        """Puts what waits in the order that is right by what is known now."""
        entries = self.ledger.entries
        for entry in entries.values():
            if entry.state is State.WAITING:
                self.guide.again(entry)
        self.frontier.rerank(lambda task: self._rank(entries[task.address]) if task.what is What.PAGE else task.rank)

    def closed(self, rules: Rules, tasks: Iterable[Task]) -> None:
        """An origin may not, or cannot, be visited at all."""
        for task in tasks:
            if task.what is What.PAGE:
                self._unreached(self.ledger.entries[task.address], rules)

    def given_up(self, tasks: Iterable[Task]) -> None:
        """A site is left alone for the rest of the crawl."""
        for task in tasks:
            bucket = self.frontier.bucket(task.address)
            if task.what is What.PAGE and bucket.closed is not None:
                self.leave(self.ledger.entries[task.address], bucket.closed, bucket.detail)

    def leave(self, entry: Entry, cause: Cause, detail: str) -> None:
        """An entry is not to be visited (again) after all."""
        if entry.state is State.WAITING:
            self.watch.keep(entry)
            entry.state = State.LEFT if entry.visit is None else State.DONE
            entry.left, entry.detail = cause, detail
            self.ledger.touch(entry)

    def _rank(self, entry: Entry) -> Rank:
        where = origin(entry.address)
        short = entry.in_scope and self.counts[where] > self.max_pages
        if short and where not in self._short:
            self._short.add(where)
            self.reorder()
        return entry.rank(short=short)

    def _unreached(self, entry: Entry, rules: Rules) -> None:
        assert rules.closed is not None
        if entry.state is State.WAITING and entry.visit is None:
            self.watch.keep(entry)
            entry.state, entry.attempts = State.DONE, rules.attempts
            answer = Answer(cause=rules.closed, detail=rules.detail, fetched=rules.fetched, record=rules.record)
            confirmed = rules.attempts > 1 and rules.closed in CONFIRMABLE
            entry.visit = replace(visited(entry.address, answer, rules.attempts, self.now()), confirmed=confirmed)
            entry.checked = True
            self.ledger.touch(entry)
