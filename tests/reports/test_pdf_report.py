"""report.pdf, read back."""

import io
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest

from expectations.model import Language
from reports import pdf_report
from reports.pdf_report import PdfError
from tests.builders import a_report, a_run
from tests.needs import pdf_library
from tests.reports.hostile import hostile_report
from tests.reports.sample import sample_report


@pytest.fixture(scope="module")
def made() -> bytes:
    pdf_library()
    return pdf_report.render(sample_report(), Language.NL)


@pytest.fixture(scope="module")
def read(made: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made))


@cache
def small(lang: Language = Language.NL, theme: str = "") -> bytes:
    pdf_library()
    return pdf_report.render(a_report(), lang, theme)


def tags(node: Any) -> list[str]:
    """The names of all structure elements below one."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [name for one in node for name in tags(one)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + tags(node.get("/K"))


def test_it_is_tagged_in_a_language_and_says_that_it_is_for_everyone(read: pypdf.PdfReader) -> None:
    root: Any = read.trailer["/Root"]

    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert read.metadata is not None
    assert read.metadata.title == "Vindbaarheid van meldroutes – 23 november 2026"


def test_headings_tables_and_pictures_are_told_apart(read: pypdf.PdfReader) -> None:
    root: Any = read.trailer["/Root"]
    found = tags(root["/StructTreeRoot"])

    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L", "/LI", "/Link"} <= set(found)
    assert found.count("/H1") == 1


def test_it_says_what_the_page_says(read: pypdf.PdfReader) -> None:
    text = " ".join("".join(page.extract_text() for page in read.pages).split())

    assert "4 van de 12 gemeten meldroutes zijn in orde (33%)." in text
    assert "Hoe de ministeries verschillen" in text
    assert "Ministerie van Rust en Stilte" in text


def test_the_same_report_gives_the_same_bytes() -> None:
    assert small.__wrapped__() == small()


def test_it_is_dated_by_the_run_and_not_by_the_clock(read: pypdf.PdfReader) -> None:
    assert read.metadata is not None
    assert {str(read.metadata[f"/{name}"]) for name in ("CreationDate", "ModDate")} == {"D:20261123200311Z"}


def test_it_speaks_the_language_of_the_report_and_wears_the_theme() -> None:
    root: Any = pypdf.PdfReader(io.BytesIO(small(Language.EN))).trailer["/Root"]

    assert root["/Lang"] == "en"
    assert small(theme="h1 { font-size: 40pt }") != small()


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("socket.socket.connect", lambda _, address: asked.append(address))
    pdf_library()
    pdf_report.render(
        a_report(), Language.NL, "h1 { background: url(http://127.0.0.1:9/x.png), url(file:///etc/passwd) }"
    )

    assert asked == []


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=http://127.0.0.1:9/x>', "\x00\ud83d", "{{ 7*7 }}"]
)
def test_hostile_words_are_only_words(text: str) -> None:
    pdf_library()

    assert pdf_report.render(hostile_report(text), Language.NL).startswith(b"%PDF-")


def test_links_lead_to_the_web_or_within_the_file(read: pypdf.PdfReader) -> None:
    actions = [
        note.get_object()["/A"]["/URI"]
        for page in read.pages
        for note in page.get("/Annots", ())
        if "/A" in note.get_object()
    ]

    assert actions
    assert all(str(target).startswith(("https://", "http://")) for target in actions)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    with pytest.raises(PdfError, match=r"pip install 'meldroute\[pdf\]'"):
        pdf_report.write(a_report(run=a_run()), tmp_path / "report.pdf", Language.NL)
    assert list(tmp_path.iterdir()) == []
