"""Which fault goes where: every one in its turn, each on a version that suits it and that nothing else touches."""

import random

from ..model import ANY, Label, Org, Version, World
from . import broken, findable, inconsistent, missing, unverified
from .register import FAULTS, Fault, declare, slots

MODULES = (missing, broken, inconsistent, findable, unverified)  # importing them registers their faults
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
    if codes is None or "link-broken" in codes:
        _dead_link_in_footer(world, rng)


def _of_sites(world: World, rng: random.Random, codes: set[str] | None) -> None:
    """Faults that belong to no single route: a site that is down, a dead link on a referral."""
    alone = [o for o in world.orgs.values() if o.site != "portal" and all(v.site == o.site for v in _versions(o))]
    if alone and (codes is None or "unreachable" in codes) and rng.random() < 0.4:
        _down(world, rng.choice(alone))
    if codes is None or "link-broken" in codes:
        _dead_link_on_referral(world, rng.choice(sorted(world.referral_langs)))


def _dead_link_on_referral(world: World, referral: str) -> None:
    heading = ("h", 2, "Meer informatie")  # so that it belongs to no ministry's part of the list
    link = '<a href="portal:/onderwerpen/uitleg-klachtrecht">Lees meer over uw rechten</a>'
    world.late.append(lambda w: w.docs[f"portal/{referral}"].blocks.extend([heading, ("p", link)]))
    where = f"on {referral}"
    world.labels.append(Label(code="link-broken", organisation="overheidswijzer", route=ANY, language=ANY, note=where))


def _dead_link_in_footer(world: World, rng: random.Random) -> None:
    """On every page of an own site of which at least one route page answers; the verdicts of its routes stay open."""
    fit = [
        o
        for o in world.orgs.values()
        if o.site != "portal" and any(v.site == o.site and v.lang == "nl" and not v.frozen for v in _versions(o))
    ]
    if fit and rng.random() < 0.7:
        org = rng.choice(fit)
        world.late.append(lambda w: w.sites[org.site].footer["nl"].append((f"{org.site}:/help-{org.id}", "Help")))
        world.labels.append(
            Label(code="link-broken", organisation=org.id, route=ANY, language=ANY, note="in the footer")
        )
        world.unsure.add(org.id)


def _versions(org: Org) -> list[Version]:
    return [v for r in org.routes for v in r.versions.values() if r.audience == "external"]


def _down(world: World, org: Org) -> None:
    world.sites[org.site].down = True
    for route in org.routes:
        declare(route)
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
