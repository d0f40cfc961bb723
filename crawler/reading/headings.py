"""What acts as a heading without being one: made a real heading in the soup, one level below the heading above it."""

import re

from bs4 import BeautifulSoup, Tag

MAX_LENGTH = 150
_REAL = re.compile(r"h[1-6]")
_OPENER = re.compile(
    r"(?:accordion|accordeon|collaps\w*|toggle|uitklap\w*|faq)[-_]{0,2}(?:title|titel|header|heading|button|trigger|toggle|question|kop)",
    re.I,
)
_ALWAYS = frozenset({"summary", "dt", "legend", "caption"})
_SENTENCE_END = re.compile(r"[.;,]\s*$")


def raise_headings(soup: BeautifulSoup) -> None:
    """Renames accordion titles, definition terms, legends, captions, row headings and bold lines to headings."""
    level = 1
    listed = {id(table) for table in soup.find_all("table") if _has_header_row(table)}
    for element in list(soup.find_all(True)):
        if _REAL.fullmatch(element.name):
            level = int(element.name[1])
        elif _acts_as_heading(element, listed) and _stands_alone(element):
            element.name = f"h{min(level + 1, 6)}"


def _acts_as_heading(element: Tag, listed: set[int]) -> bool:
    name = element.name
    if name in _ALWAYS:
        return True
    if name in ("th", "td"):
        return _heads_row(element, listed)
    if element.has_attr("aria-expanded") and name in ("button", "a", "div", "span"):
        return True
    if name in ("p", "div"):
        return _is_bold_line(element) or _is_opener(element)
    return name in ("a", "button", "span") and _is_opener(element)


def _stands_alone(element: Tag) -> bool:
    """Short text, in no heading and with none inside."""
    text = element.get_text(" ", strip=True)
    if not text or len(text) > MAX_LENGTH:
        return False
    around = [parent.name for parent in element.parents]
    return not any(_REAL.fullmatch(name) for name in around) and element.find(_REAL) is None


def _is_opener(element: Tag) -> bool:
    return any(_OPENER.search(name) for name in _classes(element))


def _is_bold_line(element: Tag) -> bool:
    """A paragraph that is bold from beginning to end, and no sentence."""
    parts = [part for part in element.children if isinstance(part, Tag) or str(part).strip()]
    bold = [part for part in parts if isinstance(part, Tag) and part.name in ("b", "strong")]
    if len(parts) != 1 or len(bold) != 1 or _SENTENCE_END.search(element.get_text()):
        return False
    return bold[0].find(["a", "br", "p", "div"]) is None and _following(element) is not None


def _following(element: Tag) -> Tag | None:
    following = element.find_next_sibling()
    return following if isinstance(following, Tag) else None


def _heads_row(cell: Tag, listed: set[int]) -> bool:
    """The first cell of a row: a header beside data, or a short text in a table that has a header row."""
    row = cell.parent
    if row is None or row.name != "tr" or cell.find_previous_sibling(["td", "th"]) is not None:
        return False
    if cell.find_next_sibling("td") is None:
        return False
    if cell.name == "th":
        return cell.get("scope") in (None, "row", "rowgroup")
    return id(cell.find_parent("table")) in listed and cell.find("a") is None


def _has_header_row(table: Tag) -> bool:
    """Whether a table lists things: one of its first rows holds headers only, and no table is in it."""
    rows = table.find_all("tr", limit=3)
    return table.find("table") is None and any(row.find("th") and not row.find("td") for row in rows)


def _classes(element: Tag) -> list[str]:
    value = element.get("class")
    return value[:12] if isinstance(value, list) else []
