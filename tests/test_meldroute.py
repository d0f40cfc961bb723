"""The command line: what each command answers, and with which exit code."""

import errno
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import meldroute
from cli import steps
from cli.folder import workplace
from cli.groups import Telling
from cli.options import FailOn
from expectations.model import Language, Severity, State
from reports import json_report
from tests.builders import a_finding, a_report

ROOT = Path(meldroute.__file__).parent
PAGES = {
    "/": "<h1>Voorbeeldportaal</h1><main><a href='/contact/'>Contact</a><a href='/min/'>Ministerie</a></main>",
    "/contact/": "<h1>Contact</h1><main><a href='/min/klacht-indienen'>Klacht over het ministerie</a></main>",
    "/min/": "<h1>Ministerie van Voorbeeldzaken</h1><main><a href='/min/klacht-indienen'>Klacht indienen</a></main>",
    "/min/klacht-indienen": "<h1>Een klacht indienen over het ministerie van Voorbeeldzaken</h1><main><p>U kunt een "
    "klacht indienen als u niet tevreden bent over ons gedrag. Stuur uw klacht naar "
    "<a href='mailto:klachten@vbz.example'>klachten@vbz.example</a>. U krijgt binnen zes weken antwoord.</p></main>",
}


class Site(BaseHTTPRequestHandler):
    """A portal with one ministry, which has a route for complaints only."""

    pause = 0.0

    def do_GET(self) -> None:
        time.sleep(self.pause)
        body = PAGES.get(self.path)
        text = f"<!doctype html><html lang='nl'><title>x</title><body>{body}</body></html>" if body else "weg"
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


class SlowSite(Site):
    pause = 0.7


def served(site: type[Site]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    yield from served(Site)


@pytest.fixture
def slow_web() -> Iterator[str]:
    yield from served(SlowSite)


def an_inventory(folder: Path, origin: str) -> Path:
    """An inventory of the site, which expects a route for integrity too."""
    (folder / "ministries").mkdir(parents=True, exist_ok=True)
    (folder / "portal.yaml").write_text(
        f"id: portaal\nname: {{nl: Portaal}}\nhome: {{nl: '{origin}/'}}\npolicy: {{required_kinds: [integrity]}}\n"
    )
    (folder / "ministries" / "vbz.yaml").write_text(
        f"id: vbz\nname: {{nl: Ministerie van Voorbeeldzaken}}\nhome: {{nl: '{origin}/min/'}}\n"
        f"routes: [{{id: klacht, kinds: [complaint], url: {{nl: '{origin}/min/klacht-indienen'}}}}]\n"
    )
    return folder


def call(*arguments: str) -> int:
    """The exit code of a command, run in this process."""
    with pytest.raises(SystemExit) as ended:
        meldroute.main(arguments)
    return int(str(ended.value.code or 0))


def start(*arguments: str) -> "subprocess.Popen[str]":
    """A command in a process of its own, as a crawl needs."""
    command = [sys.executable, "-W", "error", "-m", "meldroute", *arguments]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ended(process: "subprocess.Popen[str]") -> SimpleNamespace:
    out, err = process.communicate(timeout=60)
    return SimpleNamespace(code=process.returncode, out=out, err=err)


# --- Wrong usage


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "run --nonsense",
        "run --delay -1",
        "run --delay nan",
        "run --delay inf",
        "run --confirm-after -1",
        "run --max-pages 0",
        "run --max-archive 0",
        "demo --offline x.wacz",
        "run --workers 0",
        "crawl --workers -1",
        "demo --workers 1000",
        "run --fail-on often",
        "run --lang fr",
        "run --user-agent é",
        "explain",
        "history",
        "recheck",
    ],
)
def test_wrong_usage_ends_with_2(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert call(*line.split()) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command",
    ["", "run", "crawl", "check", "report", "demo", "explain", "recheck", "inventory validate", "inventory propose"],
)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*command.split(), "--help") == 0
    assert "Usage" in capsys.readouterr().out


def test_an_unknown_organisation_is_told_with_what_was_probably_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("run", "--out", str(tmp_path / "x"), "--only", "bz", "--only", "ienv") == 2
    assert 'There is no organisation "ienv". Did you mean "ienw"?' in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("command", ["run", "crawl"])
def test_an_archive_that_cannot_be_used_is_told_and_changes_nothing(
    command: str, web: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inventory, archive = an_inventory(tmp_path / "inventory", web), tmp_path / "web.wacz"
    options = ("--inventory", str(inventory), "--out", str(tmp_path / "out"), "--offline", str(archive))
    assert call(command, *options) == 2
    assert f"{archive} cannot be read" in capsys.readouterr().err

    archive.write_bytes(b"no archive")
    assert call(command, *options) == 2
    assert f"{archive} is not a whole WACZ file" in capsys.readouterr().err
    assert not (tmp_path / "out" / "crawl").exists()


def test_a_code_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("explain", "link-broken", "--lang", "en") == 0
    assert "link-broken" in capsys.readouterr().out


def test_an_unknown_code_is_told_with_what_was_probably_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("explain", "link-borken") == 2
    assert 'Did you mean "link-broken"?' in capsys.readouterr().err


# --- The inventory


def test_the_packaged_inventory_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("inventory", "validate") == 0
    assert "12 ministries" in capsys.readouterr().out


def test_all_faults_of_an_inventory_are_told_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = an_inventory(tmp_path, "http://127.0.0.1:1")
    (folder / "ministries" / "a.yaml").write_text("id: a\nnaam: {nl: A}\nhome: {nl: a.example}\n")

    assert call("inventory", "validate", "--inventory", str(folder)) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"The inventory {folder} has 3 faults." in told.err
    assert "ministries/a.yaml:2:1\n" in told.err
    assert "ministries/a.yaml:3:12\n" in told.err


def test_an_inventory_with_faults_starts_no_crawl(tmp_path: Path) -> None:
    assert call("run", "--inventory", str(tmp_path), "--out", str(tmp_path / "x")) == 2
    assert not (tmp_path / "x").exists()


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("inventory", "schema") == 0
    assert {"portal", "organisation", "terms", "waivers"} <= json.loads(capsys.readouterr().out)["$defs"].keys()


# --- The folder


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_cannot_be_the_folder(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")

    assert call("run", "--out", str(tmp_path / "file" / below)) == 2
    assert (tmp_path / "file").read_text() == "mine"


def test_a_full_disk_is_noticed_before_the_crawl(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=49_000_000))

    assert call("run", "--out", str(tmp_path)) == 2
    assert "49 MB are free" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["run", "crawl", "check", "report", "demo"])
def test_a_second_run_on_one_folder_is_refused(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with workplace(tmp_path):
        assert call(command, "--out", str(tmp_path)) == 2

    assert f"Another run (process {os.getpid()}) is using {tmp_path}" in capsys.readouterr().err


def test_the_lock_of_a_run_that_was_killed_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".lock").write_text("1\n")

    with workplace(tmp_path):
        assert (tmp_path / ".lock").read_text() == f"{os.getpid()}\n"


@pytest.mark.parametrize("command", ["check", "report"])
def test_nothing_to_judge_or_tell_says_what_to_do(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(command, "--out", str(tmp_path)) == 2
    assert "meldroute c" in capsys.readouterr().err
    assert call(command, "--out", str(tmp_path / "nowhere")) == 2
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("text", ["", "{", '{"schema": "meldroute.report/99"}', "[]", "\x00"])
def test_an_unreadable_report_is_told_before_the_crawl_and_kept(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.json").write_text(text)

    assert call("run", "--out", str(tmp_path)) == 2
    assert "Move it away" in capsys.readouterr().err
    assert call("report", "--out", str(tmp_path)) == 2
    assert (tmp_path / "report.json").read_text() == text


# --- Faults of our own


def test_a_fault_of_our_own_ends_with_70_and_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(steps, "visit", lambda *_, **__: 1 / 0)

    assert call("run", "--out", str(tmp_path)) == 70
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "Traceback" not in told
    log = tmp_path / "crawl" / "error.log"
    assert str(log) in told
    assert "Traceback" in log.read_text()


def test_a_disk_that_fills_up_under_way_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(steps, "visit", full)

    assert call("run", "--out", str(tmp_path)) == 70
    assert "no room left" in capsys.readouterr().err


def test_a_fault_without_a_folder_is_written_down_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(steps, "declared", lambda *_, **__: 1 / 0)

    assert call("inventory", "validate") == 70
    (log,) = tmp_path.iterdir()
    assert str(log) in capsys.readouterr().err


# --- The outcome


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        (Severity.ERROR, FailOn.ERROR, 1),
        (Severity.WARNING, FailOn.ERROR, 0),
        (Severity.WARNING, FailOn.WARNING, 1),
        (Severity.NOTICE, FailOn.WARNING, 0),
        (Severity.NOTICE, FailOn.NOTICE, 1),
        (Severity.ERROR, FailOn.NEVER, 0),
    ],
)
def test_findings_from_the_threshold_on_end_with_1(
    severity: Severity, fail_on: FailOn, code: int, tmp_path: Path
) -> None:
    how = Telling(lang=Language.NL, fail_on=fail_on, quiet=True, as_json=False)

    assert steps.tell(a_report(findings=(a_finding(severity=severity),)), tmp_path, how) == code
    waived = a_finding(severity=severity, state=State.WAIVED)
    assert steps.tell(a_report(findings=(waived,)), tmp_path, how) == 0


@pytest.fixture(scope="module")
def finished(web: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SimpleNamespace]:
    """A whole run on the small site."""
    folder = tmp_path_factory.mktemp("run")
    source = an_inventory(folder / "inventory", web)
    arguments = ("run", "--inventory", str(source), "--out", str(folder), "--delay", "0", "--confirm-after", "0")
    return folder, ended(start(*arguments, "--json"))


def test_a_run_leaves_its_files_and_tells_its_outcome_as_json_only(finished: tuple[Path, SimpleNamespace]) -> None:
    folder, told = finished

    assert told.code == 1  # kind-missing: there is no route for integrity
    assert json.loads(told.out)["report"].endswith("index.html")
    assert "Note: not on the public web" in told.err
    for name in ("report.json", "findings.csv", "junit.xml", "report/index.html", "crawl/manifest.json"):
        assert (folder / name).is_file(), name


def test_a_snapshot_gives_the_same_report_byte_for_byte(finished: tuple[Path, SimpleNamespace]) -> None:
    folder, _ = finished
    first = (folder / "report.json").read_bytes()

    assert call("check", "--out", str(folder), "--quiet") == 1
    assert (folder / "report.json").read_bytes() == first
    assert call("check", "--out", str(folder), "--fail-on", "never", "--quiet") == 0


def test_another_inventory_may_take_the_place_of_the_snapshots(
    finished: tuple[Path, SimpleNamespace], web: str, tmp_path: Path
) -> None:
    folder = tmp_path / "run"
    shutil.copytree(finished[0], folder)
    source = an_inventory(tmp_path / "inventory", web)
    portal = source / "portal.yaml"
    portal.write_text(portal.read_text().replace("[integrity]", "[complaint]"))

    assert call("check", "--out", str(folder), "--inventory", str(source), "--quiet") == 0


def test_the_reports_are_written_again(finished: tuple[Path, SimpleNamespace]) -> None:
    folder, _ = finished
    (folder / "findings.csv").unlink()

    assert call("report", "--out", str(folder), "--fail-on", "never", "--quiet") == 0
    assert (folder / "findings.csv").is_file()


def test_a_web_that_does_not_answer_is_not_measured_and_the_earlier_report_stays(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{free.getsockname()[1]}"
    source = an_inventory(tmp_path / "inventory", origin)
    json_report.write(a_report(), tmp_path / "report.json")
    before = (tmp_path / "report.json").read_bytes()

    arguments = ("run", "--inventory", str(source), "--out", str(tmp_path), "--delay", "0", "--confirm-after", "0")
    told = ended(start(*arguments))

    assert told.code == 3
    assert "stays as it was" in told.err
    assert (tmp_path / "report.json").read_bytes() == before
    assert not (tmp_path / "report").exists()


def test_a_crawl_that_is_stopped_can_be_resumed(slow_web: str, tmp_path: Path) -> None:
    source = an_inventory(tmp_path / "inventory", slow_web)
    arguments = ("run", "--inventory", str(source), "--out", str(tmp_path), "--delay", "0.5", "--confirm-after", "0")
    running = start(*arguments, "--quiet")
    while running.poll() is None and not (tmp_path / "crawl" / "journal.sqlite").exists():
        time.sleep(0.1)
    time.sleep(1)
    running.send_signal(signal.SIGINT)

    stopped = ended(running)

    assert stopped.code == 3
    assert "--resume" in stopped.err
    assert not (tmp_path / "report.json").exists()
    assert call("check", "--out", str(tmp_path)) == 3
    assert ended(start(*arguments, "--quiet", "--resume")).code == 1
    assert (tmp_path / "report.json").exists()
