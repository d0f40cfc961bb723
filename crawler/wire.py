"""What the processes of one crawl say to each other, and how: pickled, over a pair of sockets that only they hold."""

import asyncio
import pickle
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_HEAD = 8  # bytes that tell the length of a message


@dataclass(frozen=True, slots=True)
class Errand:
    """A page to be read; what `Reader.gist` makes of it comes back."""

    address: str
    html: str
    headers: Mapping[str, str]
    careful: bool
    plain: bool


class Wire(asyncio.Protocol):
    """One end. `hear` gets every message, `ended` is called when the other end is gone."""

    def __init__(self, hear: Callable[[Any], None], ended: Callable[[], None]) -> None:
        self._hear = hear
        self._ended = ended
        self._received = bytearray()
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while len(self._received) >= _HEAD:
            end = _HEAD + int.from_bytes(self._received[:_HEAD])
            if len(self._received) < end:
                return
            message = pickle.loads(memoryview(self._received)[_HEAD:end])
            del self._received[:end]
            self._hear(message)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._ended()

    def send(self, message: Any) -> None:
        assert self._transport is not None
        self._transport.write(_framed(message))

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


def send(to: socket.socket, message: Any) -> None:
    """Sends one message, without a loop. Raises OSError when the other end is gone."""
    to.sendall(_framed(message))


def receive(source: socket.socket) -> Any:
    """Waits for one message, without a loop. Raises EOFError when the other end is gone."""
    return pickle.loads(_exactly(source, int.from_bytes(_exactly(source, _HEAD))))


def _framed(message: Any) -> bytes:
    body = pickle.dumps(message, protocol=5)
    return len(body).to_bytes(_HEAD) + body


def _exactly(source: socket.socket, count: int) -> bytearray:
    received = bytearray(count)
    view, at = memoryview(received), 0
    while at < count:
        got = source.recv_into(view[at:])
        if not got:
            raise EOFError
        at += got
    return received
