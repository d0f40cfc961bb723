"""Serves many small hosts on loopback and notes when every request arrives, until its standard input is closed.

`python -m benchmarks.politeness.server HOSTS PAGES SECONDS` prints the port of each host; host n has PAGES - n pages,
and answers after so many seconds. At the end it prints the moments of arrival per host, as JSON.
"""

import asyncio
import json
import sys

from benchmarks.loopback import HTML, Connection, Write, response

_FAN = 6  # links to further pages on every page
_TEXT = "<p>Dit is een gewone alinea van een gewone bladzijde, met genoeg woorden om te lezen.</p>\n" * 12


class _Host:
    """One host: notes when each request arrives, and answers it."""

    def __init__(self, pages: int, latency: float) -> None:
        self._pages = pages
        self._latency = latency
        self.arrivals: list[float] = []

    def connection(self) -> Connection:
        return Connection(self._take)

    def _take(self, request: bytes, write: Write) -> None:
        loop = asyncio.get_running_loop()
        self.arrivals.append(loop.time())
        reply = _reply(request.split(b" ", 2)[1].decode("ascii", "replace"), self._pages)
        if self._latency:
            loop.call_later(self._latency, write, reply)
        else:
            write(reply)


def _reply(path: str, pages: int) -> bytes:
    number = 0 if path == "/" else int(path[2:]) if path[:2] == "/p" and path[2:].isdecimal() else pages
    if number >= pages:
        return response(b"404 Not Found", HTML, b"<title>Niet gevonden</title>")
    further = range(_FAN * number + 1, min(_FAN * number + 1 + _FAN, pages))
    links = "".join(f'<li><a href="/p{n}">Bladzijde {n}</a></li>' for n in further)
    title = f"Bladzijde {number}"
    body = f"<!doctype html><html lang=nl><title>{title}</title><main><h1>{title}</h1>{_TEXT}<ul>{links}</ul></main>"
    return response(b"200 OK", HTML, body.encode())


async def serve(hosts: int, pages: int, latency: float) -> None:
    """Serves until whoever started us closes our standard input."""
    loop = asyncio.get_running_loop()
    visited = [_Host(pages - n, latency) for n in range(hosts)]
    servers = [await loop.create_server(host.connection, "127.0.0.1", 0) for host in visited]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    for server in servers:
        server.close()
    print(json.dumps([host.arrivals for host in visited]), flush=True)


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
