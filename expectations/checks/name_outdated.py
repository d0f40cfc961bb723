"""A former name of the ministry that is presented as the current one."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.INCONSISTENT, once_per=Once.PAGE)
def name_outdated(route: RouteSubject) -> Iterator[Fault]:
    """The route page calls the organisation by its current name."""
    if route.page is None or route.referral:
        return
    name = route.organisation.name.get(route.match.language) or route.organisation.name.nl
    for old in route.wording.old_names:
        yield Fault(
            expected=name if old.term.own else old.term.successor, found=old.found, quote=old.sentence, region="main"
        )
