"""What a site of its own has besides its organisation's pages: topics, an agenda, privacy, help, an overview."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from demo import lookalikes
from demo.content import Contact, Link, Page, Section
from demo.frames import search_path
from demo.lookalikes import LookAlike
from demo.organisations import MAIL_DOMAIN, Organisation
from demo.places import Places, path_under, slug
from demo.sentences import Writer

QUESTIONS = (
    "Wat zijn de regels voor {theme}?",
    "Wie betaalt {theme}?",
    "Hoe vraag ik een vergunning aan voor {theme}?",
    "Waar vind ik {theme} in mijn buurt?",
)
MONTHS = 18
_SERVICE_DOMAIN = f"voorbeeldoverheid.{MAIL_DOMAIN}"


def service_page(
    item: LookAlike, site: str, path: str, today: date, home: Link, language: str = "nl", more: tuple[Link, ...] = ()
) -> Page:
    """Privacy, help and the like: the same on every site."""
    sections = [
        Section(heading=heading, paragraphs=(text,)) for heading, text in item.headings
    ]  # fmt: skip
    if item.mailbox:
        mail = f"{item.mailbox}@{_SERVICE_DOMAIN}"
        sections.append(Section(heading="Contact", contacts=(Contact("E-mail", mail, f"mailto:{mail}"),)))
    return Page(
        site=site, path=path, title=item.title, owner=None, modified=today - timedelta(days=90), language=language,
        type=item.type, intro=item.intro, sections=tuple(sections), trail=(home,), more=more,
    )  # fmt: skip


class SitePages:
    """The site-wide pages of an organisation with a site of its own."""

    def __init__(self, places: Places, organisation: Organisation, today: date) -> None:
        self._places = places
        self._organisation = organisation
        self._today = today
        self._home = Link("Home", places.home(organisation))

    def pages(self) -> Iterator[Page]:
        for item in lookalikes.SITE:
            search = Link("Zoeken op deze website", self._address(search_path(self._organisation)[0]))
            more = (search,) if item.key == "help" else ()
            site, path = self._organisation.site, self._path(item.key)
            yield service_page(item, site, path, self._today, self._home, more=more)
        yield from self._topics()
        if self._organisation.design == "kaarten":
            yield from self._agenda()

    def _topics(self) -> Iterator[Page]:
        top = Link("Onderwerpen", self._address(self._path("onderwerpen")))
        themes = self._organisation.themes
        links = tuple(self._topic_link(theme) for theme in themes)
        yield self._page(self._path("onderwerpen"), "Onderwerpen", (self._home,), children=links)
        for theme in themes:
            questions = [self._question(theme, template, number) for number, template in enumerate(QUESTIONS)]
            children = tuple(Link(page.title, self._address(page.path)) for page in questions)
            writer = Writer(self._organisation, theme)
            intro, text = writer.text("topic", 2, theme), writer.text("topic", 4, theme)
            sections = (Section(heading=f"Beleid voor {theme}", paragraphs=(text,)),)
            path = self._path("onderwerpen", slug(theme))
            yield self._page(
                path, self._capital(theme), (self._home, top), intro=intro, sections=sections, children=children
            )
            yield from questions

    def _question(self, theme: str, template: str, number: int) -> Page:
        trail = (self._home, self._topic_link(theme))
        writer = Writer(self._organisation, f"{theme}-{number}")
        title = template.format(theme=theme)
        answer = Section(heading="Meer weten?", paragraphs=(writer.text("topic", 3, theme),))
        intro = writer.text("topic", 2, theme)
        return self._page(
            self._path("onderwerpen", slug(theme), slug(title)), title, trail, type="vraag-en-antwoord", intro=intro,
            sections=(answer,),
        )  # fmt: skip

    def _agenda(self) -> Iterator[Page]:
        """A calendar that ends: a year and a half, month by month."""
        names = [
            f"{self._today.year + (self._today.month - 1 + m) // 12}-{(self._today.month - 1 + m) % 12 + 1:02d}"
            for m in range(MONTHS)
        ]
        targets = [self._path("agenda"), *(f"{self._path('agenda')}?maand={name}" for name in names[1:])]
        for number, (name, target) in enumerate(zip(names, targets, strict=True)):
            around = [n for n in (number - 1, number + 1) if 0 <= n < MONTHS]
            more = tuple(Link(f"Maand {names[n]}", self._address(targets[n])) for n in around)
            writer = Writer(self._organisation, name)
            events = tuple(writer.fill("{number} - Bijeenkomst over {theme} in {place}") for _ in range(4))
            section = Section(heading=f"Maand {name}", items=events)
            yield self._page(
                target, f"Agenda {name}", (self._home,), sections=(section,), more=more, listed=number == 0
            )

    def _topic_link(self, theme: str) -> Link:
        return Link(self._capital(theme), self._address(self._path("onderwerpen", slug(theme))))

    def _capital(self, text: str) -> str:
        return text[0].upper() + text[1:]

    def _page(self, path: str, title: str, trail: Sequence[Link], **more: object) -> Page:
        return Page(
            site=self._organisation.site,
            path=path,
            title=title,
            owner=self._organisation,
            modified=self._today - timedelta(days=15 + 2 * len(path)),
            trail=tuple(trail),
            **more,  # type: ignore[arg-type]
        )

    def _path(self, *segments: str) -> str:
        return path_under(self._organisation, *segments)

    def _address(self, path: str) -> str:
        return self._places.at(self._organisation.site, path)
