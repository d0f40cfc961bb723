"""The faults of the pretend web in each of its months, each with the finding it must give. Adding one is adding a line.

A fault changes what is built or declared (`demo.routes`, `demo.altered`, `demo.web`, `demo.inventory` ask for it by
code); whatever is not named here is in order. Most routes are: faults that can show together stand together, on few
routes. A page that fails shows nothing else, so such a fault stands alone.
"""

from collections.abc import Mapping
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
    # a route that has no page of its own, or one that fails: nothing else can be said about it
    Fault("route-missing", "vdd", "ongewenst-gedrag", "nl", "no-address"),
    Fault("route-missing", "oin", "klacht", "nl", "other-content"),
    Fault("translation-missing", "vgs", "integriteit", "en"),
    Fault("kind-missing", "vbb", variant="conduct"),
    Fault("page-broken", "vvw", "klacht", "nl"),
    Fault("page-soft-404", "vaf", "melden", "nl", "not-found-page"),
    Fault("page-soft-404", "vgs", "ongewenst-gedrag", "nl", "home"),
    Fault("redirect-loop", "vbr", "klacht", "nl"),
    Fault("login-required", "vbr", "ongewenst-gedrag", "nl"),
    Fault("page-unreadable", "vbr", "ongewenst-gedrag", "en"),
    Fault("document-only", "vln", "klacht", "en"),
    Fault("blocked", "vvw", "ongewenst-gedrag", "nl"),
    Fault("unreachable", "vjv", "ongewenst-gedrag", "nl"),
    Fault("script-required", "vvw", "ongewenst-gedrag", "en"),
    Fault("robots-disallowed", "vbr", "integriteit", "nl"),
    Fault("crawl-incomplete", "dvp", "integriteit", "nl"),
    # pages with wrong facts, wrong words or a hidden place
    Fault("address-mismatch", "vln", "melden", "nl"),
    Fault("email-mismatch", "vln", "melden", "nl"),
    Fault("law-outdated", "vln", "melden", "nl"),
    Fault("name-outdated", "vln", "melden", "nl"),
    Fault("phone-mismatch", "vln", "melden", "nl"),
    Fault("referral-missing", "vln", "melden", "nl"),
    Fault("alias-conflict", "vgs", "klacht", "nl"),
    Fault("link-broken", "vgs", "klacht", "nl"),
    Fault("fragment-missing", "vgs", "klacht", "nl"),
    Fault("statement-missing", "vgs", "klacht", "nl", "ombudsman"),
    Fault("language-conflict", "vbb", "klacht", "en"),
    Fault("phone-invalid", "vbb", "klacht", "en"),
    Fault("page-moved", "vbb", "integriteit", "nl"),
    Fault("not-in-search", "vbb", "integriteit", "nl"),
    Fault("page-stale", "vbb", "integriteit", "nl"),
    Fault("audience-staff", "vjv", "integriteit", "nl"),
    Fault("deadline-conflict", "vjv", "klacht", "nl"),
    Fault("route-duplicate", "vjv", "klacht", "nl"),
    Fault("not-indexable", "vjv", "klacht", "nl", "header"),
    Fault("too-many-clicks", "vdd", "integriteit", "nl"),
    Fault("hard-to-read", "vdd", "integriteit", "nl"),
    Fault("not-indexable", "vdd", "integriteit", "nl", "meta"),
    Fault("route-unlinked", "prc", "ambtsmisdrijf", "nl"),
    Fault("channel-missing", "wdr", "melden", "nl", "phone"),
    Fault("email-invalid", "wdr", "melden", "nl"),
    Fault("route-unexpected", "wdr", variant="klacht"),
    # remarks on routes that are in order
    Fault("title-mismatch", "vgs", "integriteit", "nl"),
    Fault("not-in-sitemap", "vbr", "klacht", "en"),
    Fault("link-text-vague", "oin", "integriteit", "nl"),
)

# of FAULTS: what was still in order a month before
_NEW = (
    ("page-broken", "vvw", "klacht"),
    ("redirect-loop", "vbr", "klacht"),
    ("blocked", "vvw", "ongewenst-gedrag"),
    ("referral-missing", "vln", "melden"),
    ("statement-missing", "vgs", "klacht"),
    ("title-mismatch", "vgs", "integriteit"),
    ("not-indexable", "vdd", "integriteit"),
    ("email-invalid", "wdr", "melden"),
)
# what was wrong a month before, and has been repaired since
_REPAIRED = (
    Fault("page-broken", "vss", "klacht", "nl"),
    Fault("link-broken", "vln", "klacht", "nl"),
    Fault("phone-mismatch", "vow", "melden", "nl"),
    Fault("law-outdated", "vpz", "melden", "nl"),
)


class Faults:
    """The faults of one month."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.all = faults
        self._by_route: dict[tuple[str, str | None, str | None], dict[str, Fault]] = {}
        for fault in faults:
            if fault.route:
                place = (fault.organisation, fault.route, fault.language)
                self._by_route.setdefault(place, {})[fault.code] = fault

    def of_route(self, organisation: str, route: str, language: str) -> Mapping[str, Fault]:
        """The faults of one route in one language by their codes; empty when it is sound."""
        return self._by_route.get((organisation, route, language), {})

    def variants(self, code: str, organisation: str) -> frozenset[str]:
        """The variants of an organisation's own faults (without a route) of one code: kinds or routes."""
        return frozenset(
            f.variant for f in self.all if f.code == code and f.organisation == organisation and not f.route
        )


LAST = Faults(FAULTS)
BEFORE = Faults(tuple(f for f in FAULTS if (f.code, f.organisation, f.route) not in _NEW) + _REPAIRED)
