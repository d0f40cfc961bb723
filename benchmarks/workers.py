"""`python -m benchmarks.workers`: one web of many hosts, crawled by one process and by several, in turns.

Without a pause, so that processor time is all that counts. The reports must be the same but for the
run's name, its moments and its number of requests.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.crawling import inventories
from benchmarks.crawling.__main__ import serving
from benchmarks.measured import PROGRAM

_SAMPLE = 0.1  # seconds
_TICKS = 100  # of a second in /proc
_OF_THE_RUN = re.compile(  # its name, its moments, and the requests that depend on the order in which answers come
    r'"\d{8}T\d{6}Z-[0-9a-f]{4}"|"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"|(?<="requests": )\d+'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One crawl: wall time of the whole process, processor time of it and of each worker, and what was reported."""

    seconds: float
    main: float
    workers: tuple[float, ...]
    report: str

    @property
    def cpu(self) -> float:
        return self.main + sum(self.workers)


def main() -> int:
    options = _options()
    runs: dict[int, list[Run]] = {1: [], options.workers: []}
    with tempfile.TemporaryDirectory(prefix="workers-") as scratch:
        folder = Path(scratch)
        subprocess.run([sys.executable, "-m", "benchmarks.crawling.site", str(folder), str(options.pages)], check=True)
        with serving(folder, options.hosts) as origins:
            inventories.write(folder / "inventory", origins)
            for number in range(options.runs):
                for count, done in runs.items():
                    done.append(_run(folder / "inventory", folder / f"{count}-{number}", count))
                    print(f"--workers {count}: {done[-1].seconds:.2f} s", flush=True)
    same = len({run.report for done in runs.values() for run in done}) == 1
    print("\n" + table(runs, options.hosts * options.pages))
    print(f"the same report: {'yes' if same else 'NO'}")
    return 0 if same else 1


def table(runs: dict[int, list[Run]], pages: int) -> str:
    """The medians, with the ratio to one process, and how the processor time was spread in the last run."""
    lines = [f"{'workers':>7} {'wall s (min-max)':>22} {'pages/s':>8} {'ratio':>6} {'CPU s':>7}  CPU s per process"]
    for count, done in runs.items():
        walls = sorted(run.seconds for run in done)
        spread = f"{median(walls):.2f} ({walls[0]:.2f}-{walls[-1]:.2f})"
        ratio = median(run.seconds for run in runs[1]) / median(walls)
        shares = " + ".join(f"{part:.1f}" for part in (done[-1].main, *done[-1].workers))
        cpu = median(run.cpu for run in done)
        lines.append(f"{count:7} {spread:>22} {pages / median(walls):8.0f} {ratio:6.2f} {cpu:7.1f}  {shares}")
    return "\n".join(lines)


def _run(inventory: Path, out: Path, workers: int) -> Run:
    options = ["--inventory", str(inventory), "--delay", "0", "--confirm-after", "0", "--workers", str(workers)]
    started = time.monotonic()
    with subprocess.Popen([PROGRAM, "crawl", "--out", str(out), "--quiet", *options]) as process:
        spent: dict[int, float] = {}
        while process.poll() is None:
            for pid in (process.pid, *_children(process.pid)):
                spent[pid] = _spent(pid, spent.get(pid, 0.0))
            time.sleep(_SAMPLE)
    seconds = time.monotonic() - started
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}")
    subprocess.run([PROGRAM, "check", "--out", str(out), "--quiet", "--fail-on", "never"], check=True)
    report = _OF_THE_RUN.sub('""', (out / "report.json").read_text(encoding="utf-8"))
    return Run(seconds=seconds, main=spent.pop(process.pid), workers=tuple(spent.values()), report=report)


def _children(pid: int) -> Iterator[int]:
    """The processes that a process started, where the system tells (Linux)."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, task.read_text().split())
        except OSError:
            continue


def _spent(pid: int, before: float) -> float:
    """The processor seconds that a process has used, as long as it is there."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return before
    return max(before, (int(fields[11]) + int(fields[12])) / _TICKS)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workers", description=__doc__)
    parser.add_argument("--hosts", type=int, default=16)
    parser.add_argument("--pages", type=int, default=250, help="of each host")
    parser.add_argument("--workers", type=int, default=2, help="processes, beside a run with one")
    parser.add_argument("--runs", type=int, default=3, help="of each, in turns")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
