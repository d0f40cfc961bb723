"""The contact facts of organisations and routes, in the spellings that pages use."""

from collections.abc import Mapping

from demo.content import Contact
from demo.faults import Fault
from demo.organisations import Organisation, Route
from demo.places import Places

_MAILBOX = {
    "integriteit": "integriteit",
    "ongewenst-gedrag": "ongewenstgedrag",
    "melden": "meldpunt",
    "klokkenluiders": "misstanden",
    "klacht": "klachten",
    "klacht-of-melding": "klachtenenmeldingen",
    "meldpunt-medewerkers": "meldpunt-intern",
    "meldpunt-oud": "meldpunt",
    "ambtsmisdrijf": "ambtsmisdrijven",
}
_WORDS = {
    "nl": {"email": "E-mail", "phone": "Telefoon", "post": "Post", "box": "Postbus", "country": "", "desk": "t.a.v. "},
    "en": {"email": "E-mail", "phone": "Telephone", "post": "Post", "box": "PO Box", "country": ", the Netherlands",
           "desk": "attn. "},
}  # fmt: skip
_DESK = {
    "nl": {True: "het klachtenteam", False: "de integriteitscoördinator"},
    "en": {True: "the complaints team", False: "the integrity coordinator"},
}


def email(organisation: Organisation, route: Route) -> str:
    return f"{_MAILBOX[route.id]}@{organisation.mail_domain}"


def phone(organisation: Organisation, route: Route) -> str:
    """The route's own number, in the spelling of the inventory."""
    return "070-" + _digits(organisation, organisation.routes.index(route) + 1)


def general_phone(organisation: Organisation) -> Contact:
    return _phone(_digits(organisation, 0), organisation, "nl")


def general_phone_en(organisation: Organisation) -> Contact:
    return _phone(_digits(organisation, 0), organisation, "en")


def post(organisation: Organisation, language: str = "nl", box: int = 90000) -> str:
    words = _WORDS[language]
    box, postcode = box + organisation.number * 10, 2500 + organisation.number
    return f"{words['box']} {box}, {postcode} ZZ Proefstad{words['country']}"


def forms(places: Places, organisation: Organisation, route: Route) -> tuple[str, ...]:
    """The addresses of the route's forms, one per language."""
    if "embedded" in route.channels:
        return tuple(places.route(organisation, route, language) for language in route.languages)
    if "form" in route.channels:
        return tuple(form_address(places, organisation, route, language) for language in route.languages)
    return ()


def form_address(places: Places, organisation: Organisation, route: Route, language: str) -> str:
    return places.under(organisation, "contact", *form_segments(route, language), language=language)


def form_segments(route: Route, language: str) -> tuple[str, ...]:
    if language == "en":
        return ("complaint-form",) if "complaint" in route.kinds else ("report-form",)
    return ("klachtformulier",) if "complaint" in route.kinds else ("meldformulier",)


def shown(organisation: Organisation, route: Route, language: str, found: Mapping[str, Fault]) -> tuple[Contact, ...]:
    """The contact facts as the route's page shows them, with the faults found on that page."""
    silent = found["channel-missing"].variant if "channel-missing" in found else ""
    contacts = []
    if "email" in route.channels:
        address = email(organisation, route)
        if found.keys() & {"email-mismatch", "language-conflict"}:
            address = f"loket-{address}"
        contacts.append(_email(address, organisation, language, to="webredactie" if "email-invalid" in found else ""))
    if "phone" in route.channels and silent != "phone":
        digits = _digits(organisation, organisation.routes.index(route) + 1)
        digits = digits[:-2] if "phone-invalid" in found else digits
        contacts.append(_phone(digits[:4] + "999" if "phone-mismatch" in found else digits, organisation, language))
    if "post" in route.channels:
        words = _WORDS[language]
        desk = _DESK[language]["complaint" in route.kinds]
        name = organisation.label(language)
        address = post(organisation, language, box=91000 if "address-mismatch" in found else 90000)
        contacts.append(Contact(words["post"], f"{name}, {words['desk']}{desk}, {address}"))
    return tuple(contacts)


def _email(address: str, organisation: Organisation, language: str, to: str = "") -> Contact:
    """An address as shown; `to` is the mailbox that its link writes to, when that is another one."""
    if organisation.obfuscated:
        return Contact(_WORDS[language]["email"], address.replace("@", " (at) "))
    target = f"{to}@{organisation.mail_domain}" if to else address
    return Contact(_WORDS[language]["email"], address, f"mailto:{target}")


def _phone(digits: str, organisation: Organisation, language: str) -> Contact:
    spaced = f"{digits[:3]} {digits[3:5]} {digits[5:]}"
    spellings = (f"070-{spaced}", f"(070) {spaced}", f"070 {spaced}", f"070 - {digits}")
    text = f"+31 70 {spaced}" if language == "en" else spellings[organisation.number % len(spellings)]
    return Contact(_WORDS[language]["phone"], text, f"tel:+3170{digits}")


def _digits(organisation: Organisation, line: int) -> str:
    return f"0{organisation.number}{line}234"
