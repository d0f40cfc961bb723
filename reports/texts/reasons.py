"""The reasons for and against a page, in words: they are told in English, and `[reason]` in values.toml says them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from expectations.model import Language
from reports.texts.files import values

_TOLD = {  # as the matching writes them
    "at-address": "stands where the inventory says",
    "title": "title is {value}% alike",
    "named": "title or address names the kind",
    "headed": "a heading names the kind",
    "shows": "shows {value}",
    "slug": "address ends in the same words",
    "slug-and-contacts": "has the same address and contact facts",
    "linked": "linked as: {value}",
    "offers": "offers a way to report and says what happens next",
    "own": "stands among the organisation's own pages",
    "something-else": "is about something else: {value}",
}
_CLOSEST = re.compile(r"(\S+) \((\d\.\d\d): (.*?)\)(?:; (?=\S+ \(\d\.\d\d: )|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Closest:
    """A page that came close to a missing route: how alike, in percent, and why."""

    address: str
    percent: int
    reasons: tuple[str, ...]


def closest(told: str, lang: Language) -> tuple[Closest, ...]:
    """The pages that `facts.closest` tells of, best first; none when it cannot be read."""
    return tuple(
        Closest(address=address, percent=percent(score), reasons=reasons(why, lang))
        for address, score, why in _CLOSEST.findall(told)
    )


def reasons(told: str, lang: Language) -> tuple[str, ...]:
    """Each reason in words; one that this version has no words for stands as it is."""
    return tuple(_in_words(one, lang) for one in _split(told))


def percent(score: str) -> int:
    """`0.86` as 86; 0 when it is no number."""
    try:
        return round(100 * min(1.0, max(0.0, float(score))))
    except ValueError:
        return 0


def _split(told: str) -> Iterator[str]:
    """The reasons of one text: a comma within a reason, as in an address, does not end it."""
    parts: list[str] = []
    for part in told.split(", "):
        if not parts or _known(part):
            parts.append(part)
        else:
            parts[-1] += f", {part}"
    yield from (part for part in parts if part)


def _known(text: str) -> str | None:
    return next((name for name, pattern in _patterns() if pattern.fullmatch(text)), None)


def _in_words(reason: str, lang: Language) -> str:
    name = _known(reason)
    if name is None:
        return reason
    said = dict(_patterns())[name].fullmatch(reason)
    value = said[1] if said and said.re.groups else ""
    return values(lang)["reason"][name].replace("{value}", values(lang)["reason-about"].get(value, value))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What the English of the checks looks like, by the name of the reason."""
    return tuple(
        (name, re.compile(re.escape(told).replace(r"\{value\}", "(.+)"), re.DOTALL)) for name, told in _TOLD.items()
    )
