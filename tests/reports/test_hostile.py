"""Nothing from the web reaches a report unescaped."""

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from expectations.model import Language
from reports import csv_report, html_report, json_report, junit_report, markdown_report
from reports.render import write_all
from tests.reports.golden import shown
from tests.reports.hostile import HOSTILE, HOSTILE_MARKDOWN, hostile_report

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SCHEMES = re.compile(r"^(?:https?://|#|\.\./[\w-][\w./-]*$|[a-z0-9_-]+\.html(?:#[A-Za-z0-9_-]+)?$)")


class Elements(HTMLParser):
    """The start tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", Language)
def test_html_runs_nothing_and_links_only_to_the_web(text: str, lang: Language) -> None:
    for name, page in html_report.render(hostile_report(text), lang).items():
        elements = Elements()
        elements.feed(page)
        assert not {tag for tag, _ in elements.found} & {"script", "img", "iframe", "object", "x"}, name
        for _, attributes in elements.found:
            assert not [attribute for attribute in attributes if attribute.startswith("on") or attribute == "style"]
            assert _SCHEMES.match(attributes.get("href") or "#"), attributes
        assert not _CONTROLS.search(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(text: str) -> None:
    rendered = csv_report.render(hostile_report(text), Language.NL).removeprefix("\ufeff")

    rows = list(csv.reader(io.StringIO(rendered, newline="")))
    assert {len(row) for row in rows} == {len(csv_report.COLUMNS)}
    assert len(rows) == 5
    assert not [cell for row in rows for cell in row if cell.strip().startswith(tuple("=+-@\t\r＝＋－＠"))]
    assert not _CONTROLS.search(rendered)


@pytest.mark.parametrize("text", HOSTILE)
def test_junit_is_well_formed(text: str) -> None:
    root = ElementTree.fromstring(junit_report.render(hostile_report(text), Language.NL))

    assert len(root.findall("testsuite")) == 2
    assert not _CONTROLS.search("".join(root.itertext()))


@pytest.mark.parametrize("text", HOSTILE)
def test_json_survives(text: str, tmp_path: Path) -> None:
    json_report.write(hostile_report(text), tmp_path / "1.json")
    json_report.write(json_report.read(tmp_path / "1.json"), tmp_path / "2.json")

    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()


@pytest.mark.parametrize("text", HOSTILE)
def test_the_terminal_shows_text_as_text(text: str) -> None:
    told = shown(hostile_report(text), Language.NL)

    assert not _CONTROLS.search(told)
    if "[bold red]" in text:
        assert "[bold red]rood[/]" in told


@pytest.mark.parametrize("text", HOSTILE)
def test_files_stay_in_their_folder(text: str, tmp_path: Path) -> None:
    write_all(hostile_report(text), tmp_path / "out", Language.NL)

    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    pages = sorted((tmp_path / "out" / "report").iterdir())
    assert len(pages) == 3
    assert all(re.fullmatch(r"[a-z0-9_-]{1,100}\.html", path.name) for path in pages)
    for folder in ("feeds", "mail"):
        names = [path.name for path in (tmp_path / "out" / folder).iterdir()]
        assert len(names) == 2
        assert all(re.fullmatch(r"[a-z0-9_-]{1,100}\.(atom|eml)", name) for name in names)


@pytest.mark.parametrize("text", [*HOSTILE, *HOSTILE_MARKDOWN])
@pytest.mark.parametrize("lang", Language)
def test_markdown_has_no_markup_mention_or_command_of_the_web(text: str, lang: Language) -> None:
    told = markdown_report.render(hostile_report(text), lang)

    assert not _CONTROLS.search(told)
    assert not re.search(r"<(?!https?://[^\s<>]*>|/?span>)", told)
    assert not re.search(r"(?<!\w)@\w", re.sub("<https?://[^>]*>", "", told))
    assert not re.search(r"::|##\[|(?<!\\)`|!\[|(?<!\\)\]\(", told)
    tables = [line for line in told.split("\n") if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} == {5, 4}
