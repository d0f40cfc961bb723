"""Tells what became of one finding that was looked at again: for people, and for programs."""

from collections.abc import Iterator
from typing import Any

from expectations.check import CODES
from expectations.model import Family, Finding, Language, Now, Recheck, Visit
from reports import texts
from reports.clean import clean
from reports.json_encode import finding as encoded
from reports.names import Names
from reports.texts.files import labels

_HARD_TO_REACH = frozenset({"too-many-clicks", "route-unlinked", "link-text-vague", *CODES[Family.MISSING][:3]})
_MOST = 20  # visits that are told one by one


def told(recheck: Recheck, names: Names, lang: Language) -> str:
    """The answer first, then what it rests on."""
    return "\n".join(_lines(clean(recheck), names, lang))


def as_json(recheck: Recheck, names: Names) -> dict[str, Any]:
    """The same for programs."""
    recheck = clean(recheck)
    return {
        "finding": recheck.finding.id,
        "code": recheck.finding.code,
        "now": recheck.now.value,
        "moment": recheck.moment,
        "requests": recheck.requests,
        "current": encoded(recheck.current, names) if recheck.current else None,
        "instead": [encoded(finding, names) for finding in recheck.instead],
        "visits": [
            {
                "url": visit.address,
                "outcome": visit.outcome.value,
                "status": visit.status,
                "location": visit.location,
                "fetched": visit.fetched,
            }
            for visit in recheck.visits
        ],
        "incomplete": recheck.incomplete,
    }


def _lines(recheck: Recheck, names: Names, lang: Language) -> Iterator[str]:
    t, finding = labels(lang), recheck.finding
    yield f"{t['recheck-' + recheck.now]}: {texts.title(finding.code, lang)} ({finding.code} {finding.id})"
    yield f"{t['recheck-was']}: {texts.message(finding, lang, names)}"
    if recheck.current:
        yield from _current(recheck.current, finding, names, lang)
    if recheck.instead:
        yield f"{t['recheck-instead']}:"
        yield from (f"  {x.code} {x.id}: {texts.message(x, lang, names)}" for x in recheck.instead)
    if recheck.now is Now.UNVERIFIED:
        yield t["recheck-incomplete" if recheck.incomplete else "recheck-unseen"]
    if recheck.visits:
        yield t["recheck-looked"].format(moment=recheck.moment, requests=recheck.requests) + ":"
        yield from (f"  {_visit(visit, lang)}" for visit in recheck.visits[:_MOST])
        yield from [f"  ... ({len(recheck.visits)})"] if len(recheck.visits) > _MOST else []
    else:
        yield t["recheck-none"]
    if recheck.now is Now.OPEN and finding.code in _HARD_TO_REACH:
        yield t["recheck-elsewhere"]


def _current(current: Finding, before: Finding, names: Names, lang: Language) -> Iterator[str]:
    t, message = labels(lang), texts.message(current, lang, names)
    same = message == texts.message(before, lang, names)
    yield f"{t['recheck-is']}: {t['recheck-same'] if same else message}"
    if current.evidence.quote:
        yield f"  “{current.evidence.quote}”"
    if current.waiver:
        until = current.waiver.until.isoformat()
        yield t["recheck-waived"].format(until=until, reason=current.waiver.reason)


def _visit(visit: Visit, lang: Language) -> str:
    status = f" {visit.status}" if visit.status else f" {visit.cause}" if visit.attempts else ""
    onward = f" -> {visit.location}" if visit.location else ""
    return f"{visit.address}{onward}:{status} ({labels(lang)['outcome-' + visit.outcome]})"
