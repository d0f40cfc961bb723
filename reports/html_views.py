"""What the pages need beside the summary: groups of findings, letters, and whom the referral pages lead to."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from expectations.model import (
    Finding,
    Leads,
    OrganisationResult,
    OrganisationType,
    ReferralResult,
    Report,
    RouteResult,
)
from reports.summary import OrganisationView, Summary, Unmeasured

_BEFORE = ("Ministerie van ", "Ministerie voor ", "Ministry of ", "Ministry for ")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRoutes:
    """An organisation with its routes that were found."""

    result: OrganisationResult
    routes: tuple[RouteResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedTo:
    """An organisation; `routes` tells which of its routes, when the referral page does not do the same for all."""

    organisation: str
    routes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralView:
    """A referral page; `groups` holds organisations by the name of what the page does for them."""

    result: ReferralResult
    groups: Mapping[str, tuple[LedTo, ...]]


def by_organisation(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """One finding per id: it is a place on the page."""
    own: dict[str, dict[str, Finding]] = {}
    for finding in findings:
        own.setdefault(finding.organisation, {}).setdefault(finding.id, finding)
    return {organisation: tuple(those.values()) for organisation, those in own.items()}


def unmeasured_by_organisation(summary: Summary) -> dict[str, tuple[Unmeasured, ...]]:
    own: dict[str, list[Unmeasured]] = {}
    for item in summary.unmeasured:
        own.setdefault(item.organisation.id, []).append(item)
    return {organisation: tuple(items) for organisation, items in own.items()}


def found_routes(views: Iterable[OrganisationView]) -> tuple[FoundRoutes, ...]:
    """The organisations of which a route was found."""
    found = (
        FoundRoutes(result=view.result, routes=tuple(route for route in view.result.routes if route.found_url))
        for view in views
    )
    return tuple(item for item in found if item.routes)


def letters(summary: Summary) -> dict[OrganisationType, dict[str, str]]:
    """For ministries and agencies apart: the first organisation with each first letter."""
    first: dict[OrganisationType, dict[str, str]] = {}
    for view in summary.organisations:
        if view.result.type is not OrganisationType.PORTAL:
            first.setdefault(view.result.type, {}).setdefault(_letter(view.result), view.result.id)
    return {kind: dict(sorted(own.items())) for kind, own in first.items()}


def referrals(report: Report, summary: Summary) -> tuple[ReferralView, ...]:
    """All referral pages, with the ministries in their fixed order."""
    return tuple(_referral(referral, summary) for referral in report.referrals)


def _referral(referral: ReferralResult, summary: Summary) -> ReferralView:
    own: dict[str, dict[Leads, list[str]]] = {}
    for lead in referral.leads:
        own.setdefault(lead.organisation, {}).setdefault(lead.leads, []).append(lead.route)
    groups: dict[str, list[LedTo]] = {name: [] for name in (*(f"leads-{leads}" for leads in Leads), "no-route-known")}
    ministries = [x.result.id for x in summary.organisations if x.result.type is OrganisationType.MINISTRY]
    for organisation in dict.fromkeys((*ministries, *own)):
        for leads, routes in own.get(organisation, {}).items():
            told = tuple(routes) if len(own[organisation]) > 1 else ()
            groups[f"leads-{leads}"].append(LedTo(organisation=organisation, routes=told))
        if organisation not in own and referral.leads:
            groups["no-route-known"].append(LedTo(organisation=organisation))
    return ReferralView(result=referral, groups={name: tuple(those) for name, those in groups.items() if those})


def _letter(organisation: OrganisationResult) -> str:
    name = next(iter(organisation.name.values), organisation.id)
    for before in _BEFORE:
        name = name.removeprefix(before)
    plain = unicodedata.normalize("NFD", name.strip())[:1].upper()
    return plain if plain.isalpha() and plain.isascii() else "#"
