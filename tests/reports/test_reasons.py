"""Why a page resembles a route, in the words of the report."""

from dataclasses import replace

import pytest

from expectations.classify import Profile
from expectations.identity import Likeness, weigh
from expectations.model import Kind, Language
from reports.texts.files import values
from reports.texts.reasons import _TOLD, Closest, closest, percent, reasons
from tests.builders import a_page

EVERYTHING = Likeness(
    title=80.0, heading=0.0, titled=True, headed=True, slugged=True, spoken=3, slug=100.0, linked="Klacht, of lof",
    contacts=("klachten@vbz.example", "Postbus 1, 2500 AA Den Haag"),
)  # fmt: skip


def told() -> set[str]:
    """Every reason that the matching can give."""
    kinds = frozenset({Kind.COMPLAINT})
    profile = Profile(titled=kinds, headed=kinds, slugged=kinds, route=True, staff_only=False, look_alike="damage")
    first = weigh(a_page(), EVERYTHING, profile, own=True, declared=True)
    second = weigh(a_page(), replace(EVERYTHING, titled=False, slugged=False), profile, own=True)
    return {*first.reasons, *second.reasons}


def test_every_reason_of_the_matching_has_words() -> None:
    dutch = [reasons(one, Language.NL) for one in told()]

    assert len(told()) == len(_TOLD)
    assert all(len(one) == 1 for one in dutch)
    assert not {one[0] for one in dutch} & told()


@pytest.mark.parametrize("lang", Language)
def test_the_words_are_those_of_the_table(lang: Language) -> None:
    assert values(lang)["reason"].keys() == _TOLD.keys()


def test_a_comma_within_a_reason_does_not_end_it() -> None:
    text = "title is 93% alike, shows a@b.example, Postbus 1, 2500 AA Den Haag, linked as: Klacht, of lof"

    assert reasons(text, Language.NL) == (
        "titel komt voor 93% overeen",
        "noemt a@b.example, Postbus 1, 2500 AA Den Haag",
        "een link ernaartoe heet ‘Klacht, of lof’",
    )


def test_what_a_page_is_about_instead_is_told_in_words() -> None:
    assert reasons("is about something else: damage", Language.NL) == ("gaat over iets anders: schade",)


def test_a_reason_of_another_version_stands_as_it_is() -> None:
    assert reasons("smells right", Language.NL) == ("smells right",)
    assert reasons("", Language.NL) == ()


def test_the_closest_pages_are_told_best_first() -> None:
    assert closest("https://a.example/x (0.42: shows a (b), c); https://b.example/ (0.07: shows d)", Language.EN) == (
        Closest(address="https://a.example/x", percent=42, reasons=("shows a (b), c",)),
        Closest(address="https://b.example/", percent=7, reasons=("shows d",)),
    )


@pytest.mark.parametrize(("text", "number"), [("0.86", 86), ("1.5", 100), ("-1", 0), ("veel", 0), ("nan", 0)])
def test_a_score_is_told_in_percent(text: str, number: int) -> None:
    assert percent(text) == number
