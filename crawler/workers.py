"""Other processes that read pages, which takes half of the processor's time; this one asks for them and decides.

Pages wait in one row, from which every process takes the next when it has nothing else to do; this one too. So one site
keeps several processors busy, though only one process ever visits it.
"""

import asyncio
import os
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path

from crawler import wire
from crawler.gist import Gist
from crawler.options import CrawlOptions
from crawler.settings import IN_FLIGHT
from expectations.model import Inventory

Then = Callable[[Gist | None], None]
"""Hears what a page says; None when it is to be read here after all."""

_ROOT = Path(__file__).parents[1]
_PATIENCE = 5.0  # seconds for a process to end by itself
_ROOM = IN_FLIGHT * 3 // 4  # pages: the one being read, and enough to go on with while we are busy ourselves
_SMALL = 40  # pages; for fewer no process is worth starting
_FAST = 60  # requests per second, from which one processor may be too slow


class Workers:
    """`count` processes, started when so many pages have come."""

    def __init__(self, inventory: Inventory, count: int, after: int = 0) -> None:
        self._inventory = inventory
        self.count, self._after = count, after
        self._all: list[_Worker] = []
        self._waiting: deque[tuple[wire.Errand, Then]] = deque()
        self._heard: deque[tuple[Gist | None, Then]] = deque()
        self._turn: asyncio.Handle | None = None
        self._busy = False

    def read(self, page: wire.Errand, then: Then) -> bool:
        """Has a page read; False when there is nobody else to do it."""
        if self._after or not self.count:
            self._after -= self._after > 0
            return False
        while len(self._all) < self.count:
            self._all.append(_Worker(self._inventory, self._hear, self._share))
        self._waiting.append((page, then))
        self._share()
        return True

    def dismiss(self) -> None:
        """No more pages: the processes end by themselves."""
        self._waiting.clear()
        self._heard.clear()
        if self._turn is not None:
            self._turn.cancel()
        for worker in self._all:
            worker.dismiss()

    def close(self) -> None:
        """Ends the processes."""
        self.dismiss()
        for worker in self._all:
            worker.gone()

    def _hear(self, gist: Gist | None, then: Then) -> None:
        """What was read elsewhere waits for its turn: first the others are given what they can read meanwhile."""
        self._heard.append((gist, then))
        self._share()

    def _share(self) -> None:
        """Whoever has room gets the next pages; of what is left we read one when there is nothing else to do."""
        self._busy = True
        while self._waiting:
            free = min(self._all, key=lambda worker: worker.load)
            if free.load >= _ROOM:
                break
            free.read(*self._waiting.popleft())
        if (self._heard or self._waiting) and self._turn is None:
            self._turn = asyncio.get_running_loop().call_soon(self._take_turn)

    def _take_turn(self) -> None:
        self._turn = None
        if self._heard:
            gist, then = self._heard.popleft()
            then(gist)
            self._share()
        elif self._waiting:
            if not self._busy:
                self._waiting.popleft()[1](None)
            self._share()
            self._busy = False


def workers(inventory: Inventory, options: CrawlOptions, sites: int) -> Workers:
    """As many as are asked for, this process being one of them; else one where this process alone would be too slow for
    so many sites, and there is a processor for it."""
    if options.workers is not None:
        return Workers(inventory, options.workers - 1)
    fast = sites > _FAST * options.delay
    return Workers(inventory, int(fast and _processors() > 1), _SMALL)


class _Worker:
    """A process, and what it has to read, in this order. `heard` gets what it read, `ready` is called when it can."""

    def __init__(
        self, inventory: Inventory, heard: Callable[[Gist | None, Then], None], ready: Callable[[], None]
    ) -> None:
        self._heard, self._told = heard, ready
        self._given: deque[Then] = deque()
        self._ready = False
        self._mine, theirs = socket.socketpair()
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "crawler.worker", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                env=os.environ | {"PYTHONPATH": path},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                process_group=0,  # Ctrl-C is for us: what a worker is doing is to be finished
            )
        self._wire = wire.Wire(self._hear, self._lose)
        self._connected = asyncio.ensure_future(self._connect(inventory))

    @property
    def load(self) -> int:
        """The pages it has to read; no room when it cannot read any (yet)."""
        return len(self._given) if self._ready else _ROOM

    def read(self, page: wire.Errand, then: Then) -> None:
        self._given.append(then)
        self._wire.send(page)

    def dismiss(self) -> None:
        """The process ends when nobody holds the other end of its wire."""
        self._ready = False
        self._given.clear()
        self._connected.cancel()
        self._wire.close()
        self._mine.close()

    def gone(self) -> None:
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    async def _connect(self, inventory: Inventory) -> None:
        await asyncio.get_running_loop().create_connection(lambda: self._wire, sock=self._mine)
        self._wire.send(inventory)

    def _hear(self, gist: Gist | None) -> None:
        if self._ready:
            self._heard(gist, self._given.popleft())
        else:  # the first message only says so
            self._ready = True
            self._told()

    def _lose(self) -> None:
        """What a process leaves behind that was ended from outside is read here."""
        self._ready = False
        while self._given:
            self._heard(None, self._given.popleft())


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
