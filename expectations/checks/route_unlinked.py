"""A route page that answers and that no visitor can click to."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity, Verdict
from expectations.route_subject import RouteSubject


@check(
    on=RouteSubject,
    severity=Severity.WARNING,
    family=Family.MISSING,
    verdict=Verdict.HARD_TO_FIND,
    once_per=Once.PAGE,
)
def route_unlinked(route: RouteSubject) -> Iterator[Fault]:
    """A path of links leads to the route page from the organisation's home or from the portal's."""
    if route.page and route.starts and all(start.impossible for start in route.starts):
        yield Fault()
