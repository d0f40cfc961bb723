"""A route page without any text that a visitor could read."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import AtAddress, Family, Fault, Severity
from expectations.route_subject import RouteSubject

_UNREADABLE = frozenset({AtAddress.EMPTY, AtAddress.COOKIE_WALL, AtAddress.GARBAGE})


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.BROKEN)
def page_unreadable(route: RouteSubject) -> Iterator[Fault]:
    """The route page carries text that a visitor can read at once."""
    if route.nowhere and route.match.at_address in _UNREADABLE:
        yield Fault(found=route.match.at_address.value)
