"""The whole pretend web as values: every site with its pages, files, redirects and refusals."""

from collections.abc import Iterator, Mapping
from datetime import date

from demo import referrals
from demo.content import Page
from demo.designs import Designs
from demo.english_pages import EnglishPages
from demo.faults import Faults
from demo.files import STYLE, pdf, png
from demo.frames import frames, search_path
from demo.instead import instead
from demo.organisation_pages import OrganisationPages
from demo.organisations import ORGANISATIONS, PORTAL, PORTAL_ALIAS, PORTAL_EN, Organisation
from demo.places import SITES, Places
from demo.portal_pages import PortalPages
from demo.routes import RoutePages
from demo.site import File, Site, Traits
from demo.site_pages import SitePages

_PORTAL_SEARCH = ("/zoeken", "trefwoord")
_REFUSALS = {"login-required": 401, "blocked": 403, "unreachable": 503, "crawl-incomplete": 503}


def build(places: Places, today: date) -> dict[str, Site]:
    """Every site by its key; the same for the same places and day."""
    origins = places.origins
    designs, every_frame = Designs(), frames(places)
    sites = {
        key: Site(
            origin=origins[key],
            frames={language: frame for (site, language), frame in every_frame.items() if site == _shown_as(key)},
            designs=designs,
            traits=_traits(key, places),
        )
        for key in SITES
    }
    for page in _pages(places, today):
        sites[page.site].add(page)
        for section in page.sections:
            for link in section.links:
                if link.href.endswith(".pdf"):
                    path = link.href.removeprefix(origins[page.site])
                    sites[page.site].files[path] = File("application/pdf", pdf(link.text))
    for site in sites.values():
        site.files["/assets/stijl.css"] = File("text/css; charset=utf-8", STYLE.encode())
        site.files["/assets/logo.png"] = File("image/png", png(21, 66, 115))
    for organisation in ORGANISATIONS:
        _hinder(sites, places, organisation, today)
    return sites


def _pages(places: Places, today: date) -> Iterator[Page]:
    published: dict[str, tuple[str, list[Page]]] = {
        "/actueel/nieuws": ("Nieuws", []),
        "/documenten": ("Documenten", []),
        "/vacatures": ("Vacatures", []),
    }
    english_news: list[Page] = []
    for organisation in ORGANISATIONS:
        ordinary = OrganisationPages(places, organisation, today)
        yield from ordinary.pages()
        if organisation.site == PORTAL:
            published["/actueel/nieuws"][1].extend(ordinary.published.news)
            published["/documenten"][1].extend(ordinary.published.documents)
            published["/vacatures"][1].extend(ordinary.published.vacancies)
        else:
            yield from SitePages(places, organisation, today).pages()
        yield from RoutePages(places, organisation, "nl", today).pages()
        if organisation.english:
            english = list(EnglishPages(places, organisation, today).pages())
            english_news += [p for p in english if p.type == "news item" and p.site == PORTAL_EN]
            yield from english
            yield from RoutePages(places, organisation, "en", today).pages()
    published["/actueel/nieuws"][1].sort(key=lambda page: (page.modified, page.path), reverse=True)
    yield from PortalPages(places, "nl", today, published).pages()
    yield from PortalPages(places, "en", today, {"/news": ("News", english_news)}).pages()
    yield from referrals.pages(places, today)


def _shown_as(site: str) -> str:
    return PORTAL if site == PORTAL_ALIAS else site


def _traits(site: str, places: Places) -> Traits:
    if site == PORTAL_ALIAS:
        return Traits(sitemap="none", stands_for=places.origins[PORTAL])
    if site == PORTAL:
        return Traits(disallow=("/zoeken/uitgebreid",), search=_PORTAL_SEARCH, sitemap="index")
    if site == PORTAL_EN:
        return Traits(disallow=("/search",), search=("/search", "keyword"))
    organisation = next(o for o in ORGANISATIONS if o.site == site)
    path, field = search_path(organisation)
    disallow = tuple(_disallowed(organisation, places.faults)) + (() if organisation.search else (path,))
    return Traits(
        disallow=disallow,
        search=(path, field),
        sitemap=organisation.sitemap,
        robots=organisation.robots,
        soft_not_found=organisation.soft_not_found,
    )


def _disallowed(organisation: Organisation, faults: Faults) -> Iterator[str]:
    paths = Places(dict.fromkeys(SITES, ""))
    for route in organisation.routes:
        for language in route.languages:
            if "robots-disallowed" in faults.of_route(organisation.id, route.id, language):
                yield paths.route(organisation, route, language)


def _hinder(sites: Mapping[str, Site], places: Places, organisation: Organisation, today: date) -> None:
    """Redirects and refusals, as the organisation's faults ask."""
    for route in organisation.routes:
        for language in route.languages:
            found = places.faults.of_route(organisation.id, route.id, language)
            site = sites[organisation.site_en if language == "en" else organisation.site]
            path = places.route(organisation, route, language).removeprefix(site.origin)
            if file := instead(found, route.title_en if language == "en" else route.title, language):
                site.pages.pop(path)
                site.files[path] = file
            elif refused := found.keys() & _REFUSALS:
                site.refusals[path] = _REFUSALS[refused.pop()]
            elif "page-moved" in found:
                site.redirects[path] = (301, RoutePages(places, organisation, language, today).address(route))
            elif "page-soft-404" in found and found["page-soft-404"].variant == "home":
                site.redirects[path] = (302, places.home(organisation, language))
            elif "redirect-loop" in found:
                site.redirects |= {path: (302, f"{path}?stap=2"), f"{path}?stap=2": (302, path)}


def portal_search() -> str:
    """The path of the portal's search, with the place for the words."""
    path, field = _PORTAL_SEARCH
    return f"{path}?{field}={{query}}"
