"""Serves a generated site on loopback from memory, ready-made and compressed, until its standard input is closed.

`python -m benchmarks.crawling.server FOLDER [HOSTS]` prints the port of each host; all have the same pages.
"""

import asyncio
import gzip
import sys
from pathlib import Path

from benchmarks.crawling import site

# LinkChecker waits up to 0.6 s between two requests unless the server sends a header of its name; see linkchecker.ini.
_TYPE = b"Content-Type: text/html; charset=utf-8\r\nLinkChecker: welcome\r\n"


class _Web(asyncio.Protocol):
    """Answers one connection; requests have no bodies."""

    def __init__(self, answers: dict[bytes, bytes]) -> None:
        self._answers = answers
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        *requests, self._waiting = (self._waiting + data).split(b"\r\n\r\n")
        for request in requests:
            self._transport.write(self._answer(request))

    def _answer(self, request: bytes) -> bytes:
        path = request.split(b" ", 2)[1]
        found = self._answers.get(path)
        if found is None:
            return answer(b"404 Not Found", _TYPE, b"<title>Niet gevonden</title><h1>Niet gevonden</h1>")
        if b"gzip" in request or b"\r\nContent-Encoding: gzip" not in found[:200]:
            return found
        return answer(b"200 OK", _TYPE, gzip.decompress(found.partition(b"\r\n\r\n")[2]))


def answer(status: bytes, headers: bytes, body: bytes) -> bytes:
    """A whole response."""
    return b"HTTP/1.1 %b\r\n%bContent-Length: %d\r\n\r\n%b" % (status, headers, len(body), body)


def load(folder: Path) -> dict[bytes, bytes]:
    """The responses of a site by path."""
    truth = site.read(folder)
    headers = _TYPE + b"Content-Encoding: gzip\r\n"
    pages = {
        path.encode(): answer(b"200 OK", headers, (folder / "pages" / f"{number}.gz").read_bytes())
        for number, path in enumerate(truth.pages)
    }
    moved = {
        path.encode(): answer(b"301 Moved Permanently", b"Location: %b\r\n" % target.encode(), b"")
        for path, target in truth.redirects.items()
    }
    style = {b"/stijl.css": answer(b"200 OK", b"Content-Type: text/css\r\n", b"")}
    return pages | moved | style


async def serve(answers: dict[bytes, bytes], hosts: int) -> None:
    """Serves until whoever started us goes away."""
    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(lambda: _Web(answers), "127.0.0.1", 0, backlog=256) for _ in range(hosts)]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    for server in servers:
        server.close()


if __name__ == "__main__":
    asyncio.run(serve(load(Path(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
