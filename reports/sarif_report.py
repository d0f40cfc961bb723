"""results.sarif for code scanning: SARIF 2.1.0, each result at the line of the inventory that says what is expected.

Levels follow severities; what could not be measured has the kind `open` and therefore, by the standard, no level.
"""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from expectations.model import Family, Finding, Language, Report, State
from reports import run_time, texts
from reports.clean import clean
from reports.files import write_text
from reports.names import Names
from reports.sarif_places import Places
from reports.sarif_rules import LEVELS, rules
from reports.summary import by_harm
from reports.texts.files import labels

MOST_RESULTS = 25_000  # GitHub reads no more of one run
MOST_BYTES = 10_000_000
_HEAD_BYTES = 200_000  # rules, and what else stands around the results
_DEPTH = 8  # how far results are indented
_SIGNS = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})

Json = dict[str, Any]


def write(report: Report, path: Path, lang: Language) -> None:
    write_text(path, render(report, lang))


def render(report: Report, lang: Language, most_results: int = MOST_RESULTS, most_bytes: int = MOST_BYTES) -> str:
    """Most harmful first, waived last; what does not fit is left out, and the run says how many there are."""
    report = clean(report)
    findings = by_harm(report.findings)
    own_rules = rules(findings, lang)
    index = {rule["id"]: number for number, rule in enumerate(own_rules)}
    names, places = Names.of(report), Places(report, lang)
    results = _fitting((_result(x, index, names, places, lang) for x in findings), most_results, most_bytes)
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(report, own_rules, results, lang)],
    }
    return json.dumps(log, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _fitting(results: Iterable[Json], most_results: int, most_bytes: int) -> list[Json]:
    kept: list[Json] = []
    size = _HEAD_BYTES
    for result in results:
        text = textwrap.indent(json.dumps(result, ensure_ascii=False, indent=2), " " * _DEPTH)
        size += len(text.encode()) + len(",\n")
        if len(kept) == most_results or size > most_bytes:
            break
        kept.append(result)
    return kept


def _run(report: Report, own_rules: list[Json], results: list[Json], lang: Language) -> Json:
    shown, total = len(results), len(report.findings)
    driver = {"name": "meldroute", "version": report.run.program, "language": lang.value, "rules": own_rules}
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"meldroute/{report.run.id}"},
        "invocations": [_invocation(report, shown, total, lang)],
        "originalUriBaseIds": {"INVENTORY": {"description": {"text": labels(lang)["sarif-inventory"]}}},
        "language": lang.value,
        "results": results,
        "properties": {"shown": shown, "total": total},
    }


def _invocation(report: Report, shown: int, total: int, lang: Language) -> Json:
    run = report.run
    times = {"startTimeUtc": run_time.moment(run.started), "endTimeUtc": run_time.moment(run.finished)}
    invocation: Json = {"executionSuccessful": run.finished is not None}
    invocation |= {name: time for name, time in times.items() if time}
    if shown < total:
        text = labels(lang)["shown-of"].format(shown=shown, total=total)
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _result(finding: Finding, index: Mapping[str, int], names: Names, places: Places, lang: Language) -> Json:
    said = (texts.message(finding, lang, names), texts.remedy(finding, lang, names))
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        **_weight(finding),
        "message": {"text": " ".join(said).translate(_SIGNS)},
        "locations": [places.of(finding)],
        "partialFingerprints": {"finding/v1": finding.id, "primaryLocationLineHash": finding.id},
    }
    if related := places.related(finding):
        result["relatedLocations"] = related
    if finding.state is State.WAIVED:
        result["suppressions"] = [_suppression(finding, lang)]
    return result | {"properties": dict(_properties(finding))}


def _weight(finding: Finding) -> Json:
    unknown = finding.family is Family.UNVERIFIED and not finding.code.startswith("waiver-")
    return {"kind": "open", "level": "none"} if unknown else {"level": LEVELS[finding.severity]}


def _suppression(finding: Finding, lang: Language) -> Json:
    suppression: Json = {"kind": "external", "status": "accepted"}
    if waiver := finding.waiver:
        told = labels(lang)["waiver-text"].format(reason=waiver.reason, owner=waiver.owner, until=waiver.until)
        suppression["justification"] = told
    return suppression


def _properties(finding: Finding) -> Iterator[tuple[str, str]]:
    given = {
        "organisation": finding.organisation,
        "route": finding.route,
        "language": finding.language,
        "severity": finding.severity,
        "state": finding.state,
        "firstSeen": finding.first_seen,
    }
    return ((name, str(value)) for name, value in given.items() if value)
