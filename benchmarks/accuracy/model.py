"""What a generated web consists of: sites, organisations, routes with their versions, documents and labels."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import ModuleType
from typing import Any

from . import words, words_aside

ANY = "*"
FIRST_SEED_ASIDE = 900
Block = tuple[Any, ...]
Trail = tuple[str, str]  # an address and the text of a link to it
PageMaker = Callable[..., "Doc"]
Channels = dict[str, list[str]]

VERDICT = {
    "route-missing": "missing",
    "translation-missing": "missing",
    "kind-missing": "missing",
    "route-unlinked": "hard-to-find",
    "referral-missing": "hard-to-find",
    "channel-missing": "inconsistent",
    "statement-missing": "ok",
    "page-broken": "broken",
    "page-soft-404": "broken",
    "redirect-loop": "broken",
    "certificate-invalid": "broken",
    "login-required": "broken",
    "page-unreadable": "broken",
    "link-broken": "inconsistent",
    "email-invalid": "inconsistent",
    "phone-invalid": "inconsistent",
    "fragment-missing": "ok",
    "audience-staff": "inconsistent",
    "page-moved": "inconsistent",
    "route-duplicate": "inconsistent",
    "alias-conflict": "inconsistent",
    "language-conflict": "inconsistent",
    "email-mismatch": "inconsistent",
    "phone-mismatch": "inconsistent",
    "address-mismatch": "inconsistent",
    "deadline-conflict": "inconsistent",
    "name-outdated": "inconsistent",
    "law-outdated": "inconsistent",
    "title-mismatch": "ok",
    "route-unexpected": "ok",
    "too-many-clicks": "hard-to-find",
    "not-indexable": "hard-to-find",
    "not-in-search": "hard-to-find",
    "document-only": "hard-to-find",
    "not-in-sitemap": "ok",
    "link-text-vague": "ok",
    "hard-to-read": "ok",
    "page-stale": "ok",
    "blocked": "unverified",
    "unreachable": "unverified",
    "robots-disallowed": "unverified",
    "script-required": "unverified",
    "crawl-incomplete": "unverified",
}
ORDER = ("broken", "missing", "unverified", "inconsistent", "hard-to-find", "ok")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A finding that is right. `optional`: right when said, no miss when not (the design leaves it open)."""

    code: str
    organisation: str
    route: str | None = None
    language: str | None = None
    note: str = ""
    optional: bool = False


@dataclass(slots=True, kw_only=True)
class Doc:
    """One page: content without design. Links in it are written `href="@id"` or `href="@id#fragment"`."""

    id: str
    site: str
    path: str
    lang: str
    title: str
    blocks: list[Block] = field(default_factory=list)
    crumbs: list[tuple[str, str]] = field(default_factory=list)
    owner: str = ""
    modified: date | None = None
    head: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    answer: tuple[
        Any, ...
    ] = ()  # instead of the page: ("status", 404) ("redirect", 301, "@id") ("raw", type, text) ...
    gone: bool = False
    in_sitemap: bool = True
    searchable: bool = True


@dataclass(slots=True, kw_only=True)
class Site:
    """One origin. `chrome` holds what its pages share: menu and footer as (href, text)."""

    key: str
    name: str
    design: str
    lang: str = "nl"
    host: str = "127.0.0.1"
    port: int = 0
    menu: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    footer: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    footer_text: dict[str, str] = field(default_factory=dict)
    sitemap: str = "plain"  # plain, index, none
    robots: list[str] = field(default_factory=list)
    soft404: bool = False
    charset: str = "utf-8"
    absolute_links: bool = False
    title_form: str = "{page} | {site}"
    alias_of: str = ""
    down: bool = False
    search: bool = False

    @property
    def origin(self) -> str:
        return f"http://{self.host}:{self.port}"


@dataclass(slots=True, kw_only=True)
class Version:
    """A route in one language: what its page shows, and how it is reached."""

    lang: str
    title: str
    path: str
    site: str
    shown: Channels = field(default_factory=dict)
    statements: list[str] = field(default_factory=list)
    deadline: str = ""
    extra: list[Block] = field(default_factory=list)
    intro: list[str] = field(default_factory=list)
    exists: bool = True
    linked: bool = True
    referred: bool = True
    deep: int = 0
    link_text: str = ""
    modified: date | None = None
    head: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    raw_email: str = ""
    raw_phone: str = ""
    declared_path: str = ""
    faults: set[str] = field(default_factory=set)
    innocents: set[str] = field(default_factory=set)
    frozen: bool = False
    vague: bool = False
    areas: set[str] = field(default_factory=set)

    def free(self, area: str) -> bool:
        """Whether a fault of `area` (whole, contact, text, head, way) can be put in without touching another one."""
        if self.frozen or (area == "whole" and self.areas):
            return False
        return area not in self.areas and len(self.areas) < 3


@dataclass(slots=True, kw_only=True)
class Route:
    id: str
    org: str
    kinds: list[str]
    versions: dict[str, Version]
    channels: Channels = field(default_factory=dict)
    statements: list[str] = field(default_factory=list)
    with_url: bool = True
    with_title: bool = True
    audience: str = "external"
    valid_until: date | None = None
    in_inventory: bool = True
    shares: str = ""  # id of the route on whose page it stands
    says: list[str] = field(default_factory=list)  # the kinds its page speaks of, when more than its own

    def doc(self, lang: str) -> str:
        return f"{self.org}/{self.shares or self.id}@{lang}"


@dataclass(slots=True, kw_only=True)
class Org:
    id: str
    type: str
    names: dict[str, str]
    abbreviation: str
    domain: str
    site: str
    base: dict[str, str]  # path of home per language
    sites: dict[str, str] = field(default_factory=dict)  # language -> site
    routes: list[Route] = field(default_factory=list)
    former: list[dict[str, Any]] = field(default_factory=list)
    policy: dict[str, Any] = field(default_factory=dict)
    hub: bool = False
    sector: dict[str, str] = field(default_factory=dict)
    injected: set[str] = field(default_factory=set)
    notes: dict[str, list[Block]] = field(default_factory=dict)  # extra blocks per language on the contact page

    @property
    def langs(self) -> list[str]:
        return list(self.base)

    def home(self, lang: str) -> str:
        return f"{self.id}/home@{lang}"


@dataclass(slots=True, kw_only=True)
class World:
    seed: int
    rng: random.Random
    today: date
    sites: dict[str, Site] = field(default_factory=dict)
    orgs: dict[str, Org] = field(default_factory=dict)
    docs: dict[str, Doc] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    innocents: list[str] = field(default_factory=list)
    late: list[Callable[["World"], object]] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)  # organisations whose routes' verdicts the design leaves open
    referral_langs: dict[str, list[str]] = field(default_factory=dict)

    @property
    def texts(self) -> ModuleType:
        """The wordings of this web: seeds from 900 on have their own."""
        return words_aside if self.seed >= FIRST_SEED_ASIDE else words

    @property
    def ministries(self) -> list[Org]:
        return [o for o in self.orgs.values() if o.type == "ministry"]

    def add(self, doc: Doc) -> Doc:
        assert doc.id not in self.docs, doc.id
        self.docs[doc.id] = doc
        return doc

    def url(self, ref: str) -> str:
        """The absolute address of `@id`, `@id#fragment` or `site:/path`."""
        if not ref.startswith("@"):
            site, _, path = ref.partition(":")
            return self.sites[site].origin + path
        key, mark, fragment = ref[1:].partition("#")
        doc = self.docs[key]
        return self.sites[doc.site].origin + doc.path + mark + fragment

    def recent(self, rng: random.Random, days: int = 500) -> date:
        return self.today - timedelta(days=rng.randint(5, days))

    def label(self, code: str, route: Route, lang: str, note: str = "") -> None:
        self.labels.append(Label(code=code, organisation=route.org, route=route.id, language=lang, note=note))
        route.versions[lang].faults.add(code)
