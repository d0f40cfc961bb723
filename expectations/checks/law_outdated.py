"""A repealed law or an abolished body that is cited as if it still holds."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.INCONSISTENT, once_per=Once.PAGE)
def law_outdated(route: RouteSubject) -> Iterator[Fault]:
    """The route page cites laws that are in force and bodies that exist."""
    if route.page is None or route.referral:
        return
    for old in route.wording.old_laws:
        yield Fault(expected=old.term.successor, found=old.found, quote=old.sentence, region="main")
