"""Changes a sound route page into one with a fault in its words or its contact facts."""

from collections.abc import Mapping
from dataclasses import replace

from demo.content import Contact, Page, Section
from demo.faults import Fault
from demo.organisations import PORTAL_ALIAS, Organisation

_TITLE = "Laat het ons weten"
_TERM = "Wij handelen uw klacht af binnen 16 weken."
_OLD_LAW = "De Wet Huis voor klokkenluiders beschermt u als u een misstand meldt."
_HARD = (
    "Onverminderd het bepaalde in de desbetreffende bestuursrechtelijke regelgeving verricht de behandelend "
    "functionaris, na voorafgaande consultatie van de betrokken organisatieonderdelen, de ontvankelijkheidsbeoordeling "
    "van ingediende meldingen overeenkomstig de daartoe vastgestelde behandelingsprocedure.",
    "De verantwoordelijkheidsverdeling tussen de onderscheiden directoraten-generaal wordt daarbij uitdrukkelijk in "
    "aanmerking genomen, behoudens omstandigheden die een afwijkende bevoegdheidstoedeling rechtvaardigen.",
) * 4
_HANDLING = "behandeling"  # the anchor of the section about what happens next


def title(sound: str, found: Mapping[str, Fault]) -> str:
    return _TITLE if "title-mismatch" in found else sound


def sections(sound: tuple[Section, ...], found: Mapping[str, Fault], organisation: Organisation) -> tuple[Section, ...]:
    """The sections of a page, with those of its faults that are of words."""
    silent = found["statement-missing"].variant if "statement-missing" in found else None
    procedure = Section(heading="Behandelingsprocedure", anchor="procedure", paragraphs=_HARD)
    return (
        *(_section(part, found, organisation) for part in sound if silent is None or part.anchor != silent),
        *((procedure,) if "hard-to-read" in found else ()),
    )


def second(page: Page) -> Page:
    """Another page for the same route, with another mailbox: what a new site forgot to clean up."""
    path = page.path.removesuffix(".aspx")
    return _with_old_mailbox(replace(page, path=f"{path}-oud{page.path[len(path) :]}"))


def copy(page: Page) -> Page:
    """The same page as the portal's second address shows it: an old one, with another mailbox."""
    return _with_old_mailbox(replace(page, site=PORTAL_ALIAS))


def _section(section: Section, found: Mapping[str, Fault], organisation: Organisation) -> Section:
    if section.anchor != _HANDLING:
        return section
    paragraphs = section.paragraphs
    if "deadline-conflict" in found:
        paragraphs = (*paragraphs[:2], _TERM)
    if "name-outdated" in found:
        former = organisation.former_name.rpartition(" (")[0]
        paragraphs = (*paragraphs, f"Het {former} neemt iedere melding serieus.")
    if "law-outdated" in found:
        paragraphs = (*paragraphs, _OLD_LAW)
    return replace(section, paragraphs=paragraphs)


def _with_old_mailbox(page: Page) -> Page:
    changed = (replace(part, contacts=tuple(map(_old, part.contacts))) for part in page.sections)
    return replace(page, sections=tuple(changed))


def _old(contact: Contact) -> Contact:
    if not contact.href.startswith("mailto:"):
        return contact
    address = f"oud-{contact.text}"
    return Contact(contact.label, address, f"mailto:{address}")
