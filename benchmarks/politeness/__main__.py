"""`python -m benchmarks.politeness`: 40 hosts with a pause between two requests; gaps and wall time, by the servers.

A polite crawl takes as long as its slowest host: requests x pause. The rest is loss. The gaps are measured where they
matter, at the servers, from one arrival to the next.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.crawling.inventories import write
from benchmarks.measured import PROGRAM

CLOCK = 1e-6  # seconds: moments since 1970 as floating-point numbers are a quarter of a microsecond apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One crawl: its whole process in `wall` seconds, and the arrivals at every host."""

    wall: float
    arrivals: list[list[float]]
    delay: float

    @property
    def least(self) -> float:
        """What the slowest host takes with this pause."""
        return max(map(len, self.arrivals)) * self.delay

    @property
    def visiting(self) -> float:
        """From the first request to the end of the last one's pause."""
        moments = [moment for host in self.arrivals for moment in host]
        return max(moments) - min(moments) + self.delay

    @property
    def gaps(self) -> list[float]:
        return sorted(b - a for host in self.arrivals for a, b in pairwise(host))

    @property
    def too_short(self) -> int:
        return sum(gap < self.delay - CLOCK for gap in self.gaps)

    def table(self) -> str:
        gaps, least = self.gaps, self.least
        return "\n".join(
            (
                f"{'hosts':32} {len(self.arrivals):10}",
                f"{'requests':32} {sum(map(len, self.arrivals)):10}",
                f"{'requests at the slowest host':32} {max(map(len, self.arrivals)):10}",
                f"{'slowest host, requests x pause':32} {least:10.2f} s",
                f"{'first to last request':32} {self.visiting:10.2f} s {self.visiting / least:6.3f}",
                f"{'whole process':32} {self.wall:10.2f} s {self.wall / least:6.3f}",
                f"{'shortest gap':32} {gaps[0] * 1000:10.2f} ms",
                f"{'median gap':32} {gaps[len(gaps) // 2] * 1000:10.2f} ms",
                f"{'gaps under the pause':32} {self.too_short:10} of {len(gaps)}",
            )
        )


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="politeness-") as scratch:
        folder = Path(scratch)
        with _serving(options.hosts, options.pages, options.latency) as (origins, arrivals):
            write(folder / "inventory", origins)
            wall = _crawl(folder, options.delay, options.workers)
    outcome = Outcome(wall=wall, arrivals=arrivals, delay=options.delay)
    print(outcome.table())
    return 0 if outcome.too_short == 0 and outcome.wall <= 1.05 * outcome.least else 1


def _crawl(folder: Path, delay: float, workers: int) -> float:
    command = [PROGRAM, "crawl", "--inventory", str(folder / "inventory")]
    command += [
        "--out",
        str(folder),
        "--delay",
        str(delay),
        "--confirm-after",
        "0",
        "--quiet",
        "--workers",
        str(workers),
    ]
    started = time.monotonic()
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


@contextmanager
def _serving(hosts: int, pages: int, latency: float) -> Iterator[tuple[list[str], list[list[float]]]]:
    """The origins, and the arrivals per host: filled at the end."""
    arrivals: list[list[float]] = []
    command = [sys.executable, "-m", "benchmarks.politeness.server", str(hosts), str(pages), str(latency)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield [f"http://127.0.0.1:{port}" for port in server.stdout.readline().split()], arrivals
        server.stdin.close()
        arrivals += json.loads(server.stdout.readline())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.politeness", description=__doc__)
    parser.add_argument("--hosts", type=int, default=40)
    parser.add_argument("--pages", type=int, default=300, help="of the largest host; each next one has one less")
    parser.add_argument("--delay", type=float, default=0.2, metavar="SECONDS")
    parser.add_argument("--latency", type=float, default=0.0, metavar="SECONDS", help="before a server answers")
    parser.add_argument("--workers", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
