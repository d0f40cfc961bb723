"""A route that stands at another address than the inventory says."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.INCONSISTENT)
def page_moved(route: RouteSubject) -> Iterator[Fault]:
    """The route page stands at the address that the inventory gives."""
    if route.moved_to:
        facts = {"confidence": f"{route.match.score:.2f}", "reasons": ", ".join(route.match.reasons)}
        yield Fault(page=route.declared, target=route.moved_to, found=route.moved_to, facts=facts)
