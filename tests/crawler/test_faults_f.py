"""State and operation: killed, stopped, damaged, twice at once, without a network (catalogue F, A18)."""

import hashlib
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from crawler.settings import IN_FLIGHT
from tests.crawler.fault_server import Site, answer, page, silence
from tests.crawler.faulty_webs import (
    ROUTE,
    Row,
    assert_sound,
    declare,
    fails,
    holds,
    run_program,
    site_of,
    start,
)

_PAGES = {f"/p{n}": page(f"Pagina {n}", f"/p{n + 1}", f"/p{n + 2}", f"/weg{n}") for n in range(60)}
_ROWS = {
    "fine": holds(web={**_PAGES, "/": page("Begin", "/p0", f"{ROUTE} Klacht indienen")}),
    "gone": fails("page-broken", answer(404)),
    "down": fails("unreachable", answer(503)),
}


@contextmanager
def web(folder: Path, rows: dict[str, Row] | None = None) -> Iterator[dict[str, Site]]:
    with ExitStack() as stack:
        portal = stack.enter_context(Site())
        sites = {name: stack.enter_context(site_of(row)) for name, row in (rows or _ROWS).items()}
        declare(folder, portal, rows or _ROWS, sites)
        yield sites


def wait_until_asked(site: Site, count: int) -> None:
    deadline = time.monotonic() + 30
    while len(site.asked) < count and time.monotonic() < deadline:
        time.sleep(0.001)


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    _, err = process.communicate(timeout=60)
    return process.returncode, err


def timeless(report: dict[str, Any]) -> dict[str, Any]:
    """A report without what differs between any two runs."""
    run = {key: value for key, value in report["run"].items() if key not in ("id", "started", "finished", "requests")}
    findings = [one | {"evidence": one["evidence"] | {"fetched": None}} for one in report["findings"]]
    return report | {"run": run, "findings": findings}


def test_a_killed_run_goes_on_to_the_same_report(tmp_path: Path) -> None:
    with web(tmp_path) as sites:
        undisturbed = run_program(tmp_path, sites)
        whole = undisturbed.report
        (tmp_path / "out").rename(tmp_path / "undisturbed")
        once = len(sites["fine"].asked)
        sites["fine"].asked.clear()

        broken = start(tmp_path)
        wait_until_asked(sites["fine"], 25)
        broken.kill()
        broken.communicate()
        assert not (tmp_path / "out" / "report.json").exists()
        resumed = run_program(tmp_path, sites, "--resume")

    assert timeless(resumed.report) == timeless(whole)
    assert resumed.code == undisturbed.code == 1
    assert len(sites["fine"].asked) - once <= IN_FLIGHT


def test_a_stopped_run_is_not_judged_and_goes_on(tmp_path: Path) -> None:
    with web(tmp_path) as sites:
        running = start(tmp_path, delay="0.02")
        wait_until_asked(sites["fine"], 20)
        running.send_signal(signal.SIGINT)
        code, err = ended(running)

        assert (code, "--resume" in err, "Traceback" in err) == (3, True, False)
        assert not (tmp_path / "out" / "report.json").exists()
        resumed = run_program(tmp_path, sites, "--resume")

    assert_sound(resumed)
    assert [resumed.verdict(name) for name in _ROWS] == ["ok", "broken", "unverified"]


def test_a_second_ctrl_c_ends_a_run_that_waits(tmp_path: Path) -> None:
    with web(tmp_path, {"slow": holds(silence)}) as sites:
        running = start(tmp_path, seconds=20)
        wait_until_asked(sites["slow"], 6)
        running.send_signal(signal.SIGINT)
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        began = time.monotonic()
        code, err = ended(running)

    assert time.monotonic() - began < 10
    assert (code, "Traceback" in err) == (3, False)


def test_a_second_run_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    with web(tmp_path, {"slow": holds()}) as sites:
        running = start(tmp_path, delay="0.3")
        wait_until_asked(sites["slow"], 2)
        code, err = ended(start(tmp_path))
        first, _ = ended(running)

    assert (code, first) == (2, 0)
    assert f"process {running.pid}" in err


def test_a_damaged_journal_is_recognised(tmp_path: Path) -> None:
    rows = {"fine": holds(web={**_PAGES, "/": page("Begin", "/p0", f"{ROUTE} Klacht indienen")})}
    with web(tmp_path, rows) as sites:
        broken = start(tmp_path, delay="0.005")
        wait_until_asked(sites["fine"], 40)
        broken.kill()
        broken.communicate()
        journal = tmp_path / "out" / "crawl" / "journal.sqlite"
        content = journal.read_bytes()
        for side in ("-wal", "-shm"):
            journal.with_name(journal.name + side).unlink(missing_ok=True)
        journal.write_bytes(content[: len(content) // 2])
        resumed = run_program(tmp_path, sites, "--resume", "--fail-on", "never")

    assert resumed.code == 0
    assert "Traceback" not in resumed.err
    assert resumed.verdict("fine") == "ok"
    assert_sound(resumed)


def test_without_any_answer_the_earlier_report_stays(tmp_path: Path) -> None:
    with web(tmp_path) as sites:
        first = run_program(tmp_path, sites)
        before = (first.folder / "report.json").read_bytes()
    second = run_program(tmp_path, sites)

    assert (first.code, second.code) == (1, 3)
    assert (first.folder / "report.json").read_bytes() == before


def test_without_any_name_nothing_is_measured(tmp_path: Path) -> None:
    with web(tmp_path) as sites:
        for file in (tmp_path / "inventory").rglob("*.yaml"):
            file.write_text(file.read_text().replace("127.0.0.1", "klachten.voorbeeld.example"))
        run = run_program(tmp_path, sites)

    assert run.code == 3
    assert not (run.folder / "report.json").exists()
    assert not any(site.connections for site in sites.values())


def test_a_disk_that_fills_up_is_a_fault_of_our_own_and_the_earlier_report_stays(tmp_path: Path) -> None:
    text = "<p>" + " ".join(hashlib.sha256(str(n).encode()).hexdigest() for n in range(300))
    pages = {f"/p{n}": page(f"P {n}", f"/p{n + 1}", body=f"{text}{n}") for n in range(99)}
    rows = {"fine": holds(web={**pages, "/": page("B", "/p0", ROUTE)})}
    with web(tmp_path, rows) as sites:
        first = run_program(tmp_path, sites)
        before = (first.folder / "report.json").read_bytes()
        limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))"
        second = run_program(tmp_path, sites, setup=limit)

    assert second.code == 70
    assert "Traceback" not in second.err
    assert (first.folder / "report.json").read_bytes() == before
