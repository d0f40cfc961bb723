"""Kills the program at random moments and lets it go on, again and again: the report must be that of a quiet run.

    python -m benchmarks.kills --kills 50

Kills with SIGKILL, while the program starts, visits, waits and judges; counts at the sites what was asked twice.
"""

import argparse
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from crawler.journal import Journal, JournalError
from crawler.settings import IN_FLIGHT
from tests.crawler.fault_server import Site, answer, page, reset
from tests.crawler.faulty_webs import (
    ROUTE,
    Row,
    declare,
    fails,
    holds,
    route_page,
    run_program,
    site_of,
    start,
    timeless,
)

_PAGES = {f"/p{n}": page(f"Pagina {n}", f"/p{n + 1}", f"/p{n + 2}", f"/weg{n}") for n in range(80)}
_BEFORE_THE_FIRST = 3.0  # seconds in which a program has started
_SHARE_EARLY = 0.1  # of the kills, before the first request


def _listed(*addresses: str, kind: str = "url", root: str = "urlset") -> bytes:
    inside = "".join(f"<{kind}><loc>{address}</loc></{kind}>" for address in addresses)
    return answer(body=f"<{root}>{inside}</{root}>", kind="application/xml")


def _mapped(site: Site) -> dict[str, bytes]:
    parts = [site.url(f"/kaart{n}.xml") for n in range(4)]
    pages = {f"/k{n}": page(f"Kaart {n}") for n in range(8)}
    maps = {f"/kaart{n}.xml": _listed(site.url(f"/k{2 * n}"), site.url(f"/k{2 * n + 1}")) for n in range(4)}
    return {**pages, **maps, "/sitemap.xml": _listed(*parts, kind="sitemap", root="sitemapindex")}


_COOKIE = answer(302, Location=ROUTE, Set_Cookie="gezien=1; Path=/")
_ROWS: dict[str, Row] = {
    "large": holds(web={**_PAGES, "/": page("Begin", "/p0", f"{ROUTE} Klacht indienen")}),
    "mapped": holds(web=_mapped),
    "gone": fails("page-broken", answer(404)),
    "moved": holds(answer(302, Location="/a"), web={"/a": answer(302, Location="/b"), "/b": route_page()}),
    "cookie": holds(answer(302, Location="/toets"), web={"/toets": _COOKIE, f"{ROUTE} with gezien=1": route_page()}),
    "down": fails("unreachable", answer(503)),
    "resets": fails("unreachable", reset),
    "shut": fails("robots-disallowed", web={"/robots.txt": answer(503)}),
}


@dataclass
class Told:
    """What came of it. `repeated` are the requests beyond those of a quiet run, per run that was killed at least
    once, with the number of its kills."""

    kills: int = 0
    repeated: list[tuple[int, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not self.faults and all(more <= IN_FLIGHT * kills for more, kills in self.repeated)


def soak(folder: Path, kills: int, seed: int) -> Told:
    """Kills the program that often, at moments that follow from the seed."""
    chance, told = random.Random(seed), Told()
    with _web(folder) as sites:
        quiet = run_program(folder, sites, wait="0.2")
        whole, once = timeless(quiet.report), _asked(sites)
        (folder / "out").rename(folder / "quiet")
        while told.kills < kills:
            _forget(sites)
            here = _killed(folder, sites, chance, once, kills - told.kills, told)
            ended = run_program(folder, sites, "--resume", wait="0.2")
            told.repeated.append((_asked(sites) - once, here))
            if timeless(ended.report) != whole:
                told.faults.append(f"after {here} kills the report is another one")
            if ended.code != quiet.code:
                told.faults.append(f"after {here} kills the exit code is {ended.code}: {ended.err}")
            shutil.rmtree(folder / "out")
    return told


def _killed(folder: Path, sites: dict[str, Site], chance: random.Random, once: int, most: int, told: Told) -> int:
    """One run, killed again and again until it was killed often enough, or would be done; the number of kills."""
    before = told.kills
    while told.kills - before < most:
        process = start(folder, "--resume", wait="0.2")
        if chance.random() < _SHARE_EARLY:
            time.sleep(chance.uniform(0, _BEFORE_THE_FIRST))
        else:
            _wait(process, sites, _asked(sites) + chance.randrange(1, once // 3))
            time.sleep(chance.uniform(0, 0.2))
        process.kill()
        process.communicate()
        told.kills += 1
        if (folder / "out" / "report.json").exists() or process.returncode >= 0:
            if _end(folder) != "finished":
                told.faults.append("there was a report before the crawl had ended")
            break
    return told.kills - before


def _wait(process: "subprocess.Popen[str]", sites: dict[str, Site], count: int) -> None:
    while _asked(sites) < count and process.poll() is None:
        time.sleep(0.002)


def _end(folder: Path) -> str:
    try:
        journal = Journal.open(folder / "out" / "crawl")
    except JournalError as error:
        return str(error)
    try:
        return journal.meta("end")
    finally:
        journal.close(whole=False)


@contextmanager
def _web(folder: Path) -> Iterator[dict[str, Site]]:
    with ExitStack() as stack:
        portal = stack.enter_context(Site())
        sites = {name: stack.enter_context(site_of(row)) for name, row in _ROWS.items()}
        declare(folder, portal, _ROWS, sites)
        yield {"portal": portal} | sites


def _asked(sites: dict[str, Site]) -> int:
    return sum(len(site.asked) for site in sites.values())


def _forget(sites: dict[str, Site]) -> None:
    for site in sites.values():
        site.asked.clear()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=None, help="repeats the moments of an earlier soak")
    options = parser.parse_args(arguments)
    seed = random.randrange(1_000_000) if options.seed is None else options.seed
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        told = soak(Path(folder), options.kills, seed)
    runs, repeated = len(told.repeated), sum(more for more, _ in told.repeated)
    most = max((more / kills for more, kills in told.repeated if kills), default=0.0)
    print(f"{told.kills} kills in {runs} runs (seed {seed}): {repeated} requests repeated, at most {most:.1f} a kill.")
    for fault in told.faults:
        print(f"FAULT: {fault}")
    return 0 if told.sound else 1


if __name__ == "__main__":
    raise SystemExit(main())
