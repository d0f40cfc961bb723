"""A route page to which every link says "klik hier"."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.NOTICE, family=Family.HARD_TO_FIND, once_per=Once.PAGE)
def link_text_vague(route: RouteSubject) -> Iterator[Fault]:
    """At least one link to the route page says where it leads."""
    if route.page and not route.referral and route.vague_links:
        said = route.vague_links[0]
        yield Fault(found=said or None, quote=", ".join(route.vague_links))
