# ruff: noqa: ARG001, E501 -- all faults have one signature; sentences stay on one line
"""Pages that say something else than they should."""

import random

from .. import contacts
from ..model import ANY, Doc, Label, Org, Route, Version, World
from ..route_page import route_blocks
from ..spec import fill, join, slugify
from .register import Slot, declare, dutch, fault, later, single, without_form


@fault("audience-staff", "text")
def staff_only(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    declare(route)
    sentence = fill(rng.choice(world.texts.STAFF_ONLY[version.lang]), org, version.lang)
    version.intro = [sentence]
    world.label("audience-staff", route, version.lang, sentence)
    return True


@fault("page-moved", "whole")
def moved_with_redirect(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    declare(route)
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
    world.late.append(lambda w: w.add(old))
    world.label("page-moved", route, version.lang, str(status))
    return True


@fault("page-moved", "whole")
def moved_silently(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    declare(route)
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
    if not single(route) or not version.shown.get("email"):
        return False
    declare(route)
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
    other.shown = {"email": [contacts.email("loket", org.domain)], "phone": [contacts.phone(rng)]}
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
    without_form(version, route)
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
    if dutch(version) or route.versions["nl"].areas or route.versions["nl"].frozen:
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
        "email": [contacts.email(rng.choice(["loket", "publiek", "meldingen", "secretariaat"]), org.domain)],
    }
    world.label("email-mismatch", route, version.lang, version.shown["email"][0])
    return True


@fault("email-mismatch", "contact")
def other_page_says_otherwise(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if (
        "email" not in version.shown
        or not dutch(version)
        or org.notes.get("nl")
        or "complaint" not in route.kinds
        or len(route.kinds) > 1
    ):
        return False
    value = contacts.email("klachten-oud", org.domain)
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
    _org, route, version = slot
    if "phone" not in route.channels or "phone" not in version.shown or not _quiet(route, version):
        return False
    version.shown = {**version.shown, "phone": [contacts.phone(rng)]}
    world.label("phone-mismatch", route, version.lang, version.shown["phone"][0])
    return True


@fault("address-mismatch", "contact")
def other_address(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if "post" not in route.channels or "post" not in version.shown:
        return False
    kind = version.shown["post"][0].split()[0]  # a box for a box: that freepost differs from it is no fault
    version.shown = {**version.shown, "post": [contacts.post(rng, kind)]}
    world.label("address-mismatch", route, version.lang, version.shown["post"][0])
    return True


@fault("deadline-conflict", "text")
def bad_deadline(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if "deadline" not in version.statements or not single(route):
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
    if not dutch(version):
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
    _org, route, version = slot
    if not dutch(version):
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


@fault("title-mismatch", "text")
def other_title(world: World, rng: random.Random, slot: Slot) -> bool:
    _org, route, version = slot
    if not dutch(version):
        return False
    declare(route)
    route.with_title = True
    title = rng.choice(["Zeg het ons", "Wat u van ons mag verwachten", "Laat van u horen"])
    later(world, lambda doc: setattr(doc, "title", title), route, version)
    world.label("title-mismatch", route, "nl", title)
    return True


@fault("route-unexpected", "whole")
def unexpected(world: World, rng: random.Random, slot: Slot) -> bool:
    org, _route, _version = slot
    known = {k for r in org.routes for k in r.kinds}
    kinds = next((k for k in (["whistleblower"], ["integrity"], ["conduct"]) if k[0] not in known), None)
    if (
        kinds is None
        or any(x.code == "kind-missing" and x.organisation == org.id for x in world.labels)
        or (org.type == "ministry" and kinds != ["whistleblower"])
    ):
        return False
    title = fill(rng.choice(world.texts.TITLES[kinds[0], "nl"]), org, "nl")
    new = Version(
        lang="nl",
        title=title,
        path=join(org.base["nl"], "contact", slugify(title)),
        site=org.sites["nl"],
        link_text=title,
        frozen=True,
    )
    new.shown = {"email": [contacts.email("meldpunt-extern", org.domain)], "phone": [contacts.phone(rng)]}
    new.statements = ["confidentiality", "acknowledgement"]
    org.routes.append(Route(id="onverwacht", org=org.id, kinds=kinds, versions={"nl": new}, in_inventory=False))
    world.labels.append(Label(code="route-unexpected", organisation=org.id, language=ANY, note=title))
    return True
