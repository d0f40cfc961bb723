"""Phone numbers that cannot be right: too many or too few digits, or another than the link calls. Only clear cases."""

import re
from urllib.parse import unquote

from expectations.model import Channel
from expectations.phones import is_phone, normalise_phone

_DUTCH = re.compile(r"(?:\+31|0031)(?:0(?!0))?(?P<abroad>[1-9]\d*)|(?P<home>0(?!0)\d*)")
_OTHER_LENGTHS = re.compile(r"(?:800|90[069])\d{4}(?:\d{3})?|97\d{9}|676\d*|8[48]\d*00|1[4]\d*")  # after the zero
_DIGITS = 9  # of a Dutch number without its leading zero
_FEWEST = 4  # less is no number but a slip of another kind
_EXTENSION = re.compile(
    r"\s*(?:[;,pw#x*]|toestel|tst\.?|ext\.?|doorkies\w*|optie|keuze|option|press).*$", re.IGNORECASE
)
_LABEL = re.compile(
    r"^\W*(?:(?:bel(?:t u)?(?: ons)?|tel(?:efoon(?:nummer)?)?|(?:tele)?phone(?: number)?|call(?: us)?|t|nummer|number)"
    r"\b[\s.:]*(?:(?:op|naar|met|nummer|at|on)\b\s*)?)*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[+(]{0,2}\d[\d\s().+/–‑‐-]*\d")


def impossible_phone(channel: Channel) -> str | None:
    """The number as written when it is Dutch and has a digit too many or too few; other numbers are not judged."""
    written = _called(channel) if channel.target else _EXTENSION.sub("", channel.text)
    if is_phone(channel.value) or re.search(r"[a-z]", written, re.IGNORECASE):
        return None
    return written if is_wrong_length(written) else None


def is_wrong_length(written: str) -> bool:
    """Whether a text is a Dutch number, by its beginning, of a length that no Dutch number has."""
    digits = re.sub(r"(?!^\+)\D", "", written.strip().lstrip("("))
    dutch = _DUTCH.fullmatch(digits)
    if dutch is None:
        return False
    own = dutch["abroad"] or (dutch["home"] or "")[1:]
    return len(own) >= _FEWEST and len(own) != _DIGITS and not _OTHER_LENGTHS.fullmatch(own)


def other_phone_shown(channel: Channel) -> str | None:
    """The number that a visitor reads on a link that calls another one; None when the link shows no single number."""
    if not channel.target:
        return None
    written = _EXTENSION.sub("", _LABEL.sub("", channel.text).strip()).strip(" .:")
    if not _NUMBER.fullmatch(written):
        return None
    shown, called = normalise_phone(written), normalise_phone(_called(channel))
    if not is_phone(shown) or _bare(shown) == _bare(called):
        return None
    return written


def _called(channel: Channel) -> str:
    """The number in a link's target, without what is dialled after it."""
    return _EXTENSION.sub("", unquote((channel.target or "").partition(":")[2], errors="replace").partition("?")[0])


def _bare(value: str) -> str:
    """A number without country code and leading zeros: how people write links differs, and the calls arrive."""
    return re.sub(r"^(?:\+|00)?(?:31)?0*", "", value)
