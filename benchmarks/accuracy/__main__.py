# ruff: noqa: E501 -- sentences stay on one line
"""`python -m benchmarks.accuracy --seeds 1 2 3`: generated webs, the real program over HTTP, precision and recall."""

import argparse
import json
import pkgutil
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.measured import PROGRAM
from expectations import checks

from . import inventory
from .generate import generate
from .judge import Score, judge, table
from .model import World
from .server import Web


class ProgramError(RuntimeError):
    """The program crashed or left no report."""


def main() -> int:
    options = _options()
    codes = set(options.codes) if options.codes else implemented()
    total, failed = Score(), 0
    for seed in options.seeds:
        world = generate(seed, datetime.now(UTC).date(), codes, options.rounds)
        started = time.monotonic()
        try:
            report = visit(world, options.keep, options.program)
        except ProgramError as error:
            failed += 1
            print(f"seed {seed}: THE PROGRAM FAILED\n{error}", file=sys.stderr, flush=True)
            continue
        score = judge(world, report, codes)
        total.add(score)
        labels = sum(score.right.values()) + sum(score.missed.values())
        print(
            f"seed {seed}: {len(world.docs)} documents, {report['run']['requests']} requests, {time.monotonic() - started:.1f} s, "
            f"{labels} faults, {sum(score.missed.values())} missed, {sum(score.false.values())} false",
            flush=True,
        )
    print("\n" + "\n".join(sorted(total.lines)) + "\n\n" + table(total))
    return 1 if failed else 0


def implemented() -> set[str]:
    """The codes that the program has a check for so far."""
    return {module.name.replace("_", "-") for module in pkgutil.iter_modules(checks.__path__)}


def visit(world: World, keep: Path | None, program: str = PROGRAM) -> dict[str, Any]:
    """Serves the world, has the program visit it, and reads the report."""
    with tempfile.TemporaryDirectory() as scratch, Web(world) as web:
        folder = (keep or Path(scratch)) / f"seed-{world.seed}"
        if folder.exists():
            shutil.rmtree(folder)  # left by an earlier run
        folder.mkdir(parents=True)
        inventory.write(world, folder / "inventory")
        command = [program, "run", "--inventory", str(folder / "inventory"), "--out", str(folder / "out")]
        command += ["--delay", "0", "--confirm-after", "0", "--quiet", "--fail-on", "never"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
        (folder / "requests.txt").write_text(_busiest(web), encoding="utf-8")
        path = folder / "out" / "report.json"
        if done.returncode != 0 or not path.exists():
            log = folder / "out" / "crawl" / "error.log"
            details = log.read_text(encoding="utf-8")[-6000:] if log.exists() else ""
            raise ProgramError(f"exit code {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-6000:]}\n{details}")
        report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return report


def _busiest(web: Web) -> str:
    counts = Counter(web.log)
    return "\n".join(
        f"{n} {site} {path} {status}" for (site, path, status), n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument(
        "--codes", nargs="*", help="judge and inject only these codes (default: those the program has a check for)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each fault is put in, where there is room")
    parser.add_argument("--program", default=PROGRAM, help="the program to run")
    parser.add_argument("--keep", type=Path, help="keep inventory, report and snapshot of each seed under this folder")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
