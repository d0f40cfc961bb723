# ruff: noqa: ARG001, E501 -- all faults have one signature; sentences stay on one line
"""Pages and links that fail."""

import random

from .. import contacts
from ..model import Doc, World
from ..server import not_found
from ..spec import join
from .register import Slot, declare, dutch, fault, later, single, without_form


@fault("page-broken", "whole")
def gone(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not dutch(version) or world.sites[version.site].soft404:
        return False
    declare(route)
    status = rng.choice([404, 404, 410])
    without_form(version, route)
    later(
        world,
        lambda doc: setattr(doc, "gone", True) if status == 404 else setattr(doc, "answer", ("status", 410)),
        route,
        version,
    )
    world.label("page-broken", route, "nl", str(status))
    return True


@fault("page-broken", "whole")
def gone_and_forgotten(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not single(route) or world.sites[version.site].soft404:
        return False
    declare(route)
    version.exists = version.linked = False
    world.label("page-broken", route, "nl", "404, no links to it left")
    return True


@fault("page-soft-404", "whole")
def soft(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not dutch(version):
        return False
    declare(route)
    without_form(version, route)
    key = route.doc("nl")

    def act(doc: Doc) -> None:
        page = not_found(world, world.sites[doc.site], doc.path)
        doc.title, doc.blocks, doc.crumbs, doc.modified = page.title, page.blocks, [], None

    later(world, act, route, version)
    world.label("page-soft-404", route, "nl", f"200 with the not-found page: {key}")
    return True


@fault("page-soft-404", "whole")
def sent_home(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not dutch(version):
        return False
    declare(route)
    without_form(version, route)
    target = rng.choice([org.home("nl"), org.home("nl"), f"{org.id}/contact@nl", f"{org.id}/topics@nl"])
    status = rng.choice([301, 302])
    later(world, lambda doc: setattr(doc, "answer", ("redirect", status, "@" + target)), route, version)
    world.label("page-soft-404", route, "nl", f"{status} to {target}")
    return True


@fault("redirect-loop", "whole")
def loop(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not dutch(version):
        return False
    declare(route)
    without_form(version, route)
    second = version.path + "-nieuw"
    alone = rng.random() < 0.4

    def act(doc: Doc) -> None:
        doc.answer = ("redirect", rng.choice([301, 302]), doc.path if alone else second)
        if not alone:
            world.add(
                Doc(
                    id=doc.id + "/loop",
                    site=doc.site,
                    path=second,
                    lang="nl",
                    title="",
                    answer=("redirect", 301, doc.path),
                )
            )

    later(world, act, route, version)
    world.label("redirect-loop", route, "nl")
    return True


@fault("login-required", "whole")
def login(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not dutch(version):
        return False
    declare(route)
    without_form(version, route)
    way = rng.choice(["401", "form", "redirect"])
    box = '<form method="post" action="/login"><p>Gebruikersnaam <input name="user"></p><p>Wachtwoord <input type="password" name="pw"></p><button>Inloggen</button></form>'

    def act(doc: Doc) -> None:
        if way == "401":
            doc.answer = ("status", 401, {"WWW-Authenticate": 'Basic realm="intranet"'})
        elif way == "form":
            doc.title, doc.blocks = "Inloggen", [("p", "Log in om deze pagina te bekijken."), ("raw", box)]
        else:
            world.add(
                Doc(
                    id=doc.id + "/login",
                    site=doc.site,
                    path=doc.path + "/inloggen",
                    lang="nl",
                    title="Inloggen",
                    blocks=[("p", "Log in met uw account."), ("raw", box)],
                    in_sitemap=False,
                )
            )
            doc.answer = ("redirect", 302, "@" + doc.id + "/login")

    later(world, act, route, version)
    world.label("login-required", route, "nl", way)
    return True


@fault("page-unreadable", "whole")
def unreadable(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not dutch(version):
        return False
    declare(route)
    without_form(version, route)
    text = rng.choice(["", "<!doctype html><html><head><title></title></head><body></body></html>"])
    later(world, lambda doc: setattr(doc, "answer", ("raw", "text/html", text)), route, version)
    world.label("page-unreadable", route, "nl")
    return True


@fault("script-required", "whole")
def scripted(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not dutch(version):
        return False
    declare(route)
    without_form(version, route)
    text = '<!doctype html><html lang="nl"><head><title>Loket</title><script defer src="/app.js"></script></head><body><div id="root"></div><noscript>Zet JavaScript aan om deze pagina te zien.</noscript></body></html>'
    later(world, lambda doc: setattr(doc, "answer", ("raw", "text/html", text)), route, version)
    world.label("script-required", route, "nl")
    return True


@fault("link-broken", "links")
def dead_link(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    name, text = rng.choice(
        [
            ("brochure-klachtrecht.pdf", {"nl": "Download de brochure", "en": "Download the brochure"}),
            (
                "toelichting-procedure",
                {"nl": "Lees de uitleg over de procedure", "en": "Read more about the procedure"},
            ),
            ("hoe-wij-met-u-omgaan", {"nl": "Hoe wij met u omgaan", "en": "How we treat you"}),
        ]
    )
    site = rng.choice([version.site, version.site, "portal"])
    ref = f"{site}:{join('/', 'bestanden', f'{org.id}-{route.id}', name)}"
    version.extra.append(("p", f'<a href="{ref}">{text[version.lang]}</a>'))
    world.label("link-broken", route, version.lang, ref)
    return True


@fault("fragment-missing", "links")
def lost_fragment(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    ref = rng.choice([route.doc(version.lang), f"{org.id}/organisation@{version.lang}"])
    text = {"nl": "Zie de uitleg onderaan", "en": "See the explanation below"}[version.lang]
    version.extra.append(("p", f'<a href="@{ref}#bijlage-3">{text}</a>'))
    world.label("fragment-missing", route, version.lang, ref)
    return True


@fault("email-invalid", "contact")
def bad_email(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not version.shown.get("email") or not single(route):
        return False
    right = version.shown["email"][0]
    way = rng.choice(["mailto", "placeholder", "malformed"])
    if way == "mailto":
        version.shown = {k: v for k, v in version.shown.items() if k != "email"}
        version.raw_email = f'<a href="mailto:webredactie@{org.domain}">{right}</a>'
    elif way == "placeholder":
        version.raw_email = rng.choice(
            [
                '<a href="mailto:naam@example.com">naam@example.com</a>',
                '<a href="mailto:info@voorbeeld.nl">info@voorbeeld.nl</a>',
            ]
        )
    else:
        route.channels.pop("email", None)
        version.shown = {k: v for k, v in version.shown.items() if k != "email"}
        box, _, domain = right.partition("@")
        version.raw_email = rng.choice(
            [
                f'<a href="mailto:{box}@{domain.replace(".", "..")}">{box}@{domain.replace(".", "..")}</a>',
                f'<a href="mailto:{box}@@{domain}">{box}@@{domain}</a>',
            ]
        )
    world.label("email-invalid", route, version.lang, f"{way}: {version.raw_email}")
    return True


@fault("phone-invalid", "contact")
def bad_phone(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not version.shown.get("phone") or not single(route):
        return False
    right = version.shown["phone"][0]
    if rng.random() < 0.5 and not right.startswith("+31800"):
        version.raw_phone = f'<a href="tel:{contacts.phone(rng)}">0{right[3:5]} {right[5:]}</a>'
    else:
        route.channels.pop("phone", None)
        version.raw_phone = rng.choice(["070 348 64", "(070) 12 34 56 78 90", "088 - 12 34 5"])
    version.shown = {k: v for k, v in version.shown.items() if k != "phone"}
    world.label("phone-invalid", route, version.lang, version.raw_phone)
    return True
