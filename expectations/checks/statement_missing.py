"""Something that a route page must say and does not say."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.NOTICE, family=Family.MISSING, once_per=Once.PAGE)
def statement_missing(route: RouteSubject) -> Iterator[Fault]:
    """The route page says what policy and inventory require of it."""
    if route.whole is None or route.referral or (route.profile and route.profile.staff_only):
        return
    for statement in route.wording.required:
        if statement not in route.wording.said:
            yield Fault(expected=statement.value)
