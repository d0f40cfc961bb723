"""One of several processes of a crawl: makes the requests it is told to make, reads the pages, and sends both back.

`python -m crawler.worker DESCRIPTOR` is started by `workers.py`, and ends when that process does, however it ends.
"""

import os
import signal
import socket
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from crawler import careful, extract, visiting, wire
from crawler.answers import Answer
from crawler.buckets import Task, What
from crawler.engine import reactor_loop
from crawler.guard import Guard, GuardedResolver
from crawler.reader import Reader
from expectations.vocabulary import Vocabulary


class WireDesk:
    """The desk as a worker sees it: at the other end of a wire."""

    def __init__(self, user_agent: str, reader: Reader) -> None:
        self.user_agent = user_agent
        self.fault: BaseException | None = None
        self.unfinished = True
        self.wire = wire.Wire(self._hear, self._left)
        self._reader = reader
        self._tasks: deque[Task] = deque()
        self._started: dict[int, float] = {}
        self._wake: Callable[[], None] | None = None

    @property
    def flying(self) -> int:
        return len(self._started)

    def next(self) -> Task | None:
        return self._tasks.popleft() if self._tasks else None

    def started(self, task: Task) -> None:
        self._started[task.number] = time.monotonic()

    def take(self, task: Task, answer: Answer) -> None:
        if task.what is What.PAGE and answer.page:
            gist = self._reader.gist(task.address, answer, careful=task.careful, plain=task.plain)
            answer = replace(answer, gist=gist)
        started = self._started.pop(task.number, None)
        self.wire.send(wire.Result(number=task.number, answer=answer, started=started))

    def wait(self, wake: Callable[[], None]) -> float | None:
        self._wake = wake
        return None

    def fail(self, error: BaseException) -> None:
        if self.fault is None:
            self.fault = error
            self.wire.send(wire.Fault("".join(traceback.format_exception(error))))

    def _hear(self, task: Any) -> None:
        self._tasks.append(task)
        if self._wake is not None:
            self._wake()

    def _left(self) -> None:
        """Nobody waits for anything any more."""
        os._exit(0)


def main(descriptor: int) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):  # whoever started us ends in good order, and we with it
        signal.signal(number, signal.SIG_IGN)
    with socket.socket(fileno=descriptor) as end:
        try:
            orders: wire.Orders = wire.receive(end)
        except (EOFError, OSError):  # there was nothing to do after all
            return
        loop, reactor = reactor_loop()
        resolver = GuardedResolver(guard=Guard(orders.own))
        reactor.installNameResolver(resolver)
        reader = Reader(extract.read_page, careful.read_sections, Vocabulary(orders.inventory))
        desk = WireDesk(orders.user_agent, reader)
        loop.run_until_complete(loop.create_connection(lambda: desk.wire, sock=end))
        visiting.visit(loop, desk, resolver)


if __name__ == "__main__":
    main(int(sys.argv[1]))
