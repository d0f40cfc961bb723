"""A declared version in another language that is not there."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.MISSING)
def translation_missing(route: RouteSubject) -> Iterator[Fault]:
    """A declared version in another language than Dutch is at its address, or elsewhere on the site."""
    if route.is_translation and route.is_absent and route.proof.holds:
        yield Fault(found=route.match.at_address.value)
