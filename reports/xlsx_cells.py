"""The columns of findings.xlsx, and what fits in a cell."""

from collections.abc import Callable
from dataclasses import dataclass

from expectations.model import Finding, Language
from reports import texts
from reports.names import Names
from reports.texts.files import labels

MOST_SIGNS = 32_767  # of one cell, in UTF-16 as spreadsheets count
# What web editors fill in; `number` tells which finding a row is about.
FILLED_IN = ("new-address", "waiver-reason", "waiver-owner", "waiver-until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`label` is the header's word among the labels; `name` is the same in every language."""

    name: str
    label: str
    width: int
    value: Callable[[Finding, Names], str | int]


def columns(lang: Language) -> tuple[Column, ...]:
    t = labels(lang)

    def column(name: str, width: int, value: Callable[[Finding, Names], str | int], label: str = "") -> Column:
        return Column(name=name, label=label or name, width=width, value=value)

    return (
        column("number", 16, lambda x, _: x.id),
        column("severity", 14, lambda x, _: t["severity-" + x.severity]),
        column("state", 13, lambda x, _: t["state-" + x.state]),
        column("finding", 28, lambda x, _: texts.title(x.code, lang)),
        column("message", 60, lambda x, names: texts.message(x, lang, names), "what"),
        column("remedy", 60, lambda x, names: texts.remedy(x, lang, names)),
        column("page", 44, lambda x, _: x.page or ""),
        column("target", 44, lambda x, _: x.target or ""),
        column("quote", 40, lambda x, _: x.evidence.quote),
        column("expected", 24, lambda x, _: x.expected or ""),
        column("found", 24, lambda x, _: x.found or ""),
        column("route-title", 30, _title, "route"),
        column("language", 12, lambda x, _: t["language-" + x.language] if x.language else ""),
        column("since", 13, lambda x, _: x.first_seen),
        column("occurrences", 12, lambda x, _: x.occurrences),
        column("new-address", 36, lambda _, __: ""),
        column("waiver-reason", 36, lambda x, _: x.waiver.reason if x.waiver else ""),
        column("waiver-owner", 22, lambda x, _: x.waiver.owner if x.waiver else ""),
        column("waiver-until", 22, lambda x, _: x.waiver.until.isoformat() if x.waiver else ""),
        column("code", 20, lambda x, _: x.code),
        column("organisation", 14, lambda x, _: x.organisation),
    )


def cell_text(text: str, lang: Language) -> str:
    """The text as it fits in one cell; what was cut off is said."""
    if len(text) <= MOST_SIGNS // 2 or len(text.encode("utf-16-le")) <= 2 * MOST_SIGNS:
        return text
    note = labels(lang)["shortened"]
    kept = text.encode("utf-16-le")[: 2 * (MOST_SIGNS - len(note))].decode("utf-16-le", "ignore")
    return kept + note


def _title(finding: Finding, names: Names) -> str:
    if not finding.route:
        return ""
    return names.route(finding.organisation, finding.route, finding.language)
