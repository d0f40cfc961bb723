"""The inventory of the pretend web, written as the design describes it (a stranger's hand, not the program's)."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from demo import contacts, waivers
from demo.frames import search_path
from demo.organisations import (
    AGENCIES,
    MINISTRIES,
    PORTAL,
    PORTAL_ALIAS,
    PORTAL_EN,
    PORTAL_ORGANISATION,
    Organisation,
    Route,
)
from demo.places import REFERRAL_COMPLAINT, REFERRAL_INTEGRITY, REFERRAL_INTEGRITY_EN, Places
from demo.web import portal_search

Value = str | int | date | Sequence["Value"] | Mapping[str, "Value"]
_NO_ADDRESS = {"no-address"}


def write(folder: Path, places: Places, today: date, last_day: date | None = None) -> None:
    """Writes portal.yaml, ministries/, agencies/ and waivers.yaml into the folder. `last_day` is what the waivers count
    from, when today is a day before it."""
    listed = waivers.declared(last_day or today)
    _keep(folder / "waivers.yaml", "".join(textwrap.dedent(_item(waiver, "")) for waiver in listed))
    _save(folder / "portal.yaml", _portal(places))
    for name, organisations in (("ministries", MINISTRIES), ("agencies", AGENCIES)):
        for organisation in organisations:
            _save(folder / name / f"{organisation.id}.yaml", _organisation(places, organisation, today))


def _portal(places: Places) -> Mapping[str, Value]:
    return {
        "id": PORTAL_ORGANISATION.id,
        "name": {"nl": PORTAL_ORGANISATION.name, "en": PORTAL_ORGANISATION.name_en},
        "home": {"nl": places.at(PORTAL, "/"), "en": places.at(PORTAL_EN, "/")},
        "aliases": [places.at(PORTAL_ALIAS, "/")],
        "sitemaps": [places.at(PORTAL, "/sitemap.xml")],
        "search": places.at(PORTAL, portal_search()),
        "referrals": [
            {
                "id": "referral-integrity",
                "kinds": ["integrity", "conduct"],
                "url": {"nl": places.at(PORTAL, REFERRAL_INTEGRITY), "en": places.at(PORTAL_EN, REFERRAL_INTEGRITY_EN)},
            },
            {
                "id": "referral-complaint",
                "kinds": ["complaint"],
                "url": {"nl": places.at(PORTAL, REFERRAL_COMPLAINT)},
            },
        ],
        "policy": {
            "required_kinds": ["integrity", "conduct", "complaint"],
            "max_clicks": {"home": 3, "portal": 4},
            "statements": {"complaint": ["acknowledgement", "deadline", "ombudsman"]},
            "max_age_days": 730,
        },
    }


def _organisation(places: Places, organisation: Organisation, today: date) -> Mapping[str, Value]:
    home = {"nl": places.home(organisation)}
    if organisation.english:
        home["en"] = places.home(organisation, "en")
    values: dict[str, Value] = {
        "id": organisation.id,
        "name": {"nl": organisation.name, "en": organisation.name_en},
        "abbreviation": organisation.abbreviation,
        "home": home,
    }
    if organisation.former_name:
        values["former_names"] = [{"name": organisation.former_name.rpartition(" (")[0], "until": date(2019, 1, 1)}]
    if organisation.site != PORTAL and organisation.search:
        path, field = search_path(organisation)
        values["search"] = places.at(organisation.site, f"{path}?{field}={{query}}")
    undeclared = places.faults.variants("route-unexpected", organisation.id)
    missing = places.faults.variants("kind-missing", organisation.id)
    values["routes"] = [
        _route(places, organisation, route, today)
        for route in organisation.routes
        if route.id not in undeclared and not (missing and set(route.kinds) <= missing)
    ]
    return values


def _route(places: Places, organisation: Organisation, route: Route, today: date) -> Mapping[str, Value]:
    titles = {"nl": route.title} | ({"en": route.title_en} if route.title_en else {})
    values: dict[str, Value] = {"id": route.id, "kinds": route.kinds, "title": titles}
    addresses = {
        language: places.route(organisation, route, language)
        for language in route.languages
        if not _without_address(places, organisation, route, language)
    }
    if addresses:
        values["url"] = addresses
    found: dict[str, Value] = {
        "email": [contacts.email(organisation, route)]
        if "email" in _known_channels(places, organisation, route)
        else [],
        "phone": [contacts.phone(organisation, route)] if "phone" in route.channels else [],
        "form": contacts.forms(places, organisation, route),
        "post": [contacts.post(organisation)] if "post" in route.channels else [],
    }
    values["channels"] = {name: value for name, value in found.items() if value}
    if route.statements:
        values["statements"] = route.statements
    if route.audience != "external":
        values["audience"] = route.audience
    if route.valid_until:
        values["valid"] = {"until": date.fromisoformat(route.valid_until)}
    return values | {"verified": today}


def _known_channels(places: Places, organisation: Organisation, route: Route) -> tuple[str, ...]:
    """Where languages differ the inventory takes no side: a value against it would be a mismatch."""
    differ = any("language-conflict" in places.faults.of_route(organisation.id, route.id, x) for x in route.languages)
    return tuple(channel for channel in route.channels if not (differ and channel == "email"))


def _without_address(places: Places, organisation: Organisation, route: Route, language: str) -> bool:
    found = places.faults.of_route(organisation.id, route.id, language)
    return "crawl-incomplete" in found or any(fault.variant in _NO_ADDRESS for fault in found.values())


def _save(path: Path, values: Mapping[str, Value]) -> None:
    _keep(path, _yaml(values))


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# Verzonnen: hoort bij de voorbeeldsites van de demo.\n" + text, encoding="utf-8")


def _yaml(values: Mapping[str, Value], indent: str = "") -> str:
    """YAML in block style; strings are quoted as JSON, which YAML reads alike."""
    lines = []
    for key, value in values.items():
        if isinstance(value, Mapping):
            lines.append(f"{indent}{key}:\n{_yaml(value, indent + '  ')}")
        elif isinstance(value, Sequence) and not isinstance(value, str) and value and isinstance(value[0], Mapping):
            lines.append(
                f"{indent}{key}:\n" + "".join(_item(item, indent) for item in value if isinstance(item, Mapping))
            )
        elif isinstance(value, Sequence) and not isinstance(value, str):
            lines.append(f"{indent}{key}: [{', '.join(_scalar(item) for item in value)}]\n")
        else:
            lines.append(f"{indent}{key}: {_scalar(value)}\n")
    return "".join(lines)


def _item(values: Mapping[str, Value], indent: str) -> str:
    return f"{indent}  - " + _yaml(values, indent + "    ").removeprefix(indent + "    ")


def _scalar(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
