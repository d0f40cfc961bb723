"""Decides what follows from an answer: what is recorded, what is visited next, what is asked again.

Knows nothing of Scrapy: a task and its answer come in, entries, pages and new tasks come out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from crawler import searches
from crawler.addresses import Addresses
from crawler.answers import Answer
from crawler.archive import Archive
from crawler.earlier import Earlier
from crawler.frontier import Frontier, Task, What
from crawler.guard import Guard
from crawler.guide import Guide
from crawler.hosts import Hosts
from crawler.journal import Journal
from crawler.ledger import Entry, Ledger, State
from crawler.looks import Looks
from crawler.manners import Manners
from crawler.options import CrawlOptions
from crawler.owners import Owners
from crawler.reader import Reader
from crawler.scope import Scope
from crawler.traps import Traps
from crawler.waiting import Waiting
from crawler.watch import Watch
from expectations.model import Cause, Visit
from expectations.urls import origin
from expectations.vocabulary import Vocabulary


@dataclass(slots=True)
class Survey:
    """One crawl: everything known, and what to do next. `now` tells the time in seconds since 1970. `told` hears
    of every visit."""

    scope: Scope
    guard: Guard
    journal: Journal
    options: CrawlOptions
    vocabulary: Vocabulary
    reader: Reader
    now: Callable[[], float]
    run_id: str
    watch: Watch = field(default_factory=Watch)
    told: Callable[[Visit], None] = lambda _: None
    earlier: Earlier | None = None
    archive: Archive | None = None
    frontier: Frontier = field(init=False)
    hosts: Hosts = field(init=False)
    addresses: Addresses = field(init=False)
    ledger: Ledger = field(init=False, default_factory=Ledger)
    waiting: Waiting = field(init=False)
    looks: Looks = field(init=False)
    requests: int = 0
    answered: bool = False
    _manners: Manners = field(init=False)
    _flying: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        options = self.options
        self.frontier = Frontier(self.now, options.delay, polite=options.offline is None)
        self._manners = Manners(self.frontier, options.confirm_after)
        guide = Guide(self.vocabulary, Owners(self.scope.homes))
        self.waiting = Waiting(self.frontier, self.ledger, guide, self.watch, options.max_pages, self.now)
        self.hosts = Hosts(
            scope=self.scope, guard=self.guard, frontier=self.frontier, journal=self.journal,
            user_agent=options.named, run_id=self.run_id, confirm_after=options.confirm_after,
            listed=self._listed, closed=self.waiting.closed, read=self.reader.plain,
            results=partial(searches.results, self.reader), now=self.now,
        )  # fmt: skip
        self.waiting.hosts = self.hosts
        self.addresses = Addresses(
            self.scope, self.guard, Traps(options.max_pages), self.vocabulary, self.waiting.add, self._matter,
            self.journal, guide, options.known, self.ledger, self.waiting.counts,
        )  # fmt: skip
        self.looks = Looks(
            self.ledger, self.addresses, self.journal, self.reader, self.waiting.add, self.now, options.confirm_after,
            self._flying, scripts=options.scripts,
        )  # fmt: skip

    def start(self) -> None:
        """Everything the inventory names."""
        self.journal.begin()
        for found in self.scope.homes:
            self.addresses.seed(found).home = True
        for found in self.scope.expected:
            self.addresses.seed(found).expected = True
        for found in self.scope.starts:
            self.addresses.seed(found)
        for found in self.scope.expected:
            self.addresses.copied(found)
        for one in sorted(self.scope.origins):
            self.hosts.host(one)
        for entry in list(self.ledger.entries.values()):
            self.waiting.add(entry)
        self.commit()

    # --- One step

    def next(self) -> Task | None:
        """The next request to make now."""
        self._mind_network()
        while (task := self.frontier.next()) is not None:
            if task.what is not What.PAGE or self._admits(task):
                self._remember(task)
                self.requests += 1
                return task
            self.frontier.skipped(task)
        self.flush()
        return None

    def take(self, task: Task, answer: Answer) -> None:
        """Records what came back for a task, and all that follows from it, at once."""
        self.journal.begin()
        answer = self._archived(task, answer)
        self.answered |= answer.status is not None
        self.watch.note(task, answer, self.ledger.get(task.address) if task.what is What.PAGE else None)
        self.waiting.given_up(self._manners.take(task, answer, self.now()))
        if task.what is not What.PAGE:
            self.journal.drop_task(task)
        if task.what is What.ROBOTS:
            self.hosts.take_robots(task, answer)
        elif task.what is What.SITEMAP:
            self.hosts.take_sitemap(task, answer)
        elif task.what is What.PROBE:
            self.hosts.take_probe(task, answer)
        elif task.what is What.SEARCH:
            self.hosts.take_search(task, answer)
        else:
            self._take_page(task, answer)
        self.commit()
        self.frontier.finished(task)
        self.waiting.learned()
        if self.answered and not self.frontier.stopped:
            self.watch.ask(last=not (self.frontier.flying or self.frontier.unfinished))
        self._mind_network()

    def _take_page(self, task: Task, answer: Answer) -> None:
        self._flying.discard(task.address)
        entry = self.ledger.entries[task.address]
        known: Answer | None = answer
        if task.conditions and self.earlier is not None:
            known = self.earlier.recall(entry, answer, self.reader, careful=self.looks.care(entry)[0])
        if known is None:
            entry.known = True
            self.waiting.add(entry)
        else:
            self.ledger.visited += not entry.attempts
            self.looks.take(entry, self._archived(task, known))
            assert entry.visit is not None
            self.told(entry.visit)

    def _archived(self, task: Task, answer: Answer) -> Answer:
        if self.archive is None:
            return answer
        entry = self.ledger.get(task.address) if task.what is What.PAGE else None
        needed = entry is None or answer.cause is not Cause.ANSWERED or task.careful or entry.is_needed
        return self.archive.keep(answer, needed=needed)

    def leave(self, task: Task, cause: Cause, detail: str) -> None:
        """Records that nothing is known of what a task asks for."""
        if task.what is not What.PAGE:
            self.take(task, Answer(cause=cause, detail=detail))
            return
        self.journal.begin()
        self._flying.discard(task.address)
        entry = self.ledger.entries[task.address]
        self.hosts.host(origin(task.address)).visited -= entry.in_scope and not entry.attempts
        self.waiting.leave(entry, cause, detail)
        self.commit()
        self.frontier.finished(task)

    def flush(self) -> None:
        """Writes down what changed without an answer: addresses that robots.txt or a limit kept us from."""
        if self.ledger.changed:
            self.journal.begin()
            self.commit()

    def undo_outage(self) -> None:
        """Our own network went down: what failed since the last answer is still to be asked."""
        self.journal.begin()
        self.watch.undo(self.ledger, self.journal)
        self.commit()

    def commit(self) -> None:
        """Ends the journal's transaction with all that changed."""
        self.journal.commit(self.ledger.taken(), self.requests)

    def hurry(self) -> None:
        """No origin answered: one more try at once, and that is all."""
        self.hosts.patient = self.looks.patient = False
        self.frontier.hasten()

    def _mind_network(self) -> None:
        """Nothing is asked while it is in doubt whether our own network is there."""
        self.frontier.paused = self.watch.busy()
        self.frontier.stopped |= self.watch.down

    # --- Tasks

    def _remember(self, task: Task) -> None:
        """Asks for a page that was seen before only if it has changed since."""
        if self.earlier is not None and task.what is What.PAGE and not task.rendered:
            entry = self.ledger.entries[task.address]
            task.conditions = self.earlier.conditions(entry, careful=self.looks.care(entry)[0])

    def _admits(self, task: Task) -> bool:
        entry = self.ledger.entries[task.address]
        if entry.state is not State.WAITING or task.address in self._flying or task.due < entry.due:
            return False
        if not self.hosts.allows(task.address):
            self.waiting.leave(entry, Cause.ROBOTS, "")
            return False
        host = self.hosts.host(origin(task.address))
        spent = entry.in_scope and host.visited >= self.options.max_pages
        if spent and not (entry.attempts or entry.expected or entry.home):
            return False
        host.visited += entry.in_scope and not entry.attempts
        self._flying.add(task.address)
        task.careful, task.plain = self.looks.care(entry)
        # What the entry wants now: an address that rose in rank has an older task waiting too.
        task.fresh = entry.confirming or entry.attempts > 0
        task.literal, task.cookie, task.rendered = entry.literal, entry.cookie, entry.rendered
        if task.rendered:
            task.rules = self.hosts.rules_of_site(task.address)
        return True

    def _matter(self, entry: Entry) -> None:
        self.looks.matter(entry)

    def _listed(self, found: str, changed: date | None) -> None:
        if self.earlier is not None and changed is not None:
            self.earlier.modified[found] = changed
        self.addresses.listed(found)
