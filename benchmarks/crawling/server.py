"""Serves a generated site on loopback from memory, ready-made and compressed, until its standard input is closed.

`python -m benchmarks.crawling.server FOLDER [HOSTS]` prints the port of each host; all have the same pages.
"""

import asyncio
import gzip
import sys
from pathlib import Path

from benchmarks.crawling import site
from benchmarks.loopback import HTML, Connection, response

# LinkChecker waits up to 0.6 s between two requests unless the server sends a header of its name; see linkchecker.ini.
_TYPE = HTML + b"LinkChecker: welcome\r\n"


def _answer(answers: dict[bytes, bytes], request: bytes) -> bytes:
    path = request.split(b" ", 2)[1]
    found = answers.get(path)
    if found is None:
        return response(b"404 Not Found", _TYPE, b"<title>Niet gevonden</title><h1>Niet gevonden</h1>")
    if b"gzip" in request or b"\r\nContent-Encoding: gzip" not in found[:200]:
        return found
    return response(b"200 OK", _TYPE, gzip.decompress(found.partition(b"\r\n\r\n")[2]))


def load(folder: Path) -> dict[bytes, bytes]:
    """The responses of a site by path."""
    truth = site.read(folder)
    headers = _TYPE + b"Content-Encoding: gzip\r\n"
    pages = {
        path.encode(): response(b"200 OK", headers, (folder / "pages" / f"{number}.gz").read_bytes())
        for number, path in enumerate(truth.pages)
    }
    moved = {
        path.encode(): response(b"301 Moved Permanently", b"Location: %b\r\n" % target.encode(), b"")
        for path, target in truth.redirects.items()
    }
    style = {b"/stijl.css": response(b"200 OK", b"Content-Type: text/css\r\n", b"")}
    return pages | moved | style


async def serve(answers: dict[bytes, bytes], hosts: int) -> None:
    """Serves until whoever started us goes away."""

    def connection() -> Connection:
        return Connection(lambda request, write: write(_answer(answers, request)))

    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(connection, "127.0.0.1", 0, backlog=256) for _ in range(hosts)]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    for server in servers:
        server.close()


if __name__ == "__main__":
    asyncio.run(serve(load(Path(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
