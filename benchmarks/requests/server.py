"""Serves a generated site on loopback from a thread, and counts."""

import asyncio
import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import blake2b

Body = Callable[[str, str], bytes | None]
"""The HTML or XML at a path of an origin; None when nothing is there."""


class Served:
    """What was asked of a site so far: `asked` the paths in order, `sent` and `received` the bytes on the wire, `known`
    how many times we could say that nothing had changed."""

    def __init__(self, body: Body, seen: Callable[[str], None] = lambda _: None) -> None:
        self.body, self.seen = body, seen
        self.asked: list[str] = []
        self.sent = self.received = self.known = 0
        self.origin = ""

    def answer(self, request: bytes) -> bytes:
        path = request.split(b" ", 2)[1].decode()
        self.asked.append(path)
        self.seen(path)
        body = self.body(path, self.origin)
        if body is None:
            return _response(b"404 Not Found", b"<title>Niet gevonden</title><h1>Niet gevonden</h1>")
        tag = b'"%b"' % blake2b(body, digest_size=8).hexdigest().encode()
        if b"\r\nIf-None-Match: %b\r\n" % tag in request + b"\r\n":
            self.known += 1
            return b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n" % tag
        packed = gzip.compress(body, 5, mtime=0)
        return _response(b"200 OK", packed, b"Content-Encoding: gzip\r\nETag: %b\r\n" % tag, _kind(body))


class _Web(asyncio.Protocol):
    """Answers one connection; requests have no bodies."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._served.received += len(data)
        *requests, self._waiting = (self._waiting + data).split(b"\r\n\r\n")
        for request in requests:
            answer = self._served.answer(request)
            self._served.sent += len(answer)
            self._transport.write(answer)


@contextmanager
def serving(body: Body, seen: Callable[[str], None] = lambda _: None) -> Iterator[Served]:
    """The site that `body` makes, for as long as the block lasts; `seen` is told every path that is asked for."""
    served = Served(body, seen)
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(partial(_Web, served), "127.0.0.1", 0, backlog=256))
    served.origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        server.close()
        loop.close()


def _response(status: bytes, body: bytes, more: bytes = b"", kind: bytes = b"text/html; charset=utf-8") -> bytes:
    head = b"HTTP/1.1 %b\r\nContent-Type: %b\r\n%bContent-Length: %d\r\n\r\n" % (status, kind, more, len(body))
    return head + body


def _kind(body: bytes) -> bytes:
    return b"application/xml" if body.startswith(b"<?xml") else b"text/html; charset=utf-8"
