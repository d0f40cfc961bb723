"""The English pages of one organisation: home, contact, news, organisation, a few look-alikes."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from demo import contacts, lookalikes
from demo.content import Contact, Link, Page, Section
from demo.lookalikes import LookAlike
from demo.organisations import Organisation
from demo.places import Places, home_path, path_under, slug
from demo.routes import RoutePages
from demo.sentences import Writer

NEWS = 8
_UNITS = ("Communications", "Finance", "Legal Affairs")


class EnglishPages:
    """All English pages of one organisation but its routes."""

    def __init__(self, places: Places, organisation: Organisation, today: date) -> None:
        self._places = places
        self._organisation = organisation
        self._today = today
        self._routes = RoutePages(places, organisation, "en", today)
        self._news = tuple(self._news_pages())

    def pages(self) -> Iterator[Page]:
        home = Link(self._organisation.short("en"), self._places.home(self._organisation, "en"))
        contact = self._link("contact", text="Contact")
        yield self._home()
        yield self._contact((home,))
        for item in lookalikes.ENGLISH:
            segment = "contact" if item.place == "contact" else "documents"
            yield self._look_alike(item, self._path(segment, item.key), (home, contact) if item.mailbox else (home,))
        units = tuple(self._link("organisation", slug(unit), text=unit) for unit in _UNITS)
        yield self._page(
            self._path("organisation"), "Organisation", (home,), intro=self._text("units", 2), children=units
        )
        for unit in _UNITS:
            trail = (home, self._link("organisation", text="Organisation"))
            yield self._page(self._path("organisation", slug(unit)), unit, trail, intro=self._text(unit, 3))
        links = tuple(self._to(page) for page in self._news)
        yield self._page(self._path("news"), "News", (home,), sections=(Section(heading="Overview", links=links),))
        yield from self._news

    def _home(self) -> Page:
        report = self._link(
            "documents", "annual-integrity-report", text=f"Annual integrity report {self._today.year - 1}"
        )
        children = (
            self._link("organisation", text="Organisation"),
            self._link("news", text="News"),
            self._link("contact", text="Contact"),
            report,
            Link("Nederlands", self._places.home(self._organisation)),
        )
        news = Section(heading="Latest news", links=tuple(self._to(page) for page in self._news[:3]))
        path = home_path(self._organisation, "en")
        return self._page(
            path, self._organisation.name_en, intro=self._text("home", 3), sections=(news,), children=children
        )

    def _contact(self, trail: Sequence[Link]) -> Page:
        street = f"Verzonnenlaan {self._organisation.number}, {2400 + self._organisation.number} AB Proefstad"
        others = [item for item in lookalikes.ENGLISH if item.place == "contact"]
        sections = (
            Section(
                heading="Telephone and address",
                contacts=(contacts.general_phone_en(self._organisation), Contact("Visiting address", street)),
            ),
            Section(heading="Complaints and reports", links=self._routes.links()),
            Section(heading="See also", links=tuple(self._link("contact", x.key, text=x.title) for x in others)),
        )
        return self._page(self._path("contact"), "Contact", trail, sections=sections)

    def _look_alike(self, item: LookAlike, path: str, trail: Sequence[Link]) -> Page:
        values = {
            "the": self._organisation.the("en"),
            "theme": self._organisation.themes_en[0],
            "year": self._today.year - 1,
            "number": self._organisation.number,
        }
        mail = f"{item.mailbox}@{self._organisation.mail_domain}"
        contact = Section(heading="Contact", contacts=(Contact("E-mail", mail, f"mailto:{mail}"),))
        title = item.title.format(**values)
        sections = (contact,) if item.mailbox else ()
        return self._page(path, title, trail, type=item.type, intro=item.intro.format(**values), sections=sections)

    def _news_pages(self) -> Iterator[Page]:
        trail = (
            Link(self._organisation.short("en"), self._places.home(self._organisation, "en")),
            self._link("news", text="News"),
        )
        for number in range(NEWS):
            writer = Writer(self._organisation, f"news-{number}", "en")
            day = self._today - timedelta(days=5 + 17 * number)
            title = writer.headline(number)
            more = Section(heading="More information", paragraphs=(writer.text("news", 3, writer.theme(number)),))
            path = self._path("news", slug(f"{title}-{number}"))
            yield self._page(
                path,
                title,
                trail,
                type="news item",
                modified=day,
                intro=writer.text("news", 2, writer.theme(number)),
                sections=(more,),
            )

    def _page(self, path: str, title: str, trail: Sequence[Link] = (), **more: object) -> Page:
        values: dict[str, object] = {"modified": self._today - timedelta(days=25 + len(path)), **more}
        return Page(
            site=self._organisation.site_en,
            path=path,
            title=title,
            owner=self._organisation,
            language="en",
            trail=tuple(trail),
            **values,  # type: ignore[arg-type]
        )

    def _text(self, seed: str, sentences: int) -> str:
        return Writer(self._organisation, seed, "en").text("topic", sentences)

    def _path(self, *segments: str) -> str:
        return path_under(self._organisation, *segments, language="en")

    def _link(self, *segments: str, text: str) -> Link:
        return Link(text, self._places.under(self._organisation, *segments, language="en"))

    def _to(self, page: Page) -> Link:
        return Link(page.title, self._places.at(page.site, page.path))
