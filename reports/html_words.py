"""The words of the pages, bound to one report and language."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

from expectations.model import Finding, Language, Report, RouteResult, Severity
from reports import texts
from reports.accuracy import accuracy
from reports.names import Names
from reports.proposals import Proposal, proposal
from reports.texts import dates
from reports.texts.files import labels, values
from reports.texts.reasons import Closest, closest, reasons
from reports.texts.words import in_words

_NORMALISED = ("phone-mismatch", "address-mismatch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Templates use each public method by its name."""

    lang: Language
    names: Names
    limits: dict[str, str]
    compared: bool
    addresses: Mapping[tuple[str, str, Language], str]

    @classmethod
    def of(cls, report: Report, lang: Language) -> "Words":
        told = values(lang)["limit"]
        limits = {told.get(name.replace("-", "_"), name): value for name, value in report.run.limits.items()}
        return cls(
            lang=lang,
            names=Names.of(report),
            limits=limits,
            compared=len(report.trend) > 1,
            addresses=_addresses(report),
        )

    def all(self) -> dict[str, Any]:
        """What a template can call, by name."""
        hidden = {"of", "all", *(field.name for field in fields(self))}
        public = [name for name in dir(type(self)) if not name.startswith("_") and name not in hidden]
        return {name: getattr(self, name) for name in public} | {
            "limits": self.limits,
            "accuracy": accuracy(self.lang),
            "day": partial(dates.day, lang=self.lang),
            "moment": partial(dates.moment, lang=self.lang),
            "route_title": self.names.route,
        }

    def title_of(self, code: str) -> str:
        return texts.title(code, self.lang)

    def why(self, code: str) -> str:
        return texts.why(code, self.lang)

    def message(self, finding: Finding) -> str:
        return texts.message(finding, self.lang, self.names)

    def remedy(self, finding: Finding) -> str:
        return texts.remedy(finding, self.lang, self.names)

    def proposal(self, finding: Finding) -> Proposal | None:
        """Phone numbers and postal addresses as people write them."""
        given = proposal(finding, self.names, self._address(finding))
        if given and finding.code in _NORMALISED:
            return replace(given, text=in_words(given.text, "told", self.lang))
        return given

    def closest(self, finding: Finding) -> tuple[Closest, ...]:
        return closest(finding.facts.get("closest", ""), self.lang)

    def reasons(self, finding: Finding) -> tuple[str, ...]:
        return reasons(finding.facts.get("reasons", ""), self.lang)

    def name_of(self, organisation: str) -> str:
        return self.names.organisation(organisation, self.lang)

    def about(self, finding: Finding) -> str:
        """What tells findings with the same title apart: the route, or the kind that is expected."""
        if finding.route:
            return self.names.route(finding.organisation, finding.route, finding.language)
        return values(self.lang)["kind-name"].get(finding.expected or "", "")

    def weeks(self, deadlines: tuple[int, ...]) -> str:
        """`4, 6 en 10 weken`; empty when there are none."""
        t = labels(self.lang)
        if deadlines in ((), (1,)):
            return t["one-week"] if deadlines else ""
        return t["weeks-list"].format(list=self._listed([str(number) for number in deadlines]))

    def counted(self, findings: tuple[Finding, ...]) -> str:
        """`3 bevindingen: 1 fout en 2 waarschuwingen.`"""
        t = labels(self.lang)
        counts = [(severity, sum(x.severity is severity for x in findings)) for severity in Severity]
        told = [f"{count} {t[f'severity-{x}-{_number(count)}']}" for x, count in counts if count]
        name = "summary-findings-one" if len(findings) == 1 else "summary-findings"
        return t[name].format(count=len(findings), list=self._listed(told))

    def last_known(self, route: RouteResult) -> str:
        """What an earlier measurement said of a route that could not be measured now."""
        t = labels(self.lang)
        if route.last_known is None:
            return t["last-known-none"] if self.compared else ""
        day = dates.day(route.last_known.day, self.lang)
        return t["last-known"].format(date=day, verdict=t[f"verdict-{route.last_known.verdict}"].lower())

    def short_month(self, day: str) -> str:
        """`nov` for a day in November; the text itself when it is no day."""
        month = day[5:7]
        names = labels(self.lang)["month-short"].split()
        return names[int(month) - 1] if month.isascii() and month.isdigit() and 1 <= int(month) <= 12 else day[:10]

    def _address(self, finding: Finding) -> str | None:
        """Where the route of a finding was found, in its language or else in Dutch."""
        versions = (finding.language, *Language)
        found = (self.addresses.get((finding.organisation, finding.route or "", x)) for x in versions if x)
        return next((address for address in found if address), None)

    def _listed(self, parts: list[str]) -> str:
        *most, last = parts
        return f"{', '.join(most)} {labels(self.lang)['and']} {last}" if most else last


def _addresses(report: Report) -> dict[tuple[str, str, Language], str]:
    return {
        (organisation.id, route.id, route.language): route.found_url
        for organisation in report.organisations
        for route in organisation.routes
        if route.found_url
    }


def _number(count: int) -> str:
    return "one" if count == 1 else "many"
