"""A route page that the site's sitemap leaves out."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.NOTICE, family=Family.HARD_TO_FIND, once_per=Once.PAGE)
def not_in_sitemap(route: RouteSubject) -> Iterator[Fault]:
    """A site that has a sitemap names the route page in it."""
    # A page that search engines may not show does not belong in a sitemap either.
    if route.page and not route.referral and route.in_sitemap is False and not route.shuns_search:
        yield Fault()
