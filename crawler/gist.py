"""What the survey needs to know of a page that was read, in its own process or in another."""

from dataclasses import dataclass, replace

from crawler.packing import Packed, links_of
from expectations.model import Cause, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """`careful` and `plain` are how it was read (see `Reader`). `names`: its title, top heading or slug names a kind of
    route. `blocks` are its links, where they need not be unpacked. Without `whole` it is only the beginning of a page
    that is too large."""

    careful: bool
    plain: bool
    names: bool
    refresh: str | None
    rejected: tuple[tuple[str, Cause], ...]
    alternates: tuple[str, ...]
    packed: Packed
    blocks: tuple[tuple[Link, ...], ...] = ()
    whole: bool = True

    def links(self, n: int) -> tuple[Link, ...] | None:
        """The links of its n-th block; None when an earlier page from the same packer holds them."""
        if self.blocks:
            return self.blocks[n]
        stored = self.packed.fresh.get(self.packed.numbers[n])
        return None if stored is None else links_of(stored)

    def to_send(self) -> "Gist":
        """The same for another process."""
        return replace(self, blocks=())
