"""Makes of an answer the record in which it is kept: what was asked and what came back, as received."""

from collections.abc import ItemsView
from dataclasses import replace
from time import time
from typing import Any

from scrapy import Request
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from crawler import warc
from crawler.answers import CONFUSED, Answer, stamp
from crawler.buckets import Task
from crawler.records import CONDITION, ArchiveRow, Kept


def of_response(task: Task, response: Response, answer: Answer) -> Answer:
    """The answer with the record in which its response is kept."""
    request = response.request
    assert request is not None
    about = _about(CONDITION if task.conditions and response.status in CONFUSED else task.what.purpose, request)
    record, digest = warc.response(
        about,
        request.meta["head"],
        response.body,
        ip=str(response.ip_address or ""),
        packed="Content-Encoding" in response.headers,
        left="download_stopped" in response.flags,
    )
    row = _row(about, status=response.status, mime=answer.content_type or "", digest=digest)
    return _with(answer, Kept(row=row, record=record, beside=warc.request(about, _sent(request))))


def of_failure(task: Task, request: Request, answer: Answer) -> Answer:
    """The same for a request without a complete response."""
    about = _about(task.what.purpose, request)
    row = _row(about, cause=answer.cause.value, detail=answer.detail)
    return _with(answer, Kept(row=row, record=warc.failure(about, answer.cause.value, answer.detail)))


def _with(answer: Answer, kept: Kept) -> Answer:
    return replace(answer, fetched=kept.row.moment, record=kept.row.id, kept=kept)


def _row(about: warc.About, **told: Any) -> ArchiveRow:
    return ArchiveRow(id=about.id, address=about.address, moment=about.moment, purpose=about.purpose, **told)


def _about(purpose: str, request: Request) -> warc.About:
    return warc.About(id=warc.new_id(), address=request.url, moment=stamp(time()), purpose=purpose)


def _sent(request: Request) -> bytes:
    """The request as it goes over the line, but for the order of its headers."""
    parts = urlparse_cached(request)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    closing = b"Connection: close\r\n" if request.meta.get("fresh") else b""
    given: ItemsView[bytes, list[bytes]] = dict.items(request.headers)  # as stored: its own `items` takes much longer
    lines = b"".join([b"%b: %b\r\n" % (name, value) for name, values in given for value in values])
    return b"GET %b HTTP/1.1\r\nHost: %b\r\n%b%b\r\n" % (path.encode(), parts.netloc.encode(), closing, lines)
