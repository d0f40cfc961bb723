"""Scrapy's response in, our answer out."""

from collections.abc import ItemsView, Mapping
from dataclasses import replace

from scrapy.http import Headers, Response

from crawler.answers import REDIRECTS, Answer
from crawler.bodies import (
    MAX_BYTES,
    MAX_SITEMAP_BYTES,
    BodyError,
    expand,
    is_html,
    media_type,
    sniffed_type,
    text,
    worth_reading,
)
from crawler.buckets import What
from crawler.outcomes import of_status
from expectations.model import Cause

_SMALL_BODY, _DIGITS = 65_536, 12  # bytes; digits of a length that can be meant


def read(response: Response, what: What) -> Answer:
    """What a complete response says, as far as the request's purpose needs it."""
    headers = _headers(response)
    plain = Answer(
        cause=of_status(response.status, headers, ""),
        status=response.status,
        detail=_detail(response.status, headers),
        headers=headers,
        content_type=media_type(headers.get("content-type")) or None,
    )
    if response.status in REDIRECTS and "location" in headers:
        where = _location(response.headers.get("Location"))
        return replace(plain, cause=Cause.REDIRECTED, location=where, detail="")
    if "download_stopped" in response.flags:
        return plain
    try:
        body = content(response, MAX_SITEMAP_BYTES if what is What.SITEMAP else MAX_BYTES)
    except BodyError as error:  # the status of an error page says enough without it
        return plain if response.status >= 400 else replace(plain, cause=error.cause, detail=error.detail)
    if what in (What.ROBOTS, What.SITEMAP):
        return replace(plain, body=body)
    return _with_page(plain, body)


def content(response: Response, limit: int = MAX_BYTES) -> bytes:
    """The body without content coding. Raises BodyError."""
    return expand(response.body, ",".join(map(_latin, response.headers.getlist("Content-Encoding"))), limit)


def needs_body(headers: Headers, what: What) -> bool:
    """Whether a response is read to its end: large bodies that no page can be in are left alone.

    A small body may have arrived before we could leave it; closing its connection then takes down the next request.
    """
    length = _latin(headers.get("Content-Length"))
    small = length.isascii() and length.isdigit() and int(length[:_DIGITS]) <= _SMALL_BODY
    return small or what in (What.ROBOTS, What.SITEMAP) or worth_reading(_latin(headers.get("Content-Type")))


def _headers(response: Response) -> dict[str, str]:
    """By names in lower case. Of a header that stands there twice the last counts, of Set-Cookie every one."""
    given: ItemsView[bytes, list[bytes]] = dict.items(response.headers)  # as stored: its own `items` takes much longer
    headers = {_latin(name).lower(): _latin(values[-1]) for name, values in given if values}
    if "set-cookie" in headers:
        headers["set-cookie"] = "\n".join(map(_latin, response.headers.getlist("Set-Cookie")))
    return headers


def _with_page(plain: Answer, body: bytes) -> Answer:
    assert plain.status is not None
    kind = sniffed_type(plain.headers.get("content-type"), body)
    html = text(body, plain.headers) if is_html(kind) else None
    cause = of_status(plain.status, plain.headers, html or "")
    detail = "" if cause is Cause.ANSWERED else plain.detail or str(plain.status)
    return replace(plain, cause=cause, detail=detail, html=html, content_type=kind or None)


def _detail(status: int, headers: Mapping[str, str]) -> str:
    if 200 <= status < 300:
        return ""
    wait = headers.get("retry-after", "")[:40]
    return f"{status}; Retry-After: {wait}" if wait else str(status)


def _latin(raw: bytes | None) -> str:
    return (raw or b"").decode("latin-1")


def _location(raw: bytes | None) -> str:
    """As browsers read it: UTF-8 where it is that, else Latin-1."""
    try:
        return (raw or b"").decode("utf-8")
    except UnicodeDecodeError:
        return (raw or b"").decode("latin-1")
