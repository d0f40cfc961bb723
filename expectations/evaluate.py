"""Holds every subject against every check, and tells the result as a report. Pure: same in, same out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from expectations.causes import Draft, findings
from expectations.check import Check, precedence, register
from expectations.link_subjects import link_subjects
from expectations.measured import Measured
from expectations.model import Crawl, Finding, Inventory, Outcome, Past, Report, Severity
from expectations.organisation_subjects import organisation_subjects
from expectations.origin_subjects import origin_subjects
from expectations.referral_results import referral_results
from expectations.referral_subjects import referral_subjects
from expectations.results import organisation_results
from expectations.route_subject import RouteSubject
from expectations.route_subjects import route_subjects
from expectations.scene import Scene
from expectations.subjects import LinkSubject, OrganisationSubject, OriginSubject, ReferralSubject, WaiverSubject
from expectations.waiver_subjects import waiver_subjects
from expectations.waivers import apply

Subject = RouteSubject | LinkSubject | ReferralSubject | OrganisationSubject | OriginSubject | WaiverSubject
_SEVERITIES = tuple(Severity)


def evaluate(inventory: Inventory, crawl: Crawl, today: date, past: Past | None = None) -> Report:
    """The judgement of one crawl. Findings have the state new, or waived; `baseline.compare` tells the rest. The past
    matters only for what did not answer: whether that lasts."""
    scene = Scene.of(inventory, crawl, today, past or Past())
    checks = register()
    routes, referrals = tuple(route_subjects(scene)), tuple(referral_subjects(scene))
    subjects = (*routes, *referrals, *_others(scene, referrals))
    told = _of_reported(findings(_all_drafts(checks, subjects), inventory, crawl.visits), crawl)
    told = apply(told, inventory.waivers, scene.pool.aliases, today)
    report = Report(
        run=crawl.run,
        origins=tuple(sorted(crawl.origins, key=lambda coverage: coverage.origin)),
        outcomes=_outcomes(crawl),
        pages=len(crawl.pages),
        organisations=organisation_results(scene, routes, told, {check.code: check for check in checks}),
        findings=told,
        referrals=referral_results(scene, referrals),
    )
    waivers = waiver_subjects(
        inventory.waivers, Measured(report=report, visits=crawl.visits), scene.pool.aliases, today
    )
    told += findings(_all_drafts(checks, tuple(waivers)), inventory, crawl.visits)
    return replace(report, findings=_in_reading_order(told, inventory))


def _others(scene: Scene, referrals: tuple[ReferralSubject, ...]) -> Iterator[Subject]:
    links = tuple(link_subjects(scene, referrals))
    yield from links
    yield from organisation_subjects(scene)
    yield from origin_subjects(scene, links)


def _all_drafts(checks: tuple[Check, ...], subjects: tuple[Subject, ...]) -> Iterator[Draft]:
    return (draft for check in checks for subject in subjects for draft in _drafts(check, subject))


def _drafts(check: Check, subject: Subject) -> Iterator[Draft]:
    if isinstance(subject, check.on):
        for fault in check.find(subject):
            count = subject.count if isinstance(subject, LinkSubject) else 1
            pages = subject.pages if isinstance(subject, OriginSubject) else ()
            yield Draft(check=check, about=subject.about, fault=fault, count=count, pages=pages)


def _of_reported(told: tuple[Finding, ...], crawl: Crawl) -> tuple[Finding, ...]:
    only = crawl.run.only
    return tuple(finding for finding in told if not only or finding.organisation in only)


def _outcomes(crawl: Crawl) -> dict[Outcome, int]:
    counts = dict.fromkeys(Outcome, 0)
    for visit in crawl.visits.values():
        counts[visit.outcome] += 1
    return counts


def _in_reading_order(told: tuple[Finding, ...], inventory: Inventory) -> tuple[Finding, ...]:
    """The most serious first, then by organisation as in the inventory."""
    places = {organisation.id: number for number, organisation in enumerate(inventory.organisations)}

    def place(finding: Finding) -> tuple[object, ...]:
        return (
            _SEVERITIES.index(finding.severity),
            places.get(finding.organisation, len(places)),
            precedence(finding.code),
            finding.route or "",
            finding.language or "",
            finding.page or "",
            finding.target or "",
            finding.expected or "",
        )

    return tuple(sorted(told, key=place))
