"""Fixed values in words: kinds, channels, statements, and how a visit ended."""

import re

import phonenumbers

from expectations.model import Language
from reports.texts.dates import day
from reports.texts.files import entries, values

_STATUS = re.compile(r"[1-9]\d\d")
_WITH_NOTE = re.compile(r"([^()]+) \((?:(\d+) )?[^()]*addresses[^()]*\)")  # what page-broken adds when others were left
_LASTING = re.compile(r"(\S+) since (\d{4}-\d\d-\d\d)")  # trouble that the history confirmed
_WEEKS = re.compile(r"(\d+) weeks")
_POST = re.compile(r"(.+ \S+) (\d{4})([a-z]{2})")  # as expectations.contacts writes it
_WITH_DETAIL = re.compile(r"(certificate): *([\w-]+)")


def in_words(value: str, table: str | None, lang: Language) -> str:
    """The words for a value, or for a comma-separated list of values; any other value stands for itself.

    `table` names a table of values.toml, or is `day`, `phone`, `title` (of a finding code) or `told`: a phone number, a
    postal address, a term.
    """
    if not table:
        return value
    if table == "answer":
        return _answer(value, lang)
    if table == "day":
        return day(value, lang)
    if table == "phone":
        return phone(value)
    if table == "title":
        entry = entries(lang).get(value)
        return entry.title if entry else value
    if table == "told":
        return ", ".join(_told(part, lang) for part in value.split(", "))
    words = values(lang)[table]
    parts = [part.strip() for part in value.split(",")]
    return values(lang)["phrase"]["or"].join(words[x] for x in parts) if all(x in words for x in parts) else value


def phone(value: str) -> str:
    """`+31700213999` as `+31 70 021 3999`; what is no number stands for itself."""
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _told(value: str, lang: Language) -> str:
    if term := _WEEKS.fullmatch(value):
        phrases = values(lang)["phrase"]
        return phrases["week" if term[1] == "1" else "weeks"].format(count=term[1])
    if place := _POST.fullmatch(value):
        return f"{place[1].capitalize()}, {place[2]} {place[3].upper()}"
    return phone(value) if value.startswith("+") else value


def _answer(value: str, lang: Language) -> str:
    """How a visit ended; a status without words of its own is told by its number."""
    phrases = values(lang)["phrase"]
    if note := _WITH_NOTE.fullmatch(value):
        answer = _answer(note[1], lang)
        return phrases["left" if note[2] else "left-some"].format(answer=answer, count=note[2])
    if lasting := _LASTING.fullmatch(value):
        return phrases["lasting"].format(answer=_answer(lasting[1], lang), day=day(lasting[2], lang))
    if detail := _WITH_DETAIL.fullmatch(value):
        return values(lang)["certificate"].get(detail[2], values(lang)["answer"][detail[1]])
    if value not in values(lang)["answer"] and _STATUS.fullmatch(value):
        return phrases["status"].format(status=value)
    return values(lang)["answer"].get(value, value)
