"""E-mail addresses in text: found, read through their disguises, and written in one way."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from expectations.found import FoundContact
from expectations.places import places

MAX_LENGTH = 500  # of a value to normalise; RFC 5321 stops at 254
MAX_SIGNS = 1_000  # looked at in one text
MAX_FOUND = 200  # a page with more is a directory, not a route
_LOCAL = r"[A-Za-z0-9](?:[A-Za-z0-9._%+'’-]{0,63})"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})"
_OPEN, _CLOSE = r"\s{0,3}[\[({<]\s?", r"\s?[\])}>]\s{0,3}"
_AT_WORD = r"(?:at|a|@|apenstaart(?:je)?)"
_DOT_WORD = r"(?:dot|punt|\.)"
_AT = (
    rf"(?:[@＠]\s?|\s[@＠]\s|{_OPEN}{_AT_WORD}{_CLOSE}|\s{{1,3}}apenstaart(?:je)?\s{{1,3}}"
    r"|\s?[-_*]at[-_*]\s?|\s(?-i:AT)\s)"
)
_DOT = rf"(?:\.|{_OPEN}{_DOT_WORD}{_CLOSE}|\s(?:dot|punt)\s)"
_DOMAIN = rf"{_LABEL}(?:{_DOT}{_LABEL}){{1,6}}"
_ADDRESS = re.compile(
    rf"(?<![\w.+%@-])(?P<local>{_LOCAL}(?:{_OPEN}{_DOT_WORD}{_CLOSE}{_LOCAL}){{0,3}}){_AT}(?P<domain>{_DOMAIN})", re.I
)
_SPOKEN = re.compile(  # " at " alone is an English word: an address only when the dot is spoken too, or after a label
    rf"(?<![\w.+%@-])(?P<label>e-?mail(?:adres|\s?address)?\s?:\s?)?(?P<local>{_LOCAL})\sat\s(?P<domain>{_DOMAIN})",
    re.I,
)
_UNFINISHED = re.compile(
    rf"(?<![\w.+%@/-])(?P<local>{_LOCAL})@(?P<domain>{_LABEL}(?:[.,;]{{1,2}}{_LABEL})*)(?![\w@])", re.I
)
_DOUBLED = re.compile(
    rf"(?<![\w.+%@-])(?P<local>{_LOCAL})@[ ]?@{{1,2}}(?P<domain>{_LABEL}(?:\.{{1,2}}{_LABEL}){{1,6}})", re.I
)
_MAIL_WORD = re.compile(r"mail|schrijf|stuur|write|contact", re.I)
_SIGNS = ("@", "＠", "penstaart", " at ", " AT ")
_REACH = 200  # characters of an address on either side of its sign
_USUAL_WINDOW = 5 * _REACH  # characters; longer ones are not remembered
_LABEL_REACH = 60  # characters before an address, in which a word may tell that it is one
_BRACKETED = re.compile(r"[\[({<*_-]\s?[Aa][Tt]?\s?[\])}>*_-]")
_TOP_LEVEL = re.compile(r"[.\s\])}>][a-z]{2,24}$", re.I)
_USUAL_TOP_LEVEL = re.compile(r"[.\s\])}>](?:nl|com|eu|org|net|info|gov|int|uk|amsterdam|frl)$", re.I)
_RUN_ON = re.compile(r"^(.+?\.(?:nl|eu|com|org|net))\.[A-Z][a-z]*$")
_FILE_ENDINGS = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "pdf", "doc", "docx", "html"})
_VALID = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def emails(text: str) -> tuple[FoundContact, ...]:
    """The e-mail addresses that a reader sees in a text, also the disguised and the misspelt, in order."""
    found: list[FoundContact] = []
    for start, end in _windows(text):
        before = max(0, start - _LABEL_REACH)
        read = _in_window if end - start <= _USUAL_WINDOW else _in_window.__wrapped__
        seen = read(text[before:end], start - before)
        found += [replace(one, start=one.start + before, end=one.end + before) for one in seen]
    return tuple(found[:MAX_FOUND])


def normalise_email(value: str) -> str:
    """The one way to write an address: lower case, without `mailto:`, name, question mark part and disguise."""
    text = unescape(value[:MAX_LENGTH]).translate(_INVISIBLE).strip()
    if text.lower().startswith("mailto:"):
        text = unquote(text[7:].partition("?")[0], errors="replace").strip()
    if named := re.search(r"<([^<>]*@[^<>]*)>\s*$", text):
        text = named[1]
    match = _ADDRESS.fullmatch(text) or _SPOKEN.fullmatch(text)
    if match:
        return _written(match["local"], match["domain"])
    return re.sub(r"\s+", "", text).replace("＠", "@").strip(".,;:<>()[]").lower()


def is_email(value: str) -> bool:
    """Whether a normalised value can be an e-mail address."""
    return len(value) <= 254 and value.partition("@")[0] != "" and _VALID.fullmatch(value) is not None


def decode_cloudflare(code: str) -> str | None:
    """The address behind Cloudflare's e-mail shield (`data-cfemail` or the fragment of its link); None when garbled."""
    try:
        raw = bytes.fromhex(code.strip()[:1000])
        text = bytes(byte ^ raw[0] for byte in raw[1:]).decode("utf-8")
    except (ValueError, IndexError):
        return None
    return text if "@" in text else None


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text in which an address can stand: around each sign of one."""
    found = _bracketed(text)
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0 and len(found) < MAX_SIGNS:
            found.append(at)
            at = text.find(sign, at + 1)
    start = end = 0
    for place in sorted(found):
        if place - _REACH > end:
            yield start, end
            start = place - _REACH
        end = place + _REACH
    yield start, min(end, len(text))


@lru_cache(maxsize=512)  # what is in a footer stands on every page
def _in_window(text: str, start: int) -> tuple[FoundContact, ...]:
    """The addresses from `start` on; what stands before it is seen only."""
    found: dict[int, FoundContact] = {}
    for match in _matches(text, start, len(text)):
        _keep(found, match)
    for match in _DOUBLED.finditer(text, start):
        if len(found) < MAX_FOUND:
            written = match[0].lower()
            found[match.start()] = FoundContact(value=written, text=match[0], start=match.start(), end=match.end())
    return tuple(found[at] for at in sorted(found))


def _bracketed(text: str) -> list[int]:
    """Where a word for the sign stands in brackets: `(at)`, `[a]`."""
    found: list[int] = []
    end = 0
    for at in places(text, "[({<*_-"):
        if at >= end and (match := _BRACKETED.match(text, at)):
            end = match.end()
            found.append(at)
            if len(found) == MAX_SIGNS:
                break
    return found


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What looks like an address, the surest first."""
    for match in _ADDRESS.finditer(text, start, end):
        plain = re.search("[@＠]", match[0]) is not None
        if (_TOP_LEVEL if plain else _USUAL_TOP_LEVEL).search(match["domain"]):
            yield match
    for match in _SPOKEN.finditer(text, start, end):
        local, domain = match["local"], match["domain"]
        told = match["label"] or re.search(r"[._\d]", local) or re.search(r"\sdot\s|[\[(]", domain, re.I)
        if told and _USUAL_TOP_LEVEL.search(domain):
            yield match
    for match in _UNFINISHED.finditer(text, start, end):
        if _MAIL_WORD.search(text, max(0, match.start() - _LABEL_REACH), match.start()):
            yield match


def _keep(found: dict[int, FoundContact], match: re.Match[str]) -> None:
    """Adds a match, unless one that overlaps it was found by a surer pattern."""
    start = match.start("local")
    domain = _RUN_ON.sub(r"\1", match["domain"])
    end = match.start("domain") + len(domain)
    if len(found) >= MAX_FOUND or any(start < other.end and other.start < end for other in found.values()):
        return
    value = _written(match["local"], domain)
    if value.rpartition(".")[2] not in _FILE_ENDINGS:
        found[start] = FoundContact(value=value, text=match.string[start:end], start=start, end=end)


def _written(local: str, domain: str) -> str:
    name = re.sub(rf"{_OPEN}{_DOT_WORD}{_CLOSE}", ".", local, flags=re.I)
    host = re.sub(_DOT, ".", domain, flags=re.I)
    return f"{name}@{host}".replace("’", "'").lower()
