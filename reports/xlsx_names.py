"""What the sheets of a workbook may be called."""

import re
from collections.abc import Iterable

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_RESERVED = {"history"}


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """A name per sheet: allowed, and different from the others whatever the case of its letters."""
    taken = set(_RESERVED)
    names: list[str] = []
    for text in wanted:
        base = _short(_FORBIDDEN.sub("-", " ".join(text.split())), _LONGEST) or "-"
        name, number = base, 1
        while name.casefold() in taken:
            number += 1
            name = f"{_short(base, _LONGEST - len(str(number)) - 1)}~{number}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _short(text: str, most: int) -> str:
    """The beginning of a text; a sign outside the basic plane counts as two, as it does for spreadsheets."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
