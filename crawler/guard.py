"""Keeps every connection away from internal addresses, but for the inventory's own origins.

The check sits on what is connected: `GuardedResolver` replaces the reactor's resolver, and an endpoint connects to
exactly the addresses that its resolver returns. A name that changes its answer between check and visit gains nothing.
"""

import asyncio
import ipaddress
import re
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver, IHostResolution
from zope.interface import implementer  # type: ignore[import-untyped]

Place = tuple[str, int]  # host and port

_USUAL_PORTS = frozenset({80, 443})
_NUMERIC = re.compile(r"(?:0x[0-9a-f]+|[0-9]+)(?:\.(?:0x[0-9a-f]+|[0-9]+)){0,3}", re.IGNORECASE)
_EMBEDDING = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))  # NAT64, IPv4-compatible
_KEEP_SECONDS = 300.0


def place(address: str) -> Place:
    """The host and port that an address makes a visitor connect to."""
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def literal(host: str) -> str | None:
    """The IP address that a host is, in any of the spellings that resolvers accept; None for a name."""
    try:
        return str(ipaddress.ip_address(host.partition("%")[0].strip("[]")))
    except ValueError:
        pass
    if _NUMERIC.fullmatch(host):
        try:
            return socket.inet_ntoa(socket.inet_aton(host))
        except OSError:
            return None
    return None


def is_internal(ip: str) -> bool:
    """Whether an IP address is anything but an ordinary address of the public internet."""
    found = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if inner is None and any(found in network for network in _EMBEDDING) and int(found) > 1:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_internal(str(inner))
    return not found.is_global or found.is_multicast or found.is_reserved


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be connected. `own` are the inventory's places with the addresses that their names had at the start."""

    own: Mapping[Place, frozenset[str]]

    def refuses(self, address: str) -> bool:
        """Whether an address is forbidden by its spelling alone: an internal IP address, or an odd port."""
        host, port = place(address)
        if (host, port) in self.own:
            return False
        ip = literal(host)
        return port not in _USUAL_PORTS or (ip is not None and is_internal(ip))

    def permits(self, ip: str, where: Place) -> bool:
        """Whether a connection to `ip` may be made for this host and port."""
        if where not in self.own:
            return where[1] in _USUAL_PORTS and not is_internal(ip)
        return not is_internal(ip) or ip in self.own[where]


@implementer(IHostResolution)
class _Resolution:
    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """Nothing to do: an answer that nobody waits for any more is dropped."""


@dataclass
class _Answer:
    ips: tuple[str, ...]
    error: int | None
    until: float


@implementer(IHostnameResolver)
@dataclass
class GuardedResolver:
    """Resolves IPv4 and IPv6 and hands out permitted addresses only.

    `refused` are the places whose name led to forbidden addresses only; `errors` the last error code per name."""

    guard: Guard = field(init=False, default_factory=lambda: Guard({}))
    refused: set[Place] = field(default_factory=set)
    errors: dict[str, int | None] = field(default_factory=dict)
    _known: dict[str, _Answer] = field(default_factory=dict)
    _running: set["asyncio.Task[None]"] = field(default_factory=set)

    def resolveHostName(  # noqa: N802 - Twisted's name
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Any = None,  # noqa: ARG002, N803
        transportSemantics: str = "TCP",  # noqa: ARG002, N803
    ) -> _Resolution:
        resolution = _Resolution(hostName)
        task = asyncio.ensure_future(self._answer(resolutionReceiver, resolution, (hostName.strip("[]"), portNumber)))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return resolution

    async def lookup(self, host: str) -> tuple[str, ...]:
        """The addresses of a name, unfiltered; none when it has none or the question failed (see `errors`)."""
        known = self._known.get(host)
        if known is None or known.until < monotonic():
            known = await _ask(host)
            self._known[host] = known
            self.errors[host] = known.error
        return known.ips

    async def permitted(self, where: Place) -> tuple[str, ...]:
        """The addresses that may be connected for a host and port."""
        found = await self.lookup(where[0])
        allowed = tuple(ip for ip in found if self.guard.permits(ip, where))
        if found and not allowed:
            self.refused.add(where)
        return allowed

    async def pin(self, places: Iterable[Place]) -> None:
        """Looks up the inventory's own places once: only these addresses stay permitted for them."""
        wanted = sorted(set(places))
        found = await asyncio.gather(*(self.lookup(host) for host, _ in wanted))
        self.guard = Guard({one: frozenset(ips) for one, ips in zip(wanted, found, strict=True)})

    async def _answer(self, receiver: Any, resolution: _Resolution, where: Place) -> None:
        receiver.resolutionBegan(resolution)
        for ip in await self.permitted(where):
            kind = IPv6Address if ":" in ip else IPv4Address
            receiver.addressResolved(kind("TCP", ip, where[1]))
        receiver.resolutionComplete()


async def _ask(host: str) -> _Answer:
    ip = literal(host)
    if ip is not None:
        return _Answer((ip,), None, float("inf"))
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if host == "localhost" or host.endswith(".localhost"):  # RFC 6761, also where the system does not know
            return _Answer((str(ipaddress.IPv4Address(socket.INADDR_LOOPBACK)),), None, float("inf"))
        return _Answer((), error.errno, monotonic())
    except (OSError, UnicodeError):
        return _Answer((), socket.EAI_FAIL, monotonic())
    ips = tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))
    return _Answer(ips, None, monotonic() + _KEEP_SECONDS)
