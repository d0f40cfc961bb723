"""Pages that did not answer, or not in a usable way."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Outcome, Severity
from expectations.route_subject import RouteSubject
from expectations.subjects import OriginSubject


@check(on=(RouteSubject, OriginSubject), severity=Severity.NOTICE, family=Family.UNVERIFIED)
def unreachable(subject: RouteSubject | OriginSubject) -> Iterator[Fault]:
    """The pages that we must judge answer."""
    if subject.not_known is Outcome.UNREACHABLE:
        yield Fault(found=subject.trouble)
