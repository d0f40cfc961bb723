"""A waiver whose last day is over."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.subjects import WaiverSubject


@check(on=WaiverSubject, severity=Severity.NOTICE, family=Family.UNVERIFIED, colours=False)
def waiver_expired(subject: WaiverSubject) -> Iterator[Fault]:
    """The end date of every waiver is still to come."""
    if subject.is_over:
        waiver = subject.waiver
        yield Fault(expected=waiver.code, found=waiver.until.isoformat(), facts=subject.facts)
