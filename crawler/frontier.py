"""Decides what is requested next, and not before when.

Politeness lives here: one request at a time and a pause per site, Crawl-delay, Retry-After, and stopping at sites that
refuse. Sites take turns; within a site the most promising address goes first.
"""

import heapq
from collections.abc import Callable, Iterable

from crawler.buckets import Bucket, Task, What, bucket_key
from crawler.ledger import Rank
from crawler.settings import IN_FLIGHT
from expectations.model import Cause

_PAUSED = 0.1  # seconds until somebody looks again whether there is still a pause

__all__ = ["Frontier", "Task", "What"]


class Frontier:
    """All tasks of a crawl. `now` tells the time in seconds; `delay` 0 lifts pacing and one-at-a-time. `paused` and
    `stopped`, nothing starts. Where there is nobody to be `polite` to, nothing a site asks for or does makes it wait or
    close."""

    def __init__(self, now: Callable[[], float], delay: float, *, polite: bool = True) -> None:
        self._now = now
        self._delay = delay
        self._polite = polite
        self._buckets: dict[str, Bucket] = {}
        self._agenda: list[tuple[float, int, int, Bucket]] = []
        self._ticket = 0
        self.flying = 0
        self.stopped = False
        self.paused = False

    def push(self, task: Task) -> None:
        """Adds a task, unless its site is closed. Its origin's robots.txt must be known, or be asked for, before it
        starts."""
        bucket = self.bucket(task.address)
        if bucket.closed is None:
            bucket.push(task, self._now())
            self._arm(bucket)

    def open(self, of: str, crawl_delay: float = 0.0) -> None:
        """The robots.txt of an origin is known; it asks for this pause."""
        bucket = self.bucket(of + "/")
        if crawl_delay > 0 and self._polite:
            bucket.delay = max(bucket.delay, crawl_delay)
            bucket.limit = 1
        bucket.open(of)
        self._arm(bucket)

    def next(self) -> Task | None:
        """A task that may start now, if any."""
        now = self._now()
        if self.paused or self.stopped:
            return None
        while self._agenda and self._agenda[0][0] <= now and self.flying < IN_FLIGHT:
            when, _, _, bucket = heapq.heappop(self._agenda)
            if bucket.armed != when:
                continue  # a better moment was found since
            bucket.armed = None
            allowed = bucket.when(now)
            task = bucket.take(now) if allowed is not None and allowed <= now else None
            if task is None:
                self._arm(bucket)
                continue
            bucket.flying += 1
            bucket.served += 1
            bucket.last_start, bucket.next_start = bucket.next_start, now + bucket.delay
            self.flying += 1
            self._arm(bucket)
            return task
        return None

    def started(self, task: Task) -> None:
        """The request starts, or was received, just now: the pause counts from here."""
        bucket = self.bucket(task.address)
        bucket.next_start = max(bucket.next_start, self._now() + bucket.delay)

    def skipped(self, task: Task) -> None:
        """The task that `next` just gave needs no request after all, so no pause follows from it."""
        bucket = self.bucket(task.address)
        bucket.served -= 1
        bucket.next_start = bucket.last_start
        self.finished(task)

    def finished(self, task: Task) -> None:
        """The request is over and its result recorded."""
        bucket = self.bucket(task.address)
        bucket.flying -= 1
        self.flying -= 1
        self._arm(bucket)

    def next_due(self) -> float | None:
        """When `next` will have something again, as far as is known now; None when only an answer can change that."""
        if self.paused:
            return self._now() + _PAUSED
        while self._agenda and self._agenda[0][3].armed != self._agenda[0][0]:
            heapq.heappop(self._agenda)
        return self._agenda[0][0] if self._agenda and self.flying < IN_FLIGHT else None

    def hold(self, address: str, seconds: float) -> None:
        """The whole site is left alone for a while."""
        if self._polite:
            bucket = self.bucket(address)
            bucket.held_until = max(bucket.held_until, self._now() + seconds)

    def close(self, address: str, cause: Cause, detail: str = "") -> list[Task]:
        """The whole site is left alone for the rest of the crawl; the tasks that it still had."""
        if not self._polite:
            return []
        bucket = self.bucket(address)
        bucket.closed = cause
        bucket.detail = detail
        return bucket.drain()

    def withdraw(self, of: str) -> list[Task]:
        """The tasks of one origin, which are not to be done any more."""
        return self.bucket(of + "/").withdraw(of)

    def hasten(self) -> None:
        """Nothing is worth waiting for any more: everything that waits for its time may go now."""
        now = self._now()
        for bucket in self._buckets.values():
            waiting = [task for _, task in bucket.later]
            bucket.later.clear()
            bucket.held_until = 0.0
            for task in waiting:
                task.due = 0.0
                bucket.push(task, now)
            self._arm(bucket)

    def rerank(self, rank: Callable[[Task], Rank]) -> None:
        """Puts all tasks in the order that is right now."""
        for bucket in self._buckets.values():
            bucket.rerank(rank)

    def buckets(self) -> Iterable[Bucket]:
        """All sites, in the order in which they were met."""
        return self._buckets.values()

    def bucket(self, address: str) -> Bucket:
        key = bucket_key(address)
        if key not in self._buckets:
            self._buckets[key] = Bucket(key, self._delay, 1 if self._delay else IN_FLIGHT)
        return self._buckets[key]

    @property
    def unfinished(self) -> bool:
        """Whether there is anything left to start."""
        return not self.stopped and (self.paused or not all(bucket.empty for bucket in self._buckets.values()))

    def _arm(self, bucket: Bucket) -> None:
        when = bucket.when(self._now())
        if when is None or (bucket.armed is not None and bucket.armed <= when):
            return
        bucket.armed = when
        self._ticket += 1
        heapq.heappush(self._agenda, (when, bucket.served, self._ticket, bucket))
