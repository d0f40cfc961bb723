"""A page whose title is not the one that the inventory knows."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Found, Severity
from expectations.route_subject import RouteSubject

MIN_LIKENESS = 60.0  # percent; without a telling word in common, titles reach less than this by chance
_AT_ITS_ADDRESS = frozenset({Found.AT_ADDRESS, Found.REDIRECTED})


@check(on=RouteSubject, severity=Severity.NOTICE, family=Family.INCONSISTENT)
def title_mismatch(route: RouteSubject) -> Iterator[Fault]:
    """The title of the route page has much in common with the inventory's."""
    likeness = route.wording.title_likeness
    if route.page is None or route.referral or likeness is None or route.match.found not in _AT_ITS_ADDRESS:
        return
    if likeness < MIN_LIKENESS:
        title = route.match.route.title.get(route.match.language)
        yield Fault(expected=title, found=route.page.heading, quote=route.page.heading)
