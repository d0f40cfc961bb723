"""What the second month costs.

    python -m benchmarks.second_month [--pages 10000] [--changed 0.02] [--padding 48000]

A generated site (`benchmarks/requests/site.py`) with an ETag on every page is served on loopback. `meldroute run` looks
at it, then a share of its pages gets another text, and it runs again into the same directory; beside it, into a fresh
one. Told are requests and bytes on the wire in each month, as the server counts them, and whether the findings and
routes of the second month are the same whether or not there was a first one.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measured import PROGRAM
from benchmarks.requests import site
from benchmarks.requests.clients import declare
from benchmarks.requests.server import Served, serving

_LISTED = 12  # routes that the inventory knows by their addresses
_OF_A_RUN = ("state", "first_seen", "since", "returned", "resolved_on", "through_rules")


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What one run cost."""

    requests: int
    unchanged: int
    sent: int
    received: int

    def __str__(self) -> str:
        return f"{self.requests:>8,} {self.unchanged:>12,} {self.sent / 1e6:>10.2f} {self.received / 1e6:>10.2f}"


def main() -> int:
    options = _options()
    web = site.make(1, options.pages)
    editions: dict[str, int] = {}

    def body(path: str, origin: str) -> bytes | None:
        if path == "/sitemap.xml":
            return web.sitemap(origin)
        if path not in web.pages:
            return None
        return web.html(path, options.padding, editions.get(path, 0)).encode()

    with tempfile.TemporaryDirectory(prefix="second-month-") as scratch, serving(body) as served:
        folder = Path(scratch)
        inventory = _declare(folder / "inventory", served.origin, web)
        first = _run(inventory, folder / "out", served, web)
        ordinary = sorted(set(web.pages) - web.routes)
        for path in random.Random(1).sample(ordinary, round(options.changed * len(web.pages))):
            editions[path] = 1
        second = _run(inventory, folder / "out", served, web)
        fresh = _run(inventory, folder / "fresh", served, web)
        same = _told(folder / "out") == _told(folder / "fresh")
    print(f"{'run':26}{'requests':>8} {'unchanged':>12} {'MB sent':>10} {'MB asked':>10}")
    for name, month in (("first month", first), ("second month", second), ("second month, fresh", fresh)):
        print(f"{name:26}{month}")
    share, sent = (second.sent + second.received) / (first.sent + first.received), second.sent / first.sent
    print(f"\nbytes of the second month: {share:.1%} of the first (of those that the site sends: {sent:.1%})")
    print(f"findings and routes as without a first month: {'the same' if same else 'NOT the same'}")
    return 0 if same else 1


def _declare(folder: Path, origin: str, web: site.Web) -> Path:
    """The inventory of the site, with some routes by their addresses."""
    declare(folder, origin, web)
    for number, home in enumerate(web.homes):
        own = sorted(path for path in web.routes if path.startswith(home + "/"))[: _LISTED // 4]
        text = "".join(
            f"\n  - id: route-{n}\n    kinds: [complaint]\n    url: {{nl: '{origin}{path}'}}\n"
            f"    channels: {{email: [klacht@voorland.nl]}}"
            for n, path in enumerate(own)
        )
        with (folder / "ministries" / f"m{number}.yaml").open("a", encoding="utf-8") as file:
            file.write(f"routes:{text}\n" if own else "")
    return folder


def _run(inventory: Path, out: Path, served: Served, web: site.Web) -> Month:
    before = len(served.asked), served.known, served.sent, served.received
    command = [PROGRAM, "run", "--inventory", str(inventory), "--out", str(out), "--quiet", "--fail-on", "never"]
    command += ["--delay", "0", "--confirm-after", "0", "--max-pages", str(2 * len(web.pages))]
    subprocess.run(command, check=True)
    return Month(
        requests=len(served.asked) - before[0],
        unchanged=served.known - before[1],
        sent=served.sent - before[2],
        received=served.received - before[3],
    )


def _told(out: Path) -> Any:
    """What a report says of the sites: its findings and routes, without what tells of earlier runs."""
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    for finding in report["findings"]:
        for name in _OF_A_RUN:
            finding.pop(name, None)
        for name in ("fetched", "record"):
            finding["evidence"].pop(name, None)
    for organisation in report["organisations"]:
        for route in organisation["routes"]:
            route.pop("last_known", None)
    return report["findings"], report["organisations"], report["run"]["outcomes"], report["run"]["origins"]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.second_month", description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--changed", type=float, default=0.02, help="the share of the pages that gets another text")
    parser.add_argument("--padding", type=int, default=48_000, help="characters of text on a page, at least")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
