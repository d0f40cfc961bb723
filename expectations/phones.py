"""Phone numbers in text, and the one way to write them (E.164, or the digits of a short number)."""

import re
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote

import phonenumbers

from expectations.found import FoundContact
from expectations.places import places

REGION = "NL"
MAX_FOUND = 200
MAX_STARTS = 5_000  # places in a text where a number is looked for
MAX_LENGTH = 200  # of a value to normalise
_GAP = r"[ \u00a0\u2009\u202f]?[-‐‑–—/.·]?[ \u00a0\u2009\u202f]?"
_NATIONAL = rf"\(?0\d{{1,3}}\)?(?:{_GAP}\d){{6,7}}\d?"
_ABROAD = rf"(?:\(?\+\(?|\b00[ ]?)[1-9]\d{{0,2}}\)?(?:{_GAP}\(0\))?(?:{_GAP}\(?\d\)?){{6,12}}"
_FREE = rf"0(?:800|900|906|909){_GAP}\d(?:{_GAP}\d){{3,6}}"
_CANDIDATE = re.compile(rf"(?<![\w+/.,€$%(-])(?<![\d][ ])(?:{_ABROAD}|{_FREE}|{_NATIONAL})(?![\w%])(?!/\d{3}|[-.,:]\d)")
_SHORT = re.compile(r"14(?<![\w+/.,€$%-]14)(?<!\d 14)(?:00|[ ]?0\d{2,3})(?![\w%])(?![-/.,:]\d)(?![ ]?\d)")
_PHONE_WORD = re.compile(
    r"\b(?:tel(?:efoon\w*|efonisch)?\b|t:|bel(?:t|len|len naar|lijn)?\b|gebeld|opbellen|phone|telephone|call\w*|dial"
    r"|ring\b|bereik\w*|nummer|number|mobiel|mobile|meldlijn|hotline|helpline"
    r"|informatie rijksoverheid|public information)",
    re.I,
)
_LABEL = re.compile(
    r"(?:\b(?:tel(?:efoon(?:nummer)?)?\.?|(?:tele)?phone(?: number)?)\s{0,2}:?"
    r"|\b(?:bel(?:t u)?(?: ons)?|call(?: us)?)(?: met| op| naar| on| at)?:?)\s{0,3}$",
    re.I,
)
_LABELLED = re.compile(r"(?<![\w+])(?:[+(]{0,2}0|\+31)[\d (+)./–-]{5,20}\d(?![\w%])")
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:(?:tele)?fax|f:|whats ?app|sms|kvk|kamer van koophandel|chamber of commerce|iban|bic|rekening\w*"
    r"|account|btw"
    r"|vat|rsin|oin|bsn|dossier\w*|kenmerk|zaak\w*|referentie\w*|reference|kamerstuk\w*|artikel\w*|article|issn|isbn"
    r"|stcrt|eur)|€)"
    r"(?:[ -]?(?:nummer|number|no|nr))?[ \u00a0]?[.:]{0,2}[ \u00a0]?(?:is |van )?\(?$",
    re.I,
)
_DATE_OR_TIME = re.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
)
_COUNTED = re.compile(r"\s?(?:euro|mensen|medewerkers|woorden|keer|people|uur|pagina|AD\b)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z]{4})(?:[ ]?\d{2,4}){2,6}\b")
_SECOND = frozenset("0123456789+( ")  # may follow the 0, + or ( with which a number begins


def phones(text: str) -> tuple[FoundContact, ...]:
    """The phone numbers that a reader sees in a text, in order; no fax, account, case or date numbers."""
    starts = _starts(text)
    found: list[FoundContact] = []
    for start in starts:
        if (match := _CANDIDATE.match(text, start)) and not _covers(found, start):
            found += _read(match, text)
    for at in islice(places(text, "1"), MAX_STARTS):
        if match := _SHORT.match(text, at):
            found += _read_short(match, text)
    for start in starts:
        if (match := _LABELLED.match(text, start)) and not _covers(found, start):
            found += _read_faulty(match, text)
    return tuple(sorted(found, key=lambda x: x.start))[:MAX_FOUND]


@lru_cache(maxsize=8_192)
def normalise_phone(value: str) -> str:
    """`+31882250500` for every spelling; `1400` and `14070` for short numbers; else the digits as written."""
    text = unquote(value[:MAX_LENGTH]).strip()
    text = re.sub(r"^(?:tel|callto|sms):(?://)?", "", text, flags=re.I).partition(";")[0].partition("?")[0]
    digits = re.sub(r"\D", "", text.replace("(0)", "") if re.match(r"\D*(?:\+|00)", text) else text)
    digits = "+" + digits if re.match(r"\D*\+", text) else re.sub(r"^00", "+", digits)
    if re.fullmatch(r"1400|140\d{2,3}|1\d{2}", digits):
        return digits
    try:
        number = phonenumbers.parse(re.sub(r"^\+310", "+31", digits), REGION)
    except phonenumbers.NumberParseException:
        return digits
    valid = phonenumbers.is_valid_number(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if valid else digits


def is_phone(value: str) -> bool:
    """Whether a normalised value is a number that can exist."""
    if re.fullmatch(r"1400|140\d{2,3}|112|113|116\d{3}|144", value):
        return True
    try:
        return value.startswith("+") and phonenumbers.is_valid_number(phonenumbers.parse(value, None))
    except phonenumbers.NumberParseException:
        return False


def _starts(text: str) -> list[int]:
    """Where a number can begin."""
    starts: list[int] = []
    for at in places(text, "0+("):
        if text[at + 1 : at + 2] in _SECOND and (not starts or at > starts[-1] + 1):
            starts.append(at)
    return starts[:MAX_STARTS]


def _read(match: re.Match[str], text: str) -> list[FoundContact]:
    written = match[0]
    if _other_number(match.start(), text) or _DATE_OR_TIME.match(written) or _in_iban(match, text):
        return []
    value = normalise_phone(written)
    if not is_phone(value):
        return []
    if written.isdigit() and not _near_phone_word(match, text):
        return []  # ten digits in a row are as likely a case number
    return [FoundContact(value=value, text=written, start=match.start(), end=match.end())]


def _read_short(match: re.Match[str], text: str) -> list[FoundContact]:
    """A short number looks like any other number: only after a word about phoning."""
    before = text[max(0, match.start() - 45) : match.start()]
    if not _PHONE_WORD.search(before) or _other_number(match.start(), text):
        return []
    if _COUNTED.match(text, match.end()):
        return []
    return [FoundContact(value=normalise_phone(match[0]), text=match[0], start=match.start(), end=match.end())]


def _read_faulty(match: re.Match[str], text: str) -> list[FoundContact]:
    """A number with a digit too few or too many, right after "Telefoon:": no valid number, yet what a visitor dials."""
    count = sum(map(str.isdigit, match[0]))
    before = text[max(0, match.start() - 40) : match.start()]
    if not 6 <= count <= 15 or _DATE_OR_TIME.search(match[0]) or not _LABEL.search(before) or _begins_well(match[0]):
        return []
    return [FoundContact(value=normalise_phone(match[0]), text=match[0], start=match.start(), end=match.end())]


def _begins_well(written: str) -> bool:
    """Whether a valid number comes first, and something else after it: an extension, opening hours."""
    ends = (gap.start() for gap in re.finditer(r"[ /.–-]+", written))
    return any(is_phone(normalise_phone(written[:end])) for end in ends)


def _near_phone_word(match: re.Match[str], text: str) -> bool:
    return _PHONE_WORD.search(text, max(0, match.start() - 80), match.end() + 30) is not None


def _other_number(start: int, text: str) -> bool:
    return _OTHER_NUMBER.search(text[max(0, start - 32) : start]) is not None


def _in_iban(match: re.Match[str], text: str) -> bool:
    near = max(0, match.start() - 24)
    return any(iban.end() > match.start() - near for iban in _IBAN.finditer(text[near : match.end() + 24]))


def _covers(found: list[FoundContact], start: int) -> bool:
    """Whether the number found last, in order, already reaches beyond `start`."""
    return any(x.start <= start < x.end for x in found[-MAX_FOUND:])
