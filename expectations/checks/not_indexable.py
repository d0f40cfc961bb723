"""A route page that asks search engines to stay away."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject

_STAY_AWAY = frozenset({"noindex", "none"})


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.HARD_TO_FIND, once_per=Once.PAGE)
def not_indexable(route: RouteSubject) -> Iterator[Fault]:
    """Search engines may show the route page."""
    if route.page and route.page.directives & _STAY_AWAY:
        directives = ", ".join(sorted(route.page.directives))
        yield Fault(found=directives, quote=directives)
