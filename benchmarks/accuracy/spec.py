"""Draws from a seed which organisations there are, where they stand and what routes they have; nothing is wrong yet."""

import random
import re
import unicodedata
from datetime import date, timedelta

from . import contacts, words
from .model import Org, Route, Site, Version, World

DESIGNS = [
    "semantic", "bootstrap", "oldtable", "cards", "definitions", "platform",
    "fields", "breaks", "tabs", "hero", "components", "plain",
]  # fmt: skip
LAYOUTS: list[list[tuple[str, ...]]] = [
    [("integrity", "conduct"), ("complaint",)],
    [("integrity", "conduct"), ("complaint",), ("whistleblower",)],
    [("integrity", "conduct", "complaint")],
    [("integrity",), ("conduct",), ("complaint",)],
    [("integrity",), ("conduct",), ("complaint",), ("whistleblower",)],
    [("integrity", "conduct"), ("complaint",)],
    [("integrity", "conduct"), ("complaint",)],
    [("complaint",)],
]
AGENCY_LAYOUTS: list[list[tuple[str, ...]]] = [
    [("complaint",)],
    [("complaint",), ("integrity",)],
    [("complaint",), ("integrity", "conduct")],
]
TITLE_FORMS = ["{page} | {site}", "{site} - {page}", "{page}", "{page} – {site}", "{page} | {site} | Rijksoverheid"]


def slugify(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def draw(seed: int, today: date) -> World:
    """A world without faults: sites, organisations and routes."""
    rng = random.Random(seed)
    world = World(seed=seed, rng=rng, today=today)
    numbered = seed % 2 == 1  # every site its own loopback address, or all on one with ports of their own
    _portal(world, rng)
    for place, row in enumerate(rng.sample(words.MINISTRIES, rng.randint(11, 12))):
        _organisation(world, rng, row, "ministry", place)
    for place, row in enumerate(rng.sample(words.AGENCIES, 4)):
        _organisation(world, rng, row, "agency", place)
    if rng.random() < 0.6:
        _own_desk(world, rng)
    for number, site in enumerate(world.sites.values(), 2):
        site.host = f"127.0.0.{number}" if numbered else "127.0.0.1"
    return world


def _site(world: World, rng: random.Random, key: str, name: str, lang: str = "nl", design: str = "") -> Site:
    site = Site(
        key=key,
        name=name,
        lang=lang,
        design=design or rng.choice(DESIGNS),
        sitemap=rng.choice(["plain", "plain", "index", "none"]),
        absolute_links=rng.random() < 0.2,
        title_form=rng.choice(TITLE_FORMS),
        soft404=rng.random() < 0.15,
        robots=rng.choice([[], ["/intern/"], ["/zoeken", "/print/"]]),
    )
    if site.design == "oldtable" and rng.random() < 0.5:
        site.charset = "iso-8859-1"
    world.sites[key] = site
    return site


def _portal(world: World, rng: random.Random) -> None:
    portal = _site(
        world,
        rng,
        "portal",
        "Overheidswijzer.nl",
        design=rng.choice(["platform", "semantic", "bootstrap", "fields", "tabs", "hero", "components"]),
    )
    portal.soft404 = False
    if rng.random() < 0.7:
        _site(world, rng, "twin", "Governmentguide.nl", "en", portal.design).soft404 = False
    world.referral_langs = {"referral-complaint": ["nl"], "referral-integrity": ["nl"]}
    if "twin" in world.sites:
        world.referral_langs["referral-complaint"].append("en")
        if rng.random() < 0.5:
            world.referral_langs["referral-integrity"].append("en")
    if rng.random() < 0.6:
        alias = _site(world, rng, "alias", portal.name, design=portal.design)
        alias.alias_of, alias.soft404, alias.sitemap = "portal", False, "none"


def _organisation(world: World, rng: random.Random, row: tuple[str, ...], kind: str, place: int) -> None:
    ident, dutch, english, short, domain = row
    names = {"nl": dutch, "en": english}
    if kind == "ministry":
        names = {"nl": f"Ministerie van {dutch}", "en": f"Ministry of {english}"}
    own = kind == "agency" or place % 3 == 2
    org = Org(
        id=ident, type=kind, names=names, abbreviation=short, domain=domain, site=ident if own else "portal", base={}
    )
    if own:
        _site(world, rng, ident, rng.choice([names["nl"], short]), design=DESIGNS[(place + world.seed) % len(DESIGNS)])
        org.base, org.sites = {"nl": "/"}, {"nl": ident}
        if rng.random() < 0.5:
            org.base["en"], org.sites["en"] = "/en/", ident
    else:
        org.base, org.sites = {"nl": f"/ministeries/{slugify(names['nl'])}"}, {"nl": "portal"}
        if "twin" in world.sites and rng.random() < 0.7:
            org.base["en"], org.sites["en"] = f"/ministries/{slugify(names['en'])}", "twin"
    org.hub = rng.random() < 0.35
    org.sector = {"nl": rng.choice(words.TOPICS["nl"]), "en": rng.choice(words.TOPICS["en"])}
    world.orgs[ident] = org
    layout = rng.choice(LAYOUTS if kind == "ministry" else AGENCY_LAYOUTS)
    for kinds in layout:
        org.routes.append(_route(world, rng, org, list(kinds)))
    if kind == "ministry" and layout == [("complaint",)]:
        org.policy = {"required_kinds": ["complaint"]}
        world.innocents.append(f"fewer kinds required {ident}")
    if len(layout[0]) == 3 and rng.random() < 0.6:
        _share_a_page(world, org)
    org.hub = org.hub and ["whistleblower"] not in [r.kinds for r in org.routes]  # no referral shortens its path
    if rng.random() < 0.25:
        _staff_route(world, rng, org)
    if rng.random() < 0.2:
        _expired_route(world, rng, org)


def _share_a_page(world: World, org: Org) -> None:
    """Two routes of the inventory that one page answers."""
    first = org.routes[0]
    first.says, first.kinds, first.with_url, first.with_title = list(first.kinds), ["integrity", "conduct"], True, True
    for version in first.versions.values():
        version.frozen = True
    second = Route(
        id="klacht-zelfde-pagina",
        org=org.id,
        kinds=["complaint"],
        versions=first.versions,
        channels=dict(first.channels),
        shares=first.id,
    )
    org.routes.append(second)
    world.innocents.append(f"two routes on one page {org.id}")


def _own_desk(world: World, rng: random.Random) -> None:
    """A ministry whose desk has a host of its own."""
    fit = [
        r
        for o in world.ministries
        for r in o.routes
        if o.site == "portal"
        and len(r.versions) == 1
        and not r.shares
        and not r.says
        and r.audience == "external"
        and not r.valid_until
    ]
    if fit:
        route = rng.choice(fit)
        version = route.versions["nl"]
        _site(world, rng, f"{route.org}-desk", f"Meldpunt {world.orgs[route.org].abbreviation}")
        version.site, version.path, route.with_url = f"{route.org}-desk", "/" + slugify(version.title), True
        world.innocents.append(f"a desk with a host of its own {route.org}")


def join(base: str, *parts: str) -> str:
    return "/".join([base.rstrip("/"), *parts])


def _title(world: World, rng: random.Random, org: Org, kinds: list[str], lang: str) -> str:
    return fill(rng.choice(world.texts.TITLES["+".join(kinds), lang]), org, lang)


def fill(text: str, org: Org, lang: str, **more: str) -> str:
    name = org.names[lang]
    article = {"nl": "het " if name.startswith("Ministerie") else "de ", "en": "the "}[lang]
    name = name[0].lower() + name[1:] if lang == "nl" and name.startswith("Ministerie") else name
    done = text.format(m=article + name, a=org.abbreviation, y="2025", t=org.sector[lang], **more)
    return done[0].upper() + done[1:]


def _route(world: World, rng: random.Random, org: Org, kinds: list[str]) -> Route:
    ident = rng.choice(
        [
            "-".join(kinds),
            *{"complaint": ["klacht", "klachten"], "integrity": ["melding"], "conduct": ["gedrag"]}.get(kinds[0], []),
        ]
    )
    box = {
        "complaint": ["klachten", "klacht", "klachtencoordinator"],
        "integrity": ["integriteit", "meldpunt.integriteit", "meldpunt"],
    }.get(kinds[-1] if kinds[0] != "integrity" else "integrity", ["meldpunt-gedrag", "meldpunt.misstanden"])
    shown: dict[str, list[str]] = {}
    mailbox = rng.choice(box)
    if kinds == ["whistleblower"]:
        mailbox = rng.choice(["klokkenluiders", "meldpunt.misstanden"])
    shown["email"] = [contacts.email(mailbox, org.domain)]
    if rng.random() < 0.7:
        shown["phone"] = [contacts.phone(rng)]
    if rng.random() < 0.6:
        shown["post"] = [contacts.post(rng)]
    if rng.random() < 0.45:
        shown["form"] = [rng.choice(["page", "link"])]
    if len(shown) > 2 and rng.random() < 0.15:
        del shown["email"]
    statements = _statements(rng, kinds)
    route = Route(
        id=ident, org=org.id, kinds=kinds, versions={}, with_url=rng.random() < 0.75, with_title=rng.random() < 0.8
    )
    if not route.with_url and rng.random() < 0.8:
        route.with_title = True
    route.channels = {k: list(v) for k, v in shown.items() if rng.random() < 0.75}
    route.statements = [s for s in statements if rng.random() < 0.3]
    langs = ["nl", "en"] if "en" in org.base and rng.random() < 0.65 else ["nl"]
    for lang in langs:
        title = _title(world, rng, org, kinds, lang)
        slug = rng.choice(
            [
                slugify(title),
                slugify(title),
                {"nl": slugify("-".join(title.split()[:3])), "en": slugify("-".join(title.split()[:4]))}[lang],
            ]
        )
        path = join(org.base[lang], *rng.choice([["contact"], ["contact"], ["service", "contact"], []]), slug)
        taken = {v.path for r in org.routes for v in r.versions.values()}
        while path in taken:
            path += "-2"
        link = (
            fill(rng.choice(world.texts.LINKS.get((kinds[0], lang), ["{title}"])), org, lang, title=title)
            if len(kinds) == 1
            else title
        )
        route.versions[lang] = Version(
            lang=lang,
            title=title,
            path=path,
            site=org.sites[lang],
            shown={k: list(v) for k, v in shown.items()},
            statements=statements,
            link_text=link,
            modified=world.recent(rng) if rng.random() < 0.8 else None,
        )
    if "en" in route.versions:  # a version is declared by its address or its title
        route.with_title = route.with_title or not route.with_url
    return route


def _statements(rng: random.Random, kinds: list[str]) -> list[str]:
    chosen = ["acknowledgement", "deadline", "ombudsman"] if "complaint" in kinds else []
    others = (
        ["one-year-limit", "hearing", "uninvolved-handler"]
        if "complaint" in kinds
        else ["confidentiality", "anonymous", "external-authority", "acknowledgement"]
    )
    return chosen + [s for s in [*others, "no-cost"] if rng.random() < 0.35]


def _staff_route(world: World, rng: random.Random, org: Org) -> None:
    title = rng.choice(
        ["Integriteit: meldpunt voor medewerkers", "Klachtenregeling ongewenste omgangsvormen voor medewerkers"]
    )
    version = Version(
        lang="nl",
        title=title,
        path=join(org.base["nl"], "organisatie", slugify(title)),
        site=org.sites["nl"],
        link_text=title,
    )
    version.intro, version.frozen = [fill(rng.choice(world.texts.STAFF_ONLY["nl"]), org, "nl")], True
    version.shown = {"email": [f"vertrouwenspersoon@{org.domain}"]}
    org.routes.append(Route(id="intern", org=org.id, kinds=["integrity"], versions={"nl": version}, audience="staff"))


def _expired_route(world: World, rng: random.Random, org: Org) -> None:
    """A route that ended; its page is gone and nobody links to it any more."""
    version = Version(
        lang="nl",
        title="Tijdelijk meldpunt",
        path=join(org.base["nl"], "tijdelijk-meldpunt"),
        site=org.sites["nl"],
        exists=False,
        linked=False,
        referred=False,
        frozen=True,
    )
    route = Route(
        id="tijdelijk",
        org=org.id,
        kinds=["conduct"],
        versions={"nl": version},
        valid_until=world.today - timedelta(days=rng.randint(20, 400)),
    )
    route.channels = {"email": [f"tijdelijk@{org.domain}"]}
    org.routes.append(route)
    world.innocents.append(f"expired-route {org.id}")
