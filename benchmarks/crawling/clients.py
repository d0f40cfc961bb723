"""The programs that are compared: how each is started, and what it found, each in its own way.

`python -m benchmarks.crawling.clients NAME ORIGIN FOLDER SITE` says how right what a client left in a folder is.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.crawling import inventories, peers, site
from benchmarks.measured import PROGRAM

_BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one run found, as paths; `links` counts the occurrences of links. None is what the program does not tell."""

    pages: frozenset[str] | None = frozenset()
    broken: frozenset[str] = frozenset()
    redirects: frozenset[str] = frozenset()
    links: int | None = None

    def judged(self, truth: site.Truth) -> str:
        """What was found of what is there, in words; ends with ": all" when nothing is missing and nothing is wrong."""
        wanted = frozenset(truth.pages), frozenset(truth.broken), frozenset(truth.redirects)
        own = frozenset(truth.pages) if self.pages is None else self.pages
        pairs = list(zip((own, self.broken, self.redirects), wanted, strict=True))
        names = ("pages", "broken", "redirects")
        told = [f"{len(got & want)} of {len(want)} {name}" for name, (got, want) in zip(names, pairs, strict=True)]
        if self.pages is None:
            told[0] = "pages not told"
        if strangers := len(frozenset[str]().union(own, self.broken, self.redirects).difference(*wanted)):
            told.append(f"{strangers} that are not there")
        if self.links is not None:
            told.append(f"{self.links} of {truth.links} links")
        whole = all(got == want for got, want in pairs) and self.links in (None, truth.links)
        return ", ".join(told) + (": all" if whole else "")


@dataclass(frozen=True, slots=True)
class Client:
    """`command` says what to run for an origin, a number of pages and an empty folder."""

    name: str
    command: Callable[[str, int, Path], list[str]]

    def judged(self, origin: str, out: Path, folder: Path) -> str:
        """What a run that left its results in `out` found of the site in `folder`, told by a process of its own."""
        command = [sys.executable, "-m", "benchmarks.crawling.clients", self.name, origin, str(out), str(folder)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def installed(programs: Mapping[str, str | None]) -> tuple[list[Client], list[str]]:
    """The clients that can run here, and the names of those that cannot; `programs` tells where the others stand."""
    clients, absent = [Client("plain Scrapy", _plain), Client("meldroute", _meldroute)], []
    for name, command in (("LinkChecker", peers.linkchecker), ("linkinator", peers.linkinator)):
        program = shutil.which(programs.get(name) or name.lower())
        if program:
            clients.append(Client(name, partial(_other, command, str(Path(program).absolute()))))
        else:
            absent.append(name)
    return clients, absent


def _plain(origin: str, pages: int, folder: Path) -> list[str]:  # noqa: ARG001
    spider = Path(__file__).with_name("plain_spider.py")
    given = ["-a", f"start={origin}/", "-a", f"out={folder / 'seen.json'}"]
    return [str(_BIN / "scrapy"), "runspider", str(spider), *given]


def _plain_found(origin: str, folder: Path) -> Found:
    seen = json.loads((folder / "seen.json").read_text(encoding="utf-8"))
    return Found(
        pages=frozenset(url.removeprefix(origin) for url, (status, _) in seen.items() if status == 200),
        broken=frozenset(url.removeprefix(origin) for url, (status, _) in seen.items() if status == 404),
        redirects=frozenset(hop.removeprefix(origin) for _, hops in seen.values() for hop in hops),
    )


def _meldroute(origin: str, pages: int, folder: Path) -> list[str]:
    inventory = folder / "inventory"
    inventories.write(inventory, [origin, origin])
    options = ["--delay", "0", "--confirm-after", "0", "--quiet", "--max-pages", str(2 * pages + 1_000)]
    return [PROGRAM, "crawl", "--inventory", str(inventory), "--out", str(folder), *options]


def _meldroute_found(origin: str, folder: Path) -> Found:
    from crawler import snapshot  # only in the process that reads: whoever measures stays small
    from expectations.model import Cause

    crawl, _ = snapshot.read(folder)
    visits = {address.removeprefix(origin): visit for address, visit in crawl.visits.items()}
    return Found(
        pages=frozenset(address.removeprefix(origin) for address in crawl.pages),
        broken=frozenset(path for path, visit in visits.items() if visit.cause is Cause.NOT_FOUND),
        redirects=frozenset(path for path, visit in visits.items() if visit.cause is Cause.REDIRECTED),
        links=sum(1 for page in crawl.pages.values() for _ in page.links),
    )


def _other(command: Callable[[str, str], list[str]], program: str, origin: str, pages: int, folder: Path) -> list[str]:  # noqa: ARG001
    return command(program, origin)


def _other_found(told: Callable[[str, Path], peers.Seen], origin: str, folder: Path) -> Found:
    seen = told(origin, folder)
    return Found(pages=seen.pages, broken=seen.broken, redirects=seen.redirects)


_FOUND: dict[str, Callable[[str, Path], Found]] = {
    "plain Scrapy": _plain_found,
    "meldroute": _meldroute_found,
    "LinkChecker": partial(_other_found, peers.linkchecker_told),
    "linkinator": partial(_other_found, peers.linkinator_told),
}

if __name__ == "__main__":
    print(_FOUND[sys.argv[1]](sys.argv[2], Path(sys.argv[3])).judged(site.read(Path(sys.argv[4]))))
