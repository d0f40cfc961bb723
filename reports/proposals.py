"""What an editor could put on the page, where we know it."""

from dataclasses import dataclass

from expectations.model import Finding, Language
from reports.names import Names
from reports.texts.files import values

_OF_THE_LIST = ("email-mismatch", "phone-mismatch", "address-mismatch", "title-mismatch")
_CURRENT = ("law-outdated", "name-outdated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A text or address, in the language of the page; `listed` tells that it is what our own list says."""

    text: str
    language: Language | None = None
    listed: bool = False


def proposal(finding: Finding, names: Names, address: str | None = None) -> Proposal | None:
    """None where there is nothing better than the remedy. `address` is where the finding's route was found."""
    page_language = finding.language or Language.NL
    if finding.code == "statement-missing":
        text = values(page_language)["proposal"].get(finding.expected or "")
        return Proposal(text=text, language=page_language) if text else None
    if finding.code == "link-text-vague" and finding.route:
        title = names.route(finding.organisation, finding.route, finding.language)
        return Proposal(text=title, language=finding.language)
    text = (finding.target or address) if finding.code == "referral-missing" else _known(finding)
    return Proposal(text=text, listed=finding.code in _OF_THE_LIST) if text else None


def _known(finding: Finding) -> str | None:
    if finding.code in _CURRENT or finding.code in _OF_THE_LIST:
        return finding.expected
    return finding.found if finding.code == "page-moved" else None
