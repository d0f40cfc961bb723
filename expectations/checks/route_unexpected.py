"""A route that the inventory does not know."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.subjects import OrganisationSubject


@check(on=OrganisationSubject, severity=Severity.NOTICE, family=Family.INCONSISTENT)
def route_unexpected(subject: OrganisationSubject) -> Iterator[Fault]:
    """Every page that serves outsiders as a route is in the inventory."""
    for page, kinds in subject.unexpected:
        yield Fault(page=page.address, found=", ".join(sorted(kinds)), quote=page.heading)
