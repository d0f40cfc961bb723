"""The main job, whole: the pretend web over HTTP, through the real program, to the files it leaves behind."""

import csv
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from demo.server import serve
from tests.browsing import browser, looking

PROGRAM = str(Path(sys.executable).with_name("meldroute"))
OF_THE_RUN = re.compile(  # its name, moments and records, and the requests, which depend on the order of the answers
    r'"\d{8}T\d{6}Z-[0-9a-f]{4}"|"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"|"urn:uuid:[^"]+"|(?<="requests": )\d+'
)
LABEL = ("code", "organisation", "route", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """One run on the pretend web: its folder, its exit code, its report, and the labels of what is wrong there;
    `together` is the folder of a second run, with several processes."""

    out: Path
    together: Path
    inventory: Path
    code: int
    report: dict[str, Any]
    labels: Counter[tuple[str | None, ...]]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    out = tmp_path_factory.mktemp("out")
    with serve(tmp_path_factory.mktemp("web")) as web:
        options = ("--inventory", str(web.inventory), "--delay", "0", "--confirm-after", "0", "--quiet")
        done = meldroute("run", "--out", str(out), *options)
        together = tmp_path_factory.mktemp("together")
        meldroute("run", "--out", str(together), "--workers", "2", *options)
        labels = Counter(tuple(getattr(expected, name) for name in LABEL) for expected in web.expected)
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return Ran(out=out, together=together, inventory=web.inventory, code=done.returncode, report=report, labels=labels)


def meldroute(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=300, check=False)


def test_every_injected_fault_is_found_and_nothing_else(ran: Ran) -> None:
    said = Counter(tuple(finding[name] for name in LABEL) for finding in ran.report["findings"])

    assert said == ran.labels


def test_errors_end_with_1(ran: Ran) -> None:
    assert ran.code == 1


def test_every_address_counts_exactly_once(ran: Ran) -> None:
    run = ran.report["run"]

    assert run["links"] == sum(run["outcomes"].values())
    assert run["pages"] >= 1_500
    assert run["pages"] == sum(origin["pages"] for origin in run["origins"].values())


def test_the_same_snapshot_gives_the_same_report_byte_for_byte(ran: Ran, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(ran.out, again)

    for _ in range(2):
        assert meldroute("check", "--out", str(again), "--quiet").returncode == 1
        for name in ("report.json", "findings.csv", "junit.xml", "report/index.html"):
            assert (again / name).read_bytes() == (ran.out / name).read_bytes(), name


def test_several_processes_give_the_same_report_byte_for_byte(ran: Ran) -> None:
    alone, together = (
        OF_THE_RUN.sub('""', (out / "report.json").read_text("utf-8")).splitlines() for out in (ran.out, ran.together)
    )

    assert list(unified_diff(alone, together, n=3)) == []


def test_the_archive_alone_gives_the_same_report_byte_for_byte(ran: Ran, tmp_path: Path) -> None:
    archive = str(ran.out / ran.report["run"]["archive"])

    done = meldroute("run", "--offline", archive, "--inventory", str(ran.inventory), "--out", str(tmp_path), "--quiet")

    assert done.returncode == 1, done.stderr
    for name in ("report.json", "findings.csv", "report/index.html"):
        assert (tmp_path / name).read_bytes() == (ran.out / name).read_bytes(), name


def test_every_finding_about_an_address_names_a_record_in_the_archive(ran: Ran) -> None:
    with zipfile.ZipFile(ran.out / ran.report["run"]["archive"]) as package:
        lines = package.read("indexes/index.cdxj").decode().splitlines()
    told = {record["record"]: record for record in (json.loads(line.split(" ", 2)[2]) for line in lines)}

    for finding in ran.report["findings"]:
        record = finding["evidence"]["record"]
        assert record in told or (record is None and finding["page"] is None), finding["code"]
        if finding["code"] == "link-broken":
            assert told[record]["url"] == finding["target"]


def test_every_route_and_organisation_has_a_verdict_that_its_findings_explain(ran: Ran) -> None:
    troubled = {finding["organisation"] for finding in ran.report["findings"] if finding["severity"] != "notice"}

    for organisation in ran.report["organisations"]:
        verdicts = {route["verdict"] for route in organisation["routes"]}
        assert organisation["id"] in troubled or verdicts <= {"ok", "unverified"}


def test_the_other_formats_tell_the_same_findings(ran: Ran) -> None:
    ids = {finding["id"] for finding in ran.report["findings"]}
    with (ran.out / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"] for row in csv.DictReader(file)}
    suites = ET.parse(ran.out / "junit.xml").getroot()
    html = "".join(page.read_text(encoding="utf-8") for page in sorted((ran.out / "report").glob("*.html")))

    assert rows == ids
    assert int(suites.attrib["failures"]) > 0
    assert all(f'id="{name}"' in html for name in ids)


@pytest.mark.browser
def test_the_report_keeps_wcag_fits_a_phone_and_asks_for_nothing(ran: Ran) -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in sorted((ran.out / "report").glob("*.html"))}
    with browser() as chrome, looking(chrome, pages, "narrow") as looker:
        for name in pages:
            page = looker.open(name)
            looker.unfold()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        for name in ("index.html", max(pages, key=lambda name: len(pages[name]) * (name != "index.html"))):
            looker.open(name)
            assert looker.violations() == [], name
        assert (looker.left, looker.complaints) == ([], [])
