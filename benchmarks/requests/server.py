"""Serves a generated site on loopback from a thread, and counts."""

import asyncio
import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b

from benchmarks.loopback import HTML, Connection, Write, response

_END = b"\r\n\r\n"  # of a request
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

    def connection(self) -> Connection:
        return Connection(self._take)

    def _take(self, request: bytes, write: Write) -> None:
        answer = self._answer(request)
        self.received += len(request) + len(_END)
        self.sent += len(answer)
        write(answer)

    def _answer(self, request: bytes) -> bytes:
        path = request.split(b" ", 2)[1].decode()
        self.asked.append(path)
        self.seen(path)
        body = self.body(path, self.origin)
        if body is None:
            return response(b"404 Not Found", HTML, b"<title>Niet gevonden</title><h1>Niet gevonden</h1>")
        tag = b'"%b"' % blake2b(body, digest_size=8).hexdigest().encode()
        if b"\r\nIf-None-Match: %b\r\n" % tag in request + b"\r\n":
            self.known += 1
            return b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n" % tag
        packed = gzip.compress(body, 5, mtime=0)
        return response(b"200 OK", b"%bContent-Encoding: gzip\r\nETag: %b\r\n" % (_kind(body), tag), packed)


@contextmanager
def serving(body: Body, seen: Callable[[str], None] = lambda _: None) -> Iterator[Served]:
    """The site that `body` makes, for as long as the block lasts; `seen` is told every path that is asked for."""
    served = Served(body, seen)
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(served.connection, "127.0.0.1", 0, backlog=256))
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


def _kind(body: bytes) -> bytes:
    return b"Content-Type: application/xml\r\n" if body.startswith(b"<?xml") else HTML
