"""The faults of the pretend web, each with the finding it must give. Adding one is adding a line.

A fault changes what is built or declared (`demo.routes`, `demo.altered`, `demo.web`, `demo.inventory` ask for it by
code); whatever is not named here is in order. One cause gives one finding, so no route carries two faults in one
language.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """What a right report says about one injected fault."""

    code: str
    organisation: str
    route: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """`variant` says how the fault shows where a code has several forms, or on which route or kind."""

    code: str
    organisation: str
    route: str | None = None
    language: str | None = None
    variant: str = ""

    @property
    def finding(self) -> ExpectedFinding:
        return ExpectedFinding(self.code, self.organisation, self.route, self.language)


FAULTS = (
    # missing
    Fault("route-missing", "vdd", "ongewenst-gedrag", "nl", "no-address"),
    Fault("route-missing", "oin", "klacht", "nl", "other-content"),
    Fault("translation-missing", "vow", "melden", "en"),
    Fault("kind-missing", "vbb", variant="conduct"),
    Fault("route-unlinked", "prc", "ambtsmisdrijf", "nl"),
    Fault("referral-missing", "vln", "klacht", "nl"),
    Fault("referral-missing", "vgs", "integriteit", "en"),
    Fault("channel-missing", "dvp", "klacht", "nl", "phone"),
    Fault("statement-missing", "vpz", "klacht", "nl", "ombudsman"),
    # broken
    Fault("page-broken", "vvw", "klacht", "nl"),
    Fault("page-soft-404", "vaf", "melden", "nl", "not-found-page"),
    Fault("page-soft-404", "vgs", "ongewenst-gedrag", "nl", "home"),
    Fault("redirect-loop", "vbr", "klacht", "nl"),
    Fault("login-required", "vbr", "ongewenst-gedrag", "nl"),
    Fault("page-unreadable", "vbr", "ongewenst-gedrag", "en"),
    Fault("link-broken", "vow", "klacht", "nl"),
    Fault("email-invalid", "wdr", "melden", "nl"),
    Fault("phone-invalid", "vpz", "klacht", "en"),
    Fault("fragment-missing", "vss", "klacht", "nl"),
    # inconsistent
    Fault("audience-staff", "vjv", "integriteit", "nl"),
    Fault("page-moved", "vss", "integriteit", "nl"),
    Fault("route-duplicate", "vjv", "klacht", "nl"),
    Fault("alias-conflict", "vgs", "klacht", "nl"),
    Fault("language-conflict", "vbb", "klacht", "en"),
    Fault("email-mismatch", "vss", "ongewenst-gedrag", "nl"),
    Fault("phone-mismatch", "vdd", "klacht", "nl"),
    Fault("address-mismatch", "vpz", "melden", "nl"),
    Fault("deadline-conflict", "prc", "klacht", "nl"),
    Fault("name-outdated", "vln", "melden", "nl"),
    Fault("law-outdated", "vow", "melden", "nl"),
    Fault("title-mismatch", "vgs", "integriteit", "nl"),
    Fault("route-unexpected", "wdr", variant="klacht"),
    # hard to find
    Fault("too-many-clicks", "vdd", "integriteit", "nl"),
    Fault("not-indexable", "ved", "klacht-of-melding", "nl", "meta"),
    Fault("not-indexable", "vaf", "klacht", "nl", "header"),
    Fault("not-in-search", "vbb", "klacht", "nl"),
    Fault("document-only", "vln", "klacht", "en"),
    Fault("not-in-sitemap", "vbr", "klacht", "en"),
    Fault("link-text-vague", "oin", "integriteit", "nl"),
    Fault("hard-to-read", "vvw", "integriteit", "nl"),
    Fault("page-stale", "vbb", "integriteit", "nl"),
    # unverified
    Fault("blocked", "vvw", "ongewenst-gedrag", "nl"),
    Fault("unreachable", "vjv", "ongewenst-gedrag", "nl"),
    Fault("script-required", "vvw", "ongewenst-gedrag", "en"),
    Fault("robots-disallowed", "vbr", "integriteit", "nl"),
    Fault("crawl-incomplete", "dvp", "integriteit", "nl"),
)

EXPECTED = tuple(fault.finding for fault in FAULTS)

_BY_ROUTE = {(fault.organisation, fault.route, fault.language): fault for fault in FAULTS if fault.route}


def of_route(organisation: str, route: str, language: str) -> Fault | None:
    """The fault of one route in one language, if it has any."""
    return _BY_ROUTE.get((organisation, route, language))


def variants(code: str, organisation: str) -> frozenset[str]:
    """The variants of an organisation's own faults (without a route) of one code: kinds or routes."""
    return frozenset(f.variant for f in FAULTS if f.code == code and f.organisation == organisation and not f.route)
