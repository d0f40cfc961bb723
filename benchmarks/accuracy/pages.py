"""Writes every page of a drawn world: homes, contact pages, hubs, routes, look-alikes, news, referrals."""

import random

from . import contacts, words
from .model import Block, Doc, Org, Route, Site, Version, World
from .spec import fill, join, slugify


def write(world: World) -> None:
    """Fills `world.docs` from its organisations; then everything that was put off until the pages exist."""
    for org in world.orgs.values():
        for lang in org.langs:
            _organisation(world, org, lang)
    _portal(world, "portal", "nl")
    if "twin" in world.sites:
        _portal(world, "twin", "en")
    for key in world.sites:
        if key.endswith("-desk"):
            _desk(world, key)
    for act in world.late:
        act(world)
    for doc in world.docs.values():
        doc.in_sitemap = doc.in_sitemap and not doc.answer


def rng_for(world: World, *what: object) -> random.Random:
    return random.Random(" ".join(map(str, (world.seed, *what))))


# --- One organisation ---------------------------------------------------------------------------------------------


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
            _route_page(world, org, route, version, crumbs + ([contact] if rng.random() < 0.8 else []))
        if version.deep:
            _detour(world, org, route, version, page, contact)
    if own:
        _chrome(
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


def route_target(route: Route, lang: str) -> str:
    """Where links to a route point: its page, or what stands in its place."""
    return "@" + route.doc(lang)


def _look_alikes(world: World, org: Org, lang: str, rng: random.Random, page, contact) -> list[str]:  # type: ignore[no-untyped-def]
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


def _news(world: World, org: Org, lang: str, rng: random.Random, page) -> None:  # type: ignore[no-untyped-def]
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


def _detour(world: World, org: Org, route: Route, version: Version, page, contact) -> None:  # type: ignore[no-untyped-def]
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
    _chrome(
        world, site, "nl", [("@" + home.id, "Home"), ("@" + org.home("nl"), org.names["nl"])], key, rng_for(world, key)
    )


# --- A route ------------------------------------------------------------------------------------------------------


def _route_page(world: World, org: Org, route: Route, version: Version, crumbs: list[tuple[str, str]]) -> None:
    doc = Doc(
        id=route.doc(version.lang),
        site=version.site,
        path=version.path,
        lang=version.lang,
        title=version.title,
        crumbs=crumbs,
        owner=org.names[version.lang],
        modified=version.modified,
        head=version.head,
        headers=dict(version.headers),
    )
    world.add(doc)
    doc.blocks = route_blocks(world, org, route, version)
    for other in route.versions.values():
        if other is not version and other.exists and route.id != "intern" and other.linked:
            doc.blocks.append(
                ("p", f'<a href="{route_target(route, other.lang)}">{words.UI[version.lang]["other"]}</a>')
            )
    if version.shown.get("form") == ["link"]:
        form_page(world, org, route, version, crumbs)


def form_page(world: World, org: Org, route: Route, version: Version, crumbs: list[tuple[str, str]]) -> None:
    title = {"nl": "Formulier", "en": "Form"}[version.lang] + f": {version.title}"
    world.add(
        Doc(
            id=f"{route.doc(version.lang)}/form",
            site=version.site,
            path=version.path + ("/formulier" if version.lang == "nl" else "/form"),
            lang=version.lang,
            title=title,
            crumbs=[*crumbs, ("@" + route.doc(version.lang), version.title)],
            blocks=[
                (
                    "p",
                    {"nl": "Vul het formulier in. Velden met een * zijn verplicht.", "en": "Please fill in the form."}[
                        version.lang
                    ],
                ),
                ("form", "/verwerk"),
            ],
        )
    )


def route_blocks(world: World, org: Org, route: Route, version: Version) -> list[Block]:
    """The content of a route page in one of four orders."""
    lang = version.lang
    rng, ui = rng_for(world, org.id, route.id, lang, "blocks"), words.UI[lang]
    if route.audience == "staff":
        return [
            ("p", version.intro[0]),
            ("pairs", [(ui["email"], contacts.show_email(rng, version.shown["email"][0], lang))]),
        ]
    intro: list[Block] = [("p", s) for s in version.intro]
    if "audience-staff" not in version.faults:
        intro += [("p", fill(rng.choice(words.INTRO[kind, lang]), org, lang)) for kind in route.says or route.kinds]
    pairs = _contact_pairs(rng, org, route, version)
    said: list[Block] = [("p", s) for s in statement_sentences(rng, version)]
    steps: list[Block] = [("ol", rng.sample(words.BODY[lang], 4))]
    harmless: list[Block] = []
    if rng.random() < 0.7:
        harmless = [("p", fill(rng.choice(words.HARMLESS[lang]), org, lang))]
        world.innocents.append(f"harmless note {org.id}/{route.id}/{lang}")
    form: list[Block] = [("form", "/verwerk")] if version.shown.get("form") == ["page"] else []
    style = rng.choice(["headed", "accordion", "prose", "steps"])
    if style == "prose":
        contact: list[Block] = [("p", " ".join(_prose(rng, pairs, lang)))]
    else:
        contact = [("pairs", [(label, value) for _, label, value in pairs])]
    if style == "accordion":
        sections = [(ui["reach"], contact + form), (ui["how"], steps), (ui["after"], said or harmless or steps)]
        return [*intro, ("acc", sections), *(harmless if said else []), *version.extra]
    if style == "steps":
        return [
            *intro,
            ("h", 2, ui["how"], "hoe"),
            *steps,
            *said,
            ("h", 2, ui["reach"], "contact"),
            *contact,
            *form,
            *harmless,
            *version.extra,
        ]
    return [
        *intro,
        ("h", 2, ui["reach"], "contact"),
        *contact,
        *form,
        ("h", 2, ui["how"], "hoe"),
        *steps,
        ("h", 2, ui["after"]),
        *said,
        *harmless,
        *version.extra,
    ]


def statement_sentences(rng: random.Random, version: Version) -> list[str]:
    done = []
    for statement in version.statements:
        sentence = rng.choice(words.STATEMENTS[statement][version.lang])
        done.append(version.deadline if statement == "deadline" and version.deadline else sentence)
    return done


def _contact_pairs(rng: random.Random, org: Org, route: Route, version: Version) -> list[tuple[str, str, str]]:
    lang, ui, pairs = version.lang, words.UI[version.lang], []
    for value in version.shown.get("email", []):
        pairs.append(("email", ui["email"], contacts.show_email(rng, value, lang)))
    if version.raw_email:
        pairs.append(("email", ui["email"], version.raw_email))
    for value in version.shown.get("phone", []):
        pairs.append(("phone", ui["phone"], contacts.show_phone(rng, value, lang)))
    if version.raw_phone:
        pairs.append(("phone", ui["phone"], version.raw_phone))
    for value in version.shown.get("post", []):
        pairs.append(("post", ui["post"], contacts.show_post(rng, value, lang, org.names[lang])))
    if version.shown.get("form") == ["link"]:
        text = {
            "nl": [
                "online formulier",
                "Vul het formulier in",
                "meldformulier" if route.kinds != ["complaint"] else "klachtenformulier",
            ],
            "en": ["online form", "Fill in the form", "web form"],
        }[lang]
        pairs.append(("form", ui["form"], f'<a href="@{route.doc(lang)}/form">{rng.choice(text)}</a>'))
    return pairs


def _prose(rng: random.Random, pairs: list[tuple[str, str, str]], lang: str) -> list[str]:
    forms = {
        "nl": {
            "email": "U kunt mailen naar {}.",
            "phone": "Bel {} (werkdagen van 9.00 tot 17.00 uur).",
            "post": "Of stuur een brief naar: {}.",
            "form": "U kunt ook het formulier gebruiken: {}.",
        },
        "en": {
            "email": "Send an email to {}.",
            "phone": "Call {} (weekdays from 9.00 to 17.00).",
            "post": "Or write to: {}.",
            "form": "You can also use the form: {}.",
        },
    }[lang]
    return [forms[kind].format(value) for kind, _, value in pairs]


# --- The portal ---------------------------------------------------------------------------------------------------


def _portal(world: World, key: str, lang: str) -> None:
    rng, ui, site = rng_for(world, key), words.UI[lang], world.sites[key]
    home = (f"@{key}/home", ui["home"])

    def page(name: str, path: str, title: str, blocks: list[Block], trail: list[tuple[str, str]] | None = None) -> Doc:
        return world.add(
            Doc(
                id=f"{key}/{name}",
                site=key,
                path=path,
                lang=lang,
                title=title,
                blocks=blocks,
                crumbs=[home, *(trail or [])],
                modified=world.recent(rng),
            )
        )

    ministries = [o for o in world.ministries if lang in o.base]
    agencies = [o for o in world.orgs.values() if o.type == "agency" and lang in o.base]
    contact = (f"@{key}/contact", ui["contact"])
    texts = _PORTAL[lang]
    page(
        "home",
        "/",
        site.name,
        [
            ("p", texts["welcome"]),
            (
                "cards",
                [
                    (f"@{key}/ministries", ui["ministries"], texts["all"]),
                    (f"@{key}/topics", ui["topics"], texts["topics"]),
                    (contact[0], ui["contact"], texts["contact"]),
                ],
            ),
        ],
    ).crumbs = []
    page(
        "ministries",
        "/ministeries" if lang == "nl" else "/ministries",
        ui["ministries"],
        [
            ("ul", [f'<a href="@{o.home(lang)}">{o.names[lang]}</a>' for o in ministries]),
            ("h", 2, texts["agencies"]),
            ("ul", [f'<a href="@{o.home(lang)}">{o.names[lang]}</a>' for o in agencies] or ["–"]),
        ],
    )
    referrals = [r for r, langs in world.referral_langs.items() if lang in langs]
    page(
        "contact",
        "/contact",
        ui["contact"],
        [
            ("p", texts["ask"]),
            ("pairs", [(ui["phone"], "1400")]),
            ("ul", [f'<a href="@{key}/{r}">{texts[r][0]}</a>' for r in referrals]),
        ],
    )
    for referral in referrals:
        _referral(world, key, lang, referral, page, contact, rng)
    topics = rng.sample(words.TOPICS[lang], 7)
    for subject in topics:
        page(
            f"topic-{slugify(subject)}",
            f"/onderwerpen/{slugify(subject)}" if lang == "nl" else f"/topics/{slugify(subject)}",
            subject[0].upper() + subject[1:],
            [("p", s) for s in rng.sample(words.NEWS_BODY[lang], 3)],
            [(f"@{key}/topics", ui["topics"])],
        )
    page(
        "topics",
        "/onderwerpen" if lang == "nl" else "/topics",
        ui["topics"],
        [("ul", [f'<a href="@{key}/topic-{slugify(s)}">{s[0].upper() + s[1:]}</a>' for s in topics])],
    )
    _chrome(
        world,
        site,
        lang,
        [home, (f"@{key}/ministries", ui["ministries"]), (f"@{key}/topics", ui["topics"]), contact],
        key,
        rng,
    )


def _referral(world: World, key: str, lang: str, referral: str, page, contact, rng: random.Random) -> None:  # type: ignore[no-untyped-def]
    title, slug, intro = _PORTAL[lang][referral]
    kinds = {"complaint"} if referral == "referral-complaint" else {"integrity", "conduct"}
    rows = []
    for org in world.ministries:
        links = []
        for route in org.routes:
            if (
                route.audience != "external"
                or route.valid_until
                or not kinds & set(route.kinds)
                or not route.in_inventory
            ):
                continue
            target = lang if lang in route.versions else "nl"
            version = route.versions[target]
            if not version.linked:
                continue
            if not version.referred and target == lang:
                links.append(f'<a href="@{org.home(lang if lang in org.base else "nl")}">{org.names[lang]}</a>')
                continue
            text = rng.choice([version.link_text, version.link_text if version.vague else version.title]) + (
                "" if target == lang else " (in Dutch)"
            )
            links.append(f'<a href="{route_target(route, target)}">{text}</a>')
        if links:
            rows.append((org.names[lang], links))
    form = rng.choice(["pairs", "acc", "ul"])
    if form == "pairs":
        block: Block = ("pairs", [(name, ", ".join(links)) for name, links in rows])
    elif form == "acc":
        block = ("acc", [(name, [("ul", links)]) for name, links in rows])
    else:
        block = ("ul", [f"{name}: " + " / ".join(links) for name, links in rows])
    page(referral, ("/contact/" if lang == "nl" else "/contact/") + slug, title, [("p", intro), block], [contact])


def _chrome(world: World, site: Site, lang: str, menu: list[tuple[str, str]], prefix: str, rng: random.Random) -> None:
    """The menu and the footer of a site, with the pages behind the footer."""
    ui = words.UI[lang]
    site.menu[lang] = menu
    base = "/en" if lang == "en" and site.lang == "nl" else ""
    footer = []
    for name, text in [
        ("privacy", "Uw gegevens zijn bij ons veilig."),
        ("access", "Deze website voldoet gedeeltelijk aan de eisen."),
        ("cookies", "Wij plaatsen alleen functionele cookies."),
        ("colophon", "Deze website is gemaakt door de webredactie."),
    ]:
        if name != "privacy" and rng.random() < 0.3:
            continue
        doc = world.add(
            Doc(
                id=f"{prefix}/footer-{name}@{lang}",
                site=site.key,
                path=f"{base}/{slugify(ui[name])}",
                lang=lang,
                title=ui[name],
                blocks=[("p", text if lang == "nl" else "Read here how this website works.")],
                crumbs=menu[:1],
            )
        )
        footer.append(("@" + doc.id, ui[name]))
    site.footer[lang] = footer
    if prefix in world.orgs:
        footer.append(("@portal/home", world.sites["portal"].name))
        if rng.random() < 0.4:
            org = world.orgs[prefix]
            box = contacts.show_email(rng, f"info@{org.domain}", lang)
            site.footer_text[lang] = f"{org.names[lang]} | {box}"
            world.innocents.append(f"general e-mail in footer {prefix}")


_PORTAL = {
    "nl": {
        "welcome": "Informatie van de overheid op één plek.",
        "all": "Alle ministeries op een rij.",
        "topics": "Alles over onderwerpen van A tot Z.",
        "contact": "Stel een vraag of geef iets door.",
        "ask": "Heeft u een vraag aan de overheid? Bel ons op werkdagen.",
        "agencies": "Uitvoeringsorganisaties",
        "referral-complaint": (
            "Een klacht over de overheid indienen",
            "een-klacht-indienen",
            "Heeft u een klacht over een ministerie? Dien uw klacht in bij het ministerie zelf. Hieronder vindt u per ministerie waar dat kan.",
        ),
        "referral-integrity": (
            "Waar kan ik ongewenst gedrag of een integriteitsschending door een ambtenaar melden?",
            "ongewenst-gedrag-of-integriteitsschending-melden",
            "Meld ongewenst gedrag of een integriteitsschending bij de organisatie waar de medewerker werkt. Kies hieronder het ministerie.",
        ),
    },
    "en": {
        "welcome": "Information from the government in one place.",
        "all": "All ministries.",
        "topics": "Topics from A to Z.",
        "contact": "Ask a question.",
        "ask": "Do you have a question for the government? Call us on weekdays.",
        "agencies": "Agencies",
        "referral-complaint": (
            "Making a complaint about the government",
            "making-a-complaint",
            "Do you have a complaint about a ministry? Submit it to the ministry itself. See below where you can do so.",
        ),
        "referral-integrity": (
            "Where can I report inappropriate behaviour or an integrity violation by an official?",
            "reporting-inappropriate-behaviour",
            "Report it to the organisation that employs the official. Choose the ministry below.",
        ),
    },
}
