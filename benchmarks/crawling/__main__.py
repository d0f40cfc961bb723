"""`python -m benchmarks.crawling --pages 2000`: the same site, whole, by each program in turns; medians and ratios."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.crawling import site
from benchmarks.crawling.clients import installed
from benchmarks.crawling.peers import TOLD
from benchmarks.measured import Cost, measure


def main() -> int:
    options = _options()
    clients, absent = installed({"LinkChecker": options.linkchecker, "linkinator": options.linkinator})
    clients = [client for client in clients if not options.only or client.name in options.only]
    runs: dict[str, list[Cost]] = {client.name: [] for client in clients}
    right = True
    with tempfile.TemporaryDirectory(prefix="crawling-") as scratch:
        folder = Path(scratch)
        subprocess.run([sys.executable, "-m", "benchmarks.crawling.site", str(folder), str(options.pages)], check=True)
        truth = site.read(folder)
        with serving(folder) as (origin,):
            for number in range(options.runs):
                for client in clients:
                    out = folder / f"{client.name}-{number}".replace(" ", "-")
                    out.mkdir()
                    run = _run(client.command(origin, options.pages, out), out)
                    runs[client.name].append(run)
                    told = client.judged(origin, out, folder)
                    print(f"{client.name}: {run.seconds:.2f} s; {told}", flush=True)
                    right &= client.name != "meldroute" or told.endswith("all")
    print("\n" + table(runs, len(truth.pages)))
    print("".join(f"{name}: not installed\n" for name in absent), end="")
    return 0 if right else 1


@contextmanager
def serving(folder: Path, hosts: int = 1) -> Iterator[list[str]]:
    """The origins on which the site in a folder stands; its server ends with us."""
    command = [sys.executable, "-m", "benchmarks.crawling.server", str(folder), str(hosts)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield [f"http://127.0.0.1:{int(port)}" for port in server.stdout.readline().split()]
        server.stdin.close()
        server.wait(10)


def table(runs: dict[str, list[Cost]], pages: int) -> str:
    """The medians per client, and how many times as fast as the first it is by the clock and by processor time."""
    head = (
        f"{'client':14} {'wall s (min-max)':>22} {'pages/s':>8} {'times':>6} {'CPU s':>7} {'times':>6} {'peak MB':>8}"
    )
    lines = [head]
    first = next(iter(runs.values()))
    first_wall, first_cpu = median(run.seconds for run in first), median(run.processor for run in first)
    for name, own in runs.items():
        walls = sorted(run.seconds for run in own)
        wall, cpu = median(walls), median(run.processor for run in own)
        spread = f"{wall:.2f} ({walls[0]:.2f}-{walls[-1]:.2f})"
        peak = max(run.peak for run in own)
        by_clock = f"{pages / wall:8.0f} {first_wall / wall:6.1f}"
        lines.append(f"{name:14} {spread:>22} {by_clock} {cpu:7.1f} {first_cpu / cpu:6.1f} {peak:8.0f}")
    return "\n".join(lines)


def _run(command: list[str], out: Path) -> Cost:
    with (out / TOLD).open("wb") as said:
        # link checkers end with 1 when they found something
        return measure(command, folder=out, told=said, fine=(0, 1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crawling", description=__doc__)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--runs", type=int, default=3, help="of each program, in turns")
    parser.add_argument("--only", action="append", metavar="CLIENT", help="only this program; may be repeated")
    parser.add_argument("--linkchecker", metavar="PATH", help="where LinkChecker stands (default: on the search path)")
    parser.add_argument("--linkinator", metavar="PATH", help="where linkinator stands (default: on the search path)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
