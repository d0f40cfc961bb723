"""Signs are found where they stand, and what lies around them."""

import pytest

from expectations.places import places, stretches


def test_places_come_in_the_order_of_the_text() -> None:
    assert places("a+0(b0", "0+(") == [1, 2, 3, 5]


def test_a_text_without_the_signs_has_no_places() -> None:
    assert places("niets", "0+(") == []


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ([], []),
        ([50], [(40, 55)]),
        ([50, 65], [(40, 70)]),  # touching
        ([50, 66], [(40, 55), (56, 71)]),
        ([2, 98], [(0, 7), (88, 100)]),  # within the text
    ],
)
def test_stretches_that_touch_are_one(around: list[int], expected: list[tuple[int, int]]) -> None:
    assert list(stretches(around, 10, 5, 100)) == expected
