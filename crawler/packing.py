"""Turns a page into what the journal stores, wherever the page was read."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from crawler import codec
from expectations.model import Link, Page

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PackingError = zstd.ZstdError
_LEVEL = 1
_AT_HAND = 512  # blocks; hundreds of pages go by before the menu has to be written out once more
_FIELDS = attrgetter(*(field.name for field in fields(Link)))


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

    _seen: set[int] = field(default_factory=set)
    _numbers: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def pack(self, page: Page) -> Packed:
        fresh: dict[int, bytes] = {}
        numbers = tuple([self._number(block, fresh) for block in page.link_blocks])
        return Packed(address=page.address, page=packed(page), numbers=numbers, fresh=fresh)

    def _number(self, links: tuple[Link, ...], fresh: dict[int, bytes]) -> int:
        same = tuple(map(_FIELDS, links))  # found again in a fraction of the time that writing it out takes
        number = self._numbers.get(same)
        if number is None:
            told = codec.dump(links, tuple[Link, ...]).encode()
            number = int.from_bytes(blake2b(told, digest_size=7).digest())
            if len(self._numbers) == _AT_HAND:
                self._numbers.clear()
            self._numbers[same] = number
            if number not in self._seen:
                self._seen.add(number)
                fresh[number] = zstd.compress(told, _LEVEL)
        return number


def packed(page: Page) -> bytes:
    """A page without its links. Its text stands behind all else: JSON would look at every letter of it."""
    told = codec.dump(replace(page, link_blocks=(), text=""))
    return zstd.compress(f"{told}\n{page.text}".encode("utf-8", "surrogatepass"), _LEVEL)


def page_of(stored: bytes) -> Page:
    """The page that was packed, without its links."""
    told, _, text = zstd.decompress(stored).partition(b"\n")
    return replace(codec.load(Page, told), text=text.decode("utf-8", "surrogatepass"))


def links_of(stored: bytes) -> tuple[Link, ...]:
    """The block of links that was packed."""
    return codec.load(tuple[Link, ...], zstd.decompress(stored))
