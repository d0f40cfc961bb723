"""Watches our own network: when nobody answers any more, what failed since then says nothing about the sites."""

import copy
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from crawler.answers import Answer
from crawler.buckets import Task, What
from crawler.journal import Journal
from crawler.ledger import Entry, Ledger
from expectations.model import Cause

_BURST = 3  # failures in a row, over all sites
_MOST = 48  # a large dead site fails often, among others that live
_SIGNS = frozenset({Cause.NAME_ERROR, Cause.REFUSED, Cause.RESET, Cause.TIMED_OUT})
_NO_SIGN = frozenset({Cause.NO_SUCH_HOST, Cause.CERTIFICATE, Cause.FORBIDDEN_ADDRESS, Cause.INVALID_ADDRESS})


@dataclass(slots=True)
class Watch:
    """`anyone` says whether any origin of the inventory can be reached; it may take its time, and without it nothing is
    watched. `down` is its verdict."""

    anyone: Callable[[], bool] | None = None
    down: bool = False
    _failures: int = 0
    _burst: int = _BURST
    _entries: dict[str, Entry] = field(default_factory=dict)
    _tasks: dict[tuple[What, str, str], Task] = field(default_factory=dict)
    _records: list[str] = field(default_factory=list)
    _asking: threading.Thread | None = None
    _reached: bool = False

    def note(self, task: Task, answer: Answer, entry: Entry | None) -> None:
        """What came back for a task, before anything follows from it."""
        if answer.cause in _SIGNS and answer.status is None:
            self._failures += 1
            self._records.append(answer.record)
            if entry is not None:
                self.keep(entry)
            else:
                self._tasks.setdefault((task.what, task.about, task.address), task)
        elif answer.cause not in _NO_SIGN or answer.status is not None:
            self._forget()

    def keep(self, entry: Entry) -> None:
        """An entry as it is, before a failure changes it."""
        if self._failures:
            self._entries.setdefault(entry.address, copy.copy(entry))

    def ask(self, *, last: bool) -> None:
        """Asks at a burst of failures; `last` tells that nothing more will be asked of the web."""
        asking = self._asking is None and not self.down and self._failures >= (1 if last else self._burst)
        if asking and self.anyone is not None:
            self._reached = False
            self._asking = threading.Thread(target=self._ask, args=(self.anyone,), daemon=True)
            self._asking.start()

    def busy(self) -> bool:
        """Whether the verdict is awaited."""
        if self._asking is None:
            return False
        if self._asking.is_alive():
            return True
        self._asking = None
        if self._reached:
            self._forget()
            self._burst = min(2 * self._burst, _MOST)
        else:
            self.down = True
        return False

    def undo(self, ledger: Ledger, journal: Journal) -> None:
        """Everything that failed since the last answer is still to be asked."""
        for address, entry in self._entries.items():
            ledger.entries[address] = entry
            ledger.touch(entry)
        for task in self._tasks.values():
            journal.ask_again(task)
        journal.records.undo(self._records)

    def _ask(self, anyone: Callable[[], bool]) -> None:
        self._reached = anyone()

    def _forget(self) -> None:
        self._failures = 0
        self._burst = _BURST
        self._entries.clear()
        self._tasks.clear()
        self._records.clear()
