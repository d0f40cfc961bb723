"""All nouns of meldroute, in the order of the flow: inventory, crawl, match, finding, report.

Plain frozen values and closed sets; no behaviour beyond reading them. An *address* is always an absolute web address
as `expectations.urls.address` writes it; a *page key* is what `expectations.urls.Aliases.page_key` makes of it.
Moments are ISO 8601 text in UTC (`2026-11-23T20:03:11Z`), days are `datetime.date`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# --- Inventory ---------------------------------------------------------------------------------------------------


class Language(StrEnum):
    """The languages in which routes are judged and reports are written."""

    NL = "nl"
    EN = "en"


class Kind(StrEnum):
    """What an outsider wants to report or complain about."""

    INTEGRITY = "integrity"
    CONDUCT = "conduct"
    COMPLAINT = "complaint"
    WHISTLEBLOWER = "whistleblower"
    OFFICIAL_CRIME = "official-crime"


class ChannelType(StrEnum):
    """How an outsider can hand in a report."""

    EMAIL = "email"
    PHONE = "phone"
    FORM = "form"
    POST = "post"


class Statement(StrEnum):
    """Something a route page must say (design, section 4)."""

    ACKNOWLEDGEMENT = "acknowledgement"
    DEADLINE = "deadline"
    ONE_YEAR_LIMIT = "one-year-limit"
    HEARING = "hearing"
    UNINVOLVED_HANDLER = "uninvolved-handler"
    RECIPIENT = "recipient"
    CONFIDENTIAL_ADVISER = "confidential-adviser"
    OMBUDSMAN = "ombudsman"
    CONFIDENTIALITY = "confidentiality"
    ANONYMOUS = "anonymous"
    ORAL = "oral"
    EXTERNAL_AUTHORITY = "external-authority"
    NO_COST = "no-cost"


class Audience(StrEnum):
    """Whom a route serves, by the inventory."""

    EXTERNAL = "external"
    STAFF = "staff"


class OrganisationType(StrEnum):
    """Which requirements hold: the portal's policy holds for ministries only."""

    PORTAL = "portal"
    MINISTRY = "ministry"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Localised:
    """A text or address per language."""

    nl: str | None = None
    en: str | None = None

    def get(self, language: Language) -> str | None:
        return self.nl if language is Language.NL else self.en

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(language for language in Language if self.get(language))

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(value for value in (self.nl, self.en) if value)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name an organisation no longer has; `until` is the last known day, or the last day of the known year."""

    name: str
    abbreviation: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is required of an organisation; None and empty mean: nothing required."""

    required_kinds: tuple[Kind, ...] = ()
    max_clicks_home: int | None = None
    max_clicks_portal: int | None = None
    statements: Mapping[Kind, tuple[Statement, ...]] = field(default_factory=dict)
    max_age_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedChannels:
    """The channels the inventory knows of a route, as written there."""

    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    post: tuple[str, ...] = ()

    def get(self, channel_type: ChannelType) -> tuple[str, ...]:
        values: tuple[str, ...] = getattr(self, channel_type.value)
        return values


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedRoute:
    """A way for an outsider to report or complain, as declared; `line` is its line in the organisation's file."""

    id: str
    kinds: tuple[Kind, ...]
    title: Localised = field(default_factory=Localised)
    url: Localised = field(default_factory=Localised)
    channels: ExpectedChannels = field(default_factory=ExpectedChannels)
    statements: tuple[Statement, ...] = ()
    audience: Audience = Audience.EXTERNAL
    valid_from: date | None = None
    valid_until: date | None = None
    successor: str | None = None
    source: str | None = None
    verified: date | None = None
    line: int = 0

    @property
    def languages(self) -> tuple[Language, ...]:
        """The declared versions; Dutch when none is declared."""
        declared = tuple(x for x in Language if self.url.get(x) or self.title.get(x))
        return declared or (Language.NL,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A portal page that must lead to each ministry's own route of the same kinds."""

    id: str
    kinds: tuple[Kind, ...]
    url: Localised
    title: Localised = field(default_factory=Localised)
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The portal, a ministry or an agency. `policy` is complete: the portal's with the own overrides applied.
    `scripts`: its pages show their content only after running scripts."""

    id: str
    type: OrganisationType
    name: Localised
    abbreviation: str | None = None
    former_names: tuple[FormerName, ...] = ()
    home: Localised = field(default_factory=Localised)
    aliases: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    search: str | None = None
    scripts: bool = False
    scope: tuple[str, ...] = ()
    register: Mapping[str, str] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
    routes: tuple[ExpectedRoute, ...] = ()
    referrals: tuple[Referral, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """An accepted exception; it holds up to and including `until`. `line` is its line in waivers.yaml, and
    no part of what it is."""

    code: str
    organisation: str
    route: str | None = None
    page: str | None = None
    target: str | None = None
    expected: str | None = None
    reason: str
    owner: str
    until: date
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The vocabulary: words as they are written in terms.yaml, per language; `vocabulary.Vocabulary` makes it usable.

    `strong`: a title, link text or slug with one of these names a route of the kind. `weak`: speaks of it.
    `look_alikes`: what a title that resembles a route is really about -> its phrases.
    `genres`: news, vacancy, report ... -> words in path, breadcrumb or title that give it away.
    """

    strong: Mapping[Language, Mapping[Kind, tuple[str, ...]]]
    weak: Mapping[Language, Mapping[Kind, tuple[str, ...]]]
    duties: Mapping[Language, tuple[str, ...]]
    actions: Mapping[Language, tuple[str, ...]]
    contact: Mapping[Language, tuple[str, ...]]
    look_alikes: Mapping[str, tuple[str, ...]]
    genres: Mapping[str, tuple[str, ...]]
    staff_only: Mapping[Language, tuple[str, ...]]
    staff_titles: Mapping[Language, tuple[str, ...]]
    outsiders: Mapping[Language, tuple[str, ...]]
    not_found: Mapping[Language, tuple[str, ...]]
    vague_links: Mapping[Language, tuple[str, ...]]
    search_words: Mapping[Language, Mapping[Kind, tuple[str, ...]]]
    outdated: tuple["OutdatedTerm", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedTerm:
    """A law, body or name that is no longer current."""

    term: str
    type: str
    since: date | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """Everything declared. `digest` is `sha256:...` over the files, independent of where they stand.

    `sources` holds the files as read (relative path -> text), so that a snapshot can keep its own inventory.
    """

    portal: Organisation
    ministries: tuple[Organisation, ...]
    agencies: tuple[Organisation, ...]
    terms: Terms
    waivers: tuple[Waiver, ...] = ()
    digest: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Portal first, then ministries and agencies in the order of their ids."""
        return (self.portal, *self.ministries, *self.agencies)


# --- Crawl: observations, without judgement --------------------------------------------------------------------


class Outcome(StrEnum):
    """How the visit to one address ended, in the nine classes the report counts (design, section 6)."""

    OK = "ok"
    MOVED = "moved"
    BROKEN = "broken"
    UNREACHABLE = "unreachable"
    BLOCKED = "blocked"
    ROBOTS = "robots"
    FORBIDDEN = "forbidden"
    OUT_OF_SCOPE = "out-of-scope"
    LIMIT = "limit"


class Cause(StrEnum):
    """The named way one visit ended; each belongs to exactly one Outcome (crawler/outcomes.py)."""

    ANSWERED = "answered"  # 2xx with a body we could read, or could have read
    REDIRECTED = "redirected"  # 3xx or refresh whose chain ends at an answered address
    NOT_FOUND = "not-found"  # 404
    GONE = "gone"  # 410
    CLIENT_ERROR = "client-error"  # other final 4xx
    LOGIN = "login"  # 401
    NO_SUCH_HOST = "no-such-host"  # authoritative
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_REDIRECT = "bad-redirect"  # 3xx without a usable Location
    CERTIFICATE = "certificate"  # a browser would refuse it; detail names the fault
    INVALID_ADDRESS = "invalid-address"
    NAME_ERROR = "name-error"  # every other trouble with the name
    REFUSED = "refused"
    RESET = "reset"
    TIMED_OUT = "timed-out"
    CUT = "cut"
    TOO_LARGE = "too-large"
    UNDECODABLE = "undecodable"
    PROTOCOL = "protocol"
    SERVER_ERROR = "server-error"  # 5xx
    MAINTENANCE = "maintenance"
    TRY_AGAIN = "try-again"  # 408, 425
    REFUSES_ROBOTS = "refuses-robots"  # 403, 999, challenge page
    TOO_MANY_REQUESTS = "too-many-requests"  # 429
    ROBOTS = "robots"
    ROBOTS_UNREACHABLE = "robots-unreachable"
    FORBIDDEN_ADDRESS = "forbidden-address"  # internal address outside the inventory
    FORBIDDEN_SCHEME = "forbidden-scheme"
    OFF_SITE = "off-site"
    BUDGET = "budget"
    TRAP = "trap"
    TOO_DEEP = "too-deep"
    TOO_LONG = "too-long"
    INTERRUPTED = "interrupted"


class Region(StrEnum):
    """The part of a page in which something stands."""

    MAIN = "main"
    NAV = "nav"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"


CONTENT = frozenset({Region.MAIN, Region.ASIDE})
"""Where a page's own content stands; the rest is header, menu and footer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What is known of one address; exactly one per address.

    `location` is where it sends a visitor on (an address), whatever the means; `permanent` is true for 301 and 308.
    `etag` and `last_modified` are what the site named this state of the page; `unchanged` is the moment of an earlier
    response with its body, when the site only said that nothing changed since.
    `detail` holds what the cause leaves open: "expired", "403", "Retry-After: 3600". `link_text` is the most telling
    text of a link to it, `record` the name of the archived record of the answer.
    """

    address: str
    outcome: Outcome
    cause: Cause
    status: int | None = None
    detail: str = ""
    location: str | None = None
    permanent: bool = False
    confirmed: bool = False
    attempts: int = 0
    fetched: str | None = None
    content_type: str | None = None
    in_sitemap: bool = False
    link_text: str = ""
    etag: str = ""
    last_modified: str = ""
    unchanged: str | None = None
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link on a page. `target` is an address without fragment; `heading` the nearest heading above it."""

    target: str
    text: str
    region: Region
    fragment: str | None = None
    heading: str = ""
    nofollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A contact fact on a page. `value` is normalised (`expectations.contacts`), `text` is what a visitor sees,
    `target` what the link behind it says (`mailto:`, `tel:`, form address), `quote` the text around it."""

    type: ChannelType
    value: str
    text: str
    target: str | None = None
    region: Region = Region.MAIN
    heading: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands under it, up to the next heading; heading "" for what precedes the first."""

    heading: str
    level: int
    text: str
    channels: tuple[Channel, ...] = ()
    links: tuple[Link, ...] = ()


MAX_TEXT = 100_000  # characters of a page's text, some 50 sheets of paper: more than any route needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one HTML page says. Only addresses that answered with HTML have one.

    `link_blocks` are the links per part of the page; equal blocks of different pages (a site's menu) are one object.
    `language` is what the page's text shows, else what its markup declares. `text` is the main text without menus,
    headers and footers, up to MAX_TEXT. `owner` is the organisation its metadata or sidebar calls responsible.
    `sections` are filled by the careful reading, which only candidate pages get. `directives` are robots directives of
    meta tags and headers, lower case. `anchors` are the fragments a link can point at. `scripted` tells that the page
    carries no text of its own but scripts that would bring it. `login_form` tells that it holds a password field.
    """

    address: str
    language: Language | None = None
    title: str = ""
    headings: tuple[Heading, ...] = ()
    breadcrumb: tuple[str, ...] = ()
    description: str = ""
    canonical: str | None = None
    alternates: Mapping[Language, str] = field(default_factory=dict)
    owner: str = ""
    modified: date | None = None
    directives: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    text: str = ""
    channels: tuple[Channel, ...] = ()
    link_blocks: tuple[tuple[Link, ...], ...] = ()
    sections: tuple[Section, ...] = ()
    scripted: bool = False
    login_form: bool = False

    @property
    def links(self) -> Iterator[Link]:
        for block in self.link_blocks:
            yield from block

    @property
    def heading(self) -> str:
        """The first top heading, else the title."""
        return next((h.text for h in self.headings if h.level == 1 and h.text), self.title)

    @property
    def cut(self) -> bool:
        """Whether there may be more text than was kept, so that nobody may say what does not stand there."""
        return len(self.text) >= MAX_TEXT


class Stopped(StrEnum):
    """Why an origin was not visited whole."""

    BUDGET = "budget"
    TRAP = "trap"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """An endless set of addresses that was left: its pattern and how many addresses of it were known."""

    pattern: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCoverage:
    """How far one origin (`https://www.example.nl`) was visited. `pages` were read; `complete`: nothing stopped us,
    though robots.txt or a fault may have kept us from single addresses.

    `sitemap` tells whether the origin has a readable sitemap.
    """

    origin: str
    pages: int
    complete: bool
    stopped: Stopped | None = None
    traps: tuple[Trap, ...] = ()
    sitemap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """Which run a snapshot is of. `finished` is None when it was interrupted; `only` is empty for all organisations.
    `archive` is where the archived responses are, relative to the run's folder."""

    id: str
    started: str
    finished: str | None
    program: str
    inventory: str
    requests: int
    user_agent: str
    only: tuple[str, ...] = ()
    limits: Mapping[str, str] = field(default_factory=dict)
    archive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """A snapshot in memory. `visits` and `pages` are by address; `probes` by the prefix that was probed: the page a
    site shows (with status 200) for an address that cannot exist there. `searches` are the results that a site's own
    search showed, best first, by the address of the result page; one that could not be read is not among them."""

    run: RunRecord
    origins: tuple[OriginCoverage, ...]
    visits: Mapping[str, Visit]
    pages: Mapping[str, Page]
    probes: Mapping[str, Page] = field(default_factory=dict)
    searches: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# --- Match -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """An address and where it leads: `hops` are the addresses on the way (without the first), `end` the last visit
    (None when the last address was never seen), `permanent` is true when the first hop is."""

    start: str
    hops: tuple[str, ...] = ()
    end: Visit | None = None
    permanent: bool = False
    loops: bool = False

    @property
    def last(self) -> str:
        return self.hops[-1] if self.hops else self.start


class Found(StrEnum):
    """How the page that answers an expected route was found."""

    AT_ADDRESS = "at-address"
    REDIRECTED = "redirected"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


class AtAddress(StrEnum):
    """What stands at a route's declared address."""

    NONE_DECLARED = "none-declared"
    THE_PAGE = "the-page"
    OTHER_CONTENT = "other-content"  # 200 without a redirect, about something else
    REDIRECTS_AWAY = "redirects-away"  # to a home page or to other content
    NOT_FOUND_PAGE = "not-found-page"  # 200 with the site's "not found" page, or a parked domain
    GONE = "gone"  # final client error or no such host
    LOOP = "loop"
    CERTIFICATE = "certificate"  # one that a browser would refuse
    LOGIN = "login"  # 401, a login form instead of the content, a sign-on page
    EMPTY = "empty"  # no text of its own
    COOKIE_WALL = "cookie-wall"  # nothing but the question whether cookies may be set
    GARBAGE = "garbage"  # characters that nobody can read
    SCRIPTED = "scripted"  # scripts would bring the text
    DOCUMENT = "document"  # a PDF or office document
    UNKNOWN = "unknown"  # blocked, unreachable, robots, not visited: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A page weighed for a route: `score` from 0 to 1, `reasons` in readable English."""

    address: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One click: the link's text and the address it led to (after redirects)."""

    url: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An expected route (or referral) in one language with the page that answers it, if any.

    `chain` starts at the declared address; `rivals` are the pages that came closest when none answers, best first.
    `document` is the PDF or office document that is there instead of a page.
    """

    organisation: Organisation
    route: ExpectedRoute
    language: Language
    at_address: AtAddress
    found: Found
    chain: Chain | None = None
    page: Page | None = None
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    rivals: tuple[Candidate, ...] = ()
    document: str | None = None

    @property
    def declared(self) -> str | None:
        return self.route.url.get(self.language)


# --- Finding ---------------------------------------------------------------------------------------------------


class Family(StrEnum):
    """What a finding says about a route, worst first."""

    MISSING = "missing"
    BROKEN = "broken"
    INCONSISTENT = "inconsistent"
    HARD_TO_FIND = "hard-to-find"
    UNVERIFIED = "unverified"


class Severity(StrEnum):
    """error: a visitor is stuck; warning: hindered or misled; notice: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Verdict(StrEnum):
    """The state of one expected route, worst first (design, section 7)."""

    BROKEN = "broken"
    MISSING = "missing"
    UNVERIFIED = "unverified"
    INCONSISTENT = "inconsistent"
    HARD_TO_FIND = "hard-to-find"
    OK = "ok"


class State(StrEnum):
    NEW = "new"
    OPEN = "open"
    WAIVED = "waived"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What proves a finding: the quoted text or header, where it stands, when it was seen, the archived record."""

    quote: str = ""
    region: str = ""
    path: str = ""
    fetched: str | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a check yields: facts, no wording. None fields are filled from the subject by `evaluate`."""

    page: str | None = None
    target: str | None = None
    expected: str | None = None
    found: str | None = None
    quote: str = ""
    region: str = ""
    path: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A check not met. Its identity is (code, organisation, route, language, page, target, expected).

    `facts` are further values for the wording (names, counts, rival pages); they carry no identity. `first_seen` is the
    first day ever, `since` the first day of its present stretch: later where it was resolved in between (`returned`).
    `resolved_on` is set when its state is resolved. `through_rules` tells that it is new or resolved because our own
    rules changed, or may be: not a change at the site.
    """

    id: str
    code: str
    family: Family
    severity: Severity
    organisation: str
    route: str | None
    language: Language | None
    page: str | None
    target: str | None
    expected: str | None
    found: str | None
    evidence: Evidence
    occurrences: int = 1
    pages: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    state: State = State.NEW
    first_seen: str = ""
    waiver: Waiver | None = None
    since: str = ""
    returned: bool = False
    resolved_on: str = ""
    through_rules: bool = False


class Now(StrEnum):
    """What a recheck says of a finding."""

    RESOLVED = "resolved"
    OPEN = "open"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """What was seen when a finding was looked at again. `current` is the finding as it is now; `instead` are findings
    about the same route or page that were not there before. `visits` are those that were made for it, `requests` their
    number. `incomplete` tells that more would have to be visited than a recheck does."""

    finding: Finding
    now: Now
    moment: str
    current: Finding | None = None
    instead: tuple[Finding, ...] = ()
    visits: tuple[Visit, ...] = ()
    requests: int = 0
    incomplete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a web editor filled in for a finding, as written, and where: sheet and row of findings.xlsx."""

    sheet: str
    row: int
    finding: str
    new_address: str = ""
    reason: str = ""
    owner: str = ""
    until: str = ""


# --- Report ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How well an organisation was looked at; `proof` tells whether absence may be said."""

    visited: int
    left: int
    left_promising: int
    proof: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LastKnown:
    """What the last run that could judge a route said of it, and on which day."""

    verdict: Verdict
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteResult:
    """One expected route in one language, judged. Like all of the report it survives the way through report.json.

    `line` is where it stands in its organisation's file of the inventory; 0 is not known. `last_known` is set where the
    verdict is unverified and an earlier run knew more. `deadlines` are the terms in weeks that the page names beyond
    doubt, shortest first.
    """

    id: str
    kinds: tuple[Kind, ...]
    title: str
    language: Language
    verdict: Verdict
    expected_url: str | None
    found_url: str | None
    score: float
    reasons: tuple[str, ...]
    clicks_home: int | None = None
    clicks_portal: int | None = None
    path_home: tuple[Step, ...] = ()
    path_portal: tuple[Step, ...] = ()
    channels: Mapping[ChannelType, tuple[str, ...]] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    line: int = 0
    last_known: LastKnown | None = None
    deadlines: tuple[int, ...] = ()


class Leads(StrEnum):
    """Whether a referral page leads to a route."""

    THERE = "there"
    NOT_THERE = "not-there"
    NOT_KNOWN = "not-known"  # a link to the ministry ends where we could not look
    NO_ROUTE = "no-route"  # the route itself was not found


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A ministry's route that a referral page must lead to."""

    organisation: str
    route: str
    leads: Leads


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralResult:
    """A referral page in one language, with the routes it must lead to; `found_url` is None when it was not read."""

    id: str
    kinds: tuple[Kind, ...]
    title: str
    language: Language
    expected_url: str | None
    found_url: str | None
    leads: tuple[Lead, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationResult:
    """One organisation with its routes; `home` is where a visitor starts, `file` is its file in the inventory."""

    id: str
    type: OrganisationType
    name: Localised
    home: Localised
    verdict: Verdict
    routes: tuple[RouteResult, ...]
    coverage: Coverage
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One run among those that came before: how many routes had which verdict, how many findings were new, open or
    resolved. `rules` is a digest of our own checks and words: where it changes, so may the figures, without any change
    at a ministry (`rules_changed`); what is new or resolved through that is counted apart. `complete` is false when the
    run was about some organisations only, or nothing could be seen of some."""

    run: str
    day: str
    program: str
    rules: str
    verdicts: Mapping[Verdict, int]
    new: int
    open: int
    resolved: int
    waived: int = 0
    rules_changed: bool = False
    new_through_rules: int = 0
    resolved_through_rules: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report format may tell. `findings` are in the order in which they should be read, `trend` holds the
    runs from the oldest to this one."""

    run: RunRecord
    origins: tuple[OriginCoverage, ...]
    outcomes: Mapping[Outcome, int]
    pages: int
    organisations: tuple[OrganisationResult, ...]
    findings: tuple[Finding, ...]
    resolved: tuple[Finding, ...] = ()
    trend: tuple[TrendPoint, ...] = ()
    referrals: tuple[ReferralResult, ...] = ()


# --- History ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one run saw an address that a visitor needs: the cause of its trouble, None when it answered again."""

    address: str
    moment: str
    cause: Cause | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What the runs before this one said.

    `findings` holds every finding ever told, by id, as it was last told. `solved` names those that a recheck found
    solved since, with the day. `known` is what was last known of each route: (organisation, route, language). `own` is
    what an earlier judgement of this very run said, with `own_rules`; None when this is the first. `looks` are those at
    addresses in trouble, in the order of the runs; `answered` are the origins that ever answered us.
    """

    trend: tuple[TrendPoint, ...] = ()
    findings: Mapping[str, Finding] = field(default_factory=dict)
    solved: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[tuple[str, str, Language], LastKnown] = field(default_factory=dict)
    own: Mapping[str, Finding] | None = None
    own_rules: str = ""
    looks: tuple[Look, ...] = ()
    answered: frozenset[str] = frozenset()

    @property
    def rules(self) -> str:
        """The rules of the run before this one; empty when there is none, or it did not say."""
        return self.trend[-1].rules if self.trend else ""
