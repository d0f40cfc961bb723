# ruff: noqa: E501 -- sentences stay on one line
"""Writes every page of a drawn world: homes, contact pages, hubs, look-alikes, news."""

import random

from . import contacts, words
from .model import Block, Doc, Org, PageMaker, Route, Trail, Version, World
from .portal_pages import chrome, portal_pages
from .route_page import rng_for, route_page, route_target
from .spec import fill, join, slugify


def write(world: World) -> None:
    """Fills `world.docs` from its organisations; then everything that was put off until the pages exist."""
    for org in world.orgs.values():
        for lang in org.langs:
            _organisation(world, org, lang)
    portal_pages(world, "portal", "nl")
    if "twin" in world.sites:
        portal_pages(world, "twin", "en")
    for key in world.sites:
        if key.endswith("-desk"):
            _desk(world, key)
    for act in world.late:
        act(world)
    for doc in world.docs.values():
        doc.in_sitemap = doc.in_sitemap and (not doc.answer or doc.answer[0] in {"slow", "flaky", "bytes"})


def _organisation(world: World, org: Org, lang: str) -> None:
    rng, ui = rng_for(world, org.id, lang), words.UI[lang]
    site, base, name = org.sites[lang], org.base[lang], org.names[lang]
    own = org.site != "portal"
    crumbs = [("@" + org.home(lang), name if not own else ui["home"])]
    if not own:
        crumbs = [
            (f"@{site}/home", ui["home"]),
            (f"@{site}/ministries", ui["ministries"]),
            ("@" + org.home(lang), name),
        ]

    def page(
        key: str, path: list[str], title: str, blocks: list[Block], trail: list[tuple[str, str]] | None = None
    ) -> Doc:
        return world.add(
            Doc(
                id=f"{org.id}/{key}@{lang}",
                site=site,
                path=join(base, *path),
                lang=lang,
                title=title,
                blocks=blocks,
                crumbs=crumbs + (trail or []),
                owner=name,
                modified=world.recent(rng) if rng.random() < 0.7 else None,
            )
        )

    routes = [r for r in org.routes if lang in r.versions and not r.shares]
    open_routes = [r for r in routes if r.versions[lang].linked and r.audience == "external" and r.valid_until is None]
    link_items = [
        f'<a href="{route_target(r, lang)}">{r.versions[lang].link_text}</a>'
        for r in open_routes
        if not r.versions[lang].deep
    ]
    contact = ("@" + f"{org.id}/contact@{lang}", ui["contact"])
    alikes = _look_alikes(world, org, lang, rng, page, contact)
    home = page(
        "home",
        [],
        name,
        [
            (
                "p",
                {
                    "nl": f"Welkom bij {name}. Wij werken aan {org.sector['nl']}.",
                    "en": f"Welcome to the {name}. We work on {org.sector['en']}.",
                }[lang],
            ),
            (
                "cards",
                [
                    (
                        f"@{org.id}/organisation@{lang}",
                        ui["organisation"],
                        {"nl": "Wie wij zijn en wat wij doen.", "en": "Who we are and what we do."}[lang],
                    ),
                    (
                        f"@{org.id}/news1@{lang}",
                        ui["news"],
                        {"nl": "Het laatste nieuws.", "en": "The latest news."}[lang],
                    ),
                    (
                        contact[0],
                        ui["contact"],
                        {"nl": "Bel, schrijf of mail ons.", "en": "Call, write or email us."}[lang],
                    ),
                    (
                        f"@{org.id}/topics@{lang}",
                        ui["topics"],
                        {"nl": "Alles over onze onderwerpen.", "en": "All about our topics."}[lang],
                    ),
                ],
            ),
            *_translations(org, lang),
        ],
    )
    home.path, home.crumbs = base, crumbs[:-1]
    hub = org.hub and lang == "nl"
    contact_blocks: list[Block] = [
        (
            "p",
            {
                "nl": "Heeft u een vraag? Neem dan contact met ons op.",
                "en": "Do you have a question? Please contact us.",
            }[lang],
        ),
        (
            "pairs",
            [
                (ui["email"], contacts.show_email(rng, f"info@{org.domain}", lang)),
                (ui["phone"], _general_phone(world, org, lang)),
                (ui["visit"], {"nl": "Plein 12, Den Haag", "en": "Plein 12, The Hague"}[lang]),
            ],
        ),
    ]
    if hub:
        title = rng.choice(["Klachten en meldingen", "Klachten, meldingen en bezwaar", "Klacht of melding"])
        contact_blocks.append(("ul", [f'<a href="@{org.id}/hub@{lang}">{title}</a>', *alikes[:2]]))
        cards = [
            (route_target(r, lang), r.versions[lang].link_text, "") for r in open_routes if not r.versions[lang].deep
        ]
        page(
            "hub",
            ["contact", slugify(title)],
            title,
            [
                ("p", "Hieronder ziet u waar u terechtkunt met een klacht of een melding."),
                ("cards", cards),
                ("ul", alikes[2:5] or alikes[:1]),
            ],
            [contact],
        )
    else:
        contact_blocks.append(("h", 2, {"nl": "Klachten en meldingen", "en": "Complaints and reports"}[lang]))
        contact_blocks.append(
            (
                "ul",
                rng.sample(link_items, len(link_items)) + alikes[:3]
                or [f'<a href="@{org.id}/organisation@{lang}">{ui["organisation"]}</a>'],
            )
        )
    page(
        "contact",
        ["contact"],
        ui["contact"] if rng.random() < 0.6 else f"{ui['contact']} {org.abbreviation}",
        contact_blocks + org.notes.get(lang, []),
    )
    staff = [f'<a href="@{r.doc(lang)}">{r.versions[lang].link_text}</a>' for r in routes if r.audience == "staff"]
    page(
        "organisation",
        ["organisatie" if lang == "nl" else "organisation"],
        ui["organisation"],
        [
            (
                "p",
                {"nl": f"Bij {name} werken ruim 3.000 mensen.", "en": f"More than 3,000 people work for the {name}."}[
                    lang
                ],
            ),
            ("ul", [*alikes[3:], *staff, f'<a href="{contact[0]}">{ui["contact"]}</a>']),
        ],
    )
    _news(world, org, lang, rng, page)
    for route in routes:
        version = route.versions[lang]
        if version.exists:
            route_page(world, org, route, version, crumbs + ([contact] if rng.random() < 0.8 else []))
        if version.deep:
            _detour(world, org, route, version, page, contact)
    if own:
        chrome(
            world,
            world.sites[site],
            lang,
            [
                ("@" + org.home(lang), ui["home"]),
                (f"@{org.id}/topics@{lang}", ui["topics"]),
                (f"@{org.id}/news1@{lang}", ui["news"]),
                (f"@{org.id}/organisation@{lang}", ui["organisation"]),
                contact,
            ],
            org.id,
            rng,
        )


def _general_phone(world: World, org: Org, lang: str) -> str:
    rng = rng_for(world, org.id, "general phone")
    number = contacts.phone(rng)
    return contacts.show_phone(rng, number, lang)


def _translations(org: Org, lang: str) -> list[Block]:
    other = "en" if lang == "nl" else "nl"
    return (
        [("p", f'<a href="@{org.home(other)}">{"English" if other == "en" else "Nederlands"}</a>')]
        if other in org.base
        else []
    )


def _look_alikes(world: World, org: Org, lang: str, rng: random.Random, page: PageMaker, contact: Trail) -> list[str]:
    chosen = rng.sample(words.LOOK_ALIKES[lang], min(len(words.LOOK_ALIKES[lang]), rng.randint(6, 9)))
    items = []
    for title, slug, sentences, box in chosen:
        blocks: list[Block] = [("p", fill(s, org, lang)) for s in sentences]
        if box:
            blocks.append(("pairs", [(words.UI[lang]["email"], contacts.show_email(rng, f"{box}@{org.domain}", lang))]))
        title = fill(title, org, lang)
        page(f"alike-{slug}", ["over-ons" if rng.random() < 0.5 else "service", slug], title, blocks, [contact])
        items.append(f'<a href="@{org.id}/alike-{slug}@{lang}">{title}</a>')
        world.innocents.append(f"look-alike {slug} {org.id} {lang}")
    return items


def _news(world: World, org: Org, lang: str, rng: random.Random, page: PageMaker) -> None:
    ui, topics = words.UI[lang], words.TOPICS[lang]
    count, size = rng.randint(5, 13), rng.choice([5, 6])
    items = []
    for n in range(count):
        title = rng.choice(words.NEWS[lang]).format(t=rng.choice(topics))
        day = world.recent(rng, 900)
        blocks: list[Block] = [
            ("p", f"{day.day}-{day.month}-{day.year}"),
            *[("p", s) for s in rng.sample(words.NEWS_BODY[lang], 3)],
        ]
        if n == 2 and lang == "nl" and rng.random() < 0.6:
            title = rng.choice(
                [
                    "Meer klachten over {a}, minister belooft beterschap",
                    "Onderzoek naar ongewenst gedrag bij {a}",
                    "Nieuw: meldpunt integriteit bij {a}",
                ]
            ).format(a=org.abbreviation)
            blocks.append(
                (
                    "p",
                    "De minister schrijft dat iedere melding serieus wordt genomen. In 2018 ging het mis bij de afhandeling.",
                )
            )
            world.innocents.append(f"news about routes {org.id}")
        path = ["nieuws" if lang == "nl" else "news", f"{day.year}", slugify(title) + f"-{n}"]
        doc = page(f"news-{n}", path, title, blocks, [(f"@{org.id}/news1@{lang}", ui["news"])])
        doc.modified = day
        items.append(f'<a href="@{doc.id}">{title}</a>')
    pages = [items[i : i + size] for i in range(0, count, size)]
    for number, some in enumerate(pages, 1):
        blocks = [("ul", some)]
        if number < len(pages):
            blocks.append(("p", f'<a href="@{org.id}/news{number + 1}@{lang}">{ui["next"]}</a>'))
        if number > 1:
            blocks.append(("p", f'<a href="@{org.id}/news{number - 1}@{lang}">{ui["prev"]}</a>'))
        news = "nieuws" if lang == "nl" else "news"
        page(f"news{number}", [news] if number == 1 else [news, f"pagina-{number}"], ui["news"], blocks)
    subjects = rng.sample(topics, 4)
    for subject in subjects:
        title = subject[0].upper() + subject[1:]
        page(
            f"topic-{slugify(subject)}",
            ["onderwerpen" if lang == "nl" else "topics", slugify(subject)],
            title,
            [("p", s) for s in rng.sample(words.NEWS_BODY[lang], 3)],
            [(f"@{org.id}/topics@{lang}", ui["topics"])],
        )
    page(
        "topics",
        ["onderwerpen" if lang == "nl" else "topics"],
        ui["topics"],
        [("ul", [f'<a href="@{org.id}/topic-{slugify(s)}@{lang}">{s[0].upper() + s[1:]}</a>' for s in subjects])],
    )


def _detour(world: World, org: Org, route: Route, version: Version, page: PageMaker, contact: Trail) -> None:
    """A route that can be reached only through pages behind the contact page."""
    lang, titles = (
        version.lang,
        {
            "nl": ["Service en informatie", "Veelgestelde vragen", "Overige vragen", "Meer vragen"],
            "en": ["Service", "Frequently asked questions", "Other questions", "More questions"],
        }[version.lang],
    )
    for n in range(version.deep):
        last = n == version.deep - 1
        target = route_target(route, lang) if last else f"@{org.id}/detour-{route.id}-{n + 1}@{lang}"
        text = version.link_text if last else titles[(n + 1) % 4]
        page(
            f"detour-{route.id}-{n}",
            ["service", f"vragen-{route.id}-{n}"],
            titles[n % 4],
            [
                ("p", "Kies hieronder uw onderwerp." if lang == "nl" else "Choose your subject."),
                ("ul", [f'<a href="{target}">{text}</a>']),
            ],
            [contact],
        )
    world.docs[f"{org.id}/contact@{lang}"].blocks.append(
        ("ul", [f'<a href="@{org.id}/detour-{route.id}-0@{lang}">{titles[0]}</a>'])
    )


def _desk(world: World, key: str) -> None:
    """The few pages of a desk with a host of its own: a home page that leads to the route."""
    org, site = world.orgs[key.removesuffix("-desk")], world.sites[key]
    route = next(r for r in org.routes for v in r.versions.values() if v.site == key)
    home = world.add(
        Doc(
            id=f"{key}/home",
            site=key,
            path="/",
            lang="nl",
            title=site.name,
            blocks=[("p", fill("Welkom op deze website van {m}.", org, "nl"))],
        )
    )
    if route.versions["nl"].linked:
        home.blocks.append(("p", f'<a href="{route_target(route, "nl")}">{route.versions["nl"].link_text}</a>'))
    chrome(
        world, site, "nl", [("@" + home.id, "Home"), ("@" + org.home("nl"), org.names["nl"])], key, rng_for(world, key)
    )
