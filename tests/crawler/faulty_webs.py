"""Webs with one fault each, and the real program run over all of them at once: say only what goes wrong where.

Every row is an organisation of its own on an origin of its own, so that no row can touch another. The program runs in
a process of its own, with shorter time-outs: only those are injected.
"""

import json
import os
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from cli import steps
from crawler import snapshot
from expectations.inventory import origins, read_sources
from expectations.model import Cause, Crawl, Outcome, Visit
from expectations.urls import origin
from tests.crawler.fault_server import Answerer, Site, answer, page

ROOT = Path(__file__).parents[2]
ROUTE = "/contact/klacht-indienen"
SECONDS = 3  # what a visit may take at most
MEMORY = 512 * 1024  # kilobytes
MOST = 4  # requests for one address: a visit, two retries, a confirmation
_CHILD = """
import sys
from crawler import certificates, names, settings
settings.DOWNLOAD_TIMEOUT = float(sys.argv.pop(1))
certificates._SECONDS = 1.0
names._SECONDS = (1,)
import meldroute
try:
    meldroute.main()
finally:  # what the kernel tells of children would count this process and all that it ever started
    import os, re
    with open(os.environ["PEAK"], "w") as file, open("/proc/self/status") as status:
        file.write(re.search(r"VmHWM:\\s+(\\d+) kB", status.read())[1])
"""
_TEXT = (
    "<p>Bent u niet tevreden over ons? Dan kunt u een klacht indienen. Stuur uw klacht per e-mail naar"
    " <a href='mailto:klachten@voorbeeld.nl'>klachten@voorbeeld.nl</a>. U krijgt binnen zes weken antwoord.</p>"
    "<p>Wij bevestigen de ontvangst van uw klacht. Daarna nodigen wij u uit om uw klacht toe te lichten.</p>"
)

Content = bytes | Answerer
Web = Mapping[str, Content] | Callable[[Site], Mapping[str, Content]]


def route_html(extra: str = "", *links: str) -> str:
    """A page that answers the expected route."""
    anchors = "".join(f'<p><a href="{href}">lees verder</a></p>' for href in links)
    return (
        "<!doctype html><html lang=nl><head><meta charset=utf-8><title>Een klacht indienen</title></head><body><main>"
        f"<h1>Een klacht indienen</h1>{_TEXT}{extra}{anchors}</main></body></html>"
    )


def route_page(extra: str = "", *links: str, **headers: Any) -> bytes:
    return answer(body=route_html(extra, *links), **headers)


def raw(content: bytes, *, then: Answerer | None = None) -> Answerer:
    """Sends just these bytes, and closes; or goes on with `then`."""

    def send(connection: Any, path: str) -> bytes | None:
        connection.sendall(content)
        return then(connection, path) if then else b""

    return send


@dataclass(frozen=True, kw_only=True)
class Row:
    """One fault. `web`: what its origin answers besides a home page; `route` what the route page's address answers.

    `verdict` and `code` are what must be said of the route, `found` a part of what the finding names. `url` is the
    route's address where it is not the usual one. `given` goes into the organisation's file. `most` is how often the
    route's address may be asked for.
    """

    verdict: str = "ok"
    code: str = ""
    found: str = ""
    route: Content | None = None
    web: Web = field(default_factory=dict)
    url: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    most: int = 4


def fails(code: str, route: Content | None = None, found: str = "", **given: Any) -> Row:
    """The route's verdict follows from the code."""
    verdict = "unverified" if code in _UNVERIFIED else "inconsistent" if code == "page-moved" else "broken"
    return Row(**({"verdict": verdict, "code": code, "found": found, "route": route} | given))


def holds(route: Content | None = None, **given: Any) -> Row:
    """The route is in order in spite of it."""
    return Row(route=route, **given)


_UNVERIFIED = frozenset({"unreachable", "blocked", "robots-disallowed", "crawl-incomplete", "script-required"})


@dataclass
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str
    seconds: float
    folder: Path
    sites: Mapping[str, Site] = field(default_factory=dict)

    @cached_property
    def report(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.folder / "report.json").read_text(encoding="utf-8"))
        return loaded

    @cached_property
    def crawl(self) -> Crawl:
        return snapshot.read(self.folder)[0]

    def organisation(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = next(one for one in self.report["organisations"] if one["id"] == name)
        return found

    def verdict(self, name: str) -> str:
        """The verdict of the row's route."""
        return str(self.organisation(name)["routes"][0]["verdict"])

    def findings(self, name: str) -> dict[str, dict[str, Any]]:
        return {one["code"]: one for one in self.report["findings"] if one["organisation"] == name}

    def origin(self, name: str) -> dict[str, Any]:
        """What the report says of the row's origin."""
        found: dict[str, Any] = self.report["run"]["origins"][self.sites[name].origin]
        return found

    def visit(self, name: str, path: str = ROUTE) -> Visit:
        return self.crawl.visits[self.sites[name].url(path)]


def meldroute(
    *arguments: str, seconds: float = SECONDS, setup: str = "", peak: Path = Path(os.devnull)
) -> "subprocess.Popen[str]":
    """The real program, with another time-out, after a line of Python; it writes its peak memory in kB to `peak`."""
    command = [sys.executable, "-W", "error", "-c", f"{setup}\n{_CHILD}", str(seconds), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PEAK": str(peak)}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=pipe, stderr=pipe)


def run_rows(
    rows: Mapping[str, Row], folder: Path, *options: str, delay: str = "0", wait: str = "0", seconds: float = SECONDS
) -> Ended:
    """One run of the program over all rows; row names are organisation ids."""
    with ExitStack() as stack:
        portal = stack.enter_context(Site())
        sites = {name: stack.enter_context(site_of(row)) for name, row in rows.items()}
        declare(folder, portal, rows, sites)
        return run_program(folder, sites, *options, delay=delay, wait=wait, seconds=seconds)


def start(
    folder: Path, *options: str, delay: str = "0", wait: str = "0", seconds: float = SECONDS, setup: str = ""
) -> "subprocess.Popen[str]":
    """A run that is not waited for."""
    usual = ("--delay", delay, "--confirm-after", wait, "--quiet")
    source = ("--inventory", str(folder / "inventory"), "--out", str(folder / "out"))
    return meldroute("run", *source, *usual, *options, seconds=seconds, setup=setup, peak=folder / "peak")


def declare(folder: Path, portal: Site, rows: Mapping[str, Row], sites: Mapping[str, Site]) -> None:
    """The inventory of a portal that links to all sites."""
    portal.answers["/"] = page("Portaal", *(site.url("/") for site in sites.values()))
    write_inventory(folder / "inventory", portal, {name: (rows[name], site) for name, site in sites.items()})


def run_program(
    folder: Path,
    sites: Mapping[str, Site],
    *options: str,
    delay: str = "0",
    wait: str = "0",
    seconds: float = SECONDS,
    setup: str = "",
) -> Ended:
    """A run on the inventory in `folder`/inventory."""
    began = time.monotonic()
    process = start(folder, *options, delay=delay, wait=wait, seconds=seconds, setup=setup)
    out, err = process.communicate(timeout=120)
    return Ended(process.returncode, out, err, time.monotonic() - began, folder / "out", sites)


def write_inventory(folder: Path, portal: Site, rows: Mapping[str, tuple[Row, Site]]) -> None:
    (folder / "agencies").mkdir(parents=True, exist_ok=True)
    head = {"id": "portaal", "name": {"nl": "Portaal"}, "home": {"nl": portal.url("/")}}
    (folder / "portal.yaml").write_text(json.dumps(head), encoding="utf-8")
    for name, (row, site) in rows.items():
        told = {
            "id": name,
            "name": {"nl": f"Dienst {name}"},
            "home": {"nl": site.url("/")},
            "routes": [
                {
                    "id": "klacht",
                    "kinds": ["complaint"],
                    "title": {"nl": "Een klacht indienen"},
                    "url": {"nl": row.url or site.url(ROUTE)},
                }
            ],
        }
        (folder / "agencies" / f"{name}.yaml").write_text(json.dumps(told | dict(row.given)), encoding="utf-8")


def timeless(report: dict[str, Any]) -> dict[str, Any]:
    """A report without what differs between any two runs."""
    run = {key: value for key, value in report["run"].items() if key not in ("id", "started", "finished", "requests")}
    findings = [one | {"evidence": one["evidence"] | {"fetched": None, "record": None}} for one in report["findings"]]
    trend = [{key: one[key] for key in one if key not in ("run", "day")} for one in report["trend"]]
    return report | {"run": run, "findings": findings, "trend": trend}


def assert_sound(ended: Ended) -> None:
    """What holds for every run, whatever the web does: the invariants of the catalogue."""
    assert ended.code in (0, 1), ended.err
    assert "Traceback" not in ended.err
    assert ended.out == ""
    assert int((ended.folder.parent / "peak").read_text()) < MEMORY
    for site in ended.sites.values():
        assert max(Counter(path for _, path in site.asked).values(), default=0) <= MOST
    _assert_nothing_vanished(ended)
    _assert_only_own_origins_were_asked(ended)
    _assert_files_are_whole(ended.folder)
    _assert_judged_the_same_again(ended.folder)


def _assert_nothing_vanished(ended: Ended) -> None:
    """Every address has one outcome, and what was left is told."""
    run, visits = ended.report["run"], ended.crawl.visits
    assert run["links"] == sum(run["outcomes"].values()) == len(visits)
    assert run["outcomes"] == {one.value: sum(v.outcome is one for v in visits.values()) for one in Outcome}
    assert run["pages"] == sum(one["pages"] for one in run["origins"].values())
    for name, told in run["origins"].items():
        left = {v.cause for v in visits.values() if origin(v.address) == name and v.location is None}
        assert told["complete"] is (told["stopped"] is None)
        assert not (told["complete"] and left & {Cause.BUDGET, Cause.INTERRUPTED, Cause.TRAP})


def _assert_only_own_origins_were_asked(ended: Ended) -> None:
    """On loopback, whoever is not in the inventory is internal."""
    sources = snapshot.read(ended.folder)[1]
    own = {one for owned in origins(read_sources(sources)).values() for one in owned}
    asked = {origin(visit.address) for visit in ended.crawl.visits.values() if visit.status is not None}
    assert asked <= own


def _assert_files_are_whole(folder: Path) -> None:
    for file in (file for file in folder.rglob("*") if file.is_file() and "crawl" not in file.parts):
        assert not file.name.endswith((".new", ".tmp")), file
        if file.suffix in (".json", ".sarif"):
            json.loads(file.read_text(encoding="utf-8"))
        elif file.suffix in (".xml", ".atom"):
            ElementTree.parse(file)
        elif file.suffix == ".xlsx":
            assert zipfile.ZipFile(file).testzip() is None
        elif file.suffix == ".html":
            assert file.read_text(encoding="utf-8").rstrip().endswith("</html>"), file


def _assert_judged_the_same_again(folder: Path) -> None:
    """The same snapshot gives the same report, byte for byte."""
    before = (folder / "report.json").read_bytes()
    steps.judge(folder, None, steps.earlier(folder))
    assert (folder / "report.json").read_bytes() == before


def assert_row(ended: Ended, name: str, row: Row) -> None:
    """What must be said of a row is said, and nothing else about its route."""
    findings = ended.findings(name)
    about = {code for code, one in findings.items() if one["route"] and one["severity"] != "notice"}
    told = {code: one["found"] for code, one in findings.items()}
    assert (ended.verdict(name), about | ({row.code} & set(findings))) == (row.verdict, {row.code} - {""}), told
    if row.code:
        assert row.found in (findings[row.code]["found"] or "")
    if not row.url:
        assert ended.sites[name].times(ROUTE) <= row.most


def site_of(row: Row) -> Site:
    site = Site()
    site.answers["/"] = page("Dienst", f"{row.url or ROUTE} Klacht indienen")
    site.answers[ROUTE] = row.route if row.route is not None else route_page()
    site.answers.update(row.web(site) if callable(row.web) else row.web)
    return site
