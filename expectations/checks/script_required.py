"""A route page whose text appears only after running scripts."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import AtAddress, Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.NOTICE, family=Family.UNVERIFIED)
def script_required(route: RouteSubject) -> Iterator[Fault]:
    """The text of the route page comes along with the page, without scripts."""
    if route.nowhere and route.match.at_address is AtAddress.SCRIPTED:
        yield Fault()
