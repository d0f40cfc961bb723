"""A report speaks one language: no word of the other one in any format, but for what the web itself said."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from email import message_from_bytes, policy
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from expectations.check import CODES
from expectations.model import Family, Finding, Language, Report
from reports.render import write_all
from tests.reports.golden import shown
from tests.reports.sample import sample_report

# Words that no sentence goes without, and that are no words of the other language.
DUTCH = frozenset(
    re.findall(
        r"\S+",
        "de het een van niet wij u uw op deze dit zijn wordt worden naar voor maar ook nog geen heeft hebben staat bij "
        "dat pagina pagina’s meldroutes bevinding bevindingen klacht melding gevonden opgelost nieuw meting",
    )
)
ENGLISH = frozenset(
    re.findall(
        r"\S+",
        "the and to not are this that with our your been has have finding findings complaint page pages found "
        "resolved new measurement warning which what there",
    )
)
NAMES = {"id", "code", "organisation", "route", "page", "target", "expected", "found", "url", "file", "found_url"}
FORMATS = ("report/*.html", "summary.md", "feed.atom", "feeds/*.atom", "mail/*.eml")


def silent(value: Any, name: str = "") -> Any:
    """The same report, in which the web and the inventory speak no language."""
    if name in ("expected", "found") and value and " " in value:
        return "Xx"
    if isinstance(value, Enum) or name in NAMES or value is None:
        return value
    if isinstance(value, str) and name in ("title", "text", "quote", "path", "reason", "owner", "nl", "en"):
        return "Xx"
    if isinstance(value, tuple):
        return tuple(silent(one, name) for one in value)
    if is_dataclass(value) and not isinstance(value, type) and name != "facts":
        return replace(value, **{x.name: silent(getattr(value, x.name), x.name) for x in fields(value)})
    if isinstance(value, Mapping) and name == "channels":
        return dict.fromkeys(value, ("x@vbz.example",))
    return value


def every_code(report: Report) -> Report:
    """One finding of every code beside those of the report, all about as little as they can be."""
    some = report.findings[0]
    bare: tuple[Finding, ...] = tuple(
        replace(some, id=f"f-{code}", code=code, family=family, page="https://a.example/x", found=None, facts={})
        for family in Family
        for code in CODES[family]
    )
    return replace(report, findings=report.findings + bare)


def read(path: Path) -> str:
    if path.suffix == ".eml":
        return str(message_from_bytes(path.read_bytes(), policy=policy.default).get_content())
    return path.read_text(encoding="utf-8")


def words(text: str) -> set[str]:
    strange = (
        r"<span lang=.*?</span>|<style>.*?</style>|<[^>]*>|(?:https?://|www\.)[^\s<>]+|[\w.+-]+@[\w.-]+|\bf-[\w-]+"
    )
    return set(re.findall(r"(?<![\w-])[\w’]+(?![\w-])", re.sub(strange, " ", text, flags=re.DOTALL).lower()))


@pytest.mark.parametrize(("lang", "other"), [(Language.NL, ENGLISH), (Language.EN, DUTCH)])
def test_no_word_of_the_other_language_is_in_a_report(lang: Language, other: frozenset[str], tmp_path: Path) -> None:
    report = silent(every_code(sample_report()))
    write_all(report, tmp_path, lang)
    told = {path: read(path) for pattern in FORMATS for path in tmp_path.glob(pattern)}

    assert len(told) > 20
    for path, text in told.items():
        assert words(text) & other == set(), path.name
    assert words(shown(report, lang)) & other == set()
