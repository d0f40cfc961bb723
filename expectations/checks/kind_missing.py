"""A kind of route that a ministry must have and has not."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.subjects import OrganisationSubject


@check(on=OrganisationSubject, severity=Severity.ERROR, family=Family.MISSING)
def kind_missing(subject: OrganisationSubject) -> Iterator[Fault]:
    """An organisation has a route for outsiders of every required kind, in the inventory or on its site."""
    for kind in subject.lacking:
        if subject.proofs[kind].holds:
            yield Fault(expected=kind.value)
