"""Where a result of results.sarif is: its line in the inventory, and the web addresses that it is about."""

from typing import Any
from urllib.parse import quote

from expectations.model import Finding, Language, Report
from reports.html_filters import is_web
from reports.texts.files import labels

_KEPT = "/?#@!$&'()*+,;=:%~-._[]"  # all that an address may hold
_WAIVERS = "waivers.yaml"

Json = dict[str, Any]


class Places:
    """The places that one report knows."""

    def __init__(self, report: Report, lang: Language) -> None:
        self._files = {x.id: x.file for x in report.organisations}
        self._lines = {(x.id, route.id): route.line for x in report.organisations for route in x.routes}
        self._labels = labels(lang)

    def of(self, finding: Finding) -> Json:
        """Where the inventory says what is expected: the route's line, else the start of the organisation's file."""
        parts = (finding.organisation, finding.route, finding.language)
        name = "/".join(part for part in parts if part)
        place: Json = {"logicalLocations": [{"fullyQualifiedName": name}]} if name else {}
        is_waiver = finding.code.startswith("waiver-")
        file = _WAIVERS if is_waiver else self._files.get(finding.organisation)
        if file:
            line = _line(finding) if is_waiver else self._lines.get((finding.organisation, finding.route or ""), 0)
            where = {"uri": quote(file), "uriBaseId": "INVENTORY"}
            place["physicalLocation"] = {"artifactLocation": where, "region": {"startLine": max(line, 1)}}
        return place

    def related(self, finding: Finding) -> list[Json]:
        """The page and the address that the finding is about, each once."""
        told: dict[str, str] = {}
        for address, label in ((finding.page, "page"), (finding.target, "target")):
            if address and is_web(address):
                told.setdefault(quote(address, safe=_KEPT), self._labels[label])
        return [
            {"id": number, "physicalLocation": {"artifactLocation": {"uri": uri}}, "message": {"text": text}}
            for number, (uri, text) in enumerate(told.items(), 1)
        ]


def _line(finding: Finding) -> int:
    """The line of the waiver that a finding is about."""
    line = finding.facts.get("line", "")
    return int(line) if line.isdecimal() else 0
