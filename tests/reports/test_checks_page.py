"""The page of checks cannot drift."""

from pathlib import Path

from expectations.check import register
from reports import checks_page

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_is_what_the_program_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == checks_page.render(), (
        "run: python -m reports.checks_page > docs/checks.md"
    )


def test_every_check_is_on_the_page() -> None:
    for check in register():
        assert f"### `{check.code}`" in checks_page.render()
