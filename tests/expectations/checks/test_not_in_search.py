from dataclasses import replace

import pytest

from expectations.inventory import queries
from expectations.model import Inventory, Language
from tests.builders import a_move
from tests.expectations.judged import GOOD, KLACHT, SITE, an_inventory, dutch, judgement

INVENTORY = an_inventory(search=f"{SITE}/zoeken?q={{query}}")
ASKED = [
    query.address
    for query in queries(INVENTORY, INVENTORY.ministries[0], INVENTORY.ministries[0].routes[0], Language.NL, KLACHT)
]
OTHERS = tuple(f"{SITE}/onderwerp-{n}" for n in range(10))
MENU = (f"{SITE}/home", f"{SITE}/help")


def said(*answers: tuple[str, ...], inventory: Inventory = INVENTORY, head: str = "") -> list[str | None]:
    """What is said when the search answers the first questions like this, and the rest with other pages."""
    searches = {asked: OTHERS[n : n + 2] for n, asked in enumerate(ASKED)} | dict(zip(ASKED, answers, strict=False))
    seen = (dutch(GOOD, head=head), a_move(f"{SITE}/oud", KLACHT))
    found = judgement(inventory, *seen, searches=searches).findings
    return [finding.expected for finding in found if finding.code == "not-in-search"]


def test_a_page_that_no_question_brings_up() -> None:
    assert said(OTHERS, ()) == ["klacht indienen, klacht, klacht over ministerie, klacht over ambtenaar"]


@pytest.mark.parametrize(
    "answer", [(KLACHT,), (*OTHERS[:9], KLACHT), (KLACHT + "/",), (f"{SITE}/oud",), (*MENU, *OTHERS[:9], KLACHT)]
)
def test_one_question_that_brings_it_up_is_enough(answer: tuple[str, ...]) -> None:
    rest = [(*MENU, *OTHERS[n : n + 2]) for n in range(len(ASKED) - 1)]

    assert said(answer, *(rest if answer[0] in MENU else ())) == []


def test_the_eleventh_result_is_not_looked_at() -> None:
    assert len(said((*OTHERS, KLACHT))) == 1


def test_a_page_that_wants_no_search_engines_has_another_fault() -> None:
    assert said(head='<meta name="robots" content="noindex">') == []


def test_unknown_is_not_absent() -> None:
    assert said(*[()] * len(ASKED)) == []
    assert said(*[MENU] * len(ASKED)) == []
    assert said(inventory=replace(INVENTORY, ministries=an_inventory().ministries)) == []


def test_a_question_without_an_answer_leaves_it_open() -> None:
    report = judgement(INVENTORY, dutch(), searches=dict.fromkeys(ASKED[1:], OTHERS))

    assert "not-in-search" not in [finding.code for finding in report.findings]
