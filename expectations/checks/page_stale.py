"""A route page that was not looked after for a long time."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.NOTICE, family=Family.HARD_TO_FIND, once_per=Once.PAGE)
def page_stale(route: RouteSubject) -> Iterator[Fault]:
    """The route page's own date of last change is not older than the policy allows."""
    most = route.policy.max_age_days
    if route.page is None or route.page.modified is None or route.referral or most is None or route.age is None:
        return
    if route.age > most:
        yield Fault(expected=str(most), found=route.page.modified.isoformat())
