"""How fast `meldroute check` judges a large snapshot, and how much memory that takes.

    python -m benchmarks.judging [--pages 100000] [--routes 60] [--keep FOLDER]

Writes two snapshots of a pretend web, one of a tenth of the pages and one of all of them (`large_web` says what they
look like), and runs the program on each as a user would. Measured is the whole command: start-up, reading the snapshot,
judging, writing report.json. Wall time, processor time and peak memory are those of that process. On a machine that is
busy with other work the processor time is the fairer figure. The time per 1,000 pages is told for both sizes: it stays
the same when the work is linear. With `--keep` the snapshots stay, and are used again next time.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.large_snapshot import write
from benchmarks.measured import PROGRAM, measure


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        for size in (options.pages // 10, options.pages):
            folder = (options.keep or Path(scratch)) / f"{size}-pages-{options.routes}-routes"
            if not folder.exists():
                write(folder, size, options.routes)
            print(check(folder, size), flush=True)
    return 0


def check(folder: Path, pages: int) -> str:
    """Runs `meldroute check` on the snapshot in a folder, and tells what that cost."""
    cost = measure((PROGRAM, "check", "--out", str(folder), "--fail-on", "never", "--quiet"))
    return f"{pages:>9,} pages: {cost} ({1000 * cost.processor / pages:.2f} s of the processor per 1,000 pages)"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judging", description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--routes", type=int, default=60)
    parser.add_argument("--keep", type=Path, help="leave the snapshots in this folder, and use those that are there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
