"""Whether a run could have seen a finding: what was not looked at is not resolved."""

from collections.abc import Mapping
from dataclasses import dataclass

from expectations.model import Family, Finding, OrganisationResult, Outcome, Report, Verdict, Visit
from expectations.urls import AddressError, address

_SEEN = frozenset({Outcome.OK, Outcome.MOVED, Outcome.BROKEN})

_TROUBLE = {"blocked": Outcome.BLOCKED, "unreachable": Outcome.UNREACHABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a run knows of what an earlier finding, or a waiver, is about."""

    report: Report
    visits: Mapping[str, Visit]

    def could_see(self, finding: Finding) -> bool:
        """Whether the finding would be among this run's if what it says still held."""
        organisation = self._organisation(finding.organisation)
        if organisation is None or not self._knows(finding, organisation):
            return False
        if finding.route is not None:
            return self.is_known(organisation, finding)
        if finding.family is Family.UNVERIFIED:
            return organisation.verdict is not Verdict.UNVERIFIED and not self._is_still_so(finding)
        return not self.in_doubt(organisation)

    def is_known(self, organisation: OrganisationResult, finding: Finding) -> bool:
        """Whether the route that a finding is about could be judged, in its language if it names one.

        A page that turned out to be broken does not mean that what kept us from it is solved.
        """
        same = [route for route in organisation.routes if route.id == finding.route]
        versions = [route for route in same if finding.language in (None, route.language)] or same
        unknown = {Verdict.UNVERIFIED}
        if finding.family is Family.UNVERIFIED:
            unknown |= {Verdict.BROKEN, Verdict.MISSING}
        return all(route.verdict not in unknown for route in versions)

    def in_doubt(self, organisation: OrganisationResult) -> bool:
        """Whether something of the organisation, apart from its routes, is not known."""
        return organisation.verdict is Verdict.UNVERIFIED or any(
            other.family is Family.UNVERIFIED
            and other.route is None
            and other.organisation == organisation.id
            and not other.code.startswith("waiver-")
            for other in self.report.findings
        )

    def _is_still_so(self, finding: Finding) -> bool:
        """Whether some address of the origin that a finding is about is still in the same trouble."""
        outcome = _TROUBLE.get(finding.code)
        if outcome is None or finding.target is None:
            return False
        return any(visit.outcome is outcome and _is_at(visit, finding.target) for visit in self.visits.values())

    def _knows(self, finding: Finding, organisation: OrganisationResult) -> bool:
        """Whether page and target were seen. An address that nobody links to any more is not there: for the page that
        follows only where the whole organisation was seen, for the target where the page was."""
        page, target = self._visit(finding.page), self._visit(finding.target)
        if target is not None and target.outcome not in _SEEN:
            return False
        if page is None:
            return finding.page is None or finding.route is not None or organisation.coverage.proof
        return page.outcome in _SEEN or finding.family is Family.UNVERIFIED

    def _visit(self, of: str | None) -> Visit | None:
        try:
            return self.visits.get(address(of)) if of else None
        except AddressError:
            return None

    def _organisation(self, name: str) -> OrganisationResult | None:
        return next((one for one in self.report.organisations if one.id == name), None)


def _is_at(visit: Visit, where: str) -> bool:
    return visit.address.startswith(where + "/")
