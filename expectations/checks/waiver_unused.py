"""A waiver for something that is in order again, or never was wrong."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.subjects import WaiverSubject


@check(on=WaiverSubject, severity=Severity.NOTICE, family=Family.UNVERIFIED, colours=False)
def waiver_unused(subject: WaiverSubject) -> Iterator[Fault]:
    """Every waiver is for a finding that is there."""
    if subject.fits_nothing and not subject.is_over:
        yield Fault(expected=subject.waiver.code, facts=subject.facts)
