"""Days and moments as people write them."""

from datetime import date, datetime

from expectations.model import Language
from reports.texts.files import labels


def day(text: str, lang: Language) -> str:
    """`2026-11-23` or a moment on that day as `23 november 2026`; what is no date stands as it is."""
    try:
        value = date.fromisoformat(text[:10])
    except ValueError:
        return text
    words = labels(lang)
    month = words["month-names"].split()[value.month - 1]
    return words["date-format"].format(day=value.day, month=month, year=value.year)


def moment(text: str, lang: Language) -> str:
    """`2026-11-23T20:03:11Z` as `23 november 2026, 20:03 uur (UTC)`."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return text
    return labels(lang)["moment-format"].format(date=day(text, lang), time=f"{value:%H:%M}")
