"""Shows how far a crawl is: bar and sites on a terminal, a plain line now and then elsewhere, JSON lines when asked."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.table import Table

from cli import log
from crawler.options import Progress, SiteProgress, SiteState, Told
from expectations.model import Visit

EVERY = 15.0  # seconds between plain lines: often enough to see life, rare enough for a log
_ROWS = 12  # sites shown on a terminal
_NAMED = 3  # organisations of a site, or waiting sites on a plain line
_FIRST = (SiteState.HELD, SiteState.LATER, SiteState.VISITING, SiteState.LEFT_ALONE, SiteState.DONE)


@contextmanager
def shown(console: Console, *, quiet: bool) -> Iterator[Callable[[Told], None]]:
    """What the crawl tells, for as long as it runs."""
    if log.is_json():
        yield _Json()
    elif quiet:
        yield lambda _: None
    elif console.is_terminal:
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"))
        bar = Bar(*columns, TimeElapsedColumn(), console=console)
        with Live(console=console, transient=True, refresh_per_second=4) as live:
            yield _Moving(bar, live)
    else:
        yield _Lines(console)


class _Moving:
    """Moves the bar, and shows the sites under it."""

    def __init__(self, bar: Bar, live: Live) -> None:
        self._bar = bar
        self._live = live
        self._task = bar.add_task(f"{'Starting':<24}", total=None, count="")

    def __call__(self, now: Told) -> None:
        if isinstance(now, Progress):
            doing, total = f"{_doing(now):<24}", now.known or None
            self._bar.update(self._task, description=doing, completed=now.visited, total=total, count=_count(now))
            self._live.update(Group(self._bar, _table(now)))


class _Lines:
    """Prints a line when the last one is long enough ago."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = time.monotonic()

    def __call__(self, now: Told) -> None:
        moment = time.monotonic()
        if isinstance(now, Progress) and moment - self._last >= EVERY:
            self._last = moment
            waiting = [f"{site.site} {_state(site)}" for site in now.sites if site.seconds][:_NAMED]
            text = "; ".join([f"{_doing(now)}: {_count(now)}", *waiting])
            self._console.print(text, soft_wrap=True, highlight=False, markup=False)


class _Json:
    """Writes every visit, and now and then how far it is."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def __call__(self, now: Told) -> None:
        from reports.clean import clean_text

        moment = time.monotonic()
        if isinstance(now, Visit):
            facts = {"outcome": now.outcome, "cause": now.cause, "status": now.status, "attempts": now.attempts}
            log.event("visit", address=clean_text(now.address), **facts, detail=clean_text(now.detail))
        elif moment - self._last >= EVERY:
            self._last = moment
            log.event("progress", **asdict(now))


def _doing(now: Progress) -> str:
    if now.doubtful:
        return "Is our network there?"
    return f"Waiting {now.waiting:.0f} s to ask again" if now.waiting >= 1 else "Visiting"


def _count(now: Progress) -> str:
    parts = [f"{now.visited:,} of {now.known:,} known addresses"]
    if now.rate:
        parts.append(f"{now.rate:.1f}/s")
    if now.left is not None and now.left >= 1:
        parts.append(f"about {_duration(now.left)} for what is known")
    return ", ".join(parts)


def _table(now: Progress) -> Table:
    """The sites with something to tell first."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    order = sorted(now.sites, key=lambda site: (_FIRST.index(site.state), -site.waiting, site.site))
    for site in order[:_ROWS]:
        table.add_row(site.site, _names(site.organisations), f"{site.asked:,} asked", _state(site), style="dim")
    if len(order) > _ROWS:
        table.add_row(f"and {len(order) - _ROWS} more", style="dim")
    return table


def _names(organisations: tuple[str, ...]) -> str:
    more = f" +{len(organisations) - _NAMED}" if len(organisations) > _NAMED else ""
    return ", ".join(organisations[:_NAMED]) + more


def _state(site: SiteProgress) -> str:
    if site.state is SiteState.HELD:
        return f"asked us to wait, {_duration(site.seconds)} more"
    if site.state is SiteState.LATER:
        return f"asked again in {_duration(site.seconds)}"
    if site.state is SiteState.LEFT_ALONE:
        return f"left alone: {site.detail}"
    return "done" if site.state is SiteState.DONE else f"{site.waiting:,} to go"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5_400 else f"{seconds / 3600:.1f} h"
