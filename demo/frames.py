"""What stands around the pages of each site: menus, footers, search field, the way to the other language."""

from demo.content import Link
from demo.designs import Frame
from demo.organisations import ORGANISATIONS, PORTAL, PORTAL_EN, PORTAL_ORGANISATION, Organisation
from demo.places import Places, path_under

_PORTAL_MENU = (
    ("Home", "/"), ("Onderwerpen", "/onderwerpen"), ("Ministeries", "/ministeries"), ("Organisaties", "/organisaties"),
    ("Actueel", "/actueel/nieuws"), ("Documenten", "/documenten"), ("Vacatures", "/vacatures"), ("Contact", "/contact"),
)  # fmt: skip
_PORTAL_SERVICE = (
    ("Contact", "/contact"),
    ("Vacatures", "/vacatures"),
    ("Sitemap", "/sitemap"),
    ("Help", "/help"),
    ("Archief", "/archief"),
)
_PORTAL_ABOUT = (
    ("Privacy", "/privacy"),
    ("Toegankelijkheid", "/toegankelijkheid"),
    ("Kwetsbaarheid melden", "/kwetsbaarheid-melden"),
)
_PORTAL_MENU_EN = (
    ("Home", "/"), ("Topics", "/topics"), ("Ministries", "/ministries"), ("Latest", "/news"), ("Contact", "/contact"),
)  # fmt: skip
_PORTAL_SERVICE_EN = (("Contact", "/contact"), ("Sitemap", "/sitemap"))
_PORTAL_ABOUT_EN = (
    ("Privacy", "/privacy"),
    ("Accessibility", "/accessibility"),
    ("Report a vulnerability", "/report-vulnerability"),
)
_OWN_MENU = ("onderwerpen", "nieuws", "documenten", "organisatie", "werken-bij", "contact")
_OWN_TITLES = {"onderwerpen": "Onderwerpen", "nieuws": "Nieuws", "documenten": "Documenten",
               "organisatie": "Organisatie",
               "werken-bij": "Werken bij", "contact": "Contact", "agenda": "Agenda"}  # fmt: skip
_OWN_MENU_EN = {"news": "News", "organisation": "Organisation", "contact": "Contact"}
_OWN_FOOTER = {"privacy": "Privacy", "toegankelijkheid": "Toegankelijkheid",
               "kwetsbaarheid-melden": "Kwetsbaarheid melden", "help": "Help", "archief": "Archief"}  # fmt: skip


def frames(places: Places) -> dict[tuple[str, str], Frame]:
    """The frame of every site and language."""
    made = [_portal(places), _portal_en(places)]
    for organisation in ORGANISATIONS:
        if organisation.site != PORTAL:
            made.append(_own(places, organisation))
            if organisation.english:
                made.append(_own_en(places, organisation))
    return {(frame.site, frame.language): frame for frame in made}


def search_path(organisation: Organisation) -> tuple[str, str]:
    """Path and field of an organisation's own search."""
    return ("/Zoeken.aspx" if organisation.design == "tabel" else "/zoeken", "q")


def _portal(places: Places) -> Frame:
    return Frame(
        site=PORTAL, name=PORTAL_ORGANISATION.name, origin=places.origins[PORTAL], design="rijk", language="nl",
        home="/", menu=_links(_PORTAL_MENU), service=_links(_PORTAL_SERVICE), about=_links(_PORTAL_ABOUT),
        search_path="/zoeken", search_field="trefwoord", other_language=Link("English", places.at(PORTAL_EN, "/")),
    )  # fmt: skip


def _portal_en(places: Places) -> Frame:
    return Frame(
        site=PORTAL_EN, name=PORTAL_ORGANISATION.name_en, origin=places.origins[PORTAL_EN], design="rijk",
        language="en", home="/", menu=_links(_PORTAL_MENU_EN),
        service=_links(_PORTAL_SERVICE_EN), about=_links(_PORTAL_ABOUT_EN),
        search_path="/search", search_field="keyword", other_language=Link("Nederlands", places.at(PORTAL, "/")),
    )  # fmt: skip


def _own(places: Places, organisation: Organisation) -> Frame:
    segments = (*_OWN_MENU, "agenda") if organisation.design == "kaarten" else _OWN_MENU
    menu = tuple(Link(_OWN_TITLES[segment], path_under(organisation, segment)) for segment in segments)
    about = tuple(Link(title, path_under(organisation, key)) for key, title in _OWN_FOOTER.items())
    path, field = search_path(organisation)
    english = Link("English", "/en") if organisation.english else None
    return Frame(
        site=organisation.site, name=organisation.name, origin=places.origins[organisation.site],
        design=organisation.design, language="nl", home="/", menu=(Link("Home", "/"), *menu),
        service=(Link(PORTAL_ORGANISATION.name, places.at(PORTAL, "/")),), about=about,
        search_path=path, search_field=field, other_language=english,
    )  # fmt: skip


def _own_en(places: Places, organisation: Organisation) -> Frame:
    menu = tuple(Link(title, path_under(organisation, key, language="en")) for key, title in _OWN_MENU_EN.items())
    path, field = search_path(organisation)
    return Frame(
        site=organisation.site, name=organisation.name_en, origin=places.origins[organisation.site],
        design=organisation.design, language="en", home="/en", menu=(Link("Home", "/en"), *menu),
        service=(Link(PORTAL_ORGANISATION.name_en, places.at(PORTAL_EN, "/")),),
        about=(Link("Privacy", path_under(organisation, "privacy")),),
        search_path=path, search_field=field, other_language=Link("Nederlands", "/"),
    )  # fmt: skip


def _links(pairs: tuple[tuple[str, str], ...]) -> tuple[Link, ...]:
    return tuple(Link(text, path) for text, path in pairs)
