"""Pages survive being packed, and each block of links is packed once."""

import pytest

from crawler.packing import Packer, PackingError, links_of, packed, page_of
from expectations.model import Link
from tests.builders import a_link, a_page


def _blocks(count: int) -> list[tuple[Link, ...]]:
    return [(a_link(f"https://www.vbz.example/{n}"),) for n in range(count)]


@pytest.mark.parametrize("text", ["", "Een regel", "Een regel\nen nog een\n", "half \ud800 teken, \x00 en é"])
def test_a_text_of_any_shape_comes_back_equal(text: str) -> None:
    page = a_page(text=text)

    assert page_of(packed(page)) == page


def test_a_block_that_came_before_is_not_fresh() -> None:
    packer, menu = Packer(), (a_link(), a_link("https://www.vbz.example/contact"))
    first, second = packer.pack(a_page(link_blocks=(menu,))), packer.pack(a_page(link_blocks=(menu,)))

    assert first.numbers == second.numbers
    assert links_of(first.fresh[first.numbers[0]]) == menu
    assert not second.fresh


def test_nor_is_it_after_very_many_others() -> None:
    packer = Packer()
    first, *others = _blocks(1_200)
    for block in (first, *others):
        packer.pack(a_page(link_blocks=(block,)))

    assert not packer.pack(a_page(link_blocks=(first,))).fresh


def test_a_block_that_differs_in_one_field_is_another() -> None:
    blocks = ((a_link(),), (a_link(nofollow=True),), ())
    numbers = Packer().pack(a_page(link_blocks=blocks)).numbers

    assert len(set(numbers)) == len(blocks)


def test_two_packers_number_alike() -> None:
    block = (a_link(),)

    assert Packer().pack(a_page(link_blocks=(block,))).numbers == Packer().pack(a_page(link_blocks=(block,))).numbers


@pytest.mark.parametrize("stored", [b"", b"geen zstd", packed(a_page())[:-3]])
def test_damage_is_noticed(stored: bytes) -> None:
    with pytest.raises(PackingError):
        page_of(stored)
