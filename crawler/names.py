"""Tells a host that does not exist from a name that merely could not be looked up."""

import asyncio
import socket
from typing import Any

from twisted.names import client, dns
from twisted.names.error import DNSNameError

_SECONDS = (2, 4)  # for each of two questions
_SURELY_THERE = "nl"
SERVERS: list[tuple[str, int]] | None = None  # instead of those of the system


async def does_not_exist(host: str, error: int | None) -> bool:
    """Whether the domain name system says with authority that there is no such name (NXDOMAIN).

    The system's resolver says "unknown name" also when it has no server to ask, so we put the question ourselves. In a
    closed network a server may say so of every name outside: one that does not know `nl` knows nothing.
    """
    if host == "invalid" or host.endswith(".invalid"):  # RFC 6761: can never exist
        return True
    if error != socket.EAI_NONAME or "." not in host:
        return False
    where = {"servers": SERVERS} if SERVERS else {"resolv": "/etc/resolv.conf"}
    try:
        resolver: Any = client.Resolver(**where, timeout=_SECONDS)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        return False
    try:
        exists = await _exists(resolver, host, dns.A)
        return exists is False and await _exists(resolver, _SURELY_THERE, dns.NS) is True
    finally:
        _forget(resolver)


async def _exists(resolver: Any, name: str, kind: int) -> bool | None:
    """What the server says; None when it says nothing of use."""
    try:
        asked = resolver.query(dns.Query(name.encode("ascii"), kind, dns.IN), timeout=_SECONDS)
        answers, *_ = await asked.asFuture(asyncio.get_running_loop())
    except DNSNameError:
        return False
    except Exception:  # whatever else happens, it is no authoritative answer
        return None
    return True if answers else None


def _forget(resolver: Any) -> None:
    """Stops the resolver's watch over its configuration file, which would go on for ever."""
    call = getattr(resolver, "_parseCall", None)
    if call is not None and call.active():
        call.cancel()
