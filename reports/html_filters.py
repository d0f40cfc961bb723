"""What templates need to show addresses, quotes and numbers safely."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from expectations.model import Language
from reports.html_views import found_routes
from reports.marks import marked
from reports.texts.files import labels
from reports.texts.reasons import percent
from reports.texts.words import phone

_ADDRESS = re.compile(r"https?://[^\s<>\"'‘’“”]+")
_INNER = re.compile(r"[\w-]+(?:/[\w-][\w.-]*)*", re.ASCII)
_AFTER = ".,:;!?)"
_CONTACT = re.compile(r"\+?(https?://[^\s;,)]+)|([\w.+-]+@[\w.-]+\w)")


def is_web(text: object) -> bool:
    """Whether it may be a link: an http or https address with a host, and nothing else."""
    if not isinstance(text, str) or not text.lower().startswith(("http://", "https://")) or re.search(r"\s", text):
        return False
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def link(address: str) -> Markup:
    """The address as a link, without its scheme; what is no web address as plain text."""
    shown = re.sub(r"^https?://", "", address).removesuffix("/")
    if not is_web(address):
        return Markup('<span class="address">{}</span>').format(address)
    return Markup('<a class="address" href="{}" rel="noreferrer">{}</a>').format(address, shown)


def linked(text: str) -> Markup:
    """The text with the addresses in it as links."""
    return Markup("").join(link(part) if is_web(part) else escape(part) for part in split_addresses(text))


def split_addresses(text: str) -> Iterator[str]:
    """The text in parts, of which each web address is one; together they are the text."""
    end = 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_AFTER)
        yield text[end : match.start()]
        yield address
        end = match.start() + len(address)
    yield text[end:]


def beside(path: str) -> str:
    """A path within the run's folder as a link from the report; empty when it is none."""
    return f"../{path}" if _INNER.fullmatch(path) and ".." not in path else ""


def anchor(identity: str) -> str:
    """A finding's id as the name of its place on the page."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", identity) or "x"


def contact(user_agent: str) -> str:
    """The address that our user agent names, for people who want to reach us; else empty."""
    found = _CONTACT.search(user_agent)
    return (found[1] or found[2]) if found else ""


def filters(lang: Language) -> dict[str, Callable[..., Any]]:
    """The filters by name, with those that depend on the language."""
    separator = labels(lang)["thousands"]
    return {
        "link": link,
        "linked": linked,
        "anchor": anchor,
        "beside": beside,
        "phone": phone,
        "marked": marked,
        "percent": percent,
        "found_routes": found_routes,
        "number": lambda number: f"{number:,}".replace(",", separator),
        "in_table": lambda value, table: table[value],
    }
