"""Changes a sound route page into one with a fault in its words or its contact facts."""

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


def title(sound: str, fault: Fault | None) -> str:
    return _TITLE if fault and fault.code == "title-mismatch" else sound


def sections(sound: tuple[Section, ...], fault: Fault | None, organisation: Organisation) -> tuple[Section, ...]:
    """The sections of a page, with the fault of that page, if it is one of words."""
    if fault is None:
        return sound
    if fault.code == "statement-missing":
        return tuple(section for section in sound if section.anchor != fault.variant)
    if fault.code == "hard-to-read":
        return (*sound, Section(heading="Behandelingsprocedure", anchor="procedure", paragraphs=_HARD))
    return tuple(_section(part, fault, organisation) if part.anchor == _HANDLING else part for part in sound)


def second(page: Page) -> Page:
    """Another page for the same route, with another mailbox: what a new site forgot to clean up."""
    path = page.path.removesuffix(".aspx")
    return _with_old_mailbox(replace(page, path=f"{path}-oud{page.path[len(path) :]}"))


def copy(page: Page) -> Page:
    """The same page as the portal's second address shows it: an old one, with another mailbox."""
    return _with_old_mailbox(replace(page, site=PORTAL_ALIAS))


def _section(section: Section, fault: Fault, organisation: Organisation) -> Section:
    if fault.code == "deadline-conflict":
        return replace(section, paragraphs=(*section.paragraphs[:2], _TERM))
    if fault.code == "name-outdated":
        former = organisation.former_name.rpartition(" (")[0]
        return replace(section, paragraphs=(*section.paragraphs, f"Het {former} neemt iedere melding serieus."))
    if fault.code == "law-outdated":
        return replace(section, paragraphs=(*section.paragraphs, _OLD_LAW))
    return section


def _with_old_mailbox(page: Page) -> Page:
    changed = (replace(part, contacts=tuple(map(_old, part.contacts))) for part in page.sections)
    return replace(page, sections=tuple(changed))


def _old(contact: Contact) -> Contact:
    if not contact.href.startswith("mailto:"):
        return contact
    address = f"oud-{contact.text}"
    return Contact(contact.label, address, f"mailto:{address}")
