"""The rules that results.sarif names: all checks, with their words."""

from collections.abc import Iterable
from typing import Any

from expectations.check import register
from expectations.model import Family, Finding, Language, Severity
from reports import texts

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}

Json = dict[str, Any]


def rules(findings: Iterable[Finding], lang: Language) -> list[Json]:
    """One rule per check, in the order of the design, and one per code that no check of this version has."""
    own = [_rule(check.code, check.severity, check.family, lang) for check in register()]
    known = {rule["id"] for rule in own}
    foreign = {x.code: x for x in findings if x.code not in known}
    return own + [_rule(x.code, x.severity, x.family, lang) for _, x in sorted(foreign.items())]


def _rule(code: str, severity: Severity, family: Family, lang: Language) -> Json:
    return {
        "id": code,
        "shortDescription": {"text": texts.title(code, lang)},
        "fullDescription": {"text": texts.why(code, lang)},
        "help": {"text": texts.general_remedy(code, lang)},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {"tags": [family.value]},
    }
