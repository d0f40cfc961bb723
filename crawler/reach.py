"""Asks whether anybody of the inventory can be reached at all: a name that resolves, and a connection."""

import socket
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed

from crawler.guard import Guard, Place, literal

_SECONDS = 5.0
_AT_ONCE = 16
_PAUSE = 10.0  # a network that is away for a moment comes back


def anyone(guard: Guard, places: Iterable[Place], patience: float) -> Callable[[], bool]:
    """A question that takes a while: whether one of these places can be reached, now or after `patience` seconds."""
    wanted = {place: guard.own.get(place, frozenset()) for place in places}

    def ask() -> bool:
        if _any(guard, wanted):
            return True
        time.sleep(min(patience, _PAUSE))
        return _any(guard, wanted)

    return ask


def _any(guard: Guard, wanted: Mapping[Place, frozenset[str]]) -> bool:
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="reach") as pool:
        asked = [pool.submit(_answers, guard, place, known) for place, known in wanted.items()]
        for one in as_completed(asked):
            if one.result():
                pool.shutdown(wait=False, cancel_futures=True)
                return True
    return False


def _answers(guard: Guard, place: Place, known: frozenset[str]) -> bool:
    return any(_connects(ip, place[1]) for ip in _looked_up(place[0], known) if guard.permits(ip, place))


def _looked_up(host: str, known: frozenset[str]) -> list[str]:
    """The addresses of a name at this moment: those of the start say nothing of a network without names."""
    if literal(host) is not None or host == "localhost" or host.endswith(".localhost"):
        return sorted(known)
    try:
        return sorted({str(where[0]) for *_, where in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)})
    except (OSError, UnicodeError):
        return []


def _connects(ip: str, port: int) -> bool:
    try:
        with socket.create_connection((ip, port), timeout=_SECONDS):
            return True
    except OSError:
        return False
