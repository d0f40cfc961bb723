"""Shows how far a crawl is: a bar on a terminal, a plain line now and then elsewhere, nothing when quiet."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from crawler.options import Progress

EVERY = 15.0  # seconds between plain lines: often enough to see life, rare enough for a log


@contextmanager
def shown(console: Console, *, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """What the crawl tells, for as long as it runs."""
    if quiet:
        yield lambda _: None
    elif console.is_terminal:
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"))
        with Bar(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
            yield _Moving(bar)
    else:
        yield _Lines(console)


class _Moving:
    """Moves the bar."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task(f"{'Starting':<24}", total=None, count="")

    def __call__(self, now: Progress) -> None:
        doing, total = f"{_doing(now):<24}", now.known or None
        self._bar.update(self._task, description=doing, completed=now.visited, total=total, count=_count(now))


class _Lines:
    """Prints a line when the last one is long enough ago."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = time.monotonic()

    def __call__(self, now: Progress) -> None:
        moment = time.monotonic()
        if moment - self._last >= EVERY:
            self._last = moment
            self._console.print(f"{_doing(now)}: {_count(now)}", soft_wrap=True, highlight=False)


def _doing(now: Progress) -> str:
    return f"Waiting {now.waiting:.0f} s to ask again" if now.waiting >= 1 else "Visiting"


def _count(now: Progress) -> str:
    return f"{now.visited:,} of {now.known:,} known addresses"
