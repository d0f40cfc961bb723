"""What organisations and routes are called, for sentences that people read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from expectations.model import Language, Localised, OrganisationType, Report

_NAMELESS = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names a report knows; an unknown id stands for itself, so that every finding can be told."""

    organisations: Mapping[str, Localised] = field(default_factory=dict)
    portals: tuple[str, ...] = ()
    titles: Mapping[tuple[str, str, Language | None], str] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report) -> "Names":
        titles: dict[tuple[str, str, Language | None], str] = {}
        for organisation in report.organisations:
            for route in organisation.routes:
                title = route.title or route.id
                titles.setdefault((organisation.id, route.id, None), title)
                titles[organisation.id, route.id, route.language] = title
        portals = tuple(x.id for x in report.organisations if x.type is OrganisationType.PORTAL)
        return cls(organisations={x.id: x.name for x in report.organisations}, portals=portals, titles=titles)

    def organisation(self, organisation: str, language: Language) -> str:
        name = self.organisations.get(organisation, Localised())
        return name.get(language) or next(iter(name.values), organisation) or _NAMELESS

    def portal(self, language: Language) -> str:
        """The name of the portal; empty when the report has none."""
        return self.organisation(self.portals[0], language) if self.portals else ""

    def route(self, organisation: str, route: str, version: Language | None) -> str:
        return self.titles.get((organisation, route, version)) or self.titles.get((organisation, route, None)) or route
