"""What a check is, and the register of all checks.

A check is one pure generator that declares its subject and yields a `Fault` for each failing. Its name, with hyphens,
is the finding code; the first line of its docstring is the expectation, stated as true.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from expectations.model import Family, Fault, Severity, Verdict

Subject = TypeVar("Subject")
Find = Callable[[Subject], Iterator[Fault]]

# All codes of the design, in its order: where two fit the same cause, the one that stands first is said.
CODES: Mapping[Family, tuple[str, ...]] = {
    Family.MISSING: (
        "route-missing",
        "translation-missing",
        "kind-missing",
        "route-unlinked",
        "referral-missing",
        "channel-missing",
        "statement-missing",
    ),
    Family.BROKEN: (
        "page-broken",
        "page-soft-404",
        "redirect-loop",
        "certificate-invalid",
        "login-required",
        "page-unreadable",
        "link-broken",
        "email-invalid",
        "phone-invalid",
        "fragment-missing",
    ),
    Family.INCONSISTENT: (
        "audience-staff",
        "page-moved",
        "route-duplicate",
        "alias-conflict",
        "language-conflict",
        "email-mismatch",
        "phone-mismatch",
        "address-mismatch",
        "deadline-conflict",
        "name-outdated",
        "law-outdated",
        "title-mismatch",
        "route-unexpected",
    ),
    Family.HARD_TO_FIND: (
        "too-many-clicks",
        "not-indexable",
        "not-in-search",
        "document-only",
        "not-in-sitemap",
        "link-text-vague",
        "hard-to-read",
        "page-stale",
    ),
    Family.UNVERIFIED: (
        "blocked",
        "unreachable",
        "robots-disallowed",
        "script-required",
        "crawl-incomplete",
        "waiver-expired",
        "waiver-unused",
    ),
}
# Retired code -> what became of it, so that a waiver for it explains itself.
RETIRED: Mapping[str, str] = {}

_ORDER = {code: number for number, code in enumerate(code for codes in CODES.values() for code in codes)}


class CheckError(Exception):
    """A check is declared wrongly: a fault of our own."""


class Once(StrEnum):
    """When several subjects show the same fault: what makes it one finding."""

    SUBJECT = "subject"  # never: each subject's fault is its own
    PAGE = "page"  # a page that serves several routes has it once
    TARGET = "target"  # a dead target is one cause, on however many pages it is linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule. `verdict` is what a finding makes of its route, None when it never changes a verdict."""

    code: str
    expectation: str
    on: tuple[type[Any], ...]
    severity: Severity
    family: Family
    verdict: Verdict | None
    once_per: Once
    find: Find[Any]


_REGISTER: dict[str, Check] = {}


def check(
    *,
    on: type[Any] | tuple[type[Any], ...],
    severity: Severity,
    family: Family,
    verdict: Verdict | None = None,
    colours: bool = True,
    once_per: Once = Once.SUBJECT,
) -> Callable[[Find[Subject]], Find[Subject]]:
    """Enters a generator into the register; without `verdict` the verdict follows from family and severity, unless it
    never `colours` one."""

    def enter(find: Find[Subject]) -> Find[Subject]:
        code = find.__name__.replace("_", "-")
        if code not in CODES[family] or code in RETIRED:
            raise CheckError(f"{code} is no code of the family {family.value}")
        if not find.__doc__:
            raise CheckError(f"{code} has no docstring that states its expectation")
        _REGISTER[code] = Check(
            code=code,
            expectation=find.__doc__.strip().splitlines()[0],
            on=on if isinstance(on, tuple) else (on,),
            severity=severity,
            family=family,
            verdict=(verdict or _usual_verdict(family, severity)) if colours else None,
            once_per=once_per,
            find=find,
        )
        return find

    return enter


def load_checks() -> None:
    """Imports every module of `expectations.checks`, which enters its check into the register."""
    package = importlib.import_module("expectations.checks")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")


def register() -> tuple[Check, ...]:
    """All checks, in the order of the design."""
    load_checks()
    return tuple(sorted(_REGISTER.values(), key=lambda found: precedence(found.code)))


def precedence(code: str) -> int:
    """The place of a code in the design; unknown codes of later versions come last."""
    return _ORDER.get(code, len(_ORDER))


def _usual_verdict(family: Family, severity: Severity) -> Verdict | None:
    if family is Family.UNVERIFIED:
        return Verdict.UNVERIFIED
    return None if severity is Severity.NOTICE else Verdict(family.value)
