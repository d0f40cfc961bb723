"""A house style for the report: a stylesheet that comes after ours, and that may reach nothing outside itself."""

import re
from collections.abc import Iterator
from pathlib import Path

LARGEST = 500_000  # bytes; every page carries it
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_URL = re.compile(r"(?:url|src)\(\s*([\"']?)(.*?)(?:\1\s*\)|$)", re.IGNORECASE | re.MULTILINE)
_HELD = re.compile(r"data:(?:font/|image/|application/(?:x-)?font|application/vnd\.ms-fontobject)|#", re.IGNORECASE)
_PAIRS = {"{": "}", "(": ")", "[": "]"}
_NEVER = {
    r"@import\b": "@import is not allowed: put the rules of that file in this one",
    r"(?:-webkit-)?image-set\(": "image-set() is not allowed: use url(data:...)",
    r"\bexpression\(|\bbehavior\s*:|-moz-binding|javascript:": "scripts are not allowed in a stylesheet",
}


class ThemeError(Exception):
    """The file cannot be a theme; the message tells every fault with its line."""


def read(path: Path) -> str:
    """The stylesheet in the file, ready to stand in a page. Raises ThemeError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ThemeError(f"the theme {path} cannot be read: {error.strerror}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ThemeError(f"the theme {path} is no stylesheet: it is not UTF-8 text (byte {error.start})") from error
    if len(content) > LARGEST:
        raise ThemeError(f"the theme {path} is too large: {len(content):,} bytes, and {LARGEST:,} at most")
    faults = sorted(set(_faults(text)))
    if faults:
        told = "\n".join(f"  line {line}: {what}" for line, what in faults)
        raise ThemeError(f"the theme {path} cannot be used:\n{told}")
    return text.replace("\r\n", "\n")


def _faults(text: str) -> Iterator[tuple[int, str]]:
    """Line and fault. Escapes are read as a browser reads them, so that they hide nothing."""
    for place in re.finditer(r"</|<!|[\x00-\x08\x0b\x0e-\x1f\x7f]", text):
        yield _line(text, place.start()), "this is not only a stylesheet: it holds HTML or control characters"
    bare = _COMMENT.sub(_blank, text)
    yield from _unbalanced(_STRING.sub(_blank, bare))
    plain = _ESCAPE.sub(_letter, bare)
    for pattern, what in _NEVER.items():
        for place in re.finditer(pattern, plain, re.IGNORECASE):
            yield _line(plain, place.start()), what
    for place in _URL.finditer(plain):
        if not _HELD.match(place[2].strip()):
            what = f"url({place[2][:60]}) is not allowed: the report holds everything itself; use url(data:...)"
            yield _line(plain, place.start()), what


def _unbalanced(text: str) -> Iterator[tuple[int, str]]:
    """What a parser would stumble over; `text` is without comments and strings."""
    open_: list[tuple[str, int]] = []
    for place in re.finditer(r"[{}()\[\]]|/\*|[\"']", text):
        sign, line = place[0], _line(text, place.start())
        if sign in _PAIRS:
            open_.append((sign, line))
        elif sign in _PAIRS.values():
            if not open_ or _PAIRS[open_.pop()[0]] != sign:
                yield line, f"this is no stylesheet: {sign} closes nothing"
                return
        else:
            yield line, f"this is no stylesheet: {sign} is not closed"
            return
    for sign, line in open_:
        yield line, f"this is no stylesheet: {sign} is not closed"
    if not re.search(r"\{[^{}]*:", text):
        yield 1, "this is no stylesheet: it has no rule such as :root { --nl-heading-color: #154273 }"


def _blank(place: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", place[0])


def _letter(escape: re.Match[str]) -> str:
    if escape[1]:
        number = int(escape[1], 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else " "
    return str(escape[2])


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
