"""A house style for the report."""

from pathlib import Path

import pytest

from expectations.model import Language
from reports import html_report
from reports.theme import LARGEST, ThemeError, read
from tests.reports.sample import sample_report

GOOD = """@charset "utf-8";
/* Our own { colours */
:root { --nl-heading-color: #154273; --utrecht-link-color: #007bc7; }
@media (prefers-color-scheme: dark) { :root { --nl-heading-color: #fff } }
@font-face { font-family: Own; src: url("data:font/woff2;base64,AAAA") format("woff2"); }
h1::before { content: "}(é\\201C"; background: url(data:image/png;base64,AAAA), url(#shape-ok); }
"""


def theme(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "huisstijl.css"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_stylesheet_is_used_as_it_is(tmp_path: Path) -> None:
    assert read(theme(tmp_path, GOOD)) == GOOD
    assert read(theme(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())) == GOOD


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('a { color: red }\n@import "https://x.example/a.css";', 2, "@import is not allowed"),
        ("a { color: red }\n@IMPORT url(x.css);", 2, "@import is not allowed"),
        ("a { color: red }\n@\\69mport 'x';", 2, "@import is not allowed"),
        ("a {\n background: url(https://x.example/a.png) }", 2, "url(https://x.example/a.png) is not allowed"),
        ("a {\n background: url( '/a.png' ) }", 2, "is not allowed"),
        ("a { b: u\\72 l(//x.example/a) }", 1, "is not allowed"),
        ("a { b: URL(\n'file:///etc/passwd') }", 1, "is not allowed"),
        ("a { b: url(data:text/html,x) }", 1, "is not allowed"),
        ("a { b: image-set('https://x.example/a.png' 1x) }", 1, "image-set() is not allowed"),
        ("a { width: expression(alert(1)) }", 1, "scripts are not allowed"),
        ("a { -moz-binding: none }", 1, "scripts are not allowed"),
        ("a { b: c }\n</style><script>alert(1)</script>", 2, "holds HTML"),
        ("a { b: 'c</STYLE>' }", 1, "holds HTML"),
        ("/* <!-- */ a { b: c }", 1, "holds HTML"),
        ("a { b: c\x00 }", 1, "control characters"),
        ("a { b: c", 1, "{ is not closed"),
        ("a { b: c }\n}", 2, "} closes nothing"),
        ("a { b: (c }", 1, "} closes nothing"),
        ("a { b: c }\n/* d", 2, "/* is not closed"),
        ('a { b: "c\n" }', 1, '" is not closed'),
        ("", 1, "it has no rule"),
        ("Beste lezer", 1, "it has no rule"),
    ],
)
def test_what_is_no_stylesheet_or_reaches_outside_is_refused(tmp_path: Path, text: str, line: int, what: str) -> None:
    with pytest.raises(ThemeError, match=f"huisstijl.css cannot be used:\n(?:.*\n)*  line {line}: ") as told:
        read(theme(tmp_path, text))

    assert what in str(told.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ThemeError) as told:
        read(theme(tmp_path, "@import 'a';\n@import 'b';\na { b: url(c) }"))

    assert str(told.value).count("  line ") == 3


@pytest.mark.parametrize(
    ("content", "what"), [(b"\x89PNG\r\n\xff", "not UTF-8"), (b"a{b:c}" + b" " * LARGEST, "too large")]
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, what: str) -> None:
    with pytest.raises(ThemeError, match=what):
        read(theme(tmp_path, content))


@pytest.mark.parametrize("name", ["", "nowhere.css"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ThemeError, match="cannot be read"):
        read(tmp_path / name)


def test_the_theme_comes_after_our_own_style_on_every_page() -> None:
    for page in html_report.render(sample_report(), Language.NL, GOOD).values():
        assert page.count("<style>") == 2
        assert page.index("--nl-heading-color: #12324a") < page.index("--nl-heading-color: #154273")
        assert page.count("'sha256-") == 2
        assert "font-src data:" in page


def test_without_a_theme_not_even_fonts_are_allowed() -> None:
    assert "font-src" not in html_report.render(sample_report(), Language.NL)["index.html"]
