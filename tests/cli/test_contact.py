"""Sites learn how to reach whoever runs a crawl, and whoever does not tell them is told so once."""

from pathlib import Path

import pytest

from cli.contact import OWN_MACHINE, introduced
from crawler.options import CrawlOptions
from expectations import inventory
from expectations.model import Inventory
from tests.crawler.fault_server import Site, page
from tests.test_meldroute import an_inventory, call, ended, start

WEBTEAM = "webteam@minvz.example"
OWN, PUBLIC = "http://127.0.0.1:8000", "https://www.portaal-van-een-ander.nl"


def declared(home: str = PUBLIC, ministry: str = "") -> Inventory:
    return inventory.read_sources(
        {
            "portal.yaml": f"{{id: portaal, name: {{nl: Portaal}}, home: {{nl: '{home}/'}}}}",
            "ministries/vbz.yaml": f"{{id: vbz, name: {{nl: VBZ}}, home: {{nl: '{ministry or home}/vbz'}}}}",
        }
    )


@pytest.mark.parametrize(
    "home", [OWN, "http://localhost:8000", "http://portaal.localhost", "http://[::1]:8000", "http://a.invalid"]
)
def test_visits_to_ones_own_machine_need_no_contact(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert OWN_MACHINE in introduced(CrawlOptions(), declared(home), quiet=False).named
    assert introduced(CrawlOptions(user_agent="eigen/1"), declared(home), quiet=False).named == "eigen/1"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("home", [PUBLIC, "http://intranet", "http://10.0.0.1"])
@pytest.mark.parametrize("options", [CrawlOptions(), CrawlOptions(user_agent="eigen/1")])
def test_visits_to_others_without_a_contact_are_made_without_a_false_one(
    home: str, options: CrawlOptions, capsys: pytest.CaptureFixture[str]
) -> None:
    assert introduced(options, declared(OWN, home), quiet=False).named == options.named
    assert ".example" not in options.named
    assert capsys.readouterr().err.count("--contact") == 1


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (CrawlOptions(contact=WEBTEAM, user_agent="eigen/1"), f"eigen/1 ({WEBTEAM})"),
        (CrawlOptions(user_agent="eigen/1 (+https://minvz.example/robot)"), "eigen/1 (+https://minvz.example/robot)"),
    ],
)
def test_a_contact_is_given_and_nothing_is_said_of_it(
    options: CrawlOptions, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert introduced(options, declared(), quiet=False).named == named
    assert capsys.readouterr().err == ""


def test_nothing_is_said_when_all_is_to_be_quiet_or_nobody_is_visited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    introduced(CrawlOptions(), declared(), quiet=True)
    introduced(CrawlOptions(offline=tmp_path / "archive.wacz"), declared(), quiet=False)
    introduced(CrawlOptions(only=("portaal",)), declared(OWN, PUBLIC), quiet=False)

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("contact", ["", "bel ons", "webteam", "a@é.nl", "a@b.nl\r\nX: y"])
def test_what_is_no_address_is_wrong_use(contact: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("crawl", "--out", str(tmp_path / "out"), "--contact", contact) == 2
    assert "e-mail or web address" in " ".join(capsys.readouterr().err.split())


def test_every_request_names_the_contact(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/min/"), "/min/": page("Ministerie")}) as site:
        files = an_inventory(tmp_path / "inventory", site.origin)
        places = ("--inventory", str(files), "--out", str(tmp_path / "out"))
        done = ended(start("crawl", *places, "--delay", "0", "--confirm-after", "0", "--contact", WEBTEAM))

    assert done.code == 0, done.err
    assert [agent.partition(" ")[2] for agent in site.agents] == [f"({WEBTEAM})"]


def test_a_run_without_a_contact_says_so_once_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MELDROUTE_CONTACT", raising=False)
    with Site({"/": page("Begin", "/min/"), "/min/": page("Ministerie")}) as site:
        files = an_inventory(tmp_path / "inventory", site.origin)
        ministry = files / "ministries" / "vbz.yaml"
        ministry.write_text(ministry.read_text() + "scope: ['http://intranet/']\n")
        places = ("--inventory", str(files), "--out", str(tmp_path / "out"), "--fail-on", "never")
        hasty = ("--delay", "0", "--confirm-after", "0")
        silent = ended(start("run", *places, *hasty))
        monkeypatch.setenv("MELDROUTE_CONTACT", WEBTEAM)
        told = ended(start("run", *places, *hasty))

    assert (silent.code, silent.err.count("MELDROUTE_CONTACT")) == (0, 1)
    assert (told.code, told.err.count("MELDROUTE_CONTACT")) == (0, 0)
    assert {agent.partition(" ")[2] for agent in site.agents} == {"", f"({WEBTEAM})"}
