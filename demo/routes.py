"""The route pages: complaint, integrity, conduct, merged or split, with the faults that their content shows."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from demo import altered, contacts
from demo.content import Form, Link, Page, Section, sentence
from demo.faults import Fault
from demo.organisations import Organisation, Route
from demo.places import Places
from demo.route_texts import COMPLAINT, CRIME, CRIME_ITEMS, REPORT, STAFF, Texts

CONTACT = {"nl": "Contact", "en": "Contact"}
_UNLINKED = {"route-missing", "route-unlinked", "translation-missing", "too-many-clicks"}
_NO_PAGE = {"route-missing", "translation-missing", "page-broken", "page-soft-404", "redirect-loop", "crawl-incomplete"}
_NOT_SEEN = {"blocked", "unreachable", "robots-disallowed", "route-unlinked"}
_VAGUE = {"nl": "Lees meer", "en": "Read more"}
_LEFT_OUT_OF = {"not-in-search": "search", "not-in-sitemap": "sitemap"}
_STALE_DAYS = 1_500
_FORM_LINK = {"nl": "Vul het formulier in", "en": "Fill in the form"}
_FORM_TITLE = {
    "nl": {"complaint": "Klachtformulier", "report": "Meldformulier integriteit"},
    "en": {"complaint": "Complaint form", "report": "Report form"},
}
_FIELDS = {
    "nl": ("Naam", "Adres", "E-mailadres", "Telefoonnummer", "Wat is er gebeurd?"),
    "en": ("Name", "Address", "E-mail address", "Telephone number", "What happened?"),
}
_SEND = {"nl": "Verstuur", "en": "Send"}


class RoutePages:
    """Makes the pages of all routes of one organisation in one language."""

    def __init__(self, places: Places, organisation: Organisation, language: str, today: date) -> None:
        self._places = places
        self._organisation = organisation
        self._language = language
        self._today = today

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes that exist in this language; a kind that must be missing has none."""
        gone = self._places.faults.variants("kind-missing", self._organisation.id)
        return tuple(
            route
            for route in self._organisation.routes
            if self._language in route.languages and not route.valid_until and not (gone and set(route.kinds) <= gone)
        )

    @property
    def _days(self) -> int:
        """How long ago the pages were changed."""
        return 30 + 7 * (self._organisation.number % 20)

    def links(self) -> tuple[Link, ...]:
        """The routes as the contact page lists them."""
        return tuple(self.link(route) for route in self._linked())

    def link(self, route: Route) -> Link:
        vague = "link-text-vague" in self._faults(route)
        return Link(_VAGUE[self._language] if vague else self.title(route), self.address(route))

    def address(self, route: Route) -> str:
        """Where the route really stands."""
        declared = self._places.route(self._organisation, route, self._language)
        if "page-moved" in self._faults(route):
            return self._places.under(self._organisation, "contact", "meldpunten", route.path)
        return declared

    def title(self, route: Route) -> str:
        return route.title_en if self._language == "en" else route.title

    def pages(self) -> Iterator[Page]:
        for route in self.routes:
            if not self._has(route, _NO_PAGE):
                page = self._page(route)
                yield page
                if "route-duplicate" in self._faults(route):
                    yield altered.second(page)
                if "alias-conflict" in self._faults(route):
                    yield altered.copy(page)
                if "form" in route.channels:
                    yield self._form_page(route)

    def _page(self, route: Route) -> Page:
        intro, sections = self._content(route)
        found = self._faults(route)
        return Page(
            site=self._organisation.site_en if self._language == "en" else self._organisation.site,
            path=self._path(self.address(route)),
            title=altered.title(self.title(route), found),
            owner=self._organisation,
            modified=self._today - timedelta(days=_STALE_DAYS if "page-stale" in found else self._days),
            language=self._language,
            intro=intro,
            sections=altered.sections(sections, found, self._organisation),
            trail=self._trail(),
            twin=self._twin(route),
            noindex=found["not-indexable"].variant if "not-indexable" in found else "",
            left_out_of=frozenset(place for code, place in _LEFT_OUT_OF.items() if code in found),
        )

    def _content(self, route: Route) -> tuple[str, tuple[Section, ...]]:
        if route.audience == "staff" or "audience-staff" in self._faults(route):
            return self._say(STAFF["intro"]), self._staff(route)
        if "official-crime" in route.kinds:
            return CRIME["intro"], self._crime(route)
        if "complaint" in route.kinds:
            also = f" {self._pick(REPORT, 'both', route)}" if len(route.kinds) > 1 else ""
            return self._pick(COMPLAINT, "intro", route) + also, self._complaint(route)
        subject = "both" if len(route.kinds) > 1 else route.kinds[0]
        return self._pick(REPORT, subject, route), self._report(route)

    def _complaint(self, route: Route) -> tuple[Section, ...]:
        texts = COMPLAINT[self._language]
        merged = self._subjects(route) if len(route.kinds) > 1 else ()
        return (
            Section(heading=self._pick(COMPLAINT, "about", route), anchor="waarover", items=tuple(texts["subjects"])),
            *merged,
            self._how(route, self._pick(COMPLAINT, "how", route), (self._pick(COMPLAINT, "write", route),)),
            Section(
                heading=self._pick(COMPLAINT, "next", route),
                anchor="behandeling",
                paragraphs=tuple(self._pick(COMPLAINT, key, route) for key in ("acknowledge", "handler", "deadline"))
                + ((self._pick(REPORT, "confidential", route),) if merged else ()),
            ),
            Section(
                heading=self._pick(COMPLAINT, "after", route),
                anchor="ombudsman",
                paragraphs=(self._pick(COMPLAINT, "ombudsman", route),),
            ),
            self._not_for(route),
        )

    def _not_for(self, route: Route) -> Section:
        under = self._places.under
        if self._language == "en":
            objection = Link("lodge an objection", under(self._organisation, "contact", "objection", language="en"))
            damage = Link("claim damages", under(self._organisation, "contact", "damage", language="en"))
        else:
            objection = Link("bezwaar maken", under(self._organisation, "contact", "bezwaar-maken") + "#termijn")
            damage = Link("schade meldt", under(self._organisation, "contact", "schade-melden"))
        paragraphs = [sentence(self._pick(COMPLAINT, "not_text", route), objection, damage)]
        if "link-broken" in self._faults(route):
            dead = Link("folder over klachten", under(self._organisation, "contact", "folder-over-klachten"))
            paragraphs.append(sentence("Meer weten? Lees de {}.", dead))
        if "fragment-missing" in self._faults(route):
            lost = Link("openingstijden", under(self._organisation, "contact") + "#openingstijden-loket")
            paragraphs.append(sentence("Wilt u langskomen? Bekijk dan de {}.", lost))
        return Section(heading=self._pick(COMPLAINT, "not", route), anchor="geen-klacht", paragraphs=tuple(paragraphs))

    def _report(self, route: Route) -> tuple[Section, ...]:
        sound = (r for r in self._linked() if r != route and not self._has(r, _NO_PAGE | _NOT_SEEN))
        see = tuple(sentence(self._pick(REPORT, "see", route), self.link(other)) for other in list(sound)[:1])
        after = ("recipient", "confidential", *(("authority",) if "whistleblower" in route.kinds else ()))
        return (
            *self._subjects(route),
            self._how(route, self._pick(REPORT, "how", route), (self._pick(REPORT, "who", route),)),
            Section(
                heading=self._pick(REPORT, "next", route),
                anchor="behandeling",
                paragraphs=(*(self._pick(REPORT, key, route) for key in after), *see),
            ),
        )

    def _subjects(self, route: Route) -> tuple[Section, ...]:
        texts = REPORT[self._language]
        return tuple(
            Section(
                heading=self._pick(REPORT, f"about_{kind}", route),
                anchor=f"over-{kind}",
                items=tuple(texts[f"{kind}_items"]),
            )
            for kind in ("integrity", "conduct", "whistleblower")
            if kind in route.kinds
        )

    def _crime(self, route: Route) -> tuple[Section, ...]:
        return (
            Section(heading=str(CRIME["about"]), items=CRIME_ITEMS),
            self._how(route, CRIME["how"], (CRIME["who"],)),
        )

    def _staff(self, route: Route) -> tuple[Section, ...]:
        how = self._how(route, "Hoe doet u als medewerker een melding?", (STAFF["more"],))
        return (how, *self._subjects(route))

    def _how(self, route: Route, heading: str, paragraphs: tuple[str, ...]) -> Section:
        links: tuple[Link, ...] = ()
        form = None
        if "form" in route.channels:
            address = contacts.form_address(self._places, self._organisation, route, self._language)
            links = (Link(_FORM_LINK[self._language], address),)
        if "embedded" in route.channels:
            form = self._form(self.address(route))
        shown = contacts.shown(self._organisation, route, self._language, self._faults(route))
        return Section(heading=heading, anchor="hoe", paragraphs=paragraphs, contacts=shown, links=links, form=form)

    def _form_page(self, route: Route) -> Page:
        address = contacts.form_address(self._places, self._organisation, route, self._language)
        title = _FORM_TITLE[self._language]["complaint" if "complaint" in route.kinds else "report"]
        trail = (*self._trail(), self.link(route))
        return Page(
            site=self._organisation.site_en if self._language == "en" else self._organisation.site,
            path=self._path(address),
            title=title,
            owner=self._organisation,
            modified=self._today - timedelta(days=60),
            language=self._language,
            sections=(Section(heading=title, form=self._form(address)),),
            trail=trail,
        )

    def _form(self, action: str) -> Form:
        return Form(action=action, fields=_FIELDS[self._language], button=_SEND[self._language])

    def _linked(self) -> tuple[Route, ...]:
        return tuple(r for r in self.routes if r.audience == "external" and not self._has(r, _UNLINKED))

    def _twin(self, route: Route) -> str:
        other = "en" if self._language == "nl" else "nl"
        if other not in route.languages:
            return ""
        pages = RoutePages(self._places, self._organisation, other, self._today)
        return "" if pages._has(route, _NO_PAGE | _NOT_SEEN) else pages.address(route)

    def _trail(self) -> tuple[Link, ...]:
        home = self._places.home(self._organisation, self._language)
        contact = self._places.under(self._organisation, "contact", language=self._language)
        return (Link(self._organisation.short(self._language), home), Link(CONTACT[self._language], contact))

    def _faults(self, route: Route) -> Mapping[str, Fault]:
        return self._places.faults.of_route(self._organisation.id, route.id, self._language)

    def _has(self, route: Route, codes: set[str]) -> bool:
        return not codes.isdisjoint(self._faults(route))

    def _pick(self, texts: Texts, key: str, route: Route) -> str:
        """One of the wordings of a sentence; organisations differ, a route is always the same."""
        wordings = texts[self._language][key]
        if isinstance(wordings, str):
            return self._say(wordings)
        return self._say(wordings[(self._organisation.number + len(route.id)) % len(wordings)])

    def _say(self, template: str) -> str:
        the = self._organisation.the(self._language)
        return template.replace("{the}", the).replace("{The}", the[0].upper() + the[1:])

    def _path(self, address: str) -> str:
        site = self._organisation.site_en if self._language == "en" else self._organisation.site
        return address.removeprefix(self._places.origins[site])
