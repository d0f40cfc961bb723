"""A route for outsiders whose page is for staff."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.ERROR, family=Family.INCONSISTENT, once_per=Once.PAGE)
def audience_staff(route: RouteSubject) -> Iterator[Fault]:
    """A page that is expected to serve outsiders does not say that it is for staff only."""
    if route.page and route.profile and route.profile.staff_only:
        yield Fault(found="staff", quote=route.profile.quote, region="main")
