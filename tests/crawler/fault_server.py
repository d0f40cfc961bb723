"""Websites on loopback that behave as badly as real ones. Each runs in a thread and stops with its `with` block."""

import contextlib
import itertools
import socket
import struct
import threading
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

Answerer = Callable[[socket.socket, str], bytes | None]
"""Gets the connection and the path; returns bytes to send before closing, or None when it did all itself."""


def answer(status: int = 200, body: str | bytes = "", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A complete response."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Type: {kind}", f"Content-Length: {len(content)}"]
    lines.append("Connection: close")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def page(title: str = "Een bladzijde", *links: str, body: str = "") -> bytes:
    """A page with links; a link is an address, or an address and a text with a blank between."""
    parts = [link.partition(" ") for link in links]
    anchors = "".join(f'<p><a href="{href}">{text or "verder"}</a></p>' for href, _, text in parts)
    text = "<p>Dit is een gewone bladzijde met genoeg woorden om te lezen.</p>"
    return answer(
        body=f"<!doctype html><html lang=nl><head><title>{title}</title></head>"
        f"<body><main><h1>{title}</h1>{text}{body}{anchors}</main></body></html>"
    )


def reset(connection: socket.socket, _: str) -> None:
    """Ends the connection the hard way."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def silence(connection: socket.socket, _: str) -> None:
    """Accepts, and never says a thing."""
    connection.settimeout(20)
    try:
        while connection.recv(1024):
            pass
    except OSError:
        pass


def endless_headers(connection: socket.socket, _: str) -> None:
    _flood(connection, b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 1000 + b"\r\n")


def endless_body(connection: socket.socket, _: str) -> None:
    _flood(connection, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>", b"x" * 65_536)


def in_turn(*contents: bytes | Answerer) -> Answerer:
    """Another answer each time; the last one for ever."""
    turns = itertools.count()

    def send(connection: socket.socket, path: str) -> bytes | None:
        content = contents[min(next(turns), len(contents) - 1)]
        return content if isinstance(content, bytes) else content(connection, path)

    return send


def _flood(connection: socket.socket, start: bytes, more: bytes) -> None:
    connection.settimeout(20)
    try:
        connection.sendall(start)
        while True:
            connection.sendall(more)
    except OSError:
        pass


class Site:
    """One origin: answers per path, or per `path with name=value` for a request with that cookie; what is not in the
    table is 404. `path if value` answers a request with that condition (If-None-Match or If-Modified-Since); the last
    one per path is in `conditions`. `asked` are the paths, in order, with the time; `connections` how many were
    accepted.
    With `raw` it speaks no HTTP, but says just that."""

    def __init__(self, answers: Mapping[str, bytes | Answerer] | None = None, host: str = "127.0.0.1") -> None:
        self.answers: dict[str, bytes | Answerer] = dict(answers or {})
        self.asked: list[tuple[float, str]] = []
        self.agents: set[str] = set()
        self.cookies: set[str] = set()
        self.cookie = ""
        self.conditions: dict[str, str] = {}
        self.connections = 0
        self.raw: bytes | None = None
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, 0), family=family, backlog=200)
        self._place = (host, self._listener.getsockname()[1])
        self.port = self._place[1]
        self.origin = f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []

    def url(self, path: str) -> str:
        return self.origin + path

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(1 for _, asked in self.asked if asked == path)

    def __enter__(self) -> Self:
        self._run(self._accept)
        return self

    def leave(self) -> None:
        """Nobody is here any more: connections are refused."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def come_back(self) -> None:
        """At the same port."""
        self._listener = socket.create_server(self._place, family=self._listener.family, backlog=200)
        self._run(self._accept)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        with contextlib.suppress(OSError):  # it may have left already
            self.leave()
        for thread in self._threads:
            thread.join(5)

    def _run(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.add(connection)
            self._run(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                if self.raw is not None:
                    self._speak(connection, self.raw)
                while (path := self._request(connection)) is not None:
                    found = self.answers.get(path, self.answers.get("*", answer(404, "<title>Niet gevonden</title>")))
                    found = self.answers.get(f"{path} with {self.cookie}", found) if self.cookie else found
                    found = self.answers.get(f"{path} if {self.conditions[path]}", found)
                    if not isinstance(found, bytes):
                        content = found(connection, path)
                        if content is not None:
                            connection.sendall(content)
                        break
                    connection.sendall(found)
            except OSError:
                pass
        self._open.discard(connection)

    def _speak(self, connection: socket.socket, content: bytes) -> None:
        """Says this whatever is asked; with nothing to say, waits for the other side to go."""
        connection.recv(65_536)
        if content:
            connection.sendall(content)
            raise OSError
        silence(connection, "")
        raise OSError

    def _request(self, connection: socket.socket) -> str | None:
        head = b""
        while b"\r\n\r\n" not in head:
            more = connection.recv(65_536)
            if not more:
                return None
            head += more
        lines = head.decode("latin-1").split("\r\n")
        method, path, _ = lines[0].split(" ", 2)
        assert method == "GET"
        self.asked.append((time.monotonic(), path))
        self.agents |= {line[12:] for line in lines if line.lower().startswith("user-agent: ")}
        self.cookie = next((line[8:] for line in lines if line.lower().startswith("cookie: ")), "")
        self.cookies |= {self.cookie} - {""}
        asked = (line.partition(": ") for line in lines)
        self.conditions[path] = next((value for name, _, value in asked if name.lower().startswith("if-")), "")
        return path
