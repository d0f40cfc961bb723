"""Marks in a quote the place that a finding is about."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from expectations.model import Finding

_PHONE = re.compile(r"\+(?:31)?(\d{4,})")
_TERM = re.compile(r"(\d+) weeks?")
_CODE = re.compile(r"(\d{4})([a-z]{2})", re.IGNORECASE)
_WHOLE = 120  # characters; so short a quote of a link is its text
_BETWEEN = r"[\s().\-/]*"
_WEEKS = r"[\s-]*(?:weken|week|weeks)\b"


def marked(finding: Finding) -> Markup:
    """The quote with the first place in it that shows what was found; as it is when no place can be pinned down."""
    quote = finding.evidence.quote
    for pattern in _patterns(finding):
        if place := re.search(pattern, quote, re.IGNORECASE):
            start, end = place.span()
            return _mark(quote[:start], quote[start:end], quote[end:])
    whole = finding.target is not None and finding.expected is None and len(quote) <= _WHOLE
    return _mark("", quote, "") if whole and quote else escape(quote)


def _patterns(finding: Finding) -> Iterator[str]:
    for value in (finding.found, finding.target):
        if not value:
            continue
        if phone := _PHONE.fullmatch(value):
            yield r"(?:\+31|0031|0)?" + _BETWEEN + r"(?:\(0\))?" + _BETWEEN + _BETWEEN.join(phone[1])
        elif term := _TERM.fullmatch(value):
            yield rf"\b{term[1]}{_WEEKS}"
            yield rf"\b[^\W\d]+{_WEEKS}"  # the number in letters
        else:
            yield r"[\s,.]+".join(_loose(word) for word in value.split())


def _loose(word: str) -> str:
    """A postal code is often written with a space in it."""
    code = _CODE.fullmatch(word)
    return rf"{code[1]}\s?{code[2]}" if code else re.escape(word)


def _mark(before: str, place: str, after: str) -> Markup:
    return Markup("{}<mark>{}</mark>{}").format(before, place, after)
