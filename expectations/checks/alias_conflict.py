"""Origins that must show the same page and show other contact facts."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject
from expectations.versions import Version, differences


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.INCONSISTENT, once_per=Once.PAGE)
def alias_conflict(route: RouteSubject) -> Iterator[Fault]:
    """The page shows the same contact facts on every origin of its site."""
    if route.own is None:
        return
    for other in route.aliases:
        found = tuple(differences(route.own, other))
        if found and _offers(route.own) and _offers(other):
            _, mine, theirs = max(found, key=lambda one: bool(one[1]) + bool(one[2]))
            told = ", ".join(theirs)
            yield Fault(target=other.address, expected=", ".join(mine) or None, found=told or None, quote=told)


def _offers(page: Version) -> bool:
    """A page without any contact facts is a stub, not another version."""
    return bool(page.channels)
