"""`inventory propose`: what the crawl found and the inventory lacks, as a diff, and on request in the files."""

import json
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.small_web import FOLDER, KLACHT, MAIL, MELDEN, QUICK, SmallWeb, call, klacht, melden


def propose(folder: Path, *more: str) -> int:
    return call("inventory", "propose", "--out", str(folder), *more)


def changed(text: str) -> list[str]:
    """The lines that a diff adds or takes away."""
    return [line for line in text.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_an_inventory_that_agrees_with_the_web_gets_no_proposal(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = web.run(tmp_path / "run")
    before = (source / "ministries/vbz.yaml").read_bytes()

    assert propose(tmp_path / "run", "--inventory", str(source), "--write") == 0
    assert "nothing to propose" in capsys.readouterr().out
    assert (source / "ministries/vbz.yaml").read_bytes() == before


def test_a_page_that_moved_and_a_new_channel_are_shown_and_nothing_is_written(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages["/min/over/klacht-indienen"] = klacht()
    web.pages[KLACHT] = "> /min/over/klacht-indienen"
    source = web.run(tmp_path / "run")
    before = (source / "ministries/vbz.yaml").read_bytes()

    assert propose(tmp_path / "run") == 0
    told = capsys.readouterr()
    at = web.origin
    assert [line for line in changed(told.out) if "verified" not in line] == [
        f"-    url: {{nl: '{at}{KLACHT}'}}",
        f"+    url: {{nl: '{at}/min/over/klacht-indienen'}}",
        f"-    source: {at}{KLACHT}",
        f"+    source: {at}/min/over/klacht-indienen",
    ]
    assert "page-moved f-" in told.err
    assert (source / "ministries/vbz.yaml").read_bytes() == before


def test_what_is_written_keeps_everything_else_and_is_the_diff(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[KLACHT] = klacht("loket@vbz.example", "<p>Bel ons: 070 123 45 67</p>")
    source = web.run(tmp_path / "run")
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", str(source), str(copy)], check=True)

    assert propose(tmp_path / "run", "--inventory", str(source), "--write") == 0
    told = capsys.readouterr().out
    text = (source / "ministries/vbz.yaml").read_text()
    assert "channels: {email: [loket@vbz.example], phone: [070 123 45 67]}" in text
    assert "  - id: klacht   # since 2019\n" in text
    assert 'title: {nl: "Een klacht' in text
    assert len(changed(told)) == 4  # channels and verified
    subprocess.run(["patch", "-p1", "-s"], cwd=copy, input=told, text=True, check=True)
    assert (copy / "ministries/vbz.yaml").read_text() == text
    assert call("inventory", "validate", str(source)) == 0


def test_a_route_that_nobody_declared_gets_an_entry_and_is_expected_from_then_on(web: SmallWeb, tmp_path: Path) -> None:
    web.pages["/min/misstanden-melden"] = (
        "<h1>Een misstand melden als klokkenluider</h1><p>U kunt hier een misstand bij het ministerie melden. U krijgt"
        " een ontvangstbevestiging en binnen zes weken antwoord. Stuur uw melding naar ons.</p>"
        + MAIL.format("misstanden@vbz.example")
    )
    web.pages["/min/contact"] = f"{web.pages['/min/contact']}<a href='/min/misstanden-melden'>Misstanden melden</a>"
    source = web.run(tmp_path / "run")

    assert propose(tmp_path / "run", "--inventory", str(source), "--write") == 0
    text = (source / "ministries/vbz.yaml").read_text()
    assert "  - id: misstanden-melden\n    kinds: [whistleblower]\n" in text
    assert "channels: {email: [misstanden@vbz.example]}" in text
    assert propose(tmp_path / "run", "--inventory", str(source)) == 0


def test_a_second_proposal_finds_nothing_left(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[KLACHT] = klacht("loket@vbz.example", "<p>Schrijf naar Postbus 20061, 2500 EB Den Haag</p>")
    source = web.run(tmp_path / "run")
    assert propose(tmp_path / "run", "--inventory", str(source), "--write") == 0
    capsys.readouterr()

    assert propose(tmp_path / "run", "--inventory", str(source), "--write") == 0
    assert "nothing to propose" in capsys.readouterr().out


def test_contacts_of_other_bodies_are_not_proposed(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[KLACHT] = klacht(more="<h2>Nationale ombudsman</h2><p>Bel de Nationale ombudsman: 0800 335 55 55</p>")
    web.run(tmp_path / "run")

    assert propose(tmp_path / "run") == 0
    assert "nothing to propose" in capsys.readouterr().out


def test_what_somebody_accepted_is_not_proposed(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[KLACHT] = klacht("loket@vbz.example")
    source = web.run(tmp_path / "run")
    (source / "waivers.yaml").write_text(
        "- {code: email-mismatch, organisation: vbz, reason: a test of two months, owner: vbz, until: 2999-01-01}\n"
    )

    assert propose(tmp_path / "run", "--inventory", str(source)) == 0
    assert "klachten@vbz.example" not in "".join(changed(capsys.readouterr().out))


def test_writing_needs_the_directory_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert propose(tmp_path, "--write") == 2
    assert "--inventory DIR" in capsys.readouterr().err


def test_without_a_crawl_it_is_said_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert propose(tmp_path) == 2
    assert "meldroute crawl" in capsys.readouterr().err


def fill(path: Path, code: str, **cells: str) -> None:
    """Fills in columns, named by the start of their header, of the rows with a code."""
    book = load_workbook(path)
    for sheet in book.worksheets[1:]:
        headers = [str(cell.value) for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            if code in (cell.value for cell in row):
                for name, value in cells.items():
                    row[next(n for n, head in enumerate(headers) if head.startswith(name))].value = value
    book.save(path)


def test_what_editors_filled_in_comes_back_into_the_inventory_and_works(web: SmallWeb, tmp_path: Path) -> None:
    web.pages[KLACHT] = 404
    web.pages[FOLDER] = 404
    web.pages[MELDEN] = melden(f"<p><a href='{FOLDER}'>Folder</a></p>")
    source = web.run(tmp_path / "run")
    workbook = tmp_path / "run/findings.xlsx"
    fill(workbook, "page-broken", Nieuw=f"{web.origin}/min/nieuw")
    fill(workbook, "link-broken", Reden="De folder komt terug.", Eigenaar="redactie", Geldt="2999-01-01")

    arguments = ("--inventory", str(source), "--from", str(workbook))
    assert propose(tmp_path / "run", *arguments, "--write") == 0

    web.pages["/min/nieuw"] = klacht()
    again = ("--inventory", str(source), "--out", str(tmp_path / "again"), "--fail-on", "warning", *QUICK)
    assert call("run", *again) == 1  # nothing leads to the new page yet
    findings = {f["code"]: f for f in json.loads((tmp_path / "again/report.json").read_text())["findings"]}
    assert findings["link-broken"]["state"] == "waived"
    assert "page-broken" not in findings


def test_rows_that_cannot_be_used_are_all_told_and_nothing_is_written(
    web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.pages[KLACHT] = 404
    source = web.run(tmp_path / "run")
    workbook = tmp_path / "run/findings.xlsx"
    fill(workbook, "page-broken", Nieuw="/min/nieuw", Reden="Later.", Geldt="morgen")
    before = (source / "ministries/vbz.yaml").read_bytes()

    assert propose(tmp_path / "run", "--inventory", str(source), "--from", str(workbook), "--write") == 2
    told = capsys.readouterr().err
    assert "has 3 faults; nothing was changed." in told
    assert 'row 2: the new address "/min/nieuw" is not absolute' in told
    assert (source / "ministries/vbz.yaml").read_bytes() == before
    assert not (source / "waivers.yaml").exists()


@pytest.mark.parametrize("name", ["nowhere.xlsx", "report.json"])
def test_what_is_no_workbook_is_told(
    name: str, web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.run(tmp_path / "run")

    assert propose(tmp_path / "run", "--from", str(tmp_path / "run" / name)) == 2
    assert name in capsys.readouterr().err
