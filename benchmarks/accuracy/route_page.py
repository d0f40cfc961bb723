"""Writes the page of a route in one of four orders, and the form behind it."""

import random

from . import contacts, words
from .model import Block, Doc, Org, Route, Version, World
from .spec import fill


def rng_for(world: World, *what: object) -> random.Random:
    return random.Random(" ".join(map(str, (world.seed, *what))))


def route_target(route: Route, lang: str) -> str:
    """Where links to a route point: its page, or what stands in its place."""
    return "@" + route.doc(lang)


def route_page(world: World, org: Org, route: Route, version: Version, crumbs: list[tuple[str, str]]) -> None:
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
        form_page(world, route, version, crumbs)


def form_page(world: World, route: Route, version: Version, crumbs: list[tuple[str, str]]) -> None:
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
        intro += [
            ("p", fill(rng.choice(world.texts.INTRO[kind, lang]), org, lang)) for kind in route.says or route.kinds
        ]
    pairs = _contact_pairs(rng, org, route, version)
    said: list[Block] = [("p", s) for s in statement_sentences(world, rng, version)]
    steps: list[Block] = [("ol", rng.sample(world.texts.BODY[lang], 4))]
    harmless: list[Block] = []
    if rng.random() < 0.7:
        harmless = [("p", fill(rng.choice(world.texts.HARMLESS[lang]), org, lang))]
        world.innocents.append(f"harmless note {org.id}/{route.id}/{lang}")
    form: list[Block] = [("form", "/verwerk")] if version.shown.get("form") == ["page"] else []
    style = rng.choice(["headed", "accordion", "prose", "steps"])
    if style == "prose":
        contact: list[Block] = [("p", " ".join(_prose(pairs, lang)))]
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


def statement_sentences(world: World, rng: random.Random, version: Version) -> list[str]:
    done = []
    for statement in version.statements:
        sentence = rng.choice(world.texts.STATEMENTS[statement][version.lang])
        done.append(version.deadline if statement == "deadline" and version.deadline else sentence)
    return done


def _contact_pairs(rng: random.Random, org: Org, route: Route, version: Version) -> list[tuple[str, str, str]]:
    lang, ui = version.lang, words.UI[version.lang]
    pairs: list[tuple[str, str, str]] = []
    pairs += [("email", ui["email"], contacts.show_email(rng, value, lang)) for value in version.shown.get("email", [])]
    if version.raw_email:
        pairs.append(("email", ui["email"], version.raw_email))
    pairs += [("phone", ui["phone"], contacts.show_phone(rng, value, lang)) for value in version.shown.get("phone", [])]
    if version.raw_phone:
        pairs.append(("phone", ui["phone"], version.raw_phone))
    letters = version.shown.get("post", [])
    pairs += [("post", ui["post"], contacts.show_post(rng, value, lang, org.names[lang])) for value in letters]
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


def _prose(pairs: list[tuple[str, str, str]], lang: str) -> list[str]:
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
