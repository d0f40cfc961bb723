import pytest

from expectations.model import Page, Verdict
from tests.expectations.judged import GOOD, KLACHT, an_inventory, dutch, findings, judgement, page, read

SHELL = '<html lang=nl><head><title>Klacht indienen</title></head><body><div id="root"></div>{}</body></html>'


@pytest.mark.parametrize(
    "shown",
    [
        read(KLACHT, SHELL.format("<noscript>Zet JavaScript aan om deze pagina te zien.</noscript>")),
        read(KLACHT, SHELL.format("")),
        page(KLACHT, "<p>Voor deze pagina is JavaScript nodig.</p>"),
        page(KLACHT, "<p>Even geduld, de pagina wordt geladen.</p>"),
    ],
)
def test_a_page_that_waits_for_scripts(shown: Page) -> None:
    report = judgement(an_inventory(), shown)

    assert [finding.code for finding in report.findings] == ["script-required"]
    assert [o.routes[0].verdict for o in report.organisations if o.id == "vbz"] == [Verdict.UNVERIFIED]


@pytest.mark.parametrize(
    "shown",
    [
        dutch(GOOD + "<noscript>Zet JavaScript aan.</noscript>"),
        dutch("<p>Bel ons op 070 348 64 64 of kom langs.</p><noscript>Zet JavaScript aan.</noscript>"),
        dutch(GOOD + "<p>Voor het formulier is JavaScript nodig.</p>"),
    ],
)
def test_a_page_with_its_own_text_needs_none(shown: Page) -> None:
    assert findings("script-required", an_inventory(), shown) == ()
