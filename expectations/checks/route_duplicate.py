"""A second page that answers the same route with other contact facts."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject
from expectations.versions import contradictions


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.INCONSISTENT)
def route_duplicate(route: RouteSubject) -> Iterator[Fault]:
    """One live page per language answers the route, or all of them give the same contact facts."""
    if route.own is None or route.double is None:
        return
    _, mine, theirs = next(contradictions(route.own, route.double), (None, (), ()))
    if theirs:
        facts = {"here": ", ".join(mine)}
        yield Fault(target=route.double.address, found=", ".join(theirs), quote=", ".join(theirs), facts=facts)
