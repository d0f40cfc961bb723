"""What a proposal to change the inventory is, and how the address of a route is put right."""

import re
from dataclasses import dataclass

from expectations.inventory_fields import MAX_ID, RESERVED
from expectations.model import ExpectedRoute, Kind, Language, Organisation
from expectations.urls import Aliases, address, slug
from expectations.vocabulary import plain
from expectations.yaml_edit import Edit, Step

KEYS = ("id", "kinds", "title", "url", "channels", "statements", "audience", "valid", "source", "verified")
"""The keys of a route in the order in which people write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change of one file of the inventory; `why` says in a sentence what it is about."""

    file: str
    edits: tuple[Edit, ...]
    why: str


def place_of_url(organisation: Organisation, route: str, language: Language) -> tuple[Step, ...] | None:
    """Where the address of a route or referral stands in the organisation's file."""
    declared = {
        "routes": [one.id for one in organisation.routes],
        "referrals": [one.id for one in organisation.referrals],
    }
    places = ((key, ids.index(route), "url", language.value) for key, ids in declared.items() if route in ids)
    return next(places, None)


def moved(organisation: Organisation, route: str, language: Language, to: str, day: str = "") -> tuple[Edit, ...]:
    """The address of a route put right; `source` goes along where it named the old one, `verified` when seen."""
    place = place_of_url(organisation, route, language)
    if place is None:
        return ()
    edits = [Edit(path=place, value=to, order=KEYS)]
    declared = next((one for one in organisation.routes if one.id == route), None)
    if declared and place[0] == "routes":
        old = declared.url.get(language)
        if old and declared.source and Aliases().same_page(address(declared.source), address(old)):
            edits.append(Edit(path=(*place[:2], "source"), value=to))
        edits += seen(declared, place[:2], day)
    return tuple(edits)


def new_id(organisation: Organisation, of: str, kinds: tuple[Kind, ...], taken: frozenset[str] = frozenset()) -> str:
    """An id for a new route, made of its address; no other route of the organisation has it."""
    words = re.sub(r"[^a-z0-9]+", "-", plain(slug(of))).strip("-")[: MAX_ID - 3].strip("-")
    known = {route.id for route in organisation.routes} | taken | RESERVED
    name = words or kinds[0].value
    return next(one for one in (name, *(f"{name}-{n}" for n in range(2, 1000))) if one not in known)


def seen(route: ExpectedRoute, place: tuple[Step, ...], day: str) -> list[Edit]:
    """`verified` with the day on which the route was seen, where that is later."""
    newer = route.verified is not None and day > route.verified.isoformat()
    return [Edit(path=(*place, "verified"), value=day)] if newer else []
