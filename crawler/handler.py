"""Scrapy's download handler with three additions: a limit on headers, fresh connections, and the true start time."""

import copy
from collections.abc import Callable
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.web._newclient import ParseError
from twisted.web.client import HTTPConnectionPool

MAX_HEADER_BYTES = 65_536  # a header block without end would otherwise fill the memory within seconds


class _BoundedParser(_LenientHTTPClientParser):
    _received = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        self._received += len(line) + 1
        if self._received > MAX_HEADER_BYTES:
            raise ParseError("more than 64 KiB of headers", line[:80])  # type: ignore[no-untyped-call]
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> None:  # noqa: N802
        raise ParseError("a header line without end", line[:80])  # type: ignore[no-untyped-call]


class _BoundedProtocol(_LenientHTTP11ClientProtocol):
    def request(self, request: Any) -> Any:
        answer = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = _BoundedParser  # as its parent does: the class is fixed deep inside Twisted
        return answer


class _BoundedFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> Any:  # noqa: ARG002, N802
        return _BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class GuardedHandler(HTTP11DownloadHandler):
    """`meta["fresh"]` asks for a connection of its own; `meta["started"]` is called when the request really starts."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        from twisted.internet import reactor  # only now: it must not be installed by an import

        self._alone = copy.copy(self)
        self._alone._pool = HTTPConnectionPool(reactor, persistent=False)  # type: ignore[no-untyped-call]
        for pool in (self._pool, self._alone._pool):
            pool._factory = _BoundedFactory
            pool.retryAutomatically = False  # we count our visits, and promise how many there are

    async def download_request(self, request: Request) -> Response:
        started: Callable[[], None] = request.meta["started"]
        started()
        if request.meta.get("fresh"):
            return await HTTP11DownloadHandler.download_request(self._alone, request)
        return await super().download_request(request)
