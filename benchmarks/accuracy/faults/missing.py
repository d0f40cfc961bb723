# ruff: noqa: ARG001 -- all faults have one signature; sentences stay on one line
"""Routes that are not there, or that nothing leads to."""

import random

from .. import words
from ..model import ANY, Doc, Label, World
from ..spec import fill
from .register import Slot, declare, dutch, fault, later, single


@fault("route-missing", "whole")
def nowhere(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not single(route) or world.sites[org.site].down:
        return False
    route.with_url, version.exists, version.linked = False, False, False
    route.with_title = route.with_title or rng.random() < 0.7
    world.label("route-missing", route, "nl", "no address, no page")
    return True


@fault("route-missing", "whole")
def other_content(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not single(route):
        return False
    declare(route)
    title, _, sentences, _box = rng.choice(
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

    later(world, act, route, version)
    world.label("route-missing", route, "nl", f"its address shows {title!r}")
    return True


@fault("kind-missing", "whole")
def kind_gone(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, _version = slot
    if org.type != "ministry" or not single(route) or len(org.routes) < 2 or org.policy:
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
    if dutch(version):
        return False
    declare(route)
    way = rng.choice(["404", "home", "410"])

    def act(doc: Doc) -> None:
        if way == "404":
            doc.gone = True
        elif way == "410":
            doc.answer = ("status", 410)
        else:
            doc.answer = ("redirect", 302, "@" + org.home("en"))

    version.shown = {k: v for k, v in version.shown.items() if k != "form" or v != ["link"]}
    later(world, act, route, version)
    world.label("translation-missing", route, "en", way)
    return True


@fault("route-unlinked", "whole")
def unlinked(world: World, rng: random.Random, slot: Slot) -> bool:
    org, route, version = slot
    if not single(route):
        return False
    declare(route)
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
    _org, route, version = slot
    kinds = [k for k in route.channels if version.shown.get(k) and k != "form"]
    if not single(route) or len(version.shown) < 2 or not kinds:
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
