"""`recheck`: a finding is looked at again with few visits, and said to be resolved only when that was seen."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reports.history.store import opened
from tests.cli.small_web import FOLDER, KLACHT, MELDEN, QUICK, SmallWeb, call, klacht, melden, pages, served

SPEED = ("--delay", "0", "--confirm-after", "0")


def findings(folder: Path) -> dict[str, dict[str, Any]]:
    """The findings of a run by their code."""
    return {one["code"]: one for one in json.loads((folder / "report.json").read_text())["findings"]}


def recheck(folder: Path, code: str, *more: str) -> int:
    return call("recheck", findings(folder)[code]["id"], "--out", str(folder), *SPEED, *more)


def test_a_page_that_came_back_resolves_its_finding_and_the_report_stays_as_it_was(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[KLACHT] = 404
    web.run(tmp_path)
    before = (tmp_path / "report.json").read_bytes()
    assert recheck(tmp_path, "page-broken", "--lang", "en") == 1
    told = capsys.readouterr().out
    assert told.startswith("Not resolved yet: ")
    assert f"{web.origin}{KLACHT}: 404" in told

    web.pages[KLACHT] = klacht()

    assert recheck(tmp_path, "page-broken", "--lang", "en") == 0
    assert capsys.readouterr().out.startswith("Resolved: ")
    assert (tmp_path / "report.json").read_bytes() == before
    assert call("check", "--out", str(tmp_path), "--quiet") == 1


def without_link(web: SmallWeb, target: str) -> None:
    for path, page in web.pages.items():
        if isinstance(page, str):
            web.pages[path] = re.sub(f"<a href='{target}'>.*?</a>", "", page)


def far_away(web: SmallWeb) -> None:
    """Five clicks from the portal, where four are allowed."""
    without_link(web, KLACHT)
    web.pages["/min/contact"] = f"{web.pages['/min/contact']}<a href='/min/a'>Over ons</a>"
    web.pages["/min/a"] = "<h1>Over ons</h1><p><a href='/min/b'>Verder</a></p>"
    web.pages["/min/b"] = f"<h1>Verder</h1><p><a href='{KLACHT}'>Klacht indienen</a></p>"


def a_loop(web: SmallWeb) -> None:
    web.pages[KLACHT], web.pages["/min/x"] = "> /min/x", f"> {KLACHT}"


def moved(web: SmallWeb) -> None:
    web.pages[KLACHT], web.pages["/min/x"] = "> /min/x", klacht()


def missing_kind(web: SmallWeb) -> None:
    """No word of integrity anywhere; the inventory has no such route either."""
    del web.pages[MELDEN]
    without_link(web, MELDEN)


# What breaks it, what repairs it when that is more than the web in order, and what shows nothing when it is blocked.
FAULTS: dict[str, tuple[Callable[[SmallWeb], object], str]] = {
    "link-broken": (lambda web: web.pages.update({FOLDER: 404}), KLACHT),
    "email-mismatch": (lambda web: web.pages.update({KLACHT: klacht("loket@vbz.example")}), KLACHT),
    "channel-missing": (lambda web: web.pages.update({KLACHT: klacht().replace("klachten@vbz.example", "")}), KLACHT),
    "referral-missing": (lambda web: web.pages.update({"/waar-melden": REFERRAL}), "/waar-melden"),
    "too-many-clicks": (far_away, "/min/contact"),
    "route-unlinked": (lambda web: without_link(web, KLACHT), "/min/"),
    "redirect-loop": (a_loop, KLACHT),
    "page-moved": (moved, KLACHT),
}
REFERRAL = "<h1>Waar kan ik ongewenst gedrag melden?</h1><p>Bij het ministerie zelf.</p>"


@pytest.mark.parametrize("code", FAULTS)
def test_a_finding_stays_until_its_repair_is_seen(code: str, web: SmallWeb, tmp_path: Path) -> None:
    break_it, needed = FAULTS[code]
    break_it(web)
    web.run(tmp_path)
    broken = dict(web.pages)
    assert recheck(tmp_path, code, "--quiet") == 1

    web.pages[needed] = 403
    assert recheck(tmp_path, code, "--quiet") == 3

    web.pages = pages() | {path: page for path, page in broken.items() if path in ("/min/a", "/min/b")}
    web.asked.clear()
    assert recheck(tmp_path, code, "--quiet") == 0
    assert len(web.asked) <= 12


@pytest.mark.parametrize(
    ("code", "answer"),
    [("blocked", 403), ("unreachable", 503), ("robots-disallowed", "User-agent: *\nDisallow: /min/k")],
)
def test_what_kept_us_out_is_still_there_or_gone(code: str, answer: int | str, web: SmallWeb, tmp_path: Path) -> None:
    web.pages["/robots.txt" if code == "robots-disallowed" else KLACHT] = answer
    web.run(tmp_path)
    assert recheck(tmp_path, code, "--quiet") == 1

    web.pages = pages()

    assert recheck(tmp_path, code, "--quiet") == 0


def a_sitemap(web: SmallWeb, *paths: str) -> str:
    listed = "".join(f"<url><loc>{web.origin}{path}</loc></url>" for path in paths)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'


def test_a_sitemap_is_read_again_for_its_finding(web: SmallWeb, tmp_path: Path) -> None:
    web.pages["/sitemap.xml"] = a_sitemap(web, "/", "/min/", MELDEN)
    web.run(tmp_path)
    assert recheck(tmp_path, "not-in-sitemap", "--quiet") == 1
    web.pages["/sitemap.xml"] = 503
    assert recheck(tmp_path, "not-in-sitemap", "--quiet") == 3

    web.pages["/sitemap.xml"] = a_sitemap(web, "/", "/min/", MELDEN, KLACHT)

    assert recheck(tmp_path, "not-in-sitemap", "--quiet") == 0
    assert FOLDER not in web.asked


def test_the_sites_own_search_is_asked_again_for_its_finding(web: SmallWeb, tmp_path: Path) -> None:
    web.search = []
    web.run(tmp_path, more=f"search: '{web.origin}/zoek?q={{query}}'\n")
    assert recheck(tmp_path, "not-in-search", "--quiet") == 1
    web.search = None
    assert recheck(tmp_path, "not-in-search", "--quiet") == 3

    web.search = [KLACHT, MELDEN]

    assert recheck(tmp_path, "not-in-search", "--quiet") == 0


def test_a_kind_of_which_there_was_no_page_is_found_where_people_would_link_it(web: SmallWeb, tmp_path: Path) -> None:
    missing_kind(web)
    source = web.run(tmp_path)
    text = (source / "ministries/vbz.yaml").read_text()
    (source / "ministries/vbz.yaml").write_text(text[: text.index("\n  - id: melden")])
    assert call("run", "--inventory", str(source), "--out", str(tmp_path), *QUICK) == 1
    assert recheck(tmp_path, "kind-missing", "--quiet") == 1

    web.pages["/min/contact"] = f"{web.pages['/min/contact']}<a href='/min/nieuw'>Een integriteitsschending melden</a>"
    web.pages["/min/nieuw"] = melden("<p>U krijgt een ontvangstbevestiging en binnen zes weken antwoord.</p>")

    assert recheck(tmp_path, "kind-missing", "--quiet") == 0


def test_the_same_fault_in_another_form_is_not_resolved(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[KLACHT] = 404
    web.run(tmp_path)
    web.pages[KLACHT] = "> /min/"

    assert recheck(tmp_path, "page-broken", "--lang", "en") == 1
    assert "page-soft-404 f-" in capsys.readouterr().out


def test_a_page_that_is_gone_does_not_resolve_what_stood_on_it(web: SmallWeb, tmp_path: Path) -> None:
    web.pages[KLACHT] = klacht("loket@vbz.example")
    web.run(tmp_path)
    web.pages[KLACHT] = 404

    assert recheck(tmp_path, "email-mismatch", "--quiet") == 1


def test_a_finding_with_an_exception_can_be_rechecked_too(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[FOLDER] = 404
    source = web.run(tmp_path)
    (source / "waivers.yaml").write_text(
        "- {code: link-broken, organisation: vbz, reason: It comes back., owner: vbz, until: 2999-01-01}\n"
    )
    assert call("run", "--inventory", str(source), "--out", str(tmp_path), *QUICK) == 0

    assert recheck(tmp_path, "link-broken", "--lang", "en") == 1
    assert "exception up to and including 2999-01-01: It comes back." in capsys.readouterr().out
    web.pages = pages()
    assert recheck(tmp_path, "link-broken", "--quiet") == 0


def test_an_inventory_that_was_put_right_resolves_its_findings(web: SmallWeb, tmp_path: Path) -> None:
    moved(web)
    source = web.run(tmp_path)
    file = source / "ministries/vbz.yaml"
    file.write_text(file.read_text().replace(KLACHT, "/min/x"))

    assert recheck(tmp_path, "page-moved", "--quiet") == 1
    assert recheck(tmp_path, "page-moved", "--quiet", "--inventory", str(source)) == 0


def test_programs_get_the_answer_with_its_evidence(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[FOLDER] = 404
    web.run(tmp_path)

    assert recheck(tmp_path, "link-broken", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["now"], told["code"], told["current"]["evidence"]["quote"]) == (
        "open",
        "link-broken",
        "Lees de folder",
    )
    assert {visit["url"]: visit["status"] for visit in told["visits"]} == {
        web.origin + FOLDER: 404,
        web.origin + KLACHT: 200,
    }
    assert told["visits"][0]["fetched"]


def test_the_history_gets_to_know(web: SmallWeb, tmp_path: Path) -> None:
    web.pages[FOLDER] = 404
    web.run(tmp_path)
    finding = findings(tmp_path)["link-broken"]["id"]
    recheck(tmp_path, "link-broken", "--quiet")
    web.pages = pages()
    recheck(tmp_path, "link-broken", "--quiet")

    with opened(tmp_path) as history:
        assert [(one.finding, one.solved) for one in history.rechecks()] == [(finding, False), (finding, True)]


def test_the_beginning_of_an_id_is_enough_when_there_is_only_one(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages |= {FOLDER: 404, "/waar-melden": REFERRAL}
    web.run(tmp_path)
    name = findings(tmp_path)["link-broken"]["id"]

    assert call("recheck", name[:8], "--out", str(tmp_path), *SPEED, "--quiet") == 1
    assert call("recheck", "f-", "--out", str(tmp_path), *SPEED) == 2
    assert "begins more than one id" in capsys.readouterr().err
    assert call("recheck", name[:-1] + "x", "--out", str(tmp_path), *SPEED) == 2
    assert f"{name}  link-broken" in capsys.readouterr().err
    assert sorted(web.asked) == [FOLDER, FOLDER, KLACHT, "/robots.txt"]  # a dead end is confirmed


def test_without_a_report_it_is_said_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("recheck", "f-1", "--out", str(tmp_path)) == 2
    assert "meldroute check" in capsys.readouterr().err
    assert call("recheck", "f-1", "--out", str(tmp_path / "nowhere")) == 2


def test_a_web_that_does_not_answer_is_not_measured(tmp_path: Path) -> None:
    with served() as gone:
        gone.pages[FOLDER] = 404
        gone.run(tmp_path)

    assert recheck(tmp_path, "link-broken", "--quiet") == 3
