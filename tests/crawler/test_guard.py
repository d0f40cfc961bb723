"""No connection is made to an internal address, but for the inventory's own origins."""

import asyncio
from typing import Any

import pytest

from crawler.guard import Guard, GuardedResolver, is_internal, literal, place

_OWN = Guard({("intern.example", 8080): frozenset({"10.0.0.5"}), ("www.example.nl", 443): frozenset({"192.0.43.8"})})


_INSIDE = (
    "127.0.0.1 2130706433 0x7f.1 127.1 0177.0.0.1 0.0.0.0 [::1] [::ffff:127.0.0.1] 10.1.2.3 192.168.0.1 172.16.9.9 "
    "169.254.169.254 100.64.0.1 [fc00::1] [fe80::1] [64:ff9b::7f00:1] [2002:7f00:1::] 224.0.0.1 [::]"
)


@pytest.mark.parametrize("host", _INSIDE.split())
def test_internal_addresses_are_refused_in_any_spelling(host: str) -> None:
    assert Guard({}).refuses(f"http://{host}/")


@pytest.mark.parametrize(
    "host", ["192.0.43.8", "www.rijksoverheid.nl", "[2a02:88ff::1]", "3232235777.nl", "10.example.nl"]
)
def test_public_addresses_and_names_are_not_refused_by_their_spelling(host: str) -> None:
    assert not Guard({}).refuses(f"https://{host}/")


def test_odd_ports_are_for_the_inventory_only() -> None:
    assert _OWN.refuses("http://www.example.nl:6379/")
    assert _OWN.refuses("http://intern.example:25/")
    assert not _OWN.refuses("http://intern.example:8080/")
    assert not _OWN.refuses("https://www.example.nl/")


def test_an_own_origin_is_reached_at_the_addresses_it_had_at_the_start() -> None:
    assert _OWN.permits("10.0.0.5", ("intern.example", 8080))
    assert not _OWN.permits("10.0.0.6", ("intern.example", 8080))
    assert not _OWN.permits("10.0.0.5", ("intern.example", 80))
    assert not _OWN.permits("127.0.0.1", ("www.example.nl", 443))
    assert _OWN.permits("192.0.43.9", ("www.example.nl", 443))


def test_a_name_that_leads_inside_gets_no_addresses() -> None:
    answers = {"rebind.example": ("127.0.0.1",), "goed.example": ("192.0.43.8", "10.0.0.1")}
    resolver = GuardedResolver()

    async def lookup(host: str) -> tuple[str, ...]:
        return answers[host]

    resolver.lookup = lookup  # type: ignore[method-assign]
    received = _Receiver()

    async def ask() -> None:
        for name in answers:
            resolver.resolveHostName(received, name, 80)
        await asyncio.sleep(0.01)

    asyncio.run(ask())
    assert [(address.host, address.port) for address in received.addresses] == [("192.0.43.8", 80)]
    assert received.completed == 2
    assert resolver.refused == {("rebind.example", 80)}


def test_literals_are_recognised_as_resolvers_read_them() -> None:
    assert literal("2130706433") == "127.0.0.1"
    assert literal("127.1") == "127.0.0.1"
    assert literal("www.example.nl") is None
    assert not is_internal("192.0.43.8")
    assert place("https://www.example.nl/x") == ("www.example.nl", 443)
    assert place("http://[::1]:8080/") == ("::1", 8080)


class _Receiver:
    def __init__(self) -> None:
        self.addresses: list[Any] = []
        self.completed = 0

    def resolutionBegan(self, _: object) -> None:  # noqa: N802 - Twisted's name
        pass

    def addressResolved(self, address: object) -> None:  # noqa: N802
        self.addresses.append(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        self.completed += 1
