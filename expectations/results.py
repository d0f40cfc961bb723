"""Tells every expected route and organisation with its verdict: the part of a report that is not findings."""

from collections.abc import Mapping
from dataclasses import replace

from expectations import verdicts
from expectations.check import Check
from expectations.contacts import is_personal
from expectations.model import (
    ChannelType,
    Finding,
    Kind,
    Organisation,
    OrganisationResult,
    RouteResult,
    Statement,
    Verdict,
)
from expectations.route_subject import RouteSubject
from expectations.scene import Scene


def organisation_results(
    scene: Scene, routes: tuple[RouteSubject, ...], findings: tuple[Finding, ...], checks: Mapping[str, Check]
) -> tuple[OrganisationResult, ...]:
    """One result per organisation that this run was about, in the order of the inventory."""
    only = scene.pool.crawl.run.only
    return tuple(
        _organisation(scene, organisation, routes, findings, checks)
        for organisation in scene.pool.inventory.organisations
        if not only or organisation.id in only
    )


def _organisation(
    scene: Scene,
    organisation: Organisation,
    routes: tuple[RouteSubject, ...],
    findings: tuple[Finding, ...],
    checks: Mapping[str, Check],
) -> OrganisationResult:
    own = tuple(
        _judged(_route(subject), organisation, findings, checks)
        for subject in routes
        if subject.organisation.id == organisation.id
    )
    return OrganisationResult(
        id=organisation.id,
        type=organisation.type,
        name=organisation.name,
        home=organisation.home,
        verdict=verdicts.of_organisation(organisation.id, own, findings, checks),
        routes=own,
        coverage=scene.proofs.coverage(organisation, _kinds(organisation, own)),
        file=organisation.file,
    )


def _judged(
    route: RouteResult, organisation: Organisation, findings: tuple[Finding, ...], checks: Mapping[str, Check]
) -> RouteResult:
    return replace(route, verdict=verdicts.of_route(organisation.id, route, findings, checks))


def _kinds(organisation: Organisation, routes: tuple[RouteResult, ...]) -> tuple[Kind, ...]:
    declared = {kind for route in routes for kind in route.kinds}
    return tuple(kind for kind in Kind if kind in declared or kind in organisation.policy.required_kinds)


def _route(subject: RouteSubject) -> RouteResult:
    match, page = subject.match, subject.page
    home, portal = subject.home, subject.portal
    title = match.route.title.get(match.language) or (page.heading if page else "") or match.route.id
    return RouteResult(
        id=match.route.id,
        kinds=match.route.kinds,
        title=title,
        language=match.language,
        verdict=Verdict.OK,
        expected_url=subject.declared,
        found_url=page.address if page else None,
        score=match.score,
        reasons=match.reasons,
        clicks_home=home.clicks if home else None,
        clicks_portal=portal.clicks if portal else None,
        path_home=home.steps if home else (),
        path_portal=portal.steps if portal else (),
        channels=_channels(subject),
        statements=tuple(statement for statement in Statement if statement in subject.wording.said),
        line=match.route.line,
        deadlines=tuple(sorted({term.weeks for term in subject.wording.deadlines if term.firm})),
    )


def _channels(subject: RouteSubject) -> Mapping[ChannelType, tuple[str, ...]]:
    """The values that the page offers, per type; a person's own address is not repeated."""
    found: dict[ChannelType, dict[str, None]] = {}
    for channel in subject.offered:
        personal = channel.type is ChannelType.EMAIL and is_personal(channel.value)
        expected = channel.value in subject.expected.get(channel.type, ())
        if expected or not personal:
            told = " ".join(channel.text.split()) if channel.type is ChannelType.POST else channel.value
            found.setdefault(channel.type, {})[told] = None
    return {channel_type: tuple(found[channel_type]) for channel_type in ChannelType if channel_type in found}
