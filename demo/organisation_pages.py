"""The ordinary pages of one organisation: home, contact, organisation, news, documents, vacancies, look-alikes."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from demo import contacts, faults, lookalikes
from demo.content import Contact, Link, Page, Section
from demo.lookalikes import LookAlike
from demo.organisations import PORTAL, Organisation
from demo.places import Places, home_path, path_under, slug
from demo.routes import RoutePages
from demo.sentences import JOBS, Writer

NEWS, VACANCIES, DOCUMENTS, PER_PAGE = 34, 8, 9, 10
UNITS = ("Bestuursondersteuning", "Bureau Secretaris-generaal", "Communicatie", "Financiën", "Juridische Zaken", "Kennis en Strategie")
_DOCUMENT_TYPES = ("Rapport", "Brochure", "Besluit", "Kamerstuk", "Richtlijn")


class OrganisationPages:
    """All Dutch pages of one organisation but its routes."""

    def __init__(self, places: Places, organisation: Organisation, today: date) -> None:
        self.places = places
        self.organisation = organisation
        self.today = today
        self.routes = RoutePages(places, organisation, "nl", today)
        self.own_site = organisation.site != PORTAL
        self.news = tuple(self._news())
        self.documents = tuple(self._documents())
        self.vacancies = tuple(self._vacancies())

    def pages(self) -> Iterator[Page]:
        yield self._home()
        yield self._contact()
        yield from self._look_alikes_in_contact()
        yield from self._organisation_pages()
        yield from self.news
        yield from self.documents
        yield from self.vacancies
        yield from self._lists()

    # --- addresses

    def path(self, *segments: str) -> str:
        return path_under(self.organisation, *segments)

    def shared(self, *segments: str) -> str:
        """News, documents and vacancies of the ministries on the portal stand together."""
        return "/".join(("", *segments)) if not self.own_site else self.path(*segments)

    def address(self, path: str) -> str:
        return self.places.at(self.organisation.site, path)

    def link(self, page: Page) -> Link:
        return Link(page.title, self.places.at(page.site, page.path))

    def page(self, path: str, title: str, trail: Sequence[Link] = (), **more: object) -> Page:
        values: dict[str, object] = {"modified": self.today - timedelta(days=20 + len(path) * 3), **more}
        return Page(
            site=self.organisation.site,
            path=path,
            title=title,
            owner=self.organisation,
            trail=tuple(trail),
            **values,  # type: ignore[arg-type]
        )

    @property
    def home_link(self) -> Link:
        return Link(self.organisation.short("nl"), self.places.home(self.organisation))

    def menu_link(self, *segments: str, text: str) -> Link:
        return Link(text, self.address(self.path(*segments)))

    # --- pages

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
        latest = Section(heading="Laatste nieuws", links=tuple(self.link(page) for page in self.news[:5]))
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
        links = tuple(self.menu_link("contact", item.key, text=self._say(item.title, item.key)) for item in others)
        sections = (
            Section(heading="Telefoon en adres", anchor="adres", contacts=general),
            Section(
                heading="Klachten en meldingen",
                anchor="klachten-en-meldingen",
                paragraphs=("Hier leest u waar u terechtkunt met een klacht of melding.",),
                links=(*self.routes.links(), *self._promising()),
            ),
            Section(heading="Ook handig", anchor="ook-handig", links=(*links, self._service_norms())),
        )
        return self.page(self.path("contact"), "Contact", (self.home_link,), sections=sections)

    def _promising(self) -> tuple[Link, ...]:
        """The links that keep absence from being proved: their pages do not answer."""
        incomplete = {f.route for f in faults.FAULTS if f.code == "crawl-incomplete" and f.organisation == self.organisation.id}
        return tuple(self.routes.link(route) for route in self.routes.routes if route.id in incomplete - _shown(self))

    def _service_norms(self) -> Link:
        return self.menu_link("contact", "servicenormen", text="Servicenormen")

    def _look_alikes_in_contact(self) -> Iterator[Page]:
        trail = (self.home_link, self.menu_link("contact", text="Contact"))
        for item in lookalikes.CONTACT:
            yield self._look_alike(item, self.path("contact", item.key), trail)

    def _look_alike(self, item: LookAlike, path: str, trail: Sequence[Link], **more: object) -> Page:
        title = self._say(item.title, item.key)
        sections = [
            Section(
                heading=heading.partition("#")[0],
                anchor=heading.partition("#")[2] or slug(heading),
                paragraphs=(self._say(text, item.key + heading),),
            )
            for heading, text in item.headings
        ]
        if item.items:
            sections.append(Section(heading="In het kort", items=item.items))
        if item.mailbox:
            mail = f"{item.mailbox}@{self.organisation.mail_domain}"
            sections.append(Section(heading="Contact", contacts=(Contact("E-mail", mail, f"mailto:{mail}"),)))
        return self.page(
            path, title, trail, type=item.type, intro=self._say(item.intro, item.key), sections=tuple(sections), **more
        )

    def _say(self, template: str, seed: str) -> str:
        """Look-alikes keep their theme: title, intro and text of one page speak of the same."""
        organisation = self.organisation
        the = organisation.the("nl")
        number = len(seed)
        return template.format(
            the=the,
            The=the[0].upper() + the[1:],
            theme=organisation.themes[0],
            place=organisation.places[number % 5],
            abbreviation=organisation.abbreviation,
            year=self.today.year - 1,
            number=number + organisation.number,
        )

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
        deep = unit == UNITS[1] and bool(self._too_deep())
        children = (Link("Personeel en organisatie", self.address(self.path("organisatie", "personeel"))),) if deep else ()
        if unit == UNITS[5]:
            children = tuple(self.link_to(path) for path in self._other_content())
        return self.page(path, unit, trail, intro=writer.text("topic", 2), sections=tuple(sections), children=children)

    def link_to(self, path: str) -> Link:
        return Link(_OTHER_TITLE, self.address(path))

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
        fault = faults.of_route(self.organisation.id, route, "nl")
        return fault is not None and fault.code == code and variant in ("", fault.variant)

    def _history(self) -> str:
        former = self.organisation.former_name.rpartition(" (")[0]
        since = f"Tot 2019 heette het ministerie {former}. " if former else ""
        return f"{since}De organisatie is ooit begonnen in een zolderkamer in {self.organisation.places[1]}."

    def _news(self) -> Iterator[Page]:
        trail = (self.home_link, self.menu_link("nieuws", text="Nieuws"))
        items = [item for item in lookalikes.PUBLISHED if item.place == "news"]
        for number in range(NEWS):
            day = self.today - timedelta(days=2 + number * 11 + self.organisation.number % 7)
            if number % 11 == 5:
                item = items[number // 11]
                path = self._news_path(day, f"{item.key}-{self.organisation.id}")
                yield self._look_alike(item, path, trail, modified=day)
                continue
            writer = Writer(self.organisation, f"nieuws-{number}")
            title = writer.headline(number)
            text = Section(heading="Meer informatie", paragraphs=(writer.text("news", 3), writer.text("news", 2)))
            path = self._news_path(day, slug(f"{title}-{number}"))
            yield self.page(
                path, title, trail, type="nieuwsbericht", modified=day, intro=writer.text("news", 2), sections=(text,)
            )

    def _news_path(self, day: date, name: str) -> str:
        if self.own_site:
            return self.path("nieuws", name)
        return f"/actueel/nieuws/{day:%Y/%m/%d}/{name}-{self.organisation.id}"

    def _documents(self) -> Iterator[Page]:
        trail = (self.home_link, self.menu_link("documenten", text="Documenten"))
        for item in (x for x in lookalikes.PUBLISHED if x.place == "document"):
            yield self._look_alike(item, self.shared("documenten", f"{item.key}-{self.organisation.id}"), trail)
        for number in range(DOCUMENTS):
            writer = Writer(self.organisation, f"document-{number}")
            theme = self.organisation.themes[number % len(self.organisation.themes)]
            kind = _DOCUMENT_TYPES[number % len(_DOCUMENT_TYPES)]
            title = f"{kind} over {theme} ({number + 1})"
            name = slug(f"{kind}-{theme}-{self.organisation.id}-{number + 1}")
            file = Section(heading="Download", links=(Link(f"{title} (pdf)", self.address(f"/bestanden/{name}.pdf")),))
            yield self.page(self.shared("documenten", name), title, trail, type=kind.lower(),
                            intro=writer.text("topic", 2, theme), sections=(file,))  # fmt: skip

    def _vacancies(self) -> Iterator[Page]:
        trail = (self.home_link, self.menu_link("werken-bij", text="Werken bij"))
        for item in (x for x in lookalikes.PUBLISHED if x.place == "vacancy"):
            yield self._look_alike(item, self.shared("vacatures", f"{item.key}-{self.organisation.id}"), trail)
        for number in range(VACANCIES):
            writer = Writer(self.organisation, f"vacature-{number}")
            job = JOBS[(number + self.organisation.number) % len(JOBS)]
            theme = self.organisation.themes[number % len(self.organisation.themes)]
            section = Section(heading="Wat ga je doen?", paragraphs=(writer.text("work", 4, theme, job),))
            title = f"{job[0].upper()}{job[1:]} {theme}"
            path = self.shared("vacatures", slug(f"{job}-{theme}-{self.organisation.id}-{number}"))
            yield self.page(path, title, trail, type="vacature", sections=(section,))

    def _lists(self) -> Iterator[Page]:
        yield from listing(self, "nieuws", "Nieuws", self.news)
        yield from listing(self, "documenten", "Documenten", self.documents)
        yield from listing(self, "werken-bij", "Werken bij", self.vacancies)


def listing(of: OrganisationPages, segment: str, title: str, pages: Sequence[Page]) -> Iterator[Page]:
    """A list in pages of ten, each with links to the others."""
    path = of.path(segment)
    count = -(-len(pages) // PER_PAGE)
    targets = [path if number == 1 else f"{path}?pagina={number}" for number in range(1, count + 1)]
    for number, target in enumerate(targets, 1):
        links = tuple(of.link(page) for page in pages[(number - 1) * PER_PAGE : number * PER_PAGE])
        others = tuple(
            Link(f"Pagina {other}", of.address(address)) for other, address in enumerate(targets, 1) if other != number
        )
        name = title if number == 1 else f"{title}, pagina {number}"
        section = Section(heading="Overzicht", links=links)
        yield of.page(target, name, (of.home_link,), sections=(section,), more=others, listed=number == 1)


def _shown(of: OrganisationPages) -> set[str]:
    return set()


_OTHER_TITLE = "Veilig werken op een steiger"
