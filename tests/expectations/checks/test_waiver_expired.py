from expectations.checks.waiver_expired import waiver_expired
from expectations.model import Fault
from expectations.subjects import WaiverSubject
from tests.builders import a_waiver


def test_a_waiver_whose_last_day_is_over() -> None:
    (fault,) = waiver_expired(WaiverSubject(waiver=a_waiver(), is_over=True, fits_nothing=False))

    assert fault == Fault(
        expected="link-broken",
        found="2026-12-31",
        facts={"reason": "Wordt verbouwd.", "owner": "webredactie", "line": "3"},
    )


def test_one_that_also_fits_nothing_is_told_once() -> None:
    assert len(list(waiver_expired(WaiverSubject(waiver=a_waiver(), is_over=True, fits_nothing=True)))) == 1


def test_a_waiver_that_still_holds() -> None:
    assert list(waiver_expired(WaiverSubject(waiver=a_waiver(), is_over=False, fits_nothing=True))) == []
