"""A route page that lies too deep."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.paths import PathAnswer
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.HARD_TO_FIND, once_per=Once.PAGE)
def too_many_clicks(route: RouteSubject) -> Iterator[Fault]:
    """The shortest path to the route page, from home and from portal, has no more clicks than the policy allows."""
    if route.page is None or route.referral:
        return
    yield from _too_many(route.home, route.policy.max_clicks_home)
    yield from _too_many(route.portal, route.policy.max_clicks_portal)


def _too_many(path: PathAnswer | None, most: int | None) -> Iterator[Fault]:
    """Only when no page that was left unread can make the path short enough."""
    if path is None or path.clicks is None or most is None:
        return
    if path.at_least is not None and path.at_least > most:
        told = " > ".join(step.text for step in path.steps)
        yield Fault(target=path.start, expected=str(most), found=str(path.clicks), path=told)
