"""How fast `meldroute report` writes all formats for many organisations, and how much memory that takes.

    python -m benchmarks.reporting [--organisations 1000] [--findings 10] [--keep FOLDER]

Writes two generated report.json files, one of a tenth of the organisations and one of all of them, and runs the
program on each as a user would. Measured is the whole command: start-up, reading report.json, writing every format. On
a machine that is busy with other work the processor time is the fairer figure.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.large_report import large_report
from benchmarks.measured import PROGRAM, measure
from reports import json_report


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        for count in (options.organisations // 10, options.organisations):
            folder = (options.keep or Path(scratch)) / f"{count}-organisations"
            folder.mkdir(parents=True, exist_ok=True)
            json_report.write(large_report(count, options.findings), folder / "report.json")
            cost = measure((PROGRAM, "report", "--out", str(folder), "--fail-on", "never", "--quiet"))
            index = (folder / "report" / "index.html").stat().st_size / 1e6
            print(f"{count:>6,} organisations: {cost}; index.html has {index:.1f} MB", flush=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reporting", description=__doc__.partition("\n")[0])
    parser.add_argument("--organisations", type=int, default=1_000)
    parser.add_argument("--findings", type=int, default=10, help="for each organisation")
    parser.add_argument("--keep", type=Path, help="leave the reports in this folder")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
