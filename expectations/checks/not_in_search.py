"""A route page that the site's own search does not find."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.HARD_TO_FIND, once_per=Once.PAGE)
def not_in_search(route: RouteSubject) -> Iterator[Fault]:
    """The site's own search shows the route page among its first ten results for the words that citizens use."""
    if route.page and not route.referral and route.searched_in_vain and not route.shuns_search:
        yield Fault(expected=", ".join(route.searched_in_vain))
