"""Several processes make the requests of one crawl and read the pages; this one decides and writes everything down.

Every site belongs to one worker for the whole crawl. One frontier hands out all tasks, so that pauses, budgets, order
and what a resumed crawl repeats are the same with any number of workers.
"""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from crawler import wire
from crawler.buckets import Task, bucket_key
from crawler.desk import SurveyDesk
from crawler.options import CrawlError
from crawler.visiting import rarely_collecting

_ROOT = Path(__file__).parents[1]
_PATIENCE = 5.0  # seconds for a process to end by itself


@contextmanager
def staff(count: int) -> Iterator[list["Worker"]]:
    """So many processes, which end with this context; none where one is enough, since that is this one."""
    workers = [Worker() for _ in range(count if count > 1 else 0)]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.close()
        for worker in workers:
            worker.gone()


def visit(loop: asyncio.AbstractEventLoop, desk: SurveyDesk, orders: wire.Orders, workers: Sequence["Worker"]) -> None:
    """Does all tasks of a desk with these processes. A fault of our own, or a lost worker, ends it, and the desk
    hears."""
    crew = _Crew(loop, desk, workers)
    try:
        with rarely_collecting():
            loop.run_until_complete(crew.start(orders))
            loop.run_until_complete(crew.done)
    finally:
        crew.close()


class Owners:
    """Which worker makes the requests to a site: always the same one. `own` are the inventory's origins."""

    def __init__(self, own: Iterable[str], count: int) -> None:
        self._own = frozenset(bucket_key(f"{one}/") for one in own)
        self._of: dict[str, int] = {}
        self._sites = [Counter[bool]() for _ in range(count)]

    def of(self, address: str) -> int:
        """The number of the worker; at the first sight of a site, the one with the fewest sites of its sort."""
        site = bucket_key(address)
        if site not in self._of:
            own = site in self._own
            self._of[site] = min(range(len(self._sites)), key=lambda n: self._sites[n][own])
            self._sites[self._of[site]][own] += 1
        return self._of[site]


class Worker:
    """A process, and the tasks that it is doing."""

    def __init__(self) -> None:
        self._mine, theirs = socket.socketpair()
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "crawler.worker", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                env=os.environ | {"PYTHONPATH": path},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                process_group=0,  # Ctrl-C is for us: what a worker is doing is to be finished
            )
        self.wire: wire.Wire | None = None
        self.tasks: dict[int, Task] = {}

    async def connect(self, ours: wire.Wire, orders: wire.Orders) -> None:
        await asyncio.get_running_loop().create_connection(lambda: ours, sock=self._mine)
        ours.send(orders)
        self.wire = ours

    def give(self, task: Task) -> None:
        assert self.wire is not None
        self.tasks[task.number] = task
        self.wire.send(task)

    def close(self) -> None:
        """The process ends when nobody holds the other end of its wire."""
        if self.wire is not None:
            self.wire.close()
        self._mine.close()

    def gone(self) -> str:
        """How the process ended."""
        try:
            code = self.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return "did not answer any more"
        return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"


class _Crew:
    """All workers at work."""

    def __init__(self, loop: asyncio.AbstractEventLoop, desk: SurveyDesk, workers: Sequence[Worker]) -> None:
        self.done: asyncio.Future[None] = loop.create_future()
        self._loop = loop
        self._desk = desk
        self._workers = workers
        self._owners = Owners(desk.survey.scope.own, len(workers))
        self._timer: asyncio.TimerHandle | None = None
        self._closing = False

    async def start(self, orders: wire.Orders) -> None:
        for worker in self._workers:
            await worker.connect(wire.Wire(partial(self._hear, worker), partial(self._lose, worker)), orders)
        self._hand_out()

    def close(self) -> None:
        self._closing = True
        if self._timer is not None:
            self._timer.cancel()
        for worker in self._workers:
            worker.close()
        self._loop.run_until_complete(asyncio.sleep(0))  # the wires close only now

    def _hand_out(self) -> None:
        try:
            while (task := self._desk.next()) is not None:
                self._workers[self._owners.of(task.address)].give(task)
            if not self._desk.unfinished and not any(worker.tasks for worker in self._workers):
                self._finish()
                return
            seconds = self._desk.wait(self._hand_out)
        except Exception as error:
            self._desk.fail(error)
            seconds = 0.0
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None if seconds is None else self._loop.call_later(seconds, self._hand_out)

    def _hear(self, worker: Worker, message: Any) -> None:
        if isinstance(message, wire.Fault):
            self._desk.fail(CrawlError(message.text))
            worker.tasks.clear()
        elif (task := worker.tasks.pop(message.number, None)) is not None:
            self._take(task, message)
        self._hand_out()

    def _take(self, task: Task, result: wire.Result) -> None:
        try:
            if result.started is not None:
                self._desk.started(task, self._desk.survey.now() - (time.monotonic() - result.started))
            self._desk.take(task, result.answer)
        except Exception as error:
            self._desk.fail(error)

    def _lose(self, worker: Worker) -> None:
        if self._closing:
            return
        worker.tasks.clear()
        if not self._desk.survey.frontier.stopped:
            told = f"one of the processes of the crawl ({worker.process.pid}) {worker.gone()}"
            self._desk.fail(CrawlError(f"{told}; go on with the same command and --resume"))
        self._hand_out()

    def _finish(self) -> None:
        if not self.done.done():
            self.done.set_result(None)
