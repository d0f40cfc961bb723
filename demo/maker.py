"""Makes pages for one organisation: the addresses, and what all its Dutch pages share."""

from collections.abc import Sequence
from datetime import date, timedelta

from demo.content import Contact, Link, Page, Section
from demo.lookalikes import LookAlike
from demo.organisations import PORTAL, Organisation
from demo.places import Places, path_under, slug


class Maker:
    """Knows one organisation's site, and gives each page its owner and age."""

    def __init__(self, places: Places, organisation: Organisation, today: date) -> None:
        self.places = places
        self.organisation = organisation
        self.today = today
        self.own_site = organisation.site != PORTAL

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

    def look_alike(self, item: LookAlike, path: str, trail: Sequence[Link], **more: object) -> Page:
        title = self.say(item.title, item.key)
        sections = [
            Section(
                heading=heading.partition("#")[0],
                anchor=heading.partition("#")[2] or slug(heading),
                paragraphs=(self.say(text, item.key + heading),),
            )
            for heading, text in item.headings
        ]
        if item.items:
            sections.append(Section(heading="In het kort", items=item.items))
        if item.mailbox:
            mail = f"{item.mailbox}@{self.organisation.mail_domain}"
            sections.append(Section(heading="Contact", contacts=(Contact("E-mail", mail, f"mailto:{mail}"),)))
        return self.page(
            path, title, trail, type=item.type, intro=self.say(item.intro, item.key), sections=tuple(sections), **more
        )

    def say(self, template: str, seed: str) -> str:
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
