"""The pages of a pretend web of any size, as a crawl observes them: a portal, ministries on it and on their own hosts.

A page has about 2 KB of main text and 95 links: 60 in menus, sidebar and footer, which the pages of a site or of a
section share, and 35 of its own, ten of which lead anywhere on the site and most others to pages nearby. Each site has
contact facts in its footer. One page in fifty speaks of complaints or misconduct without being a route. Of every ten
routes one is gone, one moved and one not there at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from random import Random

from expectations.model import Channel, ChannelType, Heading, Kind, Language, Link, Page, Region, Section

DAY = date(2026, 11, 23)
KINDS = (Kind.INTEGRITY, Kind.CONDUCT, Kind.COMPLAINT)
TITLES = {
    Kind.INTEGRITY: "Een integriteitsschending melden",
    Kind.CONDUCT: "Ongewenst gedrag van een medewerker melden",
    Kind.COMPLAINT: "Een klacht indienen over het ministerie",
}
_PORTAL = "https://www.portaal.example/"
_PER_SECTION, _DOUBTFUL_EVERY = 50, 50
_THINGS = [
    "zonnepanelen",
    "paspoorten",
    "huurtoeslag",
    "vergunningen",
    "scholen",
    "bossen",
    "havens",
    "subsidies",
    "wegen",
    "fietspaden",
    "dijken",
    "stallen",
    "examens",
    "pensioenen",
    "medicijnen",
    "drinkwater",
    "windmolens",
    "rijbewijzen",
    "belastingen",
    "loketten",
    "musea",
    "sporthallen",
]
_ACTS = [
    "aanvragen",
    "wijzigen",
    "betalen",
    "controleren",
    "verlengen",
    "opzeggen",
    "bekijken",
    "vergelijken",
    "verdelen",
    "melden",
]
_PLACES = [
    "Oefendam",
    "Proefstad",
    "Rietmeer",
    "Veldhoek",
    "Zandwijk",
    "Molenkade",
    "Lindenburg",
    "Waterloo",
    "Boshuizen",
    "Kerkdorp",
]
_DOUBTFUL = (
    "Klacht over een zorgverzekeraar",
    "Discriminatie op de arbeidsmarkt",
    "Ongewenst gedrag in de sport voorkomen",
    "Kamerbrief over integriteit bij de politie",
    "Vergunning of klacht bij de gemeente",
    "Pesten op school melden",
)
_SENTENCES = (
    "U vraagt {0} aan bij de gemeente {1}.",
    "Het ministerie onderzoekt elk jaar de kwaliteit van {0} en maakt de uitkomsten bekend.",
    "Soms heeft u voor {0} een verklaring nodig; die krijgt u vanzelf thuisgestuurd.",
    "De regels voor {0} veranderen op 1 januari, zodat meer mensen in {1} er gebruik van kunnen maken.",
    "Bewaar de papieren van {0} ten minste zeven jaar.",
    "Heeft u vragen over {0}? Kijk dan eerst bij de veelgestelde vragen.",
    "Voor {0} gelden andere voorwaarden als u in het buitenland woont.",
    "In {1} is dit jaar meer geld gestoken in {0} dan in alle jaren daarvoor.",
)
_SERVICE = (
    "Wilt u iets melden of een klacht indienen? Stuur een e-mail of bel ons. U krijgt binnen twee weken een "
    "ontvangstbevestiging. Wij behandelen uw melding binnen zes weken. Een medewerker die niet bij de zaak betrokken "
    "is, hoort u daarover. Bent u het niet eens met de afhandeling? Dan kunt u naar de Nationale ombudsman."
)


class Fate(Enum):
    """What became of a route since the inventory was written."""

    THERE = auto()
    GONE = auto()
    MOVED = auto()
    ABSENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """`address` is where the inventory says it is."""

    kind: Kind
    address: str
    fate: Fate = Fate.THERE

    @property
    def title(self) -> str:
        return TITLES[self.kind]

    @property
    def stands(self) -> str:
        return f"{self.address}-2026" if self.fate is Fate.MOVED else self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The pages of one organisation; `home` ends in a slash, `size` counts the pages that are no route's."""

    id: str
    name: str
    home: str
    size: int
    routes: tuple[Route, ...]

    def address(self, number: int) -> str:
        if number < 2:
            return self.home + ("contact" if number else "")
        return f"{self.home}onderwerpen/{number // _PER_SECTION}/{title(number).lower().replace(' ', '-')}"


def sites(pages: int, routes: int) -> tuple[Site, ...]:
    """The portal with half of the pages and its referrals, then a ministry for every three routes."""
    count = max(1, routes // len(KINDS))
    share = max(2 + len(KINDS), pages // 2 // count)
    portal = Site(
        id="portaal",
        name="Portaal",
        home=_PORTAL,
        size=pages - share * count - len(KINDS),
        routes=tuple(Route(kind=kind, address=f"{_PORTAL}contact/{kind}-overzicht") for kind in KINDS),
    )
    return (portal, *(_ministry(number, share - len(KINDS)) for number in range(count)))


def title(number: int) -> str:
    """The title of the page with this number, which links to it repeat."""
    if number % _DOUBTFUL_EVERY == _DOUBTFUL_EVERY - 1:
        return f"{_DOUBTFUL[number // _DOUBTFUL_EVERY % len(_DOUBTFUL)]} {number}"
    rest, thing = divmod(number, len(_THINGS))
    rest, act = divmod(rest, len(_ACTS))
    rest, place = divmod(rest, len(_PLACES))
    return f"{_THINGS[thing].capitalize()} {_ACTS[act]} in {_PLACES[place]} {1960 + rest}"


def pages(site: Site, web: tuple[Site, ...]) -> Iterator[Page]:
    """All pages of a site: home, contact page, subjects, routes."""
    common = _common(site)
    for number in range(site.size):
        yield _page(site, number, common)
    for route in site.routes:
        if route.fate in (Fate.THERE, Fate.MOVED):
            yield _route_page(site, route, common, web if site is web[0] else ())


def _ministry(number: int, size: int) -> Site:
    home = f"{_PORTAL}ministeries/m{number}/" if number % 2 else f"https://www.m{number}.example/"
    fates = [_fate(number * len(KINDS) + place) for place in range(len(KINDS))]
    routes = [Route(kind=k, address=f"{home}contact/{k}", fate=fate) for k, fate in zip(KINDS, fates, strict=True)]
    name = f"Ministerie van {_THINGS[number % len(_THINGS)].capitalize()} en Zaken {number}"
    return Site(id=f"m{number}", name=name, home=home, size=size, routes=tuple(routes))


def _fate(number: int) -> Fate:
    return {4: Fate.GONE, 6: Fate.MOVED, 8: Fate.ABSENT}.get(number % 10, Fate.THERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What all pages of a site show."""

    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    channels: tuple[Channel, ...]


def _common(site: Site) -> _Common:
    subjects = [number * _PER_SECTION % site.size for number in range(1, 24)]
    mail, place = f"info@{site.id}.example", "Postbus 20001, 2500 EA Den Haag"
    quote = f"Contact met {site.name}: {mail}, 070 345 67 89, {place}"
    facts = ((ChannelType.EMAIL, mail), (ChannelType.PHONE, "+31703456789"), (ChannelType.POST, place))
    return _Common(
        menu=tuple(_link(site, number, Region.NAV) for number in (0, 1, *subjects)),
        footer=tuple(_link(site, number * 31 % site.size, Region.FOOTER) for number in range(25)),
        channels=tuple(
            Channel(type=t, value=value, text=value, region=Region.FOOTER, heading="Contact", quote=quote)
            for t, value in facts
        ),
    )


def _page(site: Site, number: int, common: _Common) -> Page:
    chance = Random(f"{site.id} {number}")
    parts = [f"Over {chance.choice(_THINGS)} in {chance.choice(_PLACES)}" for _ in range(4)]
    name = title(number) if number > 1 else ("Contact" if number else site.name)
    texts = [_text(chance, 6) for _ in parts]
    links = list(_own_links(site, number, parts, chance))
    section = number // _PER_SECTION * _PER_SECTION
    sidebar = tuple(_link(site, (section + n) % site.size, Region.ASIDE) for n in range(10))
    doubtful = number % _DOUBTFUL_EVERY == _DOUBTFUL_EVERY - 1
    return Page(
        address=site.address(number),
        language=Language.NL,
        title=f"{name} | {site.name}",
        headings=(Heading(level=1, text=name), *(Heading(level=2, text=part) for part in parts)),
        breadcrumb=("Home", "Onderwerpen", name),
        description=texts[0][:150],
        canonical=site.address(number),
        modified=DAY - timedelta(days=number % 1000),
        anchors=frozenset({"inhoud", "menu", "zoeken", "voet", *(part.lower().replace(" ", "-") for part in parts)}),
        text="\n".join([name, *(line for part in zip(parts, texts, strict=True) for line in part)]),
        channels=common.channels,
        link_blocks=(common.menu, sidebar, tuple(links), common.footer),
        sections=_sections(name, parts, texts) if doubtful else (),
    )


def _route_page(site: Site, route: Route, common: _Common, web: tuple[Site, ...]) -> Page:
    mail = Channel(type=ChannelType.EMAIL, value=f"{route.kind}@{site.id}.example", text=f"{route.kind}@{site.id}")
    led = tuple(
        Link(target=one.stands, text=f"{one.title}: {other.name}", region=Region.MAIN)
        for other in web[1:]
        for one in other.routes
        if one.kind is route.kind and one.fate is not Fate.ABSENT
    )
    return Page(
        address=route.stands,
        language=Language.NL,
        title=f"{route.title} | {site.name}",
        headings=(Heading(level=1, text=route.title),),
        breadcrumb=("Home", "Contact", route.title),
        modified=DAY,
        text=f"{route.title}\n{_SERVICE}",
        channels=(mail, *common.channels),
        link_blocks=(common.menu, led, common.footer),
        sections=_sections(route.title, ["Hoe meldt u?"], [_SERVICE]),
    )


def _own_links(site: Site, number: int, parts: list[str], chance: Random) -> Iterator[Link]:
    if number == 1:
        for route in site.routes:
            yield Link(target=route.address, text=route.title, region=Region.MAIN)
    near = [(number + step) % site.size for step in (*range(1, 11), *chance.sample(range(11, 500), 13))]
    for place, other in enumerate((*near, *(chance.randrange(site.size) for _ in range(10)))):
        yield _link(site, other, Region.MAIN, parts[place % len(parts)])
    yield Link(target=f"{site.home}bestanden/{number % 5000}.pdf", text="Rapport (pdf)", region=Region.MAIN)
    yield Link(target=f"https://www.elders{number % 5000}.example/", text="Meer weten", region=Region.MAIN)


def _link(site: Site, number: int, region: Region, heading: str = "") -> Link:
    text = title(number) if number > 1 else ("Contact" if number else "Home")
    return Link(target=site.address(number), text=text, region=region, heading=heading)


def _text(chance: Random, sentences: int) -> str:
    chosen = (chance.choice(_SENTENCES) for _ in range(sentences))
    return " ".join(sentence.format(chance.choice(_THINGS), chance.choice(_PLACES)) for sentence in chosen)


def _sections(name: str, parts: list[str], texts: list[str]) -> tuple[Section, ...]:
    own = (Section(heading=part, level=2, text=text) for part, text in zip(parts, texts, strict=True))
    return (Section(heading=name, level=1, text=""), *own)
