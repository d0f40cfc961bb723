"""Values of the model survive being written and read."""

from datetime import date

from crawler import codec
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


def test_the_signature_tells_classes_apart() -> None:
    assert codec.signature(Page) == codec.signature(Page)
    assert codec.signature(Page) != codec.signature(Visit)
