from expectations.checks.waiver_unused import waiver_unused
from expectations.model import Fault
from expectations.subjects import WaiverSubject
from tests.builders import a_waiver


def test_a_waiver_for_something_that_is_in_order() -> None:
    (fault,) = waiver_unused(WaiverSubject(waiver=a_waiver(), is_over=False, fits_nothing=True))

    assert fault == Fault(
        expected="link-broken", facts={"reason": "Wordt verbouwd.", "owner": "webredactie", "line": "3"}
    )


def test_a_waiver_that_does_something() -> None:
    assert list(waiver_unused(WaiverSubject(waiver=a_waiver(), is_over=False, fits_nothing=False))) == []


def test_one_that_ended_is_told_as_that() -> None:
    assert list(waiver_unused(WaiverSubject(waiver=a_waiver(), is_over=True, fits_nothing=True))) == []
