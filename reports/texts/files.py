"""Reads the files with words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from expectations.model import Family, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The words for one code; `words` names, per placeholder, the table with words for its values."""

    title: str = ""
    message: tuple[str, ...] = ()
    why: str = ""
    remedy: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


@cache
def entries(lang: Language) -> Mapping[str, Entry]:
    """Every code that has words, in the order of the families and of the design."""
    return {code: _entry(table) for family in Family for code, table in _read(lang, family).items()}


@cache
def values(lang: Language) -> Mapping[str, Mapping[str, str]]:
    """The tables with words for fixed values."""
    return _read(lang, "values")


@cache
def labels(lang: Language) -> Mapping[str, str]:
    """The words of the reports themselves: headings, columns, explanations."""
    return _read(lang, "labels")


@cache
def history(lang: Language) -> Mapping[str, str]:
    """The words in which the history is told."""
    return _read(lang, "history")


def _read(lang: Language, name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(lang, f"{name}.toml").read_text(encoding="utf-8"))


def _entry(table: Mapping[str, Any]) -> Entry:
    return Entry(**{**table, "message": _sentences(table["message"]), "remedy": _sentences(table["remedy"])})


def _sentences(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
