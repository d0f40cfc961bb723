"""Tells of every referral page which routes it leads to: a part of the report that is not findings."""

from expectations.model import Kind, Lead, Leads, Match, ReferralResult
from expectations.scene import Scene
from expectations.subjects import ReferralSubject


def referral_results(scene: Scene, subjects: tuple[ReferralSubject, ...]) -> tuple[ReferralResult, ...]:
    """One result per referral page and language, in the order of the inventory; none of organisations left out."""
    only = scene.pool.crawl.run.only
    kinds = {(match.organisation.id, match.route.id): match.route.kinds for match in scene.matches}
    return tuple(_result(match, subjects, kinds, only) for match in scene.matches if scene.is_referral(match))


def _result(
    match: Match,
    subjects: tuple[ReferralSubject, ...],
    kinds: dict[tuple[str, str], tuple[Kind, ...]],
    only: tuple[str, ...],
) -> ReferralResult:
    leads = {
        (subject.about.organisation, subject.about.route): _lead(subject)
        for subject in subjects
        if match.page
        and (subject.about.page, subject.about.language) == (match.page.address, match.language)
        and set(kinds.get((subject.about.organisation, subject.about.route or ""), ())) & set(match.route.kinds)
        and (not only or subject.about.organisation in only)
    }
    heading = match.page.heading if match.page else ""
    return ReferralResult(
        id=match.route.id,
        kinds=match.route.kinds,
        title=match.route.title.get(match.language) or heading or match.route.id,
        language=match.language,
        expected_url=match.declared,
        found_url=match.page.address if match.page else None,
        leads=tuple(leads.values()),
    )


def _lead(subject: ReferralSubject) -> Lead:
    return Lead(organisation=subject.about.organisation, route=subject.about.route or "", leads=_leads(subject))


def _leads(subject: ReferralSubject) -> Leads:
    if subject.leads_there:
        return Leads.THERE
    if subject.failing:
        return Leads.NO_ROUTE
    return Leads.NOT_KNOWN if subject.could_lead_there else Leads.NOT_THERE
