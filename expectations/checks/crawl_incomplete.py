"""A crawl that ended before absence could be proved."""

from collections.abc import Iterator

from expectations.check import check
from expectations.coverage import Proof
from expectations.model import Family, Fault, Outcome, Severity
from expectations.route_subject import RouteSubject
from expectations.subjects import OrganisationSubject


@check(on=(RouteSubject, OrganisationSubject), severity=Severity.NOTICE, family=Family.UNVERIFIED)
def crawl_incomplete(subject: RouteSubject | OrganisationSubject) -> Iterator[Fault]:
    """Enough was read to say what is absent."""
    if isinstance(subject, OrganisationSubject):
        yield from _unproved(subject)
    elif subject.is_absent and not subject.proof.holds:
        yield _fault(subject.proof)
    elif subject.not_known is Outcome.LIMIT:
        yield Fault(found=subject.trouble or "not-visited")


def _unproved(subject: OrganisationSubject) -> Iterator[Fault]:
    """One for the organisation, whichever kinds could not be proved absent: the cause is one."""
    open_kinds = [kind for kind in subject.lacking if not subject.proofs[kind].holds]
    if open_kinds:
        most = max((subject.proofs[kind] for kind in open_kinds), key=lambda proof: proof.count)
        yield _fault(most, ", ".join(kind.value for kind in open_kinds))


def _fault(proof: Proof, kinds: str = "") -> Fault:
    facts = {"left": str(proof.count), "example": proof.left[0] if proof.left else "", "kinds": kinds}
    return Fault(found=f"{proof.count} left" if proof.count else "not-read", facts=facts)
