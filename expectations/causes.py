"""One cause, one finding: gathers the faults that have one cause, and says whose finding it is."""

import hashlib
import json
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass

from expectations.chains import follow
from expectations.check import Check, Once
from expectations.model import Evidence, Fault, Finding, Inventory, Language, Outcome, Visit
from expectations.scopes import on_portal
from expectations.subjects import About, LinkSubject

# A code that is said instead of others about the same route and language.
_INSTEAD_OF: Mapping[str, frozenset[str]] = {
    "route-unlinked": frozenset({"too-many-clicks"}),
    "route-duplicate": frozenset({"email-mismatch", "phone-mismatch", "address-mismatch"}),
}
_ARRIVES = frozenset({Outcome.OK, Outcome.MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A fault as one check yielded it for one subject; `count` times on that page."""

    check: Check
    about: About
    fault: Fault
    count: int = 1
    pages: tuple[str, ...] = ()

    @property
    def page(self) -> str | None:
        return self.fault.page or self.about.page

    @property
    def target(self) -> str | None:
        return self.fault.target or self.about.target


def findings(drafts: Iterable[Draft], inventory: Inventory, visits: Mapping[str, Visit]) -> tuple[Finding, ...]:
    """One finding per cause, in the order in which the causes were first met."""
    groups: dict[Hashable, list[Draft]] = {}
    for draft in _said(tuple(drafts)):
        groups.setdefault(_cause(draft), []).append(draft)
    return tuple(_finding(group, inventory, visits) for group in groups.values())


def owner_of_pages(inventory: Inventory, organisations: Collection[str], pages: Collection[str]) -> str:
    """Whose a fault on several pages is: their owner's, the portal's when they stand there, else the first's."""
    if len(organisations) > 1 and pages and all(on_portal(inventory, page) for page in pages):
        return inventory.portal.id
    return min(organisations)


def finding_id(
    code: str,
    organisation: str,
    route: str | None,
    language: Language | None,
    page: str | None,
    target: str | None,
    expected: str | None,
) -> str:
    """The name under which a finding is the same one in every run; the order of its parts never changes."""
    identity = [code, organisation, route, language, page, target, expected]
    return "f-" + hashlib.sha256(json.dumps(identity, ensure_ascii=True).encode()).hexdigest()[:12]


def _said(drafts: tuple[Draft, ...]) -> Iterable[Draft]:
    silenced = {
        (code, draft.about.route, draft.about.organisation, draft.about.language)
        for draft in drafts
        for code in _INSTEAD_OF.get(draft.check.code, ())
    }
    for draft in drafts:
        about = draft.about
        if (draft.check.code, about.route, about.organisation, about.language) not in silenced:
            yield draft


def _cause(draft: Draft) -> Hashable:
    code, fault = draft.check.code, draft.fault
    if draft.check.once_per is Once.TARGET:
        return code, draft.target, fault.expected
    if draft.check.once_per is Once.PAGE:
        return code, draft.page, draft.target, fault.expected
    about = draft.about
    return code, about.organisation, about.route, about.language, draft.page, draft.target, fault.expected


def _finding(group: list[Draft], inventory: Inventory, visits: Mapping[str, Visit]) -> Finding:
    first = min(group, key=lambda draft: draft.page or "")
    check, fault = first.check, first.fault
    per_page = {draft.page: draft.count for draft in group if draft.page}
    pages = tuple(sorted({*per_page, *(page for draft in group for page in draft.pages)}))
    organisation = owner_of_pages(inventory, {draft.about.organisation for draft in group}, pages)
    route, language = _concerned(group)
    seen = _rests_on(first, visits)
    return Finding(
        id=finding_id(check.code, organisation, route, language, first.page, first.target, fault.expected),
        code=check.code,
        family=check.family,
        severity=check.severity,
        organisation=organisation,
        route=route,
        language=language,
        page=first.page,
        target=first.target,
        expected=fault.expected,
        found=fault.found,
        evidence=Evidence(
            quote=fault.quote,
            region=fault.region,
            path=fault.path,
            fetched=seen.fetched if seen else None,
            record=seen.record or None if seen else None,
        ),
        occurrences=max(1, sum(per_page.values()), len(pages)),
        pages=pages,
        facts=fault.facts,
    )


def _rests_on(draft: Draft, visits: Mapping[str, Visit]) -> Visit | None:
    """The visit that shows the fault: to the target when the fault is there, else to the page. Of an address that leads
    to one that fails it is the visit to the latter."""
    page, target = visits.get(draft.page or ""), visits.get(draft.target or "")
    on_target = target is not None and (LinkSubject in draft.check.on or target.outcome not in _ARRIVES)
    start = target if on_target else page
    if start is None or (start.outcome in _ARRIVES and not on_target):
        return start
    end = follow(visits, start.address).end
    return end if end is not None and end.fetched else start


def _concerned(group: list[Draft]) -> tuple[str | None, Language | None]:
    """The one route and language that a finding concerns; nothing when it is about several."""
    routes = {(draft.about.organisation, draft.about.route) for draft in group}
    if len(routes) > 1:
        return None, None
    languages = {draft.about.language for draft in group}
    return group[0].about.route, languages.pop() if len(languages) == 1 else None
