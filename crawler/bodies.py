"""Response bytes in, plain bytes or text out: decompression with a limit, and what a body really is."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scrapy.utils import _compression
from w3lib.encoding import html_to_unicode

from expectations.model import Cause

MAX_BYTES = 10 * 1024 * 1024  # of a page, compressed and expanded
MAX_SITEMAP_BYTES = 50 * 1024 * 1024  # the limit of the sitemap protocol
_CHUNK = 65_536
_TOO_EARLY = "the compressed body ends too early"
_LIBRARIES: Any = _compression  # has those that this Python has; its functions take a cut body for a whole one
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>|<!--.{0,2000}?-->|\s)*<(?:!doctype\s+html|html|head|title|body)\b", re.I | re.S
)
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_READ_TYPES = frozenset({"", "text/plain", "application/xml", "text/xml", "unknown/unknown"})


class BodyError(Exception):
    """The body is not what a browser could show; `cause` says why."""

    def __init__(self, cause: Cause, detail: str = "") -> None:
        super().__init__(detail)
        self.cause = cause
        self.detail = detail


def expand(body: bytes, encodings: str, limit: int = MAX_BYTES) -> bytes:
    """The body without its content encodings. Raises BodyError when it is cut, too large or not what it says."""
    for name in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        if not body:
            return body
        if name != "identity":
            body = _decoder(name)(body, limit)
    return body


def media_type(header: str | None) -> str:
    """The media type of a Content-Type header, lower case, without parameters."""
    return (header or "").partition(";")[0].strip().lower()


def worth_reading(header: str | None) -> bool:
    """Whether a body of this declared type can be a page, or must be looked at to know."""
    return media_type(header) in _HTML_TYPES | _READ_TYPES


def sniffed_type(header: str | None, body: bytes) -> str:
    """The media type by the bytes where the header is silent or plainly wrong, else by the header."""
    declared = media_type(header)
    if body.startswith(b"%PDF-"):
        return "application/pdf"
    if declared not in _HTML_TYPES and declared in _READ_TYPES and _HTML.match(body[:4_096]):
        return "text/html"
    return declared


def is_html(kind: str) -> bool:
    return kind in _HTML_TYPES


def text(body: bytes, headers: Mapping[str, str]) -> str:
    """The text of an HTML body as a browser decodes it: byte order mark, header, markup, then a guess."""
    encoding, decoded = html_to_unicode(headers.get("content-type"), body, default_encoding="utf-8")
    if encoding.replace("_", "-").lower().startswith("utf-7"):  # browsers refuse it: a door for scripts
        return body.decode("cp1252", "replace")
    return decoded


def _decoder(name: str) -> Callable[[bytes, int], bytes]:
    decoders = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
    if name not in decoders:
        raise BodyError(Cause.UNDECODABLE, f"unknown content encoding {name[:40]}")
    return decoders[name]


def _gzip(body: bytes, limit: int) -> bytes:
    return _inflate(body, 31, limit)


def _deflate(body: bytes, limit: int) -> bytes:
    try:
        return _inflate(body, 15, limit)
    except BodyError as error:
        if error.cause is not Cause.UNDECODABLE:
            raise
        return _inflate(body, -15, limit)  # what some servers understand by deflate


def _inflate(body: bytes, window: int, limit: int) -> bytes:
    """Decompresses until the stream says it is complete: a cut stream is an error, however much came through."""
    inflater = zlib.decompressobj(window)
    parts, size, rest = [], 0, body
    try:
        while rest and not inflater.eof:
            parts.append(inflater.decompress(rest, _CHUNK))
            size += len(parts[-1])
            rest = inflater.unconsumed_tail
            if size > limit:
                raise BodyError(Cause.TOO_LARGE, f"more than {limit} bytes after decompression")
    except zlib.error as error:
        raise BodyError(Cause.UNDECODABLE, f"content encoding: {error}"[:200]) from error
    if not inflater.eof:
        tail = inflater.flush()
        if not inflater.eof:
            raise BodyError(Cause.CUT, _TOO_EARLY)
        parts.append(tail)
    return b"".join(parts)


def _brotli(body: bytes, limit: int) -> bytes:
    decoder = _LIBRARIES.brotli.Decompressor()

    def pieces() -> Iterator[bytes]:
        piece = decoder.process(body, output_buffer_limit=_CHUNK)
        while piece:
            yield piece
            piece = decoder.process(b"", output_buffer_limit=_CHUNK)

    content = _joined(pieces(), limit)
    if not decoder.is_finished():
        raise BodyError(Cause.CUT, _TOO_EARLY)
    return content


def _zstd(body: bytes, limit: int) -> bytes:
    def pieces() -> Iterator[bytes]:
        rest = body
        while rest:  # frame after frame
            decoder = _LIBRARIES.zstd.ZstdDecompressor()
            yield decoder.decompress(rest, _CHUNK)
            while not decoder.eof and not decoder.needs_input:
                yield decoder.decompress(b"", _CHUNK)
            if not decoder.eof:
                raise BodyError(Cause.CUT, _TOO_EARLY)
            rest = decoder.unused_data

    return _joined(pieces(), limit)


def _joined(pieces: Iterator[bytes], limit: int) -> bytes:
    """We ask for gzip only; some servers send other codings unasked, and browsers read them."""
    parts, size = [], 0
    try:
        for piece in pieces:
            parts.append(piece)
            size += len(piece)
            if size > limit:
                raise BodyError(Cause.TOO_LARGE, f"more than {limit} bytes after decompression")
    except BodyError:
        raise
    except Exception as error:  # each library has its own error class
        raise BodyError(Cause.UNDECODABLE, f"content encoding: {error}"[:200]) from error
    return b"".join(parts)
