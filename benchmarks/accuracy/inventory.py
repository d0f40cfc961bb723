"""Writes the inventory of a running world, in the format of the design."""

from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from .model import Org, Route, Version, World

POLICY = {
    "required_kinds": ["integrity", "conduct", "complaint"],
    "max_clicks": {"home": 3, "portal": 4},
    "statements": {"complaint": ["acknowledgement", "deadline", "ombudsman"]},
    "max_age_days": 730,
}


def write(world: World, folder: Path) -> None:
    """`portal.yaml`, `ministries/` and `agencies/` under `folder`; the sites must have their ports."""
    for name in ("ministries", "agencies"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    _dump(folder / "portal.yaml", _portal(world))
    for org in world.orgs.values():
        group = "ministries" if org.type == "ministry" else "agencies"
        _dump(folder / group / f"{org.id}.yaml", organisation(world, org))


def _dump(path: Path, data: dict[str, Any]) -> None:
    yaml = YAML()
    yaml.default_flow_style = False
    yaml.width = 4000
    yaml.representer.ignore_aliases = lambda _: True
    with path.open("w", encoding="utf-8") as out:
        yaml.dump(data, out)


def _portal(world: World) -> dict[str, Any]:
    portal, twin = world.sites["portal"], world.sites.get("twin")
    home = {"nl": portal.origin + "/"} | ({"en": twin.origin + "/"} if twin else {})
    name = {"nl": portal.name} | ({"en": twin.name} if twin else {})
    data: dict[str, Any] = {"id": "overheidswijzer", "name": name, "home": home}
    if "alias" in world.sites:
        data["aliases"] = [world.sites["alias"].origin + "/"]
    if portal.search:
        data["search"] = portal.origin + "/zoeken?q={query}"
    if portal.sitemap != "none" and world.seed % 3 == 0:
        data["sitemaps"] = [portal.origin + "/sitemap.xml"]
    kinds = {"referral-complaint": ["complaint"], "referral-integrity": ["integrity", "conduct"]}
    sites = {"nl": "portal", "en": "twin"}
    data["referrals"] = [
        {"id": ident, "kinds": kinds[ident], "url": {lang: world.url(f"@{sites[lang]}/{ident}") for lang in langs}}
        for ident, langs in world.referral_langs.items()
    ]
    return data | {"policy": POLICY}


def organisation(world: World, org: Org) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": org.id,
        "name": {lang: org.names[lang] for lang in ("nl", "en") if lang == "nl" or lang in org.base},
        "abbreviation": org.abbreviation,
        "home": {lang: world.url("@" + org.home(lang)) for lang in org.base},
    }
    if org.former:
        data["former_names"] = org.former
    if org.site != "portal" and world.sites[org.site].search:
        data["search"] = world.sites[org.site].origin + "/zoeken?q={query}"
    if org.policy:
        data["policy"] = org.policy
    data["routes"] = [_route(world, route) for route in org.routes if route.in_inventory]
    return data


def _route(world: World, route: Route) -> dict[str, Any]:
    data: dict[str, Any] = {"id": route.id, "kinds": route.kinds}
    versions = route.versions.values()
    if route.with_title:
        data["title"] = {v.lang: v.title for v in versions}
    if route.with_url:
        data["url"] = {v.lang: declared(world, v) for v in versions}
    channels = {kind: _values(world, route, kind, values) for kind, values in route.channels.items()}
    if channels:
        data["channels"] = channels
    if route.statements:
        data["statements"] = route.statements
    if route.audience != "external":
        data["audience"] = route.audience
    if route.valid_until:
        data["valid"] = {"from": date(2020, 1, 1), "until": route.valid_until}
    return data


def declared(world: World, version: Version) -> str:
    return world.sites[version.site].origin + (version.declared_path or version.path)


def _values(world: World, route: Route, kind: str, values: list[str]) -> list[str]:
    if kind != "form":
        return values
    version = route.versions["nl"]
    tail = "/formulier" if values == ["link"] else ""
    return [world.sites[version.site].origin + version.path + tail]
