"""A site that refuses our robot."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Outcome, Severity
from expectations.route_subject import RouteSubject
from expectations.subjects import OriginSubject


@check(on=(RouteSubject, OriginSubject), severity=Severity.NOTICE, family=Family.UNVERIFIED)
def blocked(subject: RouteSubject | OriginSubject) -> Iterator[Fault]:
    """The site lets our robot read the pages that we must judge."""
    if subject.not_known is Outcome.BLOCKED:
        yield Fault(found=subject.trouble)
