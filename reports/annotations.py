"""Findings as workflow commands of GitHub Actions, which shows them at their lines of the inventory.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator

from expectations.model import Finding, Language, Report, Severity, State
from reports import texts
from reports.clean import clean
from reports.names import Names
from reports.sarif_places import Places
from reports.summary import by_harm
from reports.texts.files import labels

MOST = 10  # of each severity; GitHub shows no more of one step
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report, inventory: str, lang: Language) -> Iterator[str]:
    """One line per finding that is not waived, the most harmful first; `inventory` is its folder in the repository.

    What is left out is counted in a last line.
    """
    report = clean(report)
    names, places = Names.of(report), Places(report, lang)
    told = [finding for finding in by_harm(report.findings) if finding.state is not State.WAIVED]
    for severity in Severity:
        same = [finding for finding in told if finding.severity is severity]
        for finding in same[:MOST]:
            yield _command(finding, names, places, inventory, lang)
        if len(same) > MOST:
            told_of = labels(lang)["shown-of"].format(shown=MOST, total=len(same))
            yield f"::notice title={severity}::{_escaped(told_of, _IN_DATA)}"


def _command(finding: Finding, names: Names, places: Places, inventory: str, lang: Language) -> str:
    where = places.of(finding).get("physicalLocation")
    properties = {"title": texts.title(finding.code, lang)}
    if where:
        file = f"{inventory.rstrip('/')}/{where['artifactLocation']['uri']}"
        properties |= {"file": file, "line": str(where["region"]["startLine"])}
    told = ",".join(f"{key}={_escaped(value, _IN_PROPERTIES)}" for key, value in properties.items())
    message = texts.message(finding, lang, names)
    return f"::{_COMMANDS[finding.severity]} {told}::{_escaped(message, _IN_DATA)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
