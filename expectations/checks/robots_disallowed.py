"""Pages that robots.txt keeps us from."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Outcome, Severity
from expectations.route_subject import RouteSubject
from expectations.subjects import OriginSubject


@check(on=(RouteSubject, OriginSubject), severity=Severity.NOTICE, family=Family.UNVERIFIED)
def robots_disallowed(subject: RouteSubject | OriginSubject) -> Iterator[Fault]:
    """robots.txt lets us read the pages that we must judge."""
    if subject.not_known is Outcome.ROBOTS:
        yield Fault(found=subject.trouble)
