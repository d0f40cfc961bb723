import pytest

from expectations.model import Localised, Visit
from tests.builders import a_visit
from tests.expectations.judged import GOOD, KLACHT, SITE, a_route, an_inventory, dutch, findings, judgement, page

PDF = "application/pdf"
REGULATION = f"{SITE}/bestanden/klachtenregeling-ministerie.pdf"
TOLD = {"content_type": PDF, "link_text": "Klachtenregeling van het ministerie (pdf)"}
WITHOUT_ADDRESS = an_inventory(a_route(url=Localised()))


@pytest.mark.parametrize("kind", [PDF, "application/msword", "application/vnd.oasis.opendocument.text"])
def test_the_declared_address_answers_with_a_document(kind: str) -> None:
    report = judgement(an_inventory(), a_visit(KLACHT, content_type=kind))

    assert [(f.code, f.route, f.page) for f in report.findings] == [("document-only", "klacht", KLACHT)]


def test_a_document_that_names_the_kind_is_all_there_is() -> None:
    report = judgement(WITHOUT_ADDRESS, a_visit(REGULATION, **TOLD))

    assert [(f.code, f.page) for f in report.findings] == [("document-only", REGULATION)]


@pytest.mark.parametrize(
    "visit",
    [
        a_visit(f"{SITE}/jaarverslag-klachten.pdf", content_type=PDF, link_text="Jaarverslag klachten 2025"),
        a_visit(f"{SITE}/bezwaar.pdf", content_type=PDF, link_text="Bezwaar maken"),
        a_visit("https://www.ander.example/klachtenregeling.pdf", **TOLD),
        a_visit(REGULATION, **(TOLD | {"content_type": "image/png"})),
    ],
)
def test_reports_other_subjects_and_other_sites_documents_are_no_route(visit: Visit) -> None:
    assert findings("document-only", WITHOUT_ADDRESS, visit) == ()
    assert len(findings("route-missing", WITHOUT_ADDRESS, visit)) == 1


def test_a_document_beside_the_page_is_fine() -> None:
    shown = dutch(GOOD + f'<p><a href="{REGULATION}">Klachtenregeling (pdf)</a></p>')

    assert findings("document-only", an_inventory(), shown, a_visit(REGULATION, **TOLD)) == ()


def test_a_document_that_moved_to_a_page_is_a_moved_page() -> None:
    moved = page(f"{SITE}/klachten/klacht-indienen", GOOD)

    assert findings("document-only", an_inventory(), moved, a_visit(KLACHT, content_type=PDF)) == ()
    assert len(findings("page-moved", an_inventory(), moved, a_visit(KLACHT, content_type=PDF))) == 1


def test_unknown_is_not_a_document() -> None:
    assert findings("document-only", an_inventory(), a_visit(KLACHT, content_type="application/json")) == ()
