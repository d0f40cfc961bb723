"""Which links lead to an address."""

from expectations.linked import Linked
from tests.builders import a_link, a_page

A, B, C = (f"https://www.example.nl/{name}" for name in "abc")


def test_a_block_that_many_pages_share_is_looked_at_once() -> None:
    menu = (a_link(A), a_link(B))
    linked = Linked([a_page(A, link_blocks=(menu,)), a_page(B, link_blocks=(menu, (a_link(C),)))])

    assert linked.blocks == [menu, (a_link(C),)]
    assert linked.numbers[id(menu)] == 0


def test_blocks_to_addresses_come_in_their_order_and_each_once() -> None:
    linked = Linked([a_page(A, link_blocks=((a_link(C), a_link(C)), (a_link(A),), (a_link(B), a_link(C))))])

    assert linked.blocks_to([C]) == [0, 2]
    assert linked.blocks_to([B, A, C]) == [0, 1, 2]


def test_nothing_leads_to_an_address_without_links() -> None:
    linked = Linked([a_page(A, link_blocks=((a_link(B),),))])

    assert linked.blocks_to([A]) == []
    assert list(linked.targets) == [B]
