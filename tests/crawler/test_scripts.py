"""Pages made by scripts: read in a browser that never reaches the network itself, or told not to have been read."""

import json
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest

from crawler.wacz import NAME
from tests import needs
from tests.crawler.fault_server import Site, answer
from tests.crawler.faulty_webs import (
    ROUTE,
    Ended,
    Row,
    assert_row,
    assert_sound,
    declare,
    fails,
    holds,
    route_html,
    run_program,
    site_of,
)
from tests.crawler.test_faults_i import trap

_MARKED = {"scripts": True}
_BODY = route_html().partition("<main>")[2].partition("</main>")[0].replace("`", "")


def app(script: str, title: str = "Een klacht indienen") -> bytes:
    """A page that is nothing but a place for its scripts."""
    return answer(
        body=f"<!doctype html><html lang=nl><head><title>{title}</title></head><body><div id=app></div>{script}</body>"
    )


def code(text: str) -> bytes:
    return answer(body=text, kind="text/javascript")


_SHOWS = f"document.getElementById('app').innerHTML = `<main>{_BODY}</main>`"
_OWN = app(f"<script>{_SHOWS}</script>")
_LOADED = app("<script src=/app.js></script>")
_ASKS = app("<script>fetch('/tekst.json').then(a => a.json()).then(a => { app.innerHTML = a.html })</script>")
_TEXT = json.dumps({"html": f"<main>{_BODY}</main>"})
_NOT_THE_APP = "User-agent: *\nDisallow: /app.js"
_OPENS = (
    "<script>for (const here of ['http://127.0.0.1:{port}/', 'http://localhost:{port}/', 'http://[::1]:{port}/']) {{"
    "fetch(here).catch(() => 0); navigator.sendBeacon(here, 'x'); new Image().src = here;"
    "try {{ new WebSocket(here.replace('http', 'ws')) }} catch (error) {{}}"
    "const frame = document.createElement('iframe'); frame.src = here; document.body.append(frame);"
    "const style = document.createElement('link'); style.rel = 'stylesheet'; style.href = here;"
    "document.head.append(style);}}"
    "fetch('/post', {{method: 'POST', body: 'x'}}).catch(() => 0);"
    "const form = document.createElement('form'); form.method = 'post'; form.action = '/post';"
    "form.target = '_blank'; document.body.append(form); form.submit();"
    "window.open('/nieuw'); const link = document.createElement('a'); link.href = '/bestand'; link.download = 'x';"
    "document.body.append(link); link.click(); link.remove();"
    "{shows}</script>"
)


def rows(port: int) -> dict[str, Row]:
    return {
        "own": holds(_OWN, given=_MARKED),
        "loaded": holds(_LOADED, web={"/app.js": code(_SHOWS)}, given=_MARKED),
        "asks": holds(_ASKS, web={"/tekst.json": answer(body=_TEXT)}, given=_MARKED),
        "moves": holds(app("<script>location.href = '/echt'</script>"), web={"/echt": _OWN}, given=_MARKED),
        "robots": fails(
            "script-required", _LOADED, given=_MARKED,
            web={"/app.js": code(_SHOWS), "/robots.txt": answer(body=_NOT_THE_APP, kind="text/plain")},
        ),
        "endless": fails("script-required", app("<script>while (true) {}</script>"), given=_MARKED),
        "opens": holds(app(_OPENS.format(port=port, shows=_SHOWS)), given=_MARKED),
        "plain": holds(given=_MARKED),
        "gone": fails("page-broken", answer(404), given=_MARKED),
        "unmarked": fails("script-required", _OWN),
    }  # fmt: skip


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, dict[str, Row], list[str]]:
    needs.chromium()
    folder = tmp_path_factory.mktemp("scripts")
    with ExitStack() as stack:
        port, came = stack.enter_context(trap())
        portal, made = stack.enter_context(Site()), rows(port)
        sites = {name: stack.enter_context(site_of(row)) for name, row in made.items()}
        declare(folder, portal, made, sites)
        return run_program(folder, sites, seconds=12), made, came


@pytest.mark.parametrize("name", rows(1))
def test_the_truth_is_told(name: str, ended: tuple[Ended, dict[str, Row], list[str]]) -> None:
    assert_row(ended[0], name, ended[1][name])


def test_the_run_is_sound(ended: tuple[Ended, dict[str, Row], list[str]]) -> None:
    assert_sound(ended[0])
    assert ended[0].err == ""


def test_the_browser_goes_nowhere_by_itself(ended: tuple[Ended, dict[str, Row], list[str]]) -> None:
    run, _, came = ended

    assert came == []
    asked = {path for _, path in run.sites["opens"].asked}
    assert not {"/post", "/nieuw", "/bestand"} & asked
    assert run.sites["robots"].times("/app.js") == 0
    assert all(agent.startswith("meldroute/") for site in run.sites.values() for agent in site.agents)


def test_an_archive_holds_what_the_scripts_made_of_a_page(
    ended: tuple[Ended, dict[str, Row], list[str]], tmp_path: Path
) -> None:
    run, made, _ = ended
    copy = shutil.copytree(run.folder.parent / "inventory", tmp_path / "inventory").parent
    again = run_program(copy, run.sites, "--offline", str(run.folder / "crawl" / NAME))

    assert again.code == run.code, again.err
    assert [again.verdict(name) for name in made] == [run.verdict(name) for name in made]


def test_pages_that_need_no_browser_are_read_without(ended: tuple[Ended, dict[str, Row], list[str]]) -> None:
    assert ended[0].sites["unmarked"].times(ROUTE) == 1
    assert ended[0].sites["own"].times(ROUTE) == 2


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_option_runs_the_scripts_of_whatever_needs_them(workers: str, tmp_path: Path) -> None:
    needs.chromium()
    made = {"own": holds(_OWN), "plain": holds(), "two": holds(_OWN)}
    with ExitStack() as stack:
        portal = stack.enter_context(Site())
        sites = {name: stack.enter_context(site_of(row)) for name, row in made.items()}
        declare(tmp_path, portal, made, sites)
        run = run_program(tmp_path, sites, "--scripts", "--workers", workers, seconds=12)

    assert_sound(run)
    assert run.err == ""
    for name, row in made.items():
        assert_row(run, name, row)
    assert sites["plain"].times(ROUTE) == 1


def run_without_browser(tmp_path: Path, row: Row, *options: str) -> Ended:
    absent = "import os; os.environ['MELDROUTE_CHROMIUM'] = '/nergens/chromium'"
    with ExitStack() as stack:
        portal, site = stack.enter_context(Site()), stack.enter_context(site_of(row))
        declare(tmp_path, portal, {"own": row}, {"own": site})
        return run_program(tmp_path, {"own": site}, *options, setup=absent)


def test_without_a_browser_the_option_says_what_to_do(tmp_path: Path) -> None:
    run = run_without_browser(tmp_path, holds(_OWN), "--scripts")

    assert (run.code, "MELDROUTE_CHROMIUM" in run.err, "Traceback" in run.err) == (2, True, False)
    assert not any(site.connections for site in run.sites.values())


def test_without_a_browser_marked_pages_are_not_verified(tmp_path: Path) -> None:
    row = fails("script-required", _OWN, given=_MARKED)
    run = run_without_browser(tmp_path, row)

    assert_sound(run)
    assert_row(run, "own", row)
    assert run.sites["own"].times(ROUTE) == 1


def test_where_the_browser_is_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from crawler import browser

    monkeypatch.setenv(browser.CHROMIUM, shutil.which("true") or "")
    assert browser.executable() == shutil.which("true")
