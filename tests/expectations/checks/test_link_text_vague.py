import pytest

from expectations.model import OriginCoverage, Stopped
from tests.expectations.judged import GOOD, KLACHT, SITE, an_inventory, dutch, judgement, page

CONTACT = f"{SITE}/contact"


def said(*links: str, shown: str = GOOD, stopped: Stopped | None = None) -> list[str | None]:
    """What is said when the only links to the page are these."""
    origins = (OriginCoverage(origin=SITE, pages=9, complete=not stopped, stopped=stopped),)
    body = "".join(f"<p>Heeft u een klacht? {link}</p>" for link in links)
    seen = (page(CONTACT, body, title="Contact"), dutch(shown))
    found = judgement(an_inventory(), *seen, origins=origins, linked=(CONTACT,)).findings
    return [finding.found for finding in found if finding.code == "link-text-vague"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Klik hier", "Klik hier"),
        ("Lees meer »", "Lees meer »"),
        ("Click here (in Dutch)", "Click here (in Dutch)"),
        (KLACHT, KLACHT),
        ("www.vbz.nl/klacht", "www.vbz.nl/klacht"),
        ("<img src=x.png>", None),
    ],
)
def test_a_page_to_which_no_link_says_what_it_is(text: str, told: str | None) -> None:
    assert said(f'<a href="{KLACHT}">{text}</a>') == [told]


@pytest.mark.parametrize(
    "link",
    [
        f'<a href="{KLACHT}">Een klacht indienen</a>',
        f'<a href="{KLACHT}"><img src=x.png alt="Een klacht indienen"></a>',
        f'<a href="{KLACHT}" aria-label="Lees meer over een klacht indienen">Lees meer</a>',
        f'<a href="{KLACHT}">Lees meer<span class="visually-hidden"> over klachten</span></a>',
    ],
)
def test_one_telling_link_is_enough(link: str) -> None:
    assert said(f'<a href="{KLACHT}">Klik hier</a>', link) == []


def test_a_link_on_the_page_itself_leads_nobody_there() -> None:
    inside = f'{GOOD}<p><a href="{KLACHT}#contact">Naar de contactgegevens</a></p>'

    assert said(f'<a href="{KLACHT}">Klik hier</a>', shown=inside) == ["Klik hier"]


def test_a_page_without_links_has_another_fault() -> None:
    assert said() == []


def test_unknown_is_not_vague() -> None:
    assert said(f'<a href="{KLACHT}">Klik hier</a>', stopped=Stopped.BUDGET) == []
