"""A link on a route or referral page that is dead."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Cause, Family, Fault, Severity, Verdict
from expectations.subjects import LinkSubject, lasting_trouble, trouble

_DEAD = frozenset({Cause.NOT_FOUND, Cause.GONE, Cause.NO_SUCH_HOST})


@check(
    on=LinkSubject,
    severity=Severity.WARNING,
    family=Family.BROKEN,
    verdict=Verdict.INCONSISTENT,
    once_per=Once.TARGET,
)
def link_broken(link: LinkSubject) -> Iterator[Fault]:
    """A link on a route page or referral page leads to a page that is there."""
    if link.spoken_for or link.end is None:
        return
    if link.end.cause in _DEAD and link.end.confirmed:
        yield Fault(target=link.link.target, found=trouble(link.end), quote=link.link.text, region=link.region)
    elif link.lasting:
        found = lasting_trouble(link.end, link.lasting)
        yield Fault(target=link.link.target, found=found, quote=link.link.text, region=link.region)
    elif link.not_found:
        yield Fault(target=link.link.target, found="soft-404", quote=link.link.text, region=link.region)
