"""What a crawl learns of each origin before and beside its pages: robots.txt, sitemaps, its "not found" page."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from crawler import robots, searches, sitemaps
from crawler.answers import REDIRECTS, Answer
from crawler.buckets import bucket_key
from crawler.frontier import Frontier, Task, What
from crawler.guard import Guard
from crawler.journal import Journal
from crawler.outcomes import CONNECTION, TRANSIENT
from crawler.robots import Robots, Rules
from crawler.scope import Scope
from expectations.model import Cause, Page
from expectations.urls import AddressError, address, origin

_FINAL = frozenset({Cause.NO_SUCH_HOST, Cause.CERTIFICATE})  # two equal looks are enough
_MAX_LOOKS = 3


@dataclass(slots=True)
class Host:
    """One origin. `robots` is None until known; `visited` counts its addresses. A sitemap of which a part could not be
    read is `torn`: nothing follows from what it does not list, so it does not count."""

    origin: str
    robots: Robots | None = None
    sitemap: bool = False
    torn: bool = False
    visited: int = 0


@dataclass(slots=True)
class Hosts:
    """All origins of a crawl. `listed` is told every address that a sitemap lists, with the day of its last change;
    `closed` the tasks of every origin that may not or cannot be visited, `read` turns an answer into a page. `results`
    says what the result page asked for, at the address where it arrived, shows."""

    scope: Scope
    guard: Guard
    frontier: Frontier
    journal: Journal
    user_agent: str
    run_id: str
    confirm_after: float
    listed: Callable[[str, date | None], None]
    closed: Callable[[Rules, list[Task]], None]
    read: Callable[[str, Answer], Page | None]
    results: Callable[[str, str, Answer], tuple[str, ...] | None]
    now: Callable[[], float]
    patient: bool = True
    known: dict[str, Host] = field(default_factory=dict)
    _sitemaps: set[str] = field(default_factory=set)
    _probed: set[str] = field(default_factory=set)
    _searched: set[str] = field(default_factory=set)

    def host(self, of: str) -> Host:
        """The origin of an address; its robots.txt is asked for at the first sight of it."""
        found = self.known.get(of)
        if found is None:
            found = self.known[of] = Host(of)
            self._ask(Task(What.ROBOTS, f"{of}/robots.txt", (0, 0.0, 0), about=of))
        return found

    def restore(self) -> None:
        """Knows again what the journal knows."""
        self._sitemaps = set(self.journal.sitemaps())
        self._probed = set(self.journal.pages.probed())
        self._searched = set(self.journal.searches())
        torn, waiting = self.journal.torn(), self.journal.tasks()
        asked = {What.SITEMAP: self._sitemaps, What.PROBE: self._probed, What.SEARCH: self._searched}
        for task in waiting:
            if task.what is What.ROBOTS:
                self.known[task.about] = Host(task.about)
            else:
                asked[task.what].add(task.address if task.what is What.SITEMAP else task.about)
            task.due = min(task.due, self.now() + self.confirm_after)
            self.frontier.push(task)
        for of, (rules, sitemap) in self.journal.origins().items():
            self.known[of] = Host(of, sitemap=sitemap, torn=of in torn)
            self._open(self.known[of], rules)

    def take_robots(self, task: Task, answer: Answer) -> None:
        """A robots.txt, a step on the way to one, or its absence."""
        if task.hops > robots.MAX_REDIRECTS:
            rules = Rules()
        elif answer.status in REDIRECTS and answer.location is not None:
            onward = _onward(answer.location, task.address)
            away = onward not in (None, task.address) and task.hops < robots.MAX_REDIRECTS
            if onward is not None and away and not self.guard.refuses(onward):
                self._ask(replace_task(task, onward))
                return
            rules = Rules()
        elif answer.status is not None and answer.cause not in (Cause.TOO_LARGE, Cause.CUT, Cause.UNDECODABLE):
            rules = robots.bearable(robots.of_answer(answer.status, answer.body), self.user_agent)
        elif answer.cause in CONNECTION | {Cause.FORBIDDEN_ADDRESS} or _speaks_no_tls(task, answer):
            rules = Rules(closed=answer.cause, detail=answer.detail or "robots.txt")
        else:
            rules = Rules(closed=Cause.ROBOTS_UNREACHABLE, detail=answer.detail or answer.cause.value)
        looks = task.attempts + 1
        enough = 2 if rules.closed in _FINAL else _MAX_LOOKS
        if rules.closed not in (None, Cause.FORBIDDEN_ADDRESS, Cause.ROBOTS) and looks < enough and self.patient:
            self._ask_again(replace(task, address=f"{task.about}/robots.txt", hops=0))
            return
        rules = replace(rules, attempts=looks, fetched=answer.fetched, record=answer.record)
        self.journal.add_origin(task.about, rules)
        self._open(self.known[task.about], rules)

    def take_sitemap(self, task: Task, answer: Answer) -> None:
        """A sitemap, a step on the way to one, or its absence."""
        if answer.status in REDIRECTS and answer.location is not None:
            onward = _onward(answer.location, task.address)
            if onward is not None and task.hops < robots.MAX_REDIRECTS:
                self._ask_sitemap(onward, task.about, task.depth, task.hops + 1)
        elif answer.cause in TRANSIENT and task.attempts + 1 < _MAX_LOOKS and self.patient:
            self._ask_again(task)
            return
        else:
            readable = answer.cause is Cause.ANSWERED and answer.body
            self._read_sitemap(task, sitemaps.read(answer.body, task.address) if readable else sitemaps.Listing())
        self.journal.add_sitemap(task.address)

    def take_probe(self, task: Task, answer: Answer) -> None:
        """What a site shows for an address that cannot exist."""
        page = None
        if answer.status in REDIRECTS and answer.location is not None:
            onward = _onward(answer.location, task.address)
            if onward is not None and task.hops < robots.MAX_REDIRECTS and self._tells(onward):
                self.host(origin(onward))
                self._ask(replace_task(task, onward))
                return
        elif answer.cause is Cause.ANSWERED and answer.html is not None:
            page = self.read(task.address, answer)
        self.journal.pages.add_probe(task.about, page)

    def take_search(self, task: Task, answer: Answer) -> None:
        """A result page of the site's own search, or a step on the way to one."""
        if answer.status in REDIRECTS and answer.location is not None:
            onward = _onward(answer.location, task.address)
            near = onward is not None and origin(onward) == origin(task.address) and self.allows(onward)
            if onward is not None and near and task.hops < searches.MAX_REDIRECTS:
                self._ask(replace_task(task, onward))
                return
        self.journal.add_search(task.about, self.results(task.about, task.address, answer))

    def allows(self, of: str) -> bool:
        """Whether robots.txt lets us visit an address, as far as is known."""
        host = self.known.get(origin(of))
        return host is None or host.robots is None or (host.robots.rules.closed is None and host.robots.allow(of))

    def rules_of_site(self, of: str) -> tuple[tuple[str, Rules], ...]:
        """The rules of all known origins of the site of an address, where they are open to us."""
        site = bucket_key(of)
        return tuple(
            (one.origin, one.robots.rules)
            for one in self.known.values()
            if one.robots is not None and one.robots.rules.closed is None and bucket_key(f"{one.origin}/") == site
        )

    def _tells(self, of: str) -> bool:
        """Whether the end of a probe's redirect shows a "not found" page: a home page or route does not."""
        known = of in self.scope.homes or of in self.scope.expected
        return not known and self.scope.contains(of) and self.allows(of)

    def _open(self, host: Host, rules: Rules) -> None:
        host.robots = Robots(rules, self.user_agent)
        if rules.closed is not None:
            self.closed(rules, self.frontier.withdraw(host.origin))
            return
        self.frontier.open(host.origin, host.robots.delay)
        if host.origin in self.scope.origins:
            named = [written for raw in host.robots.sitemaps if (written := _onward(raw, host.origin))]
            declared = [one for one in self.scope.sitemaps if origin(one) == host.origin]
            for one in (*named, *declared, *(host.origin + usual for usual in sitemaps.USUAL_PLACES)):
                if self.scope.has_sitemap(host.origin):
                    self._ask_sitemap(one, host.origin, 0)
            self._probe(host.origin)
            self._search(host.origin)

    def _ask(self, task: Task) -> None:
        """Asked for now or after a kill."""
        self.journal.add_task(task)
        self.frontier.push(task)

    def _ask_again(self, task: Task) -> None:
        """Once more, later and on a fresh connection."""
        due = self.now() + self.confirm_after
        self._ask(replace(task, attempts=task.attempts + 1, due=due, fresh=True))

    def _ask_sitemap(self, one: str, about: str, depth: int, hops: int = 0) -> None:
        if one in self._sitemaps or origin(one) not in self.scope.origins or self.guard.refuses(one):
            return
        self._sitemaps.add(one)
        self.host(origin(one))
        self._ask(Task(What.SITEMAP, one, (3, 0.0, depth), about=about, hops=hops, depth=depth))

    def _read_sitemap(self, task: Task, listing: sitemaps.Listing) -> None:
        host = self.known[origin(task.address)]
        host.torn |= task.depth > 0 and not listing.readable
        host.sitemap = (host.sitemap or listing.readable) and not host.torn
        if host.robots is not None:
            self.journal.add_origin(host.origin, host.robots.rules, sitemap=host.sitemap, torn=host.torn)
        for raw in listing.pages:
            if (page := _onward(raw, task.address)) is not None:
                self.listed(page, listing.changed.get(raw))
        if task.depth < sitemaps.MAX_DEPTH:
            for raw in listing.sitemaps[: sitemaps.MAX_IN_INDEX]:
                if (one := _onward(raw, task.address)) is not None:
                    self._ask_sitemap(one, task.about, task.depth + 1)

    def _probe(self, of: str) -> None:
        for prefix in self.scope.probes(of):
            slug = hashlib.sha256(f"{self.run_id} {prefix}".encode()).hexdigest()[:20]
            if prefix not in self._probed and self.allows(prefix + slug):
                self._probed.add(prefix)
                self._ask(Task(What.PROBE, prefix + slug, (3, 0.0, 9), about=prefix))

    def _search(self, of: str) -> None:
        """Last of all, since nothing else follows from it."""
        for asked in self.scope.searches:
            if origin(asked) == of and asked not in self._searched and self.allows(asked):
                self._searched.add(asked)
                self._ask(Task(What.SEARCH, asked, (6, 0.0, 0), about=asked))


def _speaks_no_tls(task: Task, answer: Answer) -> bool:
    return task.address.startswith("https:") and answer.cause is Cause.PROTOCOL and answer.status is None


def replace_task(task: Task, onward: str) -> Task:
    """The same task one redirect further."""
    return replace(task, address=onward, hops=task.hops + 1, due=0.0)


def _onward(location: str, base: str) -> str | None:
    try:
        return address(location, base)
    except AddressError:
        return None
