"""A referral page that does not lead to a ministry's route."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity, Verdict
from expectations.subjects import ReferralSubject


@check(on=ReferralSubject, severity=Severity.WARNING, family=Family.MISSING, verdict=Verdict.HARD_TO_FIND)
def referral_missing(referral: ReferralSubject) -> Iterator[Fault]:
    """A referral page has a link that ends at each ministry's own route of its kind."""
    if referral.is_missing:
        wrong = referral.claims[0] if referral.claims else None
        yield Fault(found=wrong.target if wrong else None, quote=wrong.text if wrong else "")
