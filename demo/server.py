"""Serves the pretend web on loopback: `with serve(folder) as web: ...`, or `python -m demo.server` to browse it."""

import asyncio
import contextlib
import socket
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from demo import inventory
from demo.faults import ExpectedFinding
from demo.http_protocol import Connection, Counter
from demo.months import MONTHS, Month
from demo.organisations import ORGANISATIONS, PORTAL, PORTAL_EN
from demo.places import SITES, Places
from demo.site import Site
from demo.web import build

__all__ = ["ExpectedFinding", "PretendWeb", "serve", "serve_months"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PretendWeb:
    """The pretend web while it is served, in one of its months. `expected` is the truth about every injected fault,
    `day` the day on which it is looked at."""

    inventory: Path
    origins: Mapping[str, str]
    expected: tuple[ExpectedFinding, ...]
    sites: Mapping[str, Site]
    day: date
    _counter: Counter

    @property
    def requests(self) -> int:
        """How many requests were answered so far."""
        return self._counter.requests

    @property
    def pages(self) -> int:
        """How many HTML pages there are."""
        return sum(len(site.pages) for site in self.sites.values())


@contextlib.contextmanager
def serve(folder: Path, *, today: date | None = None) -> Iterator[PretendWeb]:
    """Serves every site of the last month on an address and port of its own, and writes the inventory to
    `folder/inventory`.

    The same ports and the same `today` give the same bytes. Everything stops with the context.
    """
    with serve_months(folder, today=today, months=MONTHS[-1:]) as months:
        yield next(months)


@contextlib.contextmanager
def serve_months(
    folder: Path, *, today: date | None = None, months: Sequence[Month] = MONTHS
) -> Iterator[Iterator[PretendWeb]]:
    """The same for one month after the other, each when it is asked for, at the same addresses."""
    last_day = today or datetime.now(UTC).date()
    with contextlib.ExitStack() as stack:
        sockets = {key: stack.enter_context(_listen(number)) for number, key in enumerate(SITES, 2)}
        origins = {key: "http://{}:{}".format(*listening.getsockname()) for key, listening in sockets.items()}
        sites: dict[str, Site] = {}
        counter = Counter()

        def turned() -> Iterator[PretendWeb]:
            for month in months:
                day, places = month.day(last_day), Places(origins, month.faults)
                sites.update(build(places, day))
                inventory.write(folder / "inventory", places, day, last_day)
                yield PretendWeb(
                    inventory=folder / "inventory",
                    origins=origins,
                    expected=month.expected,
                    sites=dict(sites),
                    day=day,
                    _counter=counter,
                )

        stack.enter_context(_running(sockets, sites, counter))
        yield turned()


def _listen(number: int) -> socket.socket:
    """A listening socket on 127.0.0.<number>, or on 127.0.0.1 where the system has no other loopback address."""
    for host in (f"127.0.0.{number}", "127.0.0.1"):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listening.bind((host, 0))
        except OSError:
            listening.close()
            continue
        listening.listen(256)
        return listening
    raise OSError("no loopback address to listen on")


@contextlib.contextmanager
def _running(sockets: Mapping[str, socket.socket], sites: Mapping[str, Site], counter: Counter) -> Iterator[None]:
    loop = asyncio.new_event_loop()
    ready, stop = threading.Event(), asyncio.Event()

    async def run() -> None:
        servers = [
            await loop.create_server(lambda key=key: Connection(sites[key], counter), sock=listening)  # type: ignore[misc]
            for key, listening in sockets.items()
        ]
        ready.set()
        await stop.wait()
        for server in servers:
            server.close()
        counter.close_all()
        await asyncio.sleep(0)

    def thread() -> None:
        try:
            loop.run_until_complete(run())
        finally:
            loop.close()

    serving = threading.Thread(target=thread, name="pretend-web", daemon=True)
    serving.start()
    ready.wait()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(stop.set)
        serving.join()


def main() -> None:
    """Serves the pretend web until Ctrl-C."""
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as web:
        print(f"{web.pages} verzonnen pagina's; inventaris in {web.inventory}")
        print(f"  portaal        {web.origins[PORTAL]}/\n  English portal {web.origins[PORTAL_EN]}/")
        for organisation in ORGANISATIONS:
            print(f"  {organisation.id:14} {Places(web.origins).home(organisation)}")
        print("Stop met Ctrl-C.")
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
