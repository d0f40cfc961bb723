"""The ordinary pages of one organisation: home, contact, its parts, and the look-alikes among them."""

from collections.abc import Iterator, Sequence
from datetime import date

from demo import contacts, lookalikes
from demo.content import Contact, Link, Page, Section
from demo.maker import Maker
from demo.organisations import Organisation
from demo.places import Places, home_path, slug
from demo.publications import Publications
from demo.routes import RoutePages
from demo.sentences import Writer

UNITS = (
    "Bestuursondersteuning",
    "Bureau Secretaris-generaal",
    "Communicatie",
    "Financiën",
    "Juridische Zaken",
    "Kennis en Strategie",
)
_OTHER_TITLE = "Veilig werken op een steiger"


class OrganisationPages(Maker):
    """All Dutch pages of one organisation but its routes."""

    def __init__(self, places: Places, organisation: Organisation, today: date) -> None:
        super().__init__(places, organisation, today)
        self.routes = RoutePages(places, organisation, "nl", today)
        self.published = Publications(places, organisation, today)

    def pages(self) -> Iterator[Page]:
        yield self._home()
        yield self._contact()
        yield from self._look_alikes_in_contact()
        yield from self._organisation_pages()
        yield from self.published.pages()

    def _home(self) -> Page:
        writer = Writer(self.organisation, "home")
        children = (
            self.menu_link("organisatie", text="Organisatie"),
            self.menu_link("nieuws", text="Nieuws"),
            self.menu_link("documenten", text="Documenten"),
            self.menu_link("werken-bij", text="Werken bij"),
            self.menu_link("contact", text="Contact"),
        )
        english = (Link("English", self.places.home(self.organisation, "en")),) if self.organisation.english else ()
        latest = Section(heading="Laatste nieuws", links=tuple(self.link(page) for page in self.published.news[:5]))
        return self.page(
            home_path(self.organisation),
            self.organisation.name,
            intro=writer.text("topic", 3),
            sections=(latest,),
            children=children + english,
        )

    def _contact(self) -> Page:
        organisation = self.organisation
        general = (
            contacts.general_phone(organisation),
            Contact("Bezoekadres", f"Verzonnenlaan {organisation.number}, {2400 + organisation.number} AB Proefstad"),
        )
        others = [item for item in lookalikes.CONTACT if item.key != "servicenormen"]
        links = tuple(self.menu_link("contact", item.key, text=self.say(item.title, item.key)) for item in others)
        sections = (
            Section(heading="Telefoon en adres", anchor="adres", contacts=general),
            Section(
                heading="Klachten en meldingen",
                anchor="klachten-en-meldingen",
                paragraphs=("Hier leest u waar u terechtkunt met een klacht of melding.",),
                links=self.routes.links(),
            ),
            Section(heading="Ook handig", anchor="ook-handig", links=(*links, self._service_norms())),
        )
        return self.page(self.path("contact"), "Contact", (self.home_link,), sections=sections)

    def _service_norms(self) -> Link:
        return self.menu_link("contact", "servicenormen", text="Servicenormen")

    def _look_alikes_in_contact(self) -> Iterator[Page]:
        trail = (self.home_link, self.menu_link("contact", text="Contact"))
        for item in lookalikes.CONTACT:
            yield self.look_alike(item, self.path("contact", item.key), trail)

    def _organisation_pages(self) -> Iterator[Page]:
        trail = (self.home_link,)
        top = self.menu_link("organisatie", text="Organisatie")
        units = [(unit, self.path("organisatie", slug(unit))) for unit in UNITS]
        children = [Link(unit, self.address(path)) for unit, path in units]
        history = self.path("organisatie", "geschiedenis")
        children.append(Link("Geschiedenis", self.address(history)))
        writer = Writer(self.organisation, "organisatie")
        yield self.page(
            self.path("organisatie"), "Organisatie", trail, intro=writer.text("topic", 2), children=tuple(children)
        )
        for unit, path in units:
            yield self._unit(unit, path, (*trail, top))
        yield self.page(history, "Geschiedenis", (*trail, top), intro=self._history())
        yield from self._deep_pages((*trail, top))

    def _unit(self, unit: str, path: str, trail: Sequence[Link]) -> Page:
        writer = Writer(self.organisation, unit)
        staff = [r for r in self.routes.routes if r.audience == "staff"] if unit == UNITS[1] else []
        sections = [Section(heading="Wat doet deze afdeling?", paragraphs=(writer.text("topic", 3),))]
        if staff:
            sections.append(Section(heading="Voor medewerkers", links=tuple(self.routes.link(r) for r in staff)))
        children: tuple[Link, ...] = ()
        if unit == UNITS[1] and self._too_deep():
            children = (self.menu_link("organisatie", "personeel", text="Personeel en organisatie"),)
        if unit == UNITS[5]:
            children = tuple(Link(_OTHER_TITLE, self.address(path)) for path in self._other_content())
        return self.page(path, unit, trail, intro=writer.text("topic", 2), sections=tuple(sections), children=children)

    def _deep_pages(self, trail: Sequence[Link]) -> Iterator[Page]:
        """The long way to a route with too many clicks, and a page with other content at a route's address."""
        for route_link in self._too_deep():
            staff, values = self.path("organisatie", "personeel"), self.path("organisatie", "kernwaarden")
            onward = Link("Onze kernwaarden", self.address(values))
            yield self.page(staff, "Personeel en organisatie", trail, children=(onward,))
            links = Section(heading="Lees ook", links=(route_link,))
            yield self.page(values, "Onze kernwaarden", (*trail, Link("Personeel en organisatie", self.address(staff))),
                            intro="Wij zijn betrouwbaar, open en nieuwsgierig.", sections=(links,))  # fmt: skip
        for path in self._other_content():
            writer = Writer(self.organisation, "anders")
            text = Section(heading="Tips voor de werkplaats", paragraphs=(writer.text("topic", 4),))
            yield self.page(path, _OTHER_TITLE, trail, intro=writer.text("topic", 2), sections=(text,))

    def _too_deep(self) -> list[Link]:
        return [self.routes.link(route) for route in self.routes.routes if self._has(route.id, "too-many-clicks")]

    def _other_content(self) -> list[str]:
        routes = [r for r in self.routes.routes if self._has(r.id, "route-missing", "other-content")]
        return [self.path("contact", route.path) for route in routes]

    def _has(self, route: str, code: str, variant: str = "") -> bool:
        fault = self.places.faults.of_route(self.organisation.id, route, "nl").get(code)
        return fault is not None and variant in ("", fault.variant)

    def _history(self) -> str:
        former = self.organisation.former_name.rpartition(" (")[0]
        since = f"Tot 2019 heette het ministerie {former}. " if former else ""
        return f"{since}De organisatie is ooit begonnen in een zolderkamer in {self.organisation.places[1]}."
