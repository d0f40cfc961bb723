"""Scrapy's download handler with four additions: a limit on headers, fresh connections, the true start time, and the
head of a response as it was received."""

from collections.abc import Callable
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
    _ScrapyAgent,
)
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.web._newclient import STATUS, ParseError
from twisted.web.client import HTTPConnectionPool

from crawler.browser import Browser
from crawler.rendering import rendered

MAX_HEADER_BYTES = 65_536  # a header block without end would otherwise fill the memory within seconds


class _BoundedParser(_LenientHTTPClientParser):
    _received = 0
    _lines: list[bytes]

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        self._received += len(line) + 1
        if self._received > MAX_HEADER_BYTES:
            raise ParseError("more than 64 KiB of headers", line[:80])  # type: ignore[no-untyped-call]
        if self.state == STATUS:  # again after a response that only announces another
            self._lines = []
        self._lines.append(line)
        super().lineReceived(line)

    def allHeadersReceived(self) -> None:  # noqa: N802
        self.response.head = b"\n".join((*self._lines, b""))
        super().allHeadersReceived()  # type: ignore[no-untyped-call]

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


class _KeepingAgent(_ScrapyAgent):
    def _cb_bodyready(self, txresponse: Any, request: Request) -> Any:
        request.meta["head"] = txresponse.head
        return super()._cb_bodyready(txresponse, request)


class GuardedHandler(HTTP11DownloadHandler):
    """`meta["fresh"]` asks for a connection of its own; `meta["started"]` is called when the request really starts.
    `meta["rendered"]` asks for the page with its scripts run. `meta["head"]` is the head of the response, as
    received."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        from twisted.internet import reactor  # only now: it must not be installed by an import

        self._browser: Browser | None = None
        self._alone = HTTPConnectionPool(reactor, persistent=False)  # type: ignore[no-untyped-call]
        for pool in (self._pool, self._alone):
            pool._factory = _BoundedFactory
            pool.retryAutomatically = False  # we count our visits, and promise how many there are

    async def download_request(self, request: Request) -> Response:
        started: Callable[[], None] = request.meta["started"]
        started()
        response = await self._downloaded(request)
        if not request.meta.get("rendered"):
            return response
        if self._browser is None:
            self._browser = Browser((request.headers.get("User-Agent") or b"").decode("latin-1"))
        shown = await rendered(self._browser, request, response, self.download_request)
        started()  # the pause counts from the last that its scripts asked for
        return shown

    async def close(self) -> None:
        if self._browser is not None:
            await self._browser.close()
        await super().close()

    async def _downloaded(self, request: Request) -> Response:
        agent = _KeepingAgent(
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._alone if request.meta.get("fresh") else self._pool,
            maxsize=self._default_maxsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
        )
        with wrap_twisted_exceptions():
            return await maybe_deferred_to_future(agent.download_request(request))
