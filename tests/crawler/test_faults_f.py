"""State and operation: killed, stopped, damaged, twice at once, without a network (catalogue F, A18)."""

import hashlib
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from crawler.settings import IN_FLIGHT
from tests.crawler.fault_server import Site, answer, page, silence
from tests.crawler.faulty_webs import (
    ROUTE,
    Row,
    assert_sound,
    declare,
    fails,
    holds,
    meldroute,
    route_page,
    run_program,
    site_of,
    start,
    timeless,
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
        running = start(tmp_path, delay="10")
        wait_until_asked(sites["slow"], 1)
        code, err = ended(start(tmp_path))
        running.kill()
        running.communicate()

    assert code == 2
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


@pytest.mark.parametrize("version", [0, 4, 99])
def test_a_journal_of_another_version_is_recognised(version: int, tmp_path: Path) -> None:
    rows = {"fine": holds()}
    with web(tmp_path, rows) as sites:
        first = run_program(tmp_path, sites)
        before = (first.folder / "report.json").read_bytes()
        with closing(sqlite3.connect(first.folder / "crawl" / "journal.sqlite")) as journal:
            journal.execute(f"PRAGMA user_version = {version}")
        checked = meldroute("check", "--out", str(first.folder))
        code, err = ended(checked)
        assert (code, "another version of meldroute" in err, "meldroute crawl" in err) == (2, True, True)
        assert (first.folder / "report.json").read_bytes() == before
        again = run_program(tmp_path, sites, "--resume", "--fail-on", "never")

    assert again.code == 0
    assert len(list((first.folder / "crawl").glob("*damaged*"))) == 1
    assert again.verdict("fine") == "ok"


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0" + b"x" * 5_000])
def test_a_damaged_snapshot_is_told_by_check(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / "out" / "crawl").mkdir(parents=True)
    (tmp_path / "out" / "crawl" / "journal.sqlite").write_bytes(damage)
    code, err = ended(meldroute("check", "--out", str(tmp_path / "out")))

    assert (code, "Traceback" in err, "meldroute crawl" in err) == (2, False, True)


def test_what_could_not_be_seen_this_time_is_not_called_resolved(tmp_path: Path) -> None:
    rows = {"gone": fails("page-broken", answer(404)), "link": holds(route_page("", "/weg"))}
    with web(tmp_path, rows) as sites:
        first = run_program(tmp_path, sites)
        assert {"page-broken", "link-broken"} <= {one["code"] for one in first.report["findings"]}
        for site in sites.values():
            site.answers[ROUTE] = answer(503)
        second = run_program(tmp_path, sites)
        assert second.report["resolved"] == []
        sites["gone"].answers[ROUTE] = route_page()
        third = run_program(tmp_path, sites)

    assert third.verdict("gone") == "ok"
    assert not [one for one in third.report["resolved"] if one["organisation"] == "link"]


def test_a_run_that_did_not_end_resolves_nothing(tmp_path: Path) -> None:
    with web(tmp_path) as sites:
        first = run_program(tmp_path, sites)
        before = (first.folder / "report.json").read_bytes()
        sites["gone"].answers[ROUTE] = route_page()
        sites["fine"].asked.clear()
        broken = start(tmp_path, delay="0.01")
        wait_until_asked(sites["fine"], 20)
        broken.kill()
        broken.communicate()
        assert (first.folder / "report.json").read_bytes() == before
        checked = ended(meldroute("check", "--out", str(first.folder)))
        resumed = run_program(tmp_path, sites, "--resume")

    assert (checked[0], "--resume" in checked[1]) == (2, True)
    assert [one["code"] for one in resumed.report["resolved"]] == ["page-broken"]


@pytest.mark.parametrize(("zone", "moment"), [("Pacific/Kiritimati", "2028-02-29T23:30:00"), ("America/Adak", "")])
def test_days_are_those_of_utc_whatever_the_clock_shows(zone: str, moment: str, tmp_path: Path) -> None:
    """A clock that is put back a day while the crawl goes on, a leap day, another time zone."""
    jumps = f"""
import os, time
os.environ["TZ"] = {zone!r}
time.tzset()
_began, _usual, _real = time.monotonic(), time.time, __import__("datetime").datetime
_offset = (_real.fromisoformat({moment!r} + "+00:00").timestamp() - _usual()) if {moment!r} else 0.0
time.time = lambda: _usual() + _offset - (86_400 if time.monotonic() - _began > 1.5 else 0)
from crawler import beginning, run
class Clock(_real):
    @classmethod
    def now(cls, tz=None):
        return _real.fromtimestamp(time.time(), tz)
beginning.datetime = run.datetime = Clock
"""
    with web(tmp_path, {"fine": holds(), "gone": fails("page-broken", answer(404))}) as sites:
        run = run_program(tmp_path, sites, setup=jumps, wait="0.3")

    assert_sound(run)
    assert [run.verdict(name) for name in ("fine", "gone")] == ["ok", "broken"]
    assert {one["first_seen"] for one in run.report["findings"]} == {run.report["run"]["started"][:10]}
    assert not moment or run.report["run"]["started"].startswith("2028-02-2")


def test_no_failure_to_write_leaves_half_a_report(tmp_path: Path) -> None:
    """Each step of writing is made to fail in turn, as on a disk that is full just then."""
    with web(tmp_path, {"gone": fails("page-broken", answer(404))}) as sites:
        first = run_program(tmp_path, sites)
    before = (first.folder / "report.json").read_bytes()
    for step in (1, 4):
        fails_at = f"""
import errno, os
_count, _usual = [0], os.replace
def _replace(*given, **more):
    _count[0] += 1
    if _count[0] >= {step}:
        raise OSError(errno.ENOSPC, "No space left on device")
    return _usual(*given, **more)
os.replace = _replace
import pathlib
pathlib.Path.replace = lambda self, target: (_replace(self, target), pathlib.Path(target))[1]
"""
        code, err = ended(meldroute("report", "--out", str(first.folder), setup=fails_at))
        assert (code, "no room left" in err, "Traceback" in err) in ((70, True, False), (1, False, False))
        assert (first.folder / "report.json").read_bytes() == before
        assert not [
            file
            for file in first.folder.rglob("*")
            if file.is_file() and file.stat().st_size == 0 and file.name != ".lock" and "crawl" not in file.parts
        ]


def test_a_fault_of_our_own_in_the_crawl_ends_with_70_and_keeps_the_snapshot(tmp_path: Path) -> None:
    broken = "from crawler import looks; looks.Looks._read = lambda *_: 1 / 0"
    with web(tmp_path) as sites:
        first = run_program(tmp_path, sites)
        before = (first.folder / "report.json").read_bytes()
        second = run_program(tmp_path, sites, setup=broken)
        assert (second.code, "Traceback" in second.err, "error.log" in second.err) == (70, False, True)
        assert (first.folder / "report.json").read_bytes() == before
        resumed = run_program(tmp_path, sites, "--resume")

    assert timeless(resumed.report)["organisations"] == timeless(first.report)["organisations"]


def test_a_folder_that_cannot_be_written_is_told_before_the_crawl(tmp_path: Path) -> None:
    """A superuser may write anywhere, so the refusal of the system is made here."""
    refuses = """
import errno, tempfile
def _refuse(*_, **__):
    raise OSError(errno.EROFS, "Read-only file system")
tempfile.TemporaryFile = _refuse
"""
    with web(tmp_path, {"fine": holds()}) as sites:
        run = run_program(tmp_path, sites, setup=refuses)

    assert (run.code, "Read-only file system" in run.err) == (2, True)
    assert not any(site.connections for site in sites.values())
