import pytest

from expectations.checks.title_mismatch import title_mismatch
from expectations.model import AtAddress
from expectations.wording import Wording
from tests.builders import a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import TITLE, an_inventory, dutch, findings

CODE = "title-mismatch"


@pytest.mark.parametrize("title", ["Zeg het ons", "Laat van u horen", "Wat u van ons mag verwachten"])
def test_a_title_with_nothing_in_common_is_told(title: str) -> None:
    body = "<p>U kunt een klacht indienen. Een klacht indienen kan per brief. Dien uw klacht in.</p>"
    (finding,) = findings(CODE, an_inventory(), dutch(body, title=title))

    assert (finding.expected, finding.found) == (TITLE, title)


@pytest.mark.parametrize(
    "title", ["Klachtenregeling", "Uw klacht", "Niet tevreden over ons?", "Klagen over het ministerie", "Indienen"]
)
def test_another_wording_of_the_same_is_fine(title: str) -> None:
    assert findings(CODE, an_inventory(), dutch(title=title)) == ()


def test_unknown_is_no_other_title() -> None:
    match = a_lost_match(AtAddress.UNKNOWN)

    assert list(title_mismatch(a_subject(match=match, wording=Wording(title_likeness=0.0)))) == []
