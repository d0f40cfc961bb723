"""How many requests it takes to find the pages that matter.

    python -m benchmarks.requests [--seeds 5] [--pages 10000] [--routes 60]

Each seed makes a site (`site.py` says how). It is served on loopback, with and without a sitemap, to the real program
(`meldroute crawl --delay 0`, which knows home pages and no route), with the packaged vocabulary and with a third of it
taken away; and to two other orders: breadth-first, and a sitemap filtered by its addresses with the same vocabulary.
Counted at the server: all requests, robots.txt and sitemaps among them, until 50, 95 and 100 % of the routes were asked
for. Told are medians over the seeds; "never" when at least half of the runs ended before that.
"""

import argparse
import math
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.requests import clients, site
from benchmarks.requests.server import serving

_SHARES = (0.5, 0.95, 1.0)
_MARKS = (100, 200, 500, 1_000, 2_000)  # requests after which the routes found are told


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One row: who visits, whether there is a sitemap, whether a third of the vocabulary is gone."""

    name: str
    visit: Callable[[str, site.Web, Path | None, threading.Event], None]
    sitemap: bool
    less: bool = False


WAYS = (
    Way(name="breadth-first", visit=clients.breadth_first, sitemap=False),
    Way(name="sitemap filter", visit=clients.sitemap_filter, sitemap=True),
    Way(name="sitemap filter, 2/3 of the words", visit=clients.sitemap_filter, sitemap=True, less=True),
    Way(name="meldroute", visit=clients.meldroute, sitemap=False),
    Way(name="meldroute, 2/3 of the words", visit=clients.meldroute, sitemap=False, less=True),
    Way(name="meldroute, sitemap", visit=clients.meldroute, sitemap=True),
    Way(name="meldroute, sitemap, 2/3 of the words", visit=clients.meldroute, sitemap=True, less=True),
)


def main() -> int:
    options = _options()
    found: dict[str, list[list[int]]] = {way.name: [] for way in WAYS}
    for seed in range(1, options.seeds + 1):
        web = site.make(seed, options.pages, options.routes)
        for way in WAYS:
            if not options.only or way.name.startswith(tuple(options.only)):
                found[way.name].append(run(way, web, seed))
                print(f"seed {seed}, {way.name}: {_row(found[way.name][-1:], options.routes)}", flush=True)
    print("\n" + table(found, options.routes))
    return 0


def run(way: Way, web: site.Web, seed: int) -> list[int]:
    """The number of the request, counted from 1, that asked for each route, in order; for those that were asked for."""
    missing, asked, done = set(web.routes), [0], threading.Event()
    found: list[int] = []

    def seen(path: str) -> None:
        asked[0] += 1
        if path in missing:
            missing.remove(path)
            found.append(asked[0])
            if not missing:
                done.set()

    def body(path: str, origin: str) -> bytes | None:
        if path == "/sitemap.xml":
            return web.sitemap(origin) if way.sitemap else None
        return web.html(path).encode() if path in web.pages else None

    with tempfile.TemporaryDirectory() as scratch, serving(body, seen) as served:
        terms = clients.less_vocabulary(Path(scratch) / "terms.yaml", seed) if way.less else None
        way.visit(served.origin, web, terms, done)
    return found


def table(found: dict[str, list[list[int]]], routes: int) -> str:
    heads = [f"{share:.0%}" for share in _SHARES] + [f"after {mark}" for mark in _MARKS]
    lines = [f"{'order':38}" + "".join(f"{head:>12}" for head in heads)]
    lines += [f"{name:38}{_row(runs, routes)}" for name, runs in found.items() if runs]
    return "\n".join(lines)


def _row(runs: list[list[int]], routes: int) -> str:
    needed = [median(_until(run, math.ceil(share * routes)) for run in runs) for share in _SHARES]
    counts = [median(sum(1 for number in run if number <= mark) for run in runs) for mark in _MARKS]
    cells = ["never" if math.isinf(value) else f"{value:,.0f}" for value in needed] + [f"{n:.0f}" for n in counts]
    return "".join(f"{cell:>12}" for cell in cells)


def _until(run: list[int], count: int) -> float:
    return run[count - 1] if len(run) >= count else math.inf


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.requests", description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--pages", type=int, default=site.PAGES)
    parser.add_argument("--routes", type=int, default=site.ROUTES)
    parser.add_argument("--only", action="append", metavar="ORDER", help="only rows that begin so; may be repeated")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
