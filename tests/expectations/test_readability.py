import pytest

from expectations.readability import flesch_douma, syllable_count

EASY = "Wij zijn er voor u. U kunt ons bellen. Wij doen wat wij zeggen. U hoort snel van ons. " * 8
HARD = (
    "Onverminderd de verantwoordelijkheid van het bevoegde bestuursorgaan geschiedt de behandeling van klaagschriften "
    "overeenkomstig de dienaangaande vastgestelde uitvoeringsvoorschriften inzake vertrouwelijkheid en zorgvuldigheid. "
) * 6


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("over", 2),
        ("idee", 2),
        ("open", 2),
        ("overheid", 3),
        ("coördinator", 5),
        ("klacht", 1),
        ("pst", 1),
        ("ministerie", 4),
    ],
)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert syllable_count(word) == count


def test_plain_words_score_far_above_officialese() -> None:
    easy, hard = flesch_douma(EASY), flesch_douma(HARD)

    assert easy is not None
    assert hard is not None
    assert easy > 80 > 20 > hard


def test_a_short_text_is_not_judged() -> None:
    assert flesch_douma("Bel ons.") is None
