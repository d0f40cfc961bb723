import pytest

from expectations.checks.certificate_invalid import certificate_invalid
from expectations.checks.unreachable import unreachable
from expectations.model import AtAddress, Cause, Fault, OriginCoverage, Outcome, Stopped
from tests.builders import a_lost_match, a_route, a_visit
from tests.expectations.judged import KLACHT, SITE, an_inventory, findings, judgement

REFUSED = a_visit(
    KLACHT, outcome=Outcome.BROKEN, cause=Cause.CERTIFICATE, status=None, detail="expired", confirmed=True
)


@pytest.mark.parametrize("detail", ["expired", "wrong-name", "incomplete-chain"])
def test_the_fault_of_the_certificate_is_told(detail: str) -> None:
    visit = a_visit(outcome=Outcome.BROKEN, cause=Cause.CERTIFICATE, status=None, detail=detail, confirmed=True)
    route = a_route(match=a_lost_match(AtAddress.CERTIFICATE, visit=visit))

    assert list(certificate_invalid(route)) == [Fault(found=detail)]
    assert list(unreachable(route)) == []


def test_a_page_that_was_read_has_a_good_one() -> None:
    assert list(certificate_invalid(a_route())) == []


def test_a_refused_certificate_is_the_only_thing_said_of_its_route() -> None:
    stopped = OriginCoverage(origin=SITE, pages=0, complete=False, stopped=Stopped.UNREACHABLE)
    report = judgement(an_inventory(), REFUSED, origins=(stopped,))

    assert [(f.code, f.found, f.page) for f in report.findings] == [("certificate-invalid", "expired", KLACHT)]


def test_unknown_is_not_invalid() -> None:
    unsure = a_visit(KLACHT, outcome=Outcome.BROKEN, cause=Cause.CERTIFICATE, status=None, detail="expired")

    assert findings("certificate-invalid", an_inventory(), unsure) == ()
    assert len(findings("crawl-incomplete", an_inventory(), unsure)) == 1
