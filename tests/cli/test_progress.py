"""How far a crawl is: on a terminal, in a log of CI, and for machines."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from cli import progress
from crawler.options import Progress, SiteProgress, SiteState
from tests.crawler.fault_server import Site, answer, page
from tests.crawler.faulty_webs import ROUTE, declare, holds, route_page, site_of, start

_HELD = SiteProgress(
    site="a.nl", organisations=("x", "y", "z", "q"), asked=12, waiting=40, state=SiteState.HELD, seconds=120.0
)
_NOW = Progress(
    visited=1_200, known=3_400, requests=1_300, rate=2.0, left=1_100.0,
    sites=(
        _HELD,
        SiteProgress(site="b.nl", organisations=("b",), asked=3, waiting=7, state=SiteState.VISITING),
        SiteProgress(
            site="c.nl", organisations=("c",), asked=9, waiting=0, state=SiteState.LEFT_ALONE, detail="refuses-robots"
        ),
        SiteProgress(site="d.nl", organisations=("d",), asked=9, waiting=0, state=SiteState.DONE),
    ),
)  # fmt: skip


def told(console: Console, now: Progress) -> str:
    with progress.shown(console, quiet=False) as tell:
        tell(now)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_terminal_shows_bar_rate_time_left_and_what_each_site_waits_for() -> None:
    shown = told(Console(file=io.StringIO(), force_terminal=True, width=140), _NOW)

    for part in ("1,200 of 3,400", "2.0/s", "18 min", "x, y, z +1", "asked us to wait, 2 min more", "7 to go",
                 "left alone: refuses-robots", "done"):  # fmt: skip
        assert part in shown


def test_a_log_gets_a_plain_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.0)
    line = told(Console(file=io.StringIO()), _NOW)

    assert line == (
        "Visiting: 1,200 of 3,400 known addresses, 2.0/s, about 18 min for what is known; "
        "a.nl asked us to wait, 2 min more\n"
    )


def test_a_log_gets_no_line_before_its_time() -> None:
    assert told(Console(file=io.StringIO()), _NOW) == ""


@pytest.mark.parametrize(
    ("now", "says"),
    [
        (replace(_NOW, waiting=30.0), "Waiting 30 s to ask again"),
        (replace(_NOW, doubtful=True), "Is our network there?"),
    ],
)
def test_waiting_and_doubt_are_told(now: Progress, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.0)

    assert told(Console(file=io.StringIO()), now).startswith(says)


def test_json_lines_tell_every_visit_without_secrets_and_every_message(tmp_path: Path) -> None:
    row = holds(route_page("", "/weg?token=geheim1", "/p"), web={"/p": page("P"), "/": page("B", ROUTE)})
    with Site() as portal, site_of(row) as site:
        declare(tmp_path, portal, {"one": row}, {"one": site})
        site.answers["/robots.txt"] = answer(404)
        process = start(tmp_path, "--log-json")
        out, err = process.communicate(timeout=120)

    lines = [json.loads(line) for line in err.splitlines()]
    visits = {line["address"]: line for line in lines if line["event"] == "visit"}
    assert out == ""
    assert visits[site.url("/p")] | {"time": ""} == {
        "time": "", "event": "visit", "address": site.url("/p"), "outcome": "ok", "cause": "answered", "status": 200,
        "attempts": 1, "detail": "",
    }  # fmt: skip
    assert site.url("/weg?token=***") in visits
    assert "geheim1" not in err
    (first, *_) = [line for line in lines if line["event"] == "progress"]
    assert {one["site"]: one["organisations"] for one in first["sites"]} == {
        f"127.0.0.1:{portal.port}": ["portaal"],
        f"127.0.0.1:{site.port}": ["one"],
    }


def test_messages_are_json_lines_too(tmp_path: Path) -> None:
    process = start(tmp_path, "--log-json")  # there is no inventory
    _, err = process.communicate(timeout=120)

    assert process.returncode == 2
    assert [json.loads(line)["event"] for line in err.splitlines()] == ["message"]
