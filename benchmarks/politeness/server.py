"""Serves many small hosts on loopback and notes when every request arrives, until its standard input is closed.

`python -m benchmarks.politeness.server HOSTS PAGES SECONDS` prints the port of each host; host n has PAGES - n pages,
and answers after so many seconds. At the end it prints the moments of arrival per host, as JSON.
"""

import asyncio
import json
import sys

_FAN = 6  # links to further pages on every page
_TEXT = "<p>Dit is een gewone alinea van een gewone bladzijde, met genoeg woorden om te lezen.</p>\n" * 12


class _Host(asyncio.Protocol):
    """Answers one connection; requests have no bodies."""

    def __init__(self, pages: int, arrivals: list[float], latency: float) -> None:
        self._pages = pages
        self._arrivals = arrivals
        self._latency = latency
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        loop = asyncio.get_running_loop()
        *requests, self._waiting = (self._waiting + data).split(b"\r\n\r\n")
        for request in requests:
            self._arrivals.append(loop.time())
            reply = _reply(request.split(b" ", 2)[1].decode("ascii", "replace"), self._pages)
            if self._latency:
                loop.call_later(self._latency, self._transport.write, reply)
            else:
                self._transport.write(reply)


def _reply(path: str, pages: int) -> bytes:
    number = 0 if path == "/" else int(path[2:]) if path[:2] == "/p" and path[2:].isdecimal() else pages
    if number >= pages:
        return _response("404 Not Found", "<title>Niet gevonden</title>")
    further = range(_FAN * number + 1, min(_FAN * number + 1 + _FAN, pages))
    links = "".join(f'<li><a href="/p{n}">Bladzijde {n}</a></li>' for n in further)
    title = f"Bladzijde {number}"
    body = f"<!doctype html><html lang=nl><title>{title}</title><main><h1>{title}</h1>{_TEXT}<ul>{links}</ul></main>"
    return _response("200 OK", body)


def _response(status: str, body: str) -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body.encode())}\r\n\r\n"
    )
    return (head + body).encode()


async def serve(hosts: int, pages: int, latency: float) -> None:
    """Serves until whoever started us closes our standard input."""
    loop = asyncio.get_running_loop()
    arrivals: list[list[float]] = [[] for _ in range(hosts)]
    servers = [
        await loop.create_server(lambda n=n: _Host(pages - n, arrivals[n], latency), "127.0.0.1", 0)  # type: ignore[misc]
        for n in range(hosts)
    ]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    for server in servers:
        server.close()
    print(json.dumps(arrivals), flush=True)


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
