# ruff: noqa: ARG001, E501 -- all have one signature; sentences stay on one line
"""Harmless things that look like faults. None of them changes a label."""

import random
from collections.abc import Callable

from . import contacts
from .faults.register import Slot, slots
from .model import Doc, World

Innocent = Callable[[World, random.Random, Slot], bool]


def scatter(world: World, share: float = 0.75) -> None:
    """Gives most versions without a whole fault one or two harmless oddities, and each site a few."""
    rng = random.Random(f"{world.seed} innocents")
    for slot in list(slots(world)):
        org, route, version = slot
        if version.frozen or rng.random() > share:
            continue
        for act in rng.sample(OF_A_ROUTE, rng.randint(1, 2)):
            if act(world, rng, slot):
                world.innocents.append(f"{act.__name__} {org.id}/{route.id}/{version.lang}")
    world.late.append(_of_the_sites)


def temporary_redirect(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if version.declared_path or not route.with_url:
        return False
    version.declared_path = version.path + "-kort"
    doc = Doc(
        id=route.doc(version.lang) + "/short",
        site=version.site,
        path=version.declared_path,
        lang=version.lang,
        title="",
        answer=("redirect", rng.choice([302, 303, 307]), "@" + route.doc(version.lang)),
    )
    world.late.append(lambda w: w.add(doc))
    return True


def slash_at_the_end(world: World, rng: random.Random, slot: Slot) -> bool:
    _, route, version = slot
    if version.declared_path or not route.with_url:
        return False
    version.declared_path = version.path + "/"
    return True


def tracking(world: World, rng: random.Random, slot: Slot) -> bool:
    _, route, version = slot
    if version.declared_path or not route.with_url:
        return False
    version.declared_path = version.path + "?utm_source=nieuwsbrief"
    return True


def says_not_found(world: World, rng: random.Random, slot: Slot) -> bool:
    _, _, version = slot
    text = {
        "nl": "Kunt u uw dossiernummer niet vinden, of krijgt u de melding &ldquo;pagina niet gevonden&rdquo;? Laat het ons weten.",
        "en": "If your file was not found, please let us know.",
    }
    version.extra.append(("p", text[version.lang]))
    return True


def another_email(world: World, rng: random.Random, slot: Slot) -> bool:
    org, _, version = slot
    if not version.shown.get("email"):
        return False
    value = f"fg@{org.domain}"
    text = {
        "nl": f"Vragen over uw privacy? Mail onze functionaris gegevensbescherming: {value}.",
        "en": f"Questions about your privacy? Email our data protection officer: {value}.",
    }
    version.extra.append(("p", text[version.lang]))
    return True


def same_number_again(world: World, rng: random.Random, slot: Slot) -> bool:
    _, _, version = slot
    if not version.shown.get("phone"):
        return False
    text = {"nl": "U kunt ons ook bellen op {}.", "en": "You can also call us on {}."}[version.lang]
    version.extra.append(("p", text.format(contacts.show_phone(rng, version.shown["phone"][0], version.lang))))
    return True


def slow(world: World, rng: random.Random, slot: Slot) -> bool:
    return _answer(world, slot, ("slow", rng.choice([1, 2])))


def fails_once(world: World, rng: random.Random, slot: Slot) -> bool:
    return _answer(world, slot, ("flaky", 1, rng.choice([503, 500, 502])))


def _answer(world: World, slot: Slot, answer: tuple[object, ...]) -> bool:
    _, route, version = slot
    if "not-in-sitemap" in version.faults:
        return False

    def act(w: World) -> None:
        doc = w.docs[route.doc(version.lang)]
        if not doc.answer and not doc.gone:
            doc.answer = answer

    world.late.append(act)
    return True


def good_fragment(world: World, rng: random.Random, slot: Slot) -> bool:
    _, _, version = slot
    version.extra.append(
        ("raw", f'<p><a href="#top">{"Naar boven" if version.lang == "nl" else "Back to top"}</a></p>')
    )
    return True


def pdf_beside_it(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    doc = Doc(
        id=f"{route.doc(version.lang)}/pdf",
        site=version.site,
        path=version.path + "-regeling.pdf",
        lang=version.lang,
        title="",
        answer=("bytes", "application/pdf", b"%PDF-1.4\n%%EOF\n"),
    )
    version.extra.append(
        (
            "p",
            f'<a href="@{doc.id}">{"De hele regeling (pdf)" if version.lang == "nl" else "The full procedure (pdf)"}</a>',
        )
    )
    world.late.append(lambda w: w.add(doc))
    return True


def history(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, _, version = slot
    if version.lang != "nl":
        return False
    version.extra.append(
        (
            "p",
            rng.choice(
                [
                    "De Wet bescherming klokkenluiders vervangt sinds 18 februari 2023 de Wet Huis voor klokkenluiders.",
                    "Sinds 1 mei 2022 geldt de Wet open overheid. Daarvoor gold de Wet openbaarheid van bestuur.",
                ]
            ),
        )
    )
    return True


def canonical(world: World, rng: random.Random, slot: Slot) -> bool:
    _, route, version = slot

    def act(w: World) -> None:
        doc = w.docs[route.doc(version.lang)]
        doc.head += f'<link rel="canonical" href="{rng.choice(["@" + doc.id, doc.path + "/"])}">'

    world.late.append(act)
    return True


def harmless_robots(world: World, rng: random.Random, slot: Slot) -> bool:
    _, _, version = slot
    if "not-indexable" in version.faults:
        return False
    version.head += rng.choice(
        [
            '<meta name="robots" content="index, follow">',
            '<meta name="robots" content="noarchive">',
            '<meta name="googlebot-news" content="noindex">',
        ]
    )
    return True


def two_languages(world: World, rng: random.Random, slot: Slot) -> bool:
    _, route, version = slot
    if version.lang != "nl" or len(route.versions) > 1:
        return False
    version.extra.append(
        (
            "raw",
            '<div lang="en"><h2>In English</h2><p>You can also write to us in English. We will reply in English.</p></div>',
        )
    )
    return True


def short_term(world: World, rng: random.Random, slot: Slot) -> bool:
    _, route, version = slot
    if "deadline" not in version.statements or version.deadline or version.lang != "nl" or len(route.versions) > 1:
        return False
    version.deadline = rng.choice(
        [
            "U hoort binnen vier weken wat wij met uw klacht doen.",
            "U krijgt binnen zes weken antwoord, of binnen tien weken als een klachtencommissie ons adviseert.",
        ]
    )
    return True


OF_A_ROUTE: list[Innocent] = [
    temporary_redirect,
    slash_at_the_end,
    tracking,
    says_not_found,
    another_email,
    same_number_again,
    slow,
    fails_once,
    good_fragment,
    pdf_beside_it,
    history,
    canonical,
    harmless_robots,
    two_languages,
    short_term,
]


def _of_the_sites(world: World) -> None:
    rng = random.Random(f"{world.seed} sites")
    for org in world.orgs.values():
        pages = [d for d in world.docs.values() if d.id.startswith((f"{org.id}/news-", f"{org.id}/topic-"))]
        rng.shuffle(pages)
        dead, hidden, shut, refused = sorted(
            pages, key=lambda d: any(w in str(d.blocks) + d.title for w in ("meld", "klacht", "gedrag"))
        )[:4]
        dead.blocks.append(("p", f'<a href="{dead.site}:/weg/{org.id}">Lees het oude bericht</a>'))
        hidden.head += '<meta name="robots" content="noindex">'
        world.innocents += [f"dead link on a news page {org.id}", f"noindex on a news page {org.id}"]
        if org.injected & {"route-unlinked", "too-many-clicks"}:
            continue  # a page left unread might hold the short way
        if rng.random() < 0.4:
            site = world.sites[shut.site]
            site.robots = [*site.robots, shut.path]
            world.innocents.append(f"robots.txt keeps from a news page {org.id}")
        if rng.random() < 0.3:
            refused.answer = ("status", rng.choice([403, 500]))
            world.innocents.append(f"a news page fails {org.id}")
