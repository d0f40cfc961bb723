"""Which links of a crawl lead to an address; the one look at all of its links, of which there are millions."""

from collections.abc import Iterable

from expectations.model import Link, Page

Block = tuple[Link, ...]


class Linked:
    """The blocks of links of all pages, each once, and where they lead. Equal blocks of different pages are one object.

    `numbers` tells the number of each block by its identity, in the order in which the blocks stand on the pages.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        self.blocks: list[Block] = []
        self.numbers: dict[int, int] = {}
        self._to: dict[str, list[int]] = {}
        for page in pages:
            for block in page.link_blocks:
                if id(block) not in self.numbers:
                    self._add(block)

    @property
    def targets(self) -> Iterable[str]:
        """Every address to which a link leads."""
        return self._to.keys()

    def blocks_to(self, addresses: Iterable[str]) -> list[int]:
        """The numbers of the blocks with a link to one of the addresses, in their order."""
        return sorted({number for address in addresses for number in self._to.get(address, ())})

    def _add(self, block: Block) -> None:
        number = self.numbers[id(block)] = len(self.blocks)
        self.blocks.append(block)
        for link in block:
            self._to.setdefault(link.target, []).append(number)
