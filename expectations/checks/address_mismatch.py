"""Another postal address than the inventory's."""

from collections.abc import Iterator

from expectations.check import check
from expectations.mismatches import mismatches
from expectations.model import ChannelType, Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.INCONSISTENT)
def address_mismatch(route: RouteSubject) -> Iterator[Fault]:
    """The route page, and every page that speaks of this route, gives the inventory's postal address."""
    yield from mismatches(route, ChannelType.POST)
