"""Where everything stands: the one place that makes addresses on the pretend web."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from demo.faults import LAST, Faults
from demo.organisations import ORGANISATIONS, PORTAL, PORTAL_ALIAS, PORTAL_EN, Organisation, Route

SITES = (
    PORTAL,
    PORTAL_EN,
    *(organisation.site for organisation in ORGANISATIONS if organisation.site != PORTAL),
    PORTAL_ALIAS,
)

_TOPIC = "/onderwerpen/kwaliteit-en-integriteit-overheidsinstanties"
REFERRAL_INTEGRITY = (
    f"{_TOPIC}/vraag-en-antwoord/waar-kan-ik-ongewenst-gedrag-of-een-integriteitsschending"
    "-door-een-medewerker-van-de-overheid-melden"
)
REFERRAL_INTEGRITY_EN = (
    "/topics/quality-and-integrity-of-government/question-and-answer/where-can-i-report-undesirable-behaviour"
)
REFERRAL_COMPLAINT = "/contact/een-klacht-indienen"


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses by organisation, with the origins that the system gave to each site, and what is wrong there."""

    origins: Mapping[str, str]
    faults: Faults = LAST

    def at(self, site: str, path: str) -> str:
        return self.origins[site] + path

    def home(self, organisation: Organisation, language: str = "nl") -> str:
        return self.at(_site(organisation, language), home_path(organisation, language))

    def under(self, organisation: Organisation, *segments: str, language: str = "nl") -> str:
        return self.at(_site(organisation, language), path_under(organisation, *segments, language=language))

    def route(self, organisation: Organisation, route: Route, language: str) -> str:
        """The declared address of a route."""
        return self.under(organisation, "contact", route.path_en if language == "en" else route.path, language=language)


def home_path(organisation: Organisation, language: str = "nl") -> str:
    if organisation.site == PORTAL:
        return f"/ministries/{organisation.slug_en}" if language == "en" else f"/ministeries/{organisation.slug}"
    return "/en" if language == "en" else "/"


def path_under(organisation: Organisation, *segments: str, language: str = "nl") -> str:
    """A path below an organisation's home, in the manner of its site."""
    home = home_path(organisation, language).rstrip("/")
    if organisation.design != "tabel":
        return "/".join((home, *segments))
    return "/".join((home, *(segment[0].upper() + segment[1:] for segment in segments))) + ".aspx"


def slug(text: str) -> str:
    """A text as the last part of an address."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _site(organisation: Organisation, language: str) -> str:
    return organisation.site_en if language == "en" else organisation.site
