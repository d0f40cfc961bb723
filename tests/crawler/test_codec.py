"""Values of the model survive being written and read."""

from datetime import date

import pytest

from crawler import codec
from crawler.robots import Rules
from expectations.model import (
    Cause,
    Channel,
    ChannelType,
    Heading,
    Language,
    Link,
    Outcome,
    Page,
    Region,
    Section,
    Visit,
)

_LINK = Link(target="https://a.nl/", text="\ud800 kapot", region=Region.NAV, nofollow=True)


def test_a_full_page_comes_back_equal() -> None:
    page = Page(
        address="https://www.example.nl/klacht",
        language=Language.NL,
        title="Klacht",
        headings=(Heading(level=1, text="Klacht"),),
        alternates={Language.EN: "https://www.example.nl/en"},
        modified=date(2026, 11, 23),
        directives=frozenset({"noindex", "nofollow"}),
        channels=(Channel(type=ChannelType.EMAIL, value="a@b.nl", text="a@b.nl"),),
        link_blocks=((_LINK,), ()),
        sections=(Section(heading="Hoe", level=2, text="Zo", links=(_LINK,)),),
        login_form=True,
    )

    assert codec.load(Page, codec.dump(page)) == page


def test_defaults_are_not_written() -> None:
    visit = Visit(address="a", outcome=Outcome.OK, cause=Cause.ANSWERED)

    assert codec.dump(visit) == '["a","ok","answered"]'
    assert codec.load(Visit, codec.dump(visit)) == visit


def test_values_of_one_class_are_written_by_columns_without_those_of_defaults() -> None:
    links = (Link(target="a", text="A", region=Region.NAV), Link(target="b", text="B", region=Region.MAIN))

    assert codec.dump(links, tuple[Link, ...]) == '[["a","b"],["A","B"],["nav","main"]]'
    assert codec.load(tuple[Link, ...], codec.dump(links, tuple[Link, ...])) == links


def test_no_values_and_values_of_defaults_only_keep_their_number() -> None:
    for rules in ((), (Rules(),), (Rules(), Rules())):
        assert codec.load(tuple[Rules, ...], codec.dump(rules, tuple[Rules, ...])) == rules


@pytest.mark.parametrize(
    "damaged", ['[["a"],["A"]]', '[["a","b"],["A"],["nav","nav"]]', '[["a"],["A"],["nowhere"]]', "7"]
)
def test_damaged_columns_are_refused(damaged: str) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        codec.load(tuple[Link, ...], damaged)


def test_equal_texts_become_one_object() -> None:
    written = codec.dump(
        tuple(Link(target="https://a.nl/", text="A", region=Region.NAV) for _ in "ab"), tuple[Link, ...]
    )
    one, other = codec.load(tuple[Link, ...], written), codec.load(tuple[Link, ...], written)

    assert len({id(link.target) for link in (*one, *other)}) == 1


def test_the_signature_tells_classes_apart() -> None:
    assert codec.signature(Page) == codec.signature(Page)
    assert codec.signature(Page) != codec.signature(Visit)
