"""The pages of the portal and its English twin that belong to no ministry."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from demo import contacts, lookalikes, referrals
from demo.content import Link, Page, Section
from demo.lookalikes import LookAlike
from demo.organisations import AGENCIES, MINISTRIES, PORTAL, PORTAL_EN, PORTAL_ORGANISATION, Organisation
from demo.places import REFERRAL_COMPLAINT, REFERRAL_INTEGRITY, REFERRAL_INTEGRITY_EN, Places, slug
from demo.sentences import Writer
from demo.site_pages import QUESTIONS, service_page

_PER_PAGE = 20
_QUESTIONS_EN = ("What are the rules for {theme}?", "Who pays for {theme}?")
_INTEGRITY_TOPIC = "kwaliteit-en-integriteit-overheidsinstanties"
_WORDS = {
    "nl": {
        "topics": "Onderwerpen", "ministries": "Ministeries", "news": "Actueel", "page": "Pagina",
        "latest": "Laatste nieuws", "overview": "Overzicht", "topics_path": "/onderwerpen",
        "ministries_path": "/ministeries", "sitemap": "Sitemap",
        "intro": "Deze voorbeeldsite laat zien hoe een portaal van de overheid eruit kan zien.",
    },
    "en": {
        "topics": "Topics", "ministries": "Ministries", "news": "Latest", "page": "Page", "latest": "Latest news",
        "overview": "Overview", "topics_path": "/topics", "ministries_path": "/ministries", "sitemap": "Sitemap",
        "intro": "This example site shows what a government portal can look like.",
    },
}  # fmt: skip


class PortalPages:
    """The pages of one portal; `published` holds the news, documents and vacancies that it lists, by section path."""

    def __init__(
        self, places: Places, language: str, today: date, published: dict[str, tuple[str, list[Page]]]
    ) -> None:
        self._places = places
        self._language = language
        self._site = PORTAL_EN if language == "en" else PORTAL
        self._today = today
        self._published = published
        self._words = _WORDS[language]
        self._home = Link("Home", places.at(self._site, "/"))

    def pages(self) -> Iterator[Page]:
        yield self._front()
        yield self._contact()
        yield from self._topics()
        yield from self._ministries()
        for path, (title, pages) in self._published.items():
            yield from self._listing(path, title, pages)
        for item in lookalikes.SITE_EN if self._language == "en" else lookalikes.SITE:
            more = self._searches() if item.key == "help" else ()
            yield service_page(item, self._site, f"/{item.key}", self._today, self._home, self._language, more)
        yield self._overview()
        if self._language == "nl":
            yield self._advanced_search()

    def _front(self) -> Page:
        first = next(iter(self._published.values()), ("", []))[1]
        news = Section(heading=self._words["latest"], links=tuple(self._to(page) for page in first[:8]))
        title = PORTAL_ORGANISATION.label(self._language)
        return self._page("/", title, (), intro=self._words["intro"], sections=(news,))

    def _contact(self) -> Page:
        if self._language == "en":
            report = Link(referrals.TITLE_INTEGRITY_EN, self._at(REFERRAL_INTEGRITY_EN))
            section = Section(heading="Reports and complaints", links=(report, self._ministries_link()))
            phone = contacts.general_phone_en(PORTAL_ORGANISATION)
            return self._page(
                "/contact", "Contact", (self._home,), sections=(Section(heading="Call us", contacts=(phone,)), section)
            )
        links = (
            Link(referrals.TITLE_COMPLAINT, self._at(REFERRAL_COMPLAINT)),
            Link(referrals.TITLE_INTEGRITY, self._at(REFERRAL_INTEGRITY)),
            self._ministries_link(),
        )
        sections = (
            Section(
                heading="Bel ons",
                paragraphs=("Heeft u een vraag aan de Voorbeeldoverheid? Bel dan op werkdagen.",),
                contacts=(contacts.general_phone(PORTAL_ORGANISATION),),
            ),
            Section(heading="Klachten en meldingen", anchor="klachten", links=links),
        )  # fmt: skip
        return self._page("/contact", "Contact", (self._home,), sections=sections)

    def _ministries_link(self) -> Link:
        return Link(self._words["ministries"], self._at(self._words["ministries_path"]))

    def _topics(self) -> Iterator[Page]:
        path = self._words["topics_path"]
        trail = (self._home, Link(self._words["topics"], self._at(path)))
        topics = [(theme, owner) for owner in self._hosted() for theme in self._themes(owner)]
        links = [Link(self._capital(theme), self._at(f"{path}/{slug(theme)}")) for theme, _ in topics]
        if self._language == "nl":
            links.append(Link("Kwaliteit en integriteit overheidsinstanties", self._at(f"{path}/{_INTEGRITY_TOPIC}")))
            yield from self._integrity_topic(trail)
        yield self._page(path, self._words["topics"], (self._home,), children=tuple(links))
        for theme, owner in topics:
            yield from self._topic(theme, owner, f"{path}/{slug(theme)}", trail)

    def _topic(self, theme: str, owner: Organisation, path: str, trail: Sequence[Link]) -> Iterator[Page]:
        templates = _QUESTIONS_EN if self._language == "en" else QUESTIONS
        folder = "question-and-answer" if self._language == "en" else "vraag-en-antwoord"
        here = Link(self._capital(theme), self._at(path))
        children = []
        for number, template in enumerate(templates):
            writer = Writer(owner, f"portaal-{theme}-{number}", self._language)
            title = template.format(theme=theme)
            heading = "More about this" if self._language == "en" else "Meer hierover"
            intro, text = writer.text("topic", 2, theme), writer.text("topic", 3, theme)
            page = self._page(f"{path}/{folder}/{slug(title)}", title, (*trail, here), owner=owner, type=folder,
                              intro=intro, sections=(Section(heading=heading, paragraphs=(text,)),))  # fmt: skip
            children.append(self._to(page))
            yield page
        writer = Writer(owner, f"portaal-{theme}", self._language)
        intro = writer.text("topic", 3, theme)
        yield self._page(path, self._capital(theme), trail, owner=owner, intro=intro, children=tuple(children))

    def _integrity_topic(self, trail: Sequence[Link]) -> Iterator[Page]:
        """The topic under which the referral page stands, with questions that only look like it."""
        path = f"/onderwerpen/{_INTEGRITY_TOPIC}"
        title = "Kwaliteit en integriteit overheidsinstanties"
        questions = [self._question(item, f"{path}/vraag-en-antwoord/{item.key}", trail) for item in lookalikes.TOPICS]
        links = [Link(referrals.TITLE_INTEGRITY, self._at(REFERRAL_INTEGRITY)), *(self._to(page) for page in questions)]
        intro = "De overheid wil goed en eerlijk werken. Hier leest u wat u van de overheid mag verwachten."
        yield self._page(path, title, trail, intro=intro, children=tuple(links))
        yield from questions

    def _question(self, item: LookAlike, path: str, trail: Sequence[Link]) -> Page:
        sections = tuple(Section(heading=heading, paragraphs=(text,)) for heading, text in item.headings)
        return self._page(path, item.title, trail, type=item.type, intro=item.intro, sections=sections)

    def _ministries(self) -> Iterator[Page]:
        path, title = self._words["ministries_path"], self._words["ministries"]
        known = [m for m in MINISTRIES if self._language == "nl" or m.english]
        links = tuple(Link(m.label(self._language), self._places.home(m, self._language)) for m in known)
        yield self._page(path, title, (self._home,), children=links)
        if self._language == "nl":
            agencies = tuple(Link(agency.name, self._places.home(agency)) for agency in AGENCIES)
            yield self._page("/organisaties", "Andere organisaties", (self._home,), children=agencies)

    def _listing(self, path: str, title: str, pages: Sequence[Page]) -> Iterator[Page]:
        count = -(-len(pages) // _PER_PAGE)
        targets = [path if number == 1 else f"{path}?pagina={number}" for number in range(1, count + 1)]
        for number, target in enumerate(targets, 1):
            links = tuple(self._to(page) for page in pages[(number - 1) * _PER_PAGE : number * _PER_PAGE])
            near = [n for n in (1, number - 1, number + 1, count) if 1 <= n <= count and n != number]
            more = tuple(Link(f"{self._words['page']} {n}", self._at(targets[n - 1])) for n in dict.fromkeys(near))
            name = title if number == 1 else f"{title}, {self._words['page'].lower()} {number}"
            section = Section(heading=self._words["overview"], links=links)
            yield self._page(target, name, (self._home,), sections=(section,), more=more, listed=number == 1)

    def _overview(self) -> Page:
        links = [self._ministries_link(), Link(self._words["topics"], self._at(self._words["topics_path"]))]
        links += [Link(title, self._at(path)) for path, (title, _) in self._published.items()]
        return self._page("/sitemap", self._words["sitemap"], (self._home,), children=tuple(links))

    def _searches(self) -> tuple[Link, ...]:
        return Link("Zoeken", self._at("/zoeken")), Link("Uitgebreid zoeken", self._at("/zoeken/uitgebreid"))

    def _advanced_search(self) -> Page:
        return self._page("/zoeken/uitgebreid", "Uitgebreid zoeken", (self._home,), listed=False,
                          intro="Hier kunt u zoeken op datum en soort document.")  # fmt: skip

    def _hosted(self) -> list[Organisation]:
        return [m for m in MINISTRIES if m.site == PORTAL]

    def _themes(self, owner: Organisation) -> tuple[str, ...]:
        return owner.themes_en if self._language == "en" else owner.themes

    def _page(self, path: str, title: str, trail: Sequence[Link], **more: object) -> Page:
        values: dict[str, object] = {
            "owner": PORTAL_ORGANISATION,
            "modified": self._today - timedelta(days=10 + len(path)),
            **more,
        }
        return Page(site=self._site, path=path, title=title, language=self._language, trail=tuple(trail), **values)  # type: ignore[arg-type]

    def _capital(self, text: str) -> str:
        return text[0].upper() + text[1:]

    def _at(self, path: str) -> str:
        return self._places.at(self._site, path)

    def _to(self, page: Page) -> Link:
        return Link(page.title, self._places.at(page.site, page.path))
