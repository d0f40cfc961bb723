"""Which origins an inventory names (design, section 9), and which of them are internal."""

import ipaddress
import re
from collections.abc import Collection, Iterator, Mapping

from expectations import urls
from expectations.inventory_fields import QUERY
from expectations.model import Inventory, Organisation

_NUMBER = re.compile(r"[0-9a-fx.]+\.?[0-9]*")  # 127.1, 0x7f.1, 2130706433: spellings that only resolvers understand
_INTERNAL_NAMES = re.compile(r"(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|corp)$")


def origins(inventory: Inventory, only: Collection[str] = ()) -> Mapping[str, tuple[str, ...]]:
    """The origins of each organisation, home first. With `only`: of these organisations and the portal."""
    wanted = [x for x in inventory.organisations if not only or x.id in only or x is inventory.portal]
    return {
        organisation.id: tuple(dict.fromkeys(urls.origin(urls.address(x)) for x in _addresses(organisation)))
        for organisation in wanted
    }


def internal_origins(inventory: Inventory) -> tuple[str, ...]:
    """The origins that lie on this machine or in a private network, as far as their names tell."""
    named = {origin for own in origins(inventory).values() for origin in own}
    return tuple(sorted(origin for origin in named if is_internal(urls.host(origin))))


def is_internal(host: str) -> bool:
    """Whether a host name or number cannot belong to the public web."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        # a name without a dot, or a number in one of the spellings that only resolvers understand
        return (
            "." not in host or bool(_INTERNAL_NAMES.search(host)) or bool(re.fullmatch(r"[0-9a-fx.]+\.?[0-9]*", host))
        )


def _addresses(organisation: Organisation) -> Iterator[str]:
    """Not of source, channels and successor: those are never visited for their own sake."""
    yield from organisation.home.values
    yield from organisation.aliases
    yield from organisation.sitemaps
    if organisation.search:
        yield organisation.search.replace(QUERY, "x")
    yield from organisation.scope
    for route in organisation.routes:
        yield from route.url.values
    for referral in organisation.referrals:
        yield from referral.url.values
