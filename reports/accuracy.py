"""How often the program is right, as docs/accuracy.md says, in words for the report."""

import tomllib
from functools import cache
from importlib.resources import files

from expectations.model import Language
from reports.texts.files import labels


@cache
def figures() -> dict[str, str]:
    return tomllib.loads(files("reports.texts").joinpath("accuracy.toml").read_text(encoding="utf-8"))


def accuracy(lang: Language) -> dict[str, str]:
    """The figures with precision and recall in percent."""
    shares = {name: _percent(figures()[name], lang) for name in ("precision", "recall")}
    return figures() | shares


def _percent(share: str, lang: Language) -> str:
    """`0.989` as `98,9%`."""
    return f"{100 * float(share):.1f}".removesuffix(".0").replace(".", labels(lang)["decimal"]) + "%"
