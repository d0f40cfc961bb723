"""Makes what the web said safe to tell: no control characters, no half characters, no secrets in addresses."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

T = TypeVar("T")

_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
# Controls, marks that reverse the order in which text is shown, and what XML cannot carry.
_UNTELLABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
_CREDENTIALS = re.compile(r"(?i)(https?://)[^/\s@?#]+@")
_NAMES = (
    r"pass(?:word|wd|phrase)?|pwd|wachtwoord|secret|client_secret|token|(?:access|refresh|id|auth|csrf)_?token|jwt"
    r"|api_?key|auth|authorization|session(?:_?id)?|sid|signature|ticket|otp"
)
_SECRET = re.compile(rf"(?i)([?&;#](?:{_NAMES})=)[^&#\s\"'<>]+")
_PERHAPS_SECRET = re.compile(r"(?i)([?&;#](?:code|key|sig|state)=)(?=[^&#\s\"'<>]*\d)[^&#\s\"'<>]+")
_MASK = r"\1***"


def clean(value: T) -> T:
    """The same value with every text in it made safe to tell; doing it twice changes nothing more."""
    return cast(T, _clean(value))


def clean_text(text: str) -> str:
    text = _HALVES.sub("�", _UNTELLABLE.sub("", _SPACES.sub(" ", text)))
    if "=" not in text and "@" not in text:
        return text
    return _PERHAPS_SECRET.sub(_MASK, _SECRET.sub(_MASK, _CREDENTIALS.sub(r"\1", text)))


def _clean(value: Any) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        return tuple(_clean(part) for part in value)
    if isinstance(value, Mapping):
        return {_clean(name): _clean(part) for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _clean(getattr(value, field.name)) for field in fields(value)})
    return value
