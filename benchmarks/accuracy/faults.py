"""Things that go wrong, each with the finding that is right. Each fault keeps to a version that nothing else touches."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta

from . import contacts, words
from .model import ANY, Doc, Label, Org, Route, Version, World
from .pages import route_blocks
from .server import not_found
from .spec import fill, join, slugify

Slot = tuple[Org, Route, Version]
Fault = Callable[[World, random.Random, Slot], bool]
FAULTS: list[tuple[str, str, Fault]] = []  # code, area, what to do


CHOOSY = {"language-conflict", "referral-missing", "alias-conflict"}  # few places suit them, so they choose first


# What needs proof that nothing was left unread, and what leaves something unread: never in one organisation.
NEED_PROOF = {"route-missing", "kind-missing", "translation-missing", "route-unlinked", "too-many-clicks"}
LEAVE_UNREAD = {
    "blocked",
    "unreachable",
    "robots-disallowed",
    "crawl-incomplete",
    "script-required",
    "login-required",
    "page-unreadable",
}


def fault(code: str, area: str) -> Callable[[Fault], Fault]:
    """Registers a fault; it answers False, having touched nothing, when the version does not suit it."""

    def register(act: Fault) -> Fault:
        FAULTS.append((code, area, act))
        return act

    return register


def slots(world: World) -> Iterator[Slot]:
    for org in world.orgs.values():
        for route in org.routes:
            if route.audience == "external" and route.in_inventory and route.valid_until is None:
                for version in route.versions.values():
                    yield org, route, version


def inject(world: World, codes: set[str] | None, rounds: int = 2) -> None:
    """Puts every fault in, `rounds` times where the web has room for it."""
    rng = random.Random(f"{world.seed} faults")
    _of_sites(world, random.Random(f"{world.seed} sites at fault"), codes)
    for turn in range(rounds):
        order = [f for f in FAULTS if codes is None or f[0] in codes]
        whole = [f for f in order if f[1] == "whole"]
        parts = [f for f in order if f[1] != "whole"]
        rng.shuffle(whole)
        rng.shuffle(parts)
        parts.sort(key=lambda f: f[0] not in CHOOSY)
        for code, area, act in (whole if turn < 1 else whole[: len(whole) // 4]) + parts:
            _once(world, rng, area, act, code)


def _of_sites(world: World, rng: random.Random, codes: set[str] | None) -> None:
    """Faults that belong to no single route: a dead link in a footer, on a referral, a site that is down."""
    alone = [
        o
        for o in world.orgs.values()
        if o.site != "portal"
        and not o.injected
        and not any(v.site != o.site for r in o.routes for v in r.versions.values())
    ]
    if alone and (codes is None or "unreachable" in codes) and rng.random() < 0.4:
        _down(world, rng.choice(alone))
    if codes is not None and "link-broken" not in codes:
        return
    referral = rng.choice(sorted(world.referral_langs))
    world.late.append(
        lambda w: w.docs[f"portal/{referral}"].blocks.append(
            ("p", '<a href="portal:/onderwerpen/uitleg-klachtrecht">Lees meer over uw rechten</a>')
        )
    )
    world.labels.append(
        Label(code="link-broken", organisation="overheidswijzer", route=ANY, language=ANY, note=f"on {referral}")
    )
    own = [o for o in world.orgs.values() if o.site != "portal" and not world.sites[o.site].down]
    if own and rng.random() < 0.7:
        org = rng.choice(own)
        world.late.append(lambda w: w.sites[org.site].footer["nl"].append((f"{org.site}:/help-{org.id}", "Help")))
        world.labels.append(
            Label(code="link-broken", organisation=org.id, route=ANY, language=ANY, note="in the footer")
        )
        world.unsure.add(org.id)


def _down(world: World, org: Org) -> None:
    world.sites[org.site].down = True
    for route in org.routes:
        _declare(route)
        for lang, version in route.versions.items():
            version.frozen = True
            if route.audience == "external" and route.valid_until is None and route.in_inventory:
                world.label("unreachable", route, lang, "the whole site is down")
    world.labels.append(Label(code="unreachable", organisation=ANY, route=None, language=ANY, optional=True))
    org.injected.add("unreachable")


def _once(world: World, rng: random.Random, area: str, act: Fault, code: str) -> None:
    places = list(slots(world))
    rng.shuffle(places)
    places.sort(key=lambda s: len(s[2].areas))
    spare = sum(1 for s in places if not s[2].areas and not s[2].frozen)
    for org, route, version in places:
        if not version.free(area) or code in version.faults or (not version.areas and spare < 6):
            continue
        if (code in NEED_PROOF and org.injected & LEAVE_UNREAD) or (code in LEAVE_UNREAD and org.injected & NEED_PROOF):
            continue
        if act(world, rng, (org, route, version)):
            org.injected.add(code)
            version.areas.add(area)
            version.frozen = version.frozen or area == "whole"
            return


def _later(world: World, act: Callable[[Doc], None], route: Route, version: Version) -> None:
    key = route.doc(version.lang)
    world.late.append(lambda w: act(w.docs[key]))


def _single(route: Route) -> bool:
    return len(route.versions) == 1


def _declare(route: Route) -> None:
    route.with_url = True


def _nl(version: Version) -> bool:
    return version.lang == "nl"


# --- missing ------------------------------------------------------------------------------------------------------


@fault("route-missing", "whole")
def nowhere(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _single(route) or world.sites[org.site].down:
        return False
    route.with_url, version.exists, version.linked = False, False, False
    route.with_title = route.with_title or rng.random() < 0.7
    world.label("route-missing", route, "nl", "no address, no page")
    return True


@fault("route-missing", "whole")
def other_content(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _single(route):
        return False
    _declare(route)
    title, _, sentences, box = rng.choice(
        [
            a
            for a in words.LOOK_ALIKES["nl"]
            if a[1]
            in {"bezwaar-maken", "woo-verzoek", "servicenormen", "vacature-klachtenfunctionaris", "schade-melden"}
        ]
    )
    version.linked = rng.random() < 0.5
    version.shown = {}

    def act(doc: Doc) -> None:
        doc.title = fill(title, org, "nl")
        doc.blocks = [("p", fill(s, org, "nl")) for s in sentences] + [("p", s) for s in words.NEWS_BODY["nl"][:2]]

    _later(world, act, route, version)
    world.label("route-missing", route, "nl", f"its address shows {title!r}")
    return True


@fault("kind-missing", "whole")
def kind_gone(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if org.type != "ministry" or not _single(route) or len(org.routes) < 2 or org.policy:
        return False
    if any(v.areas or v.frozen for r in org.routes for v in r.versions.values()) or any(
        r.kinds == ["whistleblower"] for r in org.routes
    ):
        return False
    rest = {k for r in org.routes if r is not route and r.audience == "external" and not r.valid_until for k in r.kinds}
    lost = [k for k in route.kinds if k not in rest]
    if not lost or not rest:
        return False
    org.routes.remove(route)
    for kind in lost:
        world.labels.append(Label(code="kind-missing", organisation=org.id, language=ANY, note=kind))
    for other in org.routes:
        for v in other.versions.values():
            v.frozen = True
    return True


@fault("translation-missing", "whole")
def translation_gone(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if _nl(version):
        return False
    _declare(route)
    way = rng.choice(["404", "home", "410"])

    def act(doc: Doc) -> None:
        if way == "404":
            doc.gone = True
        elif way == "410":
            doc.answer = ("status", 410)
        else:
            doc.answer = ("redirect", 302, "@" + org.home("en"))

    version.shown = {k: v for k, v in version.shown.items() if k != "form" or v != ["link"]}
    _later(world, act, route, version)
    world.label("translation-missing", route, "en", way)
    return True


@fault("route-unlinked", "whole")
def unlinked(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _single(route):
        return False
    _declare(route)
    version.linked = False
    world.label("route-unlinked", route, "nl")
    for kinds, referral in (({"complaint"}, "referral-complaint"), ({"integrity", "conduct"}, "referral-integrity")):
        if org.type == "ministry" and kinds & set(route.kinds):
            for lang in world.referral_langs[referral]:
                world.labels.append(
                    Label(code="referral-missing", organisation=org.id, route=route.id, language=lang, optional=True)
                )
    if "form" in version.shown and version.shown["form"] == ["link"]:
        version.shown["form"] = ["page"]
        route.channels.pop("form", None)
    return True


@fault("referral-missing", "way")
def not_referred(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    lists = [
        r
        for r, kinds in (("referral-complaint", {"complaint"}), ("referral-integrity", {"integrity", "conduct"}))
        if kinds & set(route.kinds)
    ]
    lists = [r for r in lists if version.lang in world.referral_langs[r]]
    if org.type != "ministry" or not lists or org.hub:
        return False
    version.referred = False
    for _ in lists:
        world.label("referral-missing", route, version.lang)
    return True


@fault("channel-missing", "contact")
def channel_gone(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    kinds = [k for k in route.channels if version.shown.get(k) and k != "form"]
    if not _single(route) or len(version.shown) < 2 or not kinds:
        return False
    kind = rng.choice(kinds)
    del version.shown[kind]
    world.label("channel-missing", route, version.lang, kind)
    return True


@fault("statement-missing", "text")
def unsaid(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    policy = (
        ["acknowledgement", "deadline", "ombudsman"] if org.type == "ministry" and "complaint" in route.kinds else []
    )
    said = sorted({s for s in [*policy, *route.statements] if s in version.statements})
    if not said or "deadline" in version.faults:
        return False
    statement = rng.choice(said)
    version.statements = [s for s in version.statements if s != statement]
    world.label("statement-missing", route, version.lang, statement)
    return True


# --- broken -------------------------------------------------------------------------------------------------------


def _gone_code(world: World, version: Version) -> str:
    return "page-soft-404" if world.sites[version.site].soft404 else "page-broken"


@fault("page-broken", "whole")
def gone(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version) or world.sites[version.site].soft404:
        return False
    _declare(route)
    status = rng.choice([404, 404, 410])
    _unform(version, route)
    _later(
        world,
        lambda doc: setattr(doc, "gone", True) if status == 404 else setattr(doc, "answer", ("status", 410)),
        route,
        version,
    )
    world.label("page-broken", route, "nl", str(status))
    return True


@fault("page-broken", "whole")
def gone_and_forgotten(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _single(route) or world.sites[version.site].soft404:
        return False
    _declare(route)
    version.exists = version.linked = False
    world.label("page-broken", route, "nl", "404, no links to it left")
    return True


def _unform(version: Version, route: Route) -> None:
    if version.shown.get("form") == ["link"]:
        version.shown["form"] = ["page"]
        route.channels.pop("form", None)


@fault("page-soft-404", "whole")
def soft(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    _declare(route)
    _unform(version, route)
    key = route.doc("nl")

    def act(doc: Doc) -> None:
        page = not_found(world, world.sites[doc.site], doc.path)
        doc.title, doc.blocks, doc.crumbs, doc.modified = page.title, page.blocks, [], None

    _later(world, act, route, version)
    world.label("page-soft-404", route, "nl", f"200 with the not-found page: {key}")
    return True


@fault("page-soft-404", "whole")
def sent_home(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    _declare(route)
    _unform(version, route)
    target = rng.choice([org.home("nl"), org.home("nl"), f"{org.id}/contact@nl", f"{org.id}/topics@nl"])
    status = rng.choice([301, 302])
    _later(world, lambda doc: setattr(doc, "answer", ("redirect", status, "@" + target)), route, version)
    world.label("page-soft-404", route, "nl", f"{status} to {target}")
    return True


@fault("redirect-loop", "whole")
def loop(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    _declare(route)
    _unform(version, route)
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

    _later(world, act, route, version)
    world.label("redirect-loop", route, "nl")
    return True


@fault("login-required", "whole")
def login(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    _declare(route)
    _unform(version, route)
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

    _later(world, act, route, version)
    world.label("login-required", route, "nl", way)
    return True


@fault("page-unreadable", "whole")
def unreadable(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    _declare(route)
    _unform(version, route)
    text = rng.choice(["", "<!doctype html><html><head><title></title></head><body></body></html>"])
    _later(world, lambda doc: setattr(doc, "answer", ("raw", "text/html", text)), route, version)
    world.label("page-unreadable", route, "nl")
    return True


@fault("script-required", "whole")
def scripted(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    _declare(route)
    _unform(version, route)
    text = '<!doctype html><html lang="nl"><head><title>Loket</title><script defer src="/app.js"></script></head><body><div id="root"></div><noscript>Zet JavaScript aan om deze pagina te zien.</noscript></body></html>'
    _later(world, lambda doc: setattr(doc, "answer", ("raw", "text/html", text)), route, version)
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
    if not version.shown.get("email") or not _single(route):
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
    org, route, version = slot
    if not version.shown.get("phone") or not _single(route):
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


# --- inconsistent -------------------------------------------------------------------------------------------------


@fault("audience-staff", "text")
def staff_only(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    _declare(route)
    sentence = fill(rng.choice(words.STAFF_ONLY[version.lang]), org, version.lang)
    version.intro = [sentence]
    world.label("audience-staff", route, version.lang, sentence)
    return True


@fault("page-moved", "whole")
def moved_with_redirect(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    _declare(route)
    version.declared_path = join(org.base[version.lang], "oud", slugify(version.title))
    status = rng.choice([301, 308])
    target = "@" + route.doc(version.lang)
    old = Doc(
        id=f"{route.doc(version.lang)}/old",
        site=version.site,
        path=version.declared_path,
        lang=version.lang,
        title="",
        answer=("redirect", status, target),
    )
    world.late.append(lambda w: w.add(old) and None)
    world.label("page-moved", route, version.lang, str(status))
    return True


@fault("page-moved", "whole")
def moved_silently(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    _declare(route)
    route.with_title = True
    version.declared_path = join(
        org.base[version.lang],
        *rng.choice([["inhoud", "contact"], ["contact", "paginas"], ["over"]]),
        slugify(version.title),
    )
    world.label("page-moved", route, version.lang, "old address 404, page elsewhere")
    return True


@fault("route-duplicate", "whole")
def twice(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _single(route) or not version.shown.get("email"):
        return False
    _declare(route)
    other = Version(
        lang="nl",
        title=version.title,
        path=version.path + "-nieuw",
        site=version.site,
        link_text=version.title,
        statements=version.statements,
        modified=version.modified,
        frozen=True,
    )
    other.shown = {"email": [contacts.email(rng, "loket", org.domain)], "phone": [contacts.phone(rng)]}
    route.channels["email"] = list(version.shown["email"])
    org.routes.append(
        Route(id=route.id + "-dubbel", org=org.id, kinds=route.kinds, versions={"nl": other}, in_inventory=False)
    )
    world.label("route-duplicate", route, "nl")
    world.labels.append(Label(code="route-unexpected", organisation=org.id, language=ANY, optional=True))
    return True


@fault("alias-conflict", "contact")
def alias_differs(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if version.site != "portal" or "alias" not in world.sites or not version.shown.get("email"):
        return False
    _unform(version, route)
    old = Version(
        lang="nl",
        title=version.title,
        path=version.path,
        site="alias",
        shown={**version.shown, "email": [f"postbus.klachten@{org.domain}"]},
        statements=version.statements,
    )

    def act(w: World) -> None:
        doc = w.docs[route.doc("nl")]
        w.add(
            Doc(
                id=doc.id + "/alias",
                site="alias",
                path=doc.path,
                lang="nl",
                title=doc.title,
                crumbs=doc.crumbs,
                owner=doc.owner,
                modified=doc.modified,
                blocks=route_blocks(w, org, route, old),
            )
        )

    world.late.append(act)
    world.label("alias-conflict", route, "nl")
    return True


@fault("language-conflict", "contact")
def languages_differ(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if _nl(version) or route.versions["nl"].areas or route.versions["nl"].frozen:
        return False
    kind = rng.choice(["email", "phone"])
    if kind not in version.shown:
        return False
    route.channels.pop(kind, None)
    version.shown = {
        **version.shown,
        kind: [contacts.phone(rng) if kind == "phone" else f"complaints.desk@{org.domain}"],
    }
    route.versions["nl"].areas.add("contact")
    world.label("language-conflict", route, "en", kind)
    return True


@fault("email-mismatch", "contact")
def other_email(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if "email" not in route.channels or "email" not in version.shown or not _quiet(route, version):
        return False
    version.shown = {
        **version.shown,
        "email": [contacts.email(rng, rng.choice(["loket", "publiek", "meldingen", "secretariaat"]), org.domain)],
    }
    world.label("email-mismatch", route, version.lang, version.shown["email"][0])
    return True


@fault("email-mismatch", "contact")
def other_page_says_otherwise(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if (
        "email" not in version.shown
        or not _nl(version)
        or org.notes.get("nl")
        or "complaint" not in route.kinds
        or len(route.kinds) > 1
    ):
        return False
    value = contacts.email(rng, "klachten-oud", org.domain)
    org.notes["nl"] = [
        ("h", 2, version.title),
        (
            "p",
            f'U kunt uw klacht mailen naar <a href="mailto:{value}">{value}</a>. <a href="@{route.doc("nl")}">{version.link_text}</a>',
        ),
    ]
    world.label("email-mismatch", route, "nl", f"contact page says {value}")
    return True


def _quiet(route: Route, version: Version) -> bool:
    """Whether no other language of the route has something about contacts."""
    return all(v is version or "contact" not in v.areas for v in route.versions.values())


@fault("phone-mismatch", "contact")
def other_phone(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if "phone" not in route.channels or "phone" not in version.shown or not _quiet(route, version):
        return False
    version.shown = {**version.shown, "phone": [contacts.phone(rng)]}
    world.label("phone-mismatch", route, version.lang, version.shown["phone"][0])
    return True


@fault("address-mismatch", "contact")
def other_address(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if "post" not in route.channels or "post" not in version.shown:
        return False
    version.shown = {**version.shown, "post": [contacts.post(rng)]}
    world.label("address-mismatch", route, version.lang, version.shown["post"][0])
    return True


@fault("deadline-conflict", "text")
def bad_deadline(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if "deadline" not in version.statements or not _single(route):
        return False
    version.deadline = rng.choice(
        {
            "nl": [
                "Wij handelen uw klacht af binnen 16 weken.",
                "U krijgt binnen acht weken antwoord op uw klacht.",
                "De behandeling van uw klacht duurt maximaal twaalf weken.",
            ],
            "en": ["We will deal with your complaint within 16 weeks."],
        }[version.lang]
    )
    world.label("deadline-conflict", route, version.lang, version.deadline)
    return True


@fault("name-outdated", "names")
def old_name(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    former = _former(world, org)
    version.extra.append(
        (
            "p",
            rng.choice(
                [f"Uw klacht of melding komt binnen bij het {former}.", f"Het {former} neemt iedere melding serieus."]
            ),
        )
    )
    world.label("name-outdated", route, "nl", former)
    return True


def _former(world: World, org: Org) -> str:
    if not org.former:
        subject = org.names["nl"].removeprefix("Ministerie van ").split(" en ")[0]
        org.former = [
            {
                "name": f"Ministerie van {subject} en Burgerzaken",
                "abbreviation": org.abbreviation + "B",
                "until": world.today.replace(year=2019, day=1),
            }
        ]
    return str(org.former[0]["name"])


@fault("law-outdated", "names")
def old_law(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    sentence = rng.choice(
        [
            "De Wet Huis voor klokkenluiders beschermt u als u een misstand meldt.",
            "Op grond van de Wet openbaarheid van bestuur (Wob) kunt u uw dossier opvragen.",
            "U kunt uw melding ook voorleggen aan de Inspectie SZW.",
        ]
    )
    version.extra.append(("p", sentence))
    world.label("law-outdated", route, "nl", sentence)
    return True


@fault("title-mismatch", "names")
def other_title(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    _declare(route)
    route.with_title = True
    title = rng.choice(["Zeg het ons", "Wat u van ons mag verwachten", "Laat van u horen"])
    _later(world, lambda doc: setattr(doc, "title", title), route, version)
    world.label("title-mismatch", route, "nl", title)
    return True


@fault("route-unexpected", "whole")
def unexpected(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    known = {k for r in org.routes for k in r.kinds}
    kinds = next((k for k in (["whistleblower"], ["integrity"], ["conduct"]) if k[0] not in known), None)
    if (
        kinds is None
        or any(l.code == "kind-missing" and l.organisation == org.id for l in world.labels)
        or (org.type == "ministry" and kinds != ["whistleblower"])
    ):
        return False
    title = fill(rng.choice(words.TITLES[kinds[0], "nl"]), org, "nl")
    new = Version(
        lang="nl",
        title=title,
        path=join(org.base["nl"], "contact", slugify(title)),
        site=org.sites["nl"],
        link_text=title,
        frozen=True,
    )
    new.shown = {"email": [contacts.email(rng, "meldpunt-extern", org.domain)], "phone": [contacts.phone(rng)]}
    new.statements = ["confidentiality", "acknowledgement"]
    org.routes.append(Route(id="onverwacht", org=org.id, kinds=kinds, versions={"nl": new}, in_inventory=False))
    world.labels.append(Label(code="route-unexpected", organisation=org.id, language=ANY, note=title))
    return True


# --- hard to find -------------------------------------------------------------------------------------------------


@fault("too-many-clicks", "way")
def too_deep(world: World, rng: random.Random, slot: Slot) -> bool:
    """Labels follow from the walk: `generate` adds one for each start that is too far."""
    org, route, version = slot
    if org.site == "portal":
        return False
    if org.type == "agency":
        org.policy = {"max_clicks": {"home": 3}}
    version.deep = rng.choice([3, 4])
    version.faults.add("too-many-clicks")
    return True


@fault("not-indexable", "head")
def noindex(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    way = rng.choice(["meta", "header", "none"])
    if way == "header":
        version.headers = {"X-Robots-Tag": "noindex"}
    else:
        version.head += f'<meta name="robots" content="{"noindex, follow" if way == "meta" else "none"}">'
    world.label("not-indexable", route, version.lang, way)
    return True


@fault("document-only", "whole")
def only_pdf(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _single(route):
        return False
    _declare(route)
    _unform(version, route)
    version.path = join(org.base["nl"], "documenten", slugify(version.title) + ".pdf")
    version.link_text = f"{version.title} (pdf)"
    _later(
        world,
        lambda doc: setattr(
            doc, "answer", ("bytes", "application/pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
        ),
        route,
        version,
    )
    world.label("document-only", route, "nl")
    return True


@fault("not-in-sitemap", "head")
def left_out_of_sitemap(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if world.sites[version.site].sitemap == "none":
        return False
    _later(world, lambda doc: setattr(doc, "in_sitemap", False), route, version)
    world.label("not-in-sitemap", route, version.lang)
    return True


@fault("not-in-search", "head")
def not_in_search(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if org.site == "portal" or not _nl(version):
        return False
    world.sites[org.site].search = True
    _later(world, lambda doc: setattr(doc, "searchable", False), route, version)
    world.label("not-in-search", route, "nl")
    return True


@fault("link-text-vague", "way")
def vague(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _single(route) or org.notes:
        return False
    version.link_text, version.vague = rng.choice(["Klik hier", "Lees meer", "Meer informatie"]), True
    _unform(version, route)
    world.label("link-text-vague", route, "nl", version.link_text)
    return True


@fault("hard-to-read", "text")
def hard(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _nl(version):
        return False
    sentence = (
        "Onverminderd het bepaalde in de desbetreffende bestuursrechtelijke regelgeving dienaangaande geldt dat de klachtbehandelende functionaris, "
        "na voorafgaande consultatie van de betrokken organisatieonderdelen, de ontvankelijkheidsbeoordeling van de ingediende klaagschriften verricht "
        "overeenkomstig de daartoe vastgestelde behandelingsprocedure, waarbij de verantwoordelijkheidsverdeling tussen de onderscheiden "
        "directoraten-generaal uitdrukkelijk in aanmerking wordt genomen."
    )
    version.intro = [sentence] * 1
    version.extra += [
        ("p", sentence.replace("Onverminderd", first))
        for first in ("Onverkort", "Met inachtneming van", "Niettegenstaande", "Behoudens", "Conform", "Ingevolge")
    ]
    world.label("hard-to-read", route, "nl")
    return True


@fault("page-stale", "head")
def stale(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if org.type != "ministry":
        return False
    version.modified = world.today - timedelta(days=rng.randint(900, 3000))
    world.label("page-stale", route, version.lang, str(version.modified))
    return True


# --- unverified ---------------------------------------------------------------------------------------------------


def _unknown(world: World, route: Route, version: Version, code: str, answer: tuple[object, ...], note: str) -> None:
    _declare(route)
    _unform(version, route)
    if answer:
        _later(world, lambda doc: setattr(doc, "answer", answer), route, version)
    else:
        world.late.append(lambda w: w.sites[version.site].robots.append(version.path))
    world.label(code, route, version.lang, note)
    world.labels.append(Label(code=code, organisation=ANY, language=ANY, optional=True, note="about the origin"))


@fault("blocked", "whole")
def blocked(world: World, rng: random.Random, slot: Slot) -> bool:
    status = rng.choice([403, 403, 429, 999])
    _unknown(world, slot[1], slot[2], "blocked", ("status", status), str(status))
    return True


@fault("unreachable", "whole")
def unreachable(world: World, rng: random.Random, slot: Slot) -> bool:
    answer = rng.choice([("status", 500), ("status", 503), ("status", 502), ("reset",)])
    _unknown(world, slot[1], slot[2], "unreachable", answer, str(answer))
    return True


@fault("robots-disallowed", "whole")
def disallowed(world: World, rng: random.Random, slot: Slot) -> bool:
    world.sites[slot[2].site].robots = list(world.sites[slot[2].site].robots)
    _unknown(world, slot[1], slot[2], "robots-disallowed", (), "robots.txt")
    return True


@fault("crawl-incomplete", "whole")
def unprovable(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not _single(route):
        return False
    way = rng.choice(["blocked", "unreachable", "robots-disallowed"])
    if way == "robots-disallowed":
        world.sites[version.site].robots = list(world.sites[version.site].robots)
    _unknown(
        world,
        route,
        version,
        way,
        {"blocked": ("status", 403), "unreachable": ("status", 500), "robots-disallowed": ()}[way],
        way,
    )
    world.labels = [l for l in world.labels if not (l.code == way and l.organisation == org.id and l.route == route.id)]
    version.faults.discard(way)
    route.with_url, route.with_title = False, True
    world.label("crawl-incomplete", route, "nl", f"the page that speaks of it: {way}")
    return True
