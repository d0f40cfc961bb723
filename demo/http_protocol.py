"""HTTP/1.1 as far as a visitor needs it: GET and HEAD, keep-alive, lengths; every other method is refused."""

import asyncio
from http import HTTPStatus

from demo.site import Answer, Site

_MAX_HEAD = 65_536


class Counter:
    """Counts the requests of all sites and knows the open connections."""

    def __init__(self) -> None:
        self.requests = 0
        self.connections: set[asyncio.Transport] = set()

    def close_all(self) -> None:
        for transport in tuple(self.connections):
            transport.abort()


class Connection(asyncio.Protocol):
    """One connection to one site."""

    def __init__(self, site: Site, counter: Counter) -> None:
        self._site = site
        self._counter = counter
        self._buffer = b""
        self._skip = 0
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._counter.connections.add(transport)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the signature is asyncio's
        if self._transport is not None:
            self._counter.connections.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while self._transport is not None and not self._transport.is_closing():
            if self._skip:
                dropped = min(self._skip, len(self._buffer))
                self._buffer, self._skip = self._buffer[dropped:], self._skip - dropped
            head, end, rest = self._buffer.partition(b"\r\n\r\n")
            if not end:
                if len(self._buffer) > _MAX_HEAD:
                    self._transport.abort()
                return
            self._buffer = rest
            self._transport.write(self._respond(head.decode("latin-1")))

    def _respond(self, head: str) -> bytes:
        self._counter.requests += 1
        request, *lines = head.split("\r\n")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        method, _, rest = request.partition(" ")
        target, _, version = rest.rpartition(" ")
        length = headers.get("content-length", "0")
        self._skip = int(length) if length.isdigit() else 0
        answer = self._site.answer(target) if method in ("GET", "HEAD") else self._site.refuse(405)
        keep = version == "HTTP/1.1" and headers.get("connection", "").lower() != "close"
        if not keep and self._transport is not None:
            asyncio.get_running_loop().call_soon(self._transport.close)
        return _wire(answer, keep=keep, body=method != "HEAD")


def _wire(answer: Answer, *, keep: bool, body: bool) -> bytes:
    lines = [
        f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}",
        f"Content-Type: {answer.file.type}",
        f"Content-Length: {len(answer.file.body)}",
        f"Connection: {'keep-alive' if keep else 'close'}",
        *(f"{name}: {value}" for name, value in answer.headers),
    ]
    if answer.status == HTTPStatus.METHOD_NOT_ALLOWED:
        lines.append("Allow: GET, HEAD")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + (answer.file.body if body else b"")
