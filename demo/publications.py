"""What an organisation publishes: news, documents and vacancies, with their lists in pages of ten."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from demo import lookalikes
from demo.content import Link, Page, Section
from demo.maker import Maker
from demo.organisations import Organisation
from demo.places import Places, slug
from demo.sentences import JOBS, Writer

NEWS, VACANCIES, DOCUMENTS, PER_PAGE = 34, 8, 9, 10
_DOCUMENT_TYPES = ("Rapport", "Brochure", "Besluit", "Kamerstuk", "Richtlijn")


class Publications(Maker):
    """All news, documents and vacancies of one organisation."""

    def __init__(self, places: Places, organisation: Organisation, today: date) -> None:
        super().__init__(places, organisation, today)
        self.news = tuple(self._news())
        self.documents = tuple(self._documents())
        self.vacancies = tuple(self._vacancies())

    def pages(self) -> Iterator[Page]:
        yield from self.news
        yield from self.documents
        yield from self.vacancies
        yield from self._listing("nieuws", "Nieuws", self.news)
        yield from self._listing("documenten", "Documenten", self.documents)
        yield from self._listing("werken-bij", "Werken bij", self.vacancies)

    def _news(self) -> Iterator[Page]:
        trail = (self.home_link, self.menu_link("nieuws", text="Nieuws"))
        items = [item for item in lookalikes.PUBLISHED if item.place == "news"]
        for number in range(NEWS):
            day = self.today - timedelta(days=2 + number * 11 + self.organisation.number % 7)
            if number % 11 == 5:
                item = items[number // 11]
                path = self._news_path(day, f"{item.key}-{self.organisation.id}")
                yield self.look_alike(item, path, trail, modified=day)
                continue
            writer = Writer(self.organisation, f"nieuws-{number}")
            title = writer.headline(number)
            theme = writer.theme(number)
            more = (writer.text("news", 3, theme), writer.text("news", 2, theme))
            text = Section(heading="Meer informatie", paragraphs=more)
            path = self._news_path(day, slug(f"{title}-{number}"))
            yield self.page(
                path,
                title,
                trail,
                type="nieuwsbericht",
                modified=day,
                intro=writer.text("news", 2, theme),
                sections=(text,),
            )

    def _news_path(self, day: date, name: str) -> str:
        if self.own_site:
            return self.path("nieuws", name)
        return f"/actueel/nieuws/{day:%Y/%m/%d}/{name}-{self.organisation.id}"

    def _documents(self) -> Iterator[Page]:
        trail = (self.home_link, self.menu_link("documenten", text="Documenten"))
        for item in (x for x in lookalikes.PUBLISHED if x.place == "document"):
            yield self.look_alike(item, self.shared("documenten", f"{item.key}-{self.organisation.id}"), trail)
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
            yield self.look_alike(item, self.shared("vacatures", f"{item.key}-{self.organisation.id}"), trail)
        for number in range(VACANCIES):
            writer = Writer(self.organisation, f"vacature-{number}")
            job = JOBS[(number + self.organisation.number) % len(JOBS)]
            theme = self.organisation.themes[number % len(self.organisation.themes)]
            section = Section(heading="Wat ga je doen?", paragraphs=(writer.text("work", 4, theme, job),))
            title = f"{job[0].upper()}{job[1:]} {theme}"
            path = self.shared("vacatures", slug(f"{job}-{theme}-{self.organisation.id}-{number}"))
            yield self.page(path, title, trail, type="vacature", sections=(section,))

    def _listing(self, segment: str, title: str, pages: Sequence[Page]) -> Iterator[Page]:
        """A list in pages of ten, each with links to the others."""
        path = self.path(segment)
        count = -(-len(pages) // PER_PAGE)
        targets = [path if number == 1 else f"{path}?pagina={number}" for number in range(1, count + 1)]
        for number, target in enumerate(targets, 1):
            links = tuple(self.link(page) for page in pages[(number - 1) * PER_PAGE : number * PER_PAGE])
            others = tuple(
                Link(f"Pagina {other}", self.address(address))
                for other, address in enumerate(targets, 1)
                if other != number
            )
            name = title if number == 1 else f"{title}, pagina {number}"
            section = Section(heading="Overzicht", links=links)
            yield self.page(target, name, (self.home_link,), sections=(section,), more=others, listed=number == 1)
