"""Turns a page into what the journal stores, wherever the page was read."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from crawler import codec
from expectations.model import Link, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A page without its links, and the numbers of its blocks of links, equal for equal blocks. `fresh` are those of
    its blocks that the same packer had not seen before."""

    address: str
    page: bytes
    numbers: tuple[int, ...]
    fresh: Mapping[int, bytes]


@dataclass(frozen=True, slots=True)
class Packer:
    """Packs pages; remembers the blocks that went before, since a site's menu stands on all its pages."""

    _seen: dict[bytes, int] = field(default_factory=dict)

    def pack(self, page: Page) -> Packed:
        fresh: dict[int, bytes] = {}
        numbers = tuple([self._number(block, fresh) for block in page.link_blocks])
        return Packed(address=page.address, page=packed(page), numbers=numbers, fresh=fresh)

    def _number(self, links: tuple[Link, ...], fresh: dict[int, bytes]) -> int:
        told = codec.dump(links, tuple[Link, ...]).encode()
        key = blake2b(told, digest_size=16).digest()
        number = self._seen.get(key)
        if number is None:
            number = self._seen[key] = int.from_bytes(key[:7])
            fresh[number] = zlib.compress(told, 1)
        return number


def packed(page: Page) -> bytes:
    """A page without its links."""
    return zlib.compress(codec.dump(replace(page, link_blocks=())).encode(), 1)


def page_of(stored: bytes) -> Page:
    """The page that was packed, without its links."""
    return codec.load(Page, zlib.decompress(stored))


def links_of(stored: bytes) -> tuple[Link, ...]:
    """The block of links that was packed."""
    return codec.load(tuple[Link, ...], zlib.decompress(stored))
