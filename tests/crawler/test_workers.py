"""Several processes crawl as one does: the same visits, pages and pauses, and they end together."""

import itertools
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from crawler import careful, extract, snapshot, wire, worker, workers
from crawler.answers import Answer
from crawler.guard import Guard
from crawler.journal import Journal
from crawler.options import CrawlError
from crawler.packing import page_of
from crawler.reader import Reader
from crawler.scope import Scope
from crawler.settings import IN_FLIGHT
from crawler.survey import Survey
from expectations.model import Cause, Crawl, Inventory, RunRecord, Visit
from expectations.vocabulary import Vocabulary
from tests.crawler.fault_server import Site, answer, page
from tests.crawler.webs import an_inventory, crawled, quick, run

_ROOT = str(Path(__file__).parents[2])
_CHILD = """
import sys
from pathlib import Path
from tests.crawler.test_workers import routes_on
from tests.crawler.webs import an_inventory, run
origins = sys.argv[2:]
end = run(routes_on(origins), Path(sys.argv[1]), delay=0.02, workers=2)
print(end.interrupted)
"""


def _site(count: int = 30) -> Site:
    """Pages, a sitemap, a redirect, dead links, and one page that robots.txt forbids."""
    answers = {f"/p{n}": page(f"Bladzijde {n}", f"/p{2 * n}", f"/p{2 * n + 1}", "/klacht") for n in range(1, count)}
    site = Site({**answers, "/": page("Begin", "/p1"), "/klacht": answer(301, Location="/p7")})
    site.answers["/robots.txt"] = answer(body="User-agent: *\nDisallow: /p5$", kind="text/plain")
    site.answers["/sitemap.xml"] = answer(
        body=f"<urlset><url><loc>{site.url('/p9')}</loc></url></urlset>", kind="application/xml"
    )
    return site


def routes_on(origins: list[str]) -> Inventory:
    """A portal on the first origin, with a route on every other one."""
    urls = [f"{origin}/klacht" for origin in origins]
    return an_inventory(f"{origins[0]}/", *urls)


def _timeless(crawl: Crawl) -> dict[str, Visit]:
    return {address: replace(visit, fetched=None, record="") for address, visit in crawl.visits.items()}


def _link_up(sites: list[Site]) -> None:
    """Every site links and redirects to the next."""
    for site, following in zip(sites, sites[1:] + sites[:1], strict=True):
        site.answers["/p3"] = page("Elders", following.url("/klacht"), following.url("/p4"), "/naar")
        site.answers["/naar"] = answer(302, Location=following.url("/p2"))


def test_the_snapshot_is_that_of_one_process(tmp_path: Path) -> None:
    with ExitStack() as stack:
        sites = [stack.enter_context(_site()) for _ in range(4)]
        _link_up(sites)
        inventory = routes_on([site.origin for site in sites])
        alone = crawled(inventory, tmp_path / "een")
        asked = [sorted(path for _, path in site.asked if "/p" in path) for site in sites]
        for site in sites:
            site.asked.clear()

        together = crawled(inventory, tmp_path / "meer", workers=3)

        assert _timeless(together) == _timeless(alone)
        assert together.pages == alone.pages
        assert together.origins == alone.origins
        assert together.run.requests == alone.run.requests
        assert [sorted(path for _, path in site.asked if "/p" in path) for site in sites] == asked


def test_a_worker_can_ask_nothing_of_the_web() -> None:
    code = "import sys, crawler.worker; print({'scrapy', 'twisted'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("asked", "delay", "sites", "processors", "helpers"),
    [
        (None, 0.0, 1, 2, 1),
        (None, 0.0, 1, 1, 0),
        (None, 1.0, 40, 2, 0),
        (None, 0.2, 40, 2, 1),
        (1, 0.0, 1, 8, 0),
        (2, 1.0, 1, 1, 1),
        (4, 0.0, 1, 2, 3),
    ],
)
def test_others_help_where_pauses_do_not_decide_or_when_asked(
    asked: int | None, delay: float, sites: int, processors: int, helpers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: processors)
    made = workers.workers(an_inventory("https://a.example/"), quick(workers=asked, delay=delay), sites)
    assert made.count == helpers


def test_a_small_crawl_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(workers, "_processors", lambda: 2)
    monkeypatch.setattr(workers, "_Worker", refuse)
    with _site(20) as site:
        assert len(crawled(routes_on([site.origin]), tmp_path).pages) > 15
    with _site(90) as site, pytest.raises(CrawlError):
        run(routes_on([site.origin]), tmp_path)


def test_what_breaks_a_worker_is_read_where_it_can_be_told() -> None:
    page = wire.Errand("https://a.example/", "<p>Tekst", {}, careful=False, plain=False)
    whole = Reader(extract.read_page, careful.read_sections, Vocabulary(an_inventory(page.address)))
    broken: Any = replace(whole, packer=cast(Any, None))
    assert worker.read(whole, page) is not None
    assert worker.read(broken, page) is None


def test_a_page_on_which_a_route_turned_out_to_stand_is_read_again_with_care(tmp_path: Path) -> None:
    address = "https://www.portaal.example/iets"
    inventory = an_inventory("https://www.portaal.example/", address)
    reader = Reader(extract.read_page, careful.read_sections, Vocabulary(inventory))
    survey = _survey(inventory, reader, tmp_path)
    html = "<html><title>Iets</title><body><main><h1>Iets</h1><h2>Kopje</h2><p>Tekst.</p></main></body></html>"
    answer = Answer(cause=Cause.ANSWERED, status=200, html=html)
    hasty = reader.gist(address, answer, careful=False, plain=False)
    while (task := survey.next()) is not None:
        absent = Answer(cause=Cause.NOT_FOUND, status=404)
        survey.take(task, replace(answer, gist=hasty) if task.address == address else absent)

    assert hasty is not None
    assert not page_of(hasty.packed.page).sections
    assert [bool(page.sections) for found, page in survey.journal.pages if found == address] == [True]
    survey.journal.close()


def _survey(inventory: Inventory, reader: Reader, folder: Path) -> Survey:
    run = RunRecord(id="r", started="", finished=None, program="0", inventory="", requests=0, user_agent="meldroute")
    journal = Journal.create(folder, run, {})
    scope, vocabulary = Scope.of(inventory), Vocabulary(inventory)
    survey = Survey(scope, Guard({}), journal, quick(), vocabulary, reader, time.monotonic, "r")
    survey.start()
    return survey


def test_pauses_hold(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/a", "/b"), "/a": page(), "/b": page()}) as site, Site({"/": page()}) as other:
        crawled(an_inventory(site.url("/"), other.url("/")), tmp_path, delay=0.15, workers=2)

        for asked in (site.asked, other.asked):
            moments = [moment for moment, _ in asked]
            assert min(b - a for a, b in itertools.pairwise(moments)) > 0.14


def test_when_nothing_answers_nothing_was_measured(tmp_path: Path) -> None:
    with Site() as gone, Site() as too:
        pass

    assert not run(routes_on([gone.origin, too.origin]), tmp_path, workers=2).measured


def _child(sites: list[Site], folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", _CHILD, str(folder), *(site.origin for site in sites)]
    return subprocess.Popen(
        command, cwd=_ROOT, env=os.environ | {"PYTHONPATH": _ROOT}, stdout=-1, stderr=-1, text=True, process_group=0
    )


def _wait_until_asked(site: Site, count: int) -> None:
    deadline = time.monotonic() + 30
    while len(site.asked) < count and time.monotonic() < deadline:
        time.sleep(0.001)


def _workers_of(pid: int) -> list[int]:
    """The processes that another one started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = stat.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        parent = text.rpartition(")")[2].split()[1]
        if int(parent) == pid:
            found.append(int(stat.parent.name))
    return found


def _gone(pids: list[int]) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if not any(Path(f"/proc/{pid}/cmdline").exists() for pid in pids):
            return True
        time.sleep(0.02)
    return False


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")


@needs_proc
def test_ctrl_c_ends_the_workers_too_and_one_process_goes_on(tmp_path: Path) -> None:
    with _site(80) as site, _site(80) as other:
        inventory = routes_on([site.origin, other.origin])
        undisturbed = crawled(inventory, tmp_path / "heel")
        site.asked.clear()
        with _child([site, other], tmp_path / "stuk") as child:
            _wait_until_asked(site, 15)
            helpers = _workers_of(child.pid)
            os.killpg(child.pid, signal.SIGINT)  # as a terminal does
            told, trouble = child.communicate(timeout=30)

        assert (told.strip(), trouble) == ("True", "")
        assert len(helpers) == 1
        assert _gone(helpers)
        found, _ = snapshot.read(tmp_path / "stuk")
        assert Cause.INTERRUPTED in {visit.cause for visit in found.visits.values()}
        assert _timeless(crawled(inventory, tmp_path / "stuk", resume=True)) == _timeless(undisturbed)


@needs_proc
def test_workers_end_with_a_killed_crawl_and_others_go_on(tmp_path: Path) -> None:
    with _site(80) as site, _site(80) as other:
        inventory = routes_on([site.origin, other.origin])
        undisturbed = crawled(inventory, tmp_path / "heel")
        once = len(site.asked) + len(other.asked)
        site.asked.clear()
        other.asked.clear()
        with _child([site, other], tmp_path / "stuk") as child:
            _wait_until_asked(site, 15)
            helpers = _workers_of(child.pid)
            child.kill()

        assert len(helpers) == 1
        assert _gone(helpers)
        resumed = crawled(inventory, tmp_path / "stuk", resume=True, workers=3)
        assert _timeless(resumed) == _timeless(undisturbed)
        assert resumed.pages == undisturbed.pages
        assert len(site.asked) + len(other.asked) - once <= IN_FLIGHT


@needs_proc
def test_a_killed_worker_changes_nothing(tmp_path: Path) -> None:
    with _site(80) as site, _site(80) as other:
        inventory = routes_on([site.origin, other.origin])
        undisturbed = crawled(inventory, tmp_path / "heel", workers=1)
        killed = []

        def kill(connection: object, path: str) -> bytes:  # noqa: ARG001 - what an answer is made of
            killed.extend(_workers_of(os.getpid()))
            for pid in killed:
                os.kill(pid, signal.SIGKILL)
            return whole

        whole = page("Bladzijde 60", "/p120", "/p121", "/klacht")
        site.answers["/p60"] = kill
        disturbed = crawled(inventory, tmp_path / "stuk", workers=3)

        assert len(killed) == 2
        assert _gone(killed)
        assert _timeless(disturbed) == _timeless(undisturbed)
        assert disturbed.pages == undisturbed.pages
