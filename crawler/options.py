"""What a crawl is asked to do, what it tells under way, and how it ended."""

from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from expectations.model import Visit

MB = 1_000_000
TELL_EVERY = 0.25  # seconds between two reports of progress
MAX_WORKERS = 16  # as many as there are requests at the same time


class CrawlError(Exception):
    """A fault of our own during the crawl; the snapshot so far is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlOptions:
    """`only`: ids of organisations (the portal is always visited too), empty for all. `max_pages` counts per origin.
    `delay` and `confirm_after` are seconds. `resume` goes on with an unfinished crawl of the same inventory. `workers`
    is the number of processes, of which one makes the requests; None for as many as are of use (workers.py). With
    `scripts` pages that show nothing without their scripts are read in a browser. `known` are the addresses that the
    last report rests on: visited first, and always in full. With `offline` the web is read from that WACZ file; what
    concerns visiting is then as it was when the file was made. Beyond `max_archive` bytes only the responses are
    archived on which findings are likely to rest."""

    only: tuple[str, ...] = ()
    max_pages: int = 5_000
    delay: float = 1.0
    confirm_after: float = 300.0
    resume: bool = False
    user_agent: str | None = None
    contact: str | None = None
    workers: int | None = None
    scripts: bool = False
    known: frozenset[str] = frozenset()
    offline: Path | None = None
    max_archive: int | None = None

    @property
    def named(self) -> str:
        """How we introduce ourselves: name, version and where to reach us."""
        name = self.user_agent or f"meldroute/{program()}"
        return f"{name} ({self.contact})" if self.contact else name


class SiteState(StrEnum):
    """What happens at a site."""

    VISITING = "visiting"
    HELD = "held"  # it asked us to wait, or did not answer
    LATER = "later"  # only what failed is left, to be asked again
    LEFT_ALONE = "left-alone"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteProgress:
    """How far the crawl is at one site: all hosts of a registrable domain. `seconds`: for so long nothing happens."""

    site: str
    organisations: tuple[str, ...]
    asked: int
    waiting: int
    state: SiteState
    seconds: float = 0.0
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the crawl is. `waiting`: seconds until the next visit, when there is nothing to do but wait. `rate` is
    requests per second, `left` the seconds that what is known takes. `doubtful`: our own network may be down."""

    visited: int
    known: int
    requests: int
    waiting: float = 0.0
    rate: float = 0.0
    left: float | None = None
    doubtful: bool = False
    sites: tuple[SiteProgress, ...] = ()


Told = Progress | Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlEnd:
    """`measured` is false when our own network is down or no origin answered; `message` says so in a sentence."""

    interrupted: bool = False
    measured: bool = True
    message: str = ""


def program() -> str:
    """The version of this program."""
    try:
        return version("meldroute")
    except PackageNotFoundError:  # read from a folder that was never installed
        return "0"
