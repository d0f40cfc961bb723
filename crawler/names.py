"""Tells a host that does not exist from a name that merely could not be looked up."""

import socket
from typing import Any

from twisted.names import client, dns
from twisted.names.error import DNSNameError

_SECONDS = (2, 4)  # for each of two questions


async def does_not_exist(host: str, error: int | None) -> bool:
    """Whether the domain name system says with authority that there is no such name (NXDOMAIN).

    The system's resolver says "unknown name" also when it has no server to ask, so we put the question ourselves.
    """
    if host == "invalid" or host.endswith(".invalid"):  # RFC 6761: can never exist
        return True
    if error != socket.EAI_NONAME or "." not in host:
        return False
    try:
        resolver: Any = client.Resolver(resolv="/etc/resolv.conf", timeout=_SECONDS)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        return False
    try:
        await resolver.query(dns.Query(host.encode("ascii"), dns.A, dns.IN), timeout=_SECONDS)
    except DNSNameError:
        return True
    except Exception:  # whatever else happens, it is no authoritative answer
        return False
    finally:
        _forget(resolver)
    return False


def _forget(resolver: Any) -> None:
    """Stops the resolver's watch over its configuration file, which would go on for ever."""
    call = getattr(resolver, "_parseCall", None)
    if call is not None and call.active():
        call.cancel()
