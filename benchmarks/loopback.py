"""What the servers of the benchmarks share: connections, over which requests without bodies come, and responses."""

import asyncio
from collections.abc import Callable

HTML = b"Content-Type: text/html; charset=utf-8\r\n"
Write = Callable[[bytes], None]


class Connection(asyncio.Protocol):
    """Hands every request, without the empty line at its end, to `take`, with what writes the response."""

    def __init__(self, take: Callable[[bytes, Write], None]) -> None:
        self._take = take
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        *requests, self._waiting = (self._waiting + data).split(b"\r\n\r\n")
        for request in requests:
            self._take(request, self._transport.write)


def response(status: bytes, headers: bytes, body: bytes) -> bytes:
    """A whole response; each header ends its line."""
    return b"HTTP/1.1 %b\r\n%bContent-Length: %d\r\n\r\n%b" % (status, headers, len(body), body)
