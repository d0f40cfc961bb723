# ruff: noqa: E501 -- sentences stay on one line
"""Writes the portal: its home, its lists, the referrals, and what all pages of a site share."""

import random

from . import contacts, words
from .model import Block, Doc, PageMaker, Site, Trail, World
from .route_page import rng_for, route_target
from .spec import slugify


def portal_pages(world: World, key: str, lang: str) -> None:
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
        _referral(world, lang, referral, page, contact, rng)
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
    chrome(
        world,
        site,
        lang,
        [home, (f"@{key}/ministries", ui["ministries"]), (f"@{key}/topics", ui["topics"]), contact],
        key,
        rng,
    )


def _referral(world: World, lang: str, referral: str, page: PageMaker, contact: Trail, rng: random.Random) -> None:
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
                "" if target == lang or version.vague else " (in Dutch)"
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
    page(referral, "/contact/" + slug, title, [("p", intro), block], [contact])


def chrome(world: World, site: Site, lang: str, menu: list[tuple[str, str]], prefix: str, rng: random.Random) -> None:
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
            if rng.random() < 0.6:
                number, letters = contacts.show_phone(rng, contacts.phone(rng), lang), contacts.post(rng, "Postbus")
                site.footer_text[lang] += f" | {number} | {letters}"
                world.innocents.append(f"general telephone number and address in footer {prefix}")


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
