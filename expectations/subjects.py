"""What checks look at: frozen values with everything a check needs, so that a check looks nothing up.

The largest, an expected route in one language, stands in `route_subject.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from expectations.coverage import Proof
from expectations.model import Cause, Kind, Language, Link, Organisation, Outcome, Page, Visit, Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom and what a finding is about, unless its fault says otherwise."""

    organisation: str
    route: str | None = None
    language: Language | None = None
    page: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSubject:
    """A link on a route or referral page, with where it leads; `count` times the same link on that page.

    `end` is the last visit on its way. `not_found` says why its target counts as a "not found" page. `spoken_for` tells
    that the target is the address of a failing route, or a referral's link that another finding is about.
    `lasting` is the moment since when the end fails, where that lasts.
    """

    about: About
    link: Link
    region: str
    end: Visit | None = None
    count: int = 1
    not_found: str = ""
    target_page: Page | None = None
    spoken_for: bool = False
    lasting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralSubject:
    """A referral page that was read, and a ministry's route that it must lead to.

    `leads_there` tells that one of its links ends at the route; `could_lead_there` that a link to the ministry ends
    where we could not look. `claims` are the links on the page that say, or seem, to lead to the ministry.
    """

    about: About
    leads_there: bool
    could_lead_there: bool = False
    claims: tuple[Link, ...] = ()
    failing: bool = False

    @property
    def is_missing(self) -> bool:
        return not (self.leads_there or self.could_lead_there or self.failing)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSubject:
    """One organisation: what is required, what inventory and crawl have together, what was not proved absent."""

    organisation: Organisation
    served: frozenset[Kind] = frozenset()
    proofs: Mapping[Kind, Proof] = field(default_factory=dict)
    unexpected: tuple[tuple[Page, frozenset[Kind]], ...] = ()

    @property
    def about(self) -> About:
        return About(organisation=self.organisation.id)

    @property
    def lacking(self) -> tuple[Kind, ...]:
        """The required kinds for which no route is known."""
        return tuple(kind for kind in self.organisation.policy.required_kinds if kind not in self.served)


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginSubject:
    """An origin, or links to it, of which nothing can be said for one reason: blocked, unreachable or robots.

    `pages` are the route and referral pages whose links lead there; none when it is the origin as a whole.
    """

    organisation: str
    origin: str
    not_known: Outcome
    trouble: str
    pages: tuple[str, ...] = ()

    @property
    def about(self) -> About:
        return About(organisation=self.organisation, target=self.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverSubject:
    """An accepted exception: whether its last day is over, and whether it fits nothing although this run saw all that
    it is about."""

    waiver: Waiver
    is_over: bool
    fits_nothing: bool

    @property
    def about(self) -> About:
        waiver = self.waiver
        return About(organisation=waiver.organisation, route=waiver.route, page=waiver.page, target=waiver.target)

    @property
    def facts(self) -> Mapping[str, str]:
        return {"reason": self.waiver.reason, "owner": self.waiver.owner, "line": str(self.waiver.line)}


def lasting_trouble(visit: Visit, since: str) -> str:
    """What goes wrong with an address in every run, and since which day."""
    return f"{trouble(visit)} since {since[:10]}"


def trouble(visit: Visit) -> str:
    """What went wrong with a visit, in one word or number: its status, else the name of the cause."""
    if visit.status is not None and visit.status >= 400:
        return str(visit.status)
    if visit.cause is Cause.CERTIFICATE and visit.detail:
        return f"{visit.cause.value}: {visit.detail}"
    if visit.cause is Cause.ROBOTS and visit.detail:
        return visit.detail
    return "no-text" if visit.outcome is Outcome.OK else visit.cause.value
