"""Makes of an answer the record in which it is kept: what was asked and what came back, as received."""

from dataclasses import replace
from time import time
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from crawler import warc
from crawler.answers import CONFUSED, Answer, stamp
from crawler.buckets import Task
from crawler.records import CONDITION, ArchiveRow, Kept


def of_response(task: Task, response: Response, answer: Answer) -> Answer:
    """The answer with the record in which its response is kept."""
    request = response.request
    assert request is not None
    about = _about(CONDITION if task.conditions and response.status in CONFUSED else _purpose(task), request)
    row = _row(about)
    record, digest = warc.response(
        about,
        request.meta["head"],
        response.body,
        ip=str(response.ip_address or ""),
        packed="Content-Encoding" in response.headers,
        left="download_stopped" in response.flags,
    )
    row = replace(row, status=response.status, mime=answer.content_type or "", digest=digest)
    return _with(answer, Kept(row=row, record=record, beside=warc.request(about, _sent(request))))


def of_failure(task: Task, request: Request, answer: Answer) -> Answer:
    """The same for a request without a complete response."""
    about = _about(_purpose(task), request)
    row = replace(_row(about), cause=answer.cause.value, detail=answer.detail)
    return _with(answer, Kept(row=row, record=warc.failure(about, answer.cause.value, answer.detail)))


def _with(answer: Answer, kept: Kept) -> Answer:
    return replace(answer, fetched=kept.row.moment, record=kept.row.id, kept=kept)


def _row(about: warc.About) -> ArchiveRow:
    return ArchiveRow(id=about.id, address=about.address, moment=about.moment, purpose=about.purpose)


def _purpose(task: Task) -> str:
    return task.what.name.lower()


def _about(purpose: str, request: Request) -> warc.About:
    return warc.About(id=warc.new_id(), address=request.url, moment=stamp(time()), purpose=purpose)


def _sent(request: Request) -> bytes:
    """The request as it goes over the line, but for the order of its headers."""
    parts = urlsplit(request.url)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    closing = b"Connection: close\r\n" if request.meta.get("fresh") else b""
    lines = b"".join(b"%b: %b\r\n" % (name, value) for name, values in request.headers.items() for value in values)
    return f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n".encode() + closing + lines + b"\r\n"
