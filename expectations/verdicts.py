"""What the findings say about a route and about an organisation: the worst wins."""

from collections.abc import Iterable, Mapping

from expectations.check import Check
from expectations.model import Family, Finding, RouteResult, Verdict

_WORST_FIRST = tuple(Verdict)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    return min(verdicts, key=_WORST_FIRST.index, default=Verdict.OK)


def of_route(
    organisation: str, route: RouteResult, findings: Iterable[Finding], checks: Mapping[str, Check]
) -> Verdict:
    """The verdict of a route in one language, by the findings that are about it."""
    own = (finding for finding in findings if _is_about(finding, organisation, route))
    return worst(verdict for finding in own if (verdict := _verdict(finding, checks)))


def of_organisation(
    organisation: str,
    routes: tuple[RouteResult, ...],
    findings: Iterable[Finding],
    checks: Mapping[str, Check],
) -> Verdict:
    """The worst verdict of an organisation's routes and of its own findings.

    What is not known of links and origins does not count; but where no route is declared at all and a required kind
    could not be proved absent, nothing is known of the organisation.
    """
    findings = tuple(finding for finding in findings if finding.organisation == organisation)
    own = [f for f in findings if f.family is not Family.UNVERIFIED]
    found = [route.verdict for route in routes] + [v for f in own if (v := _verdict(f, checks))]
    unproved = any(f.code == "crawl-incomplete" and f.route is None for f in findings)
    if unproved and not any(route.verdict is not Verdict.UNVERIFIED for route in routes):
        found.append(Verdict.UNVERIFIED)
    return worst(found)


def _is_about(finding: Finding, organisation: str, route: RouteResult) -> bool:
    """Its own findings, and those about a page that serves it together with other routes."""
    if finding.route is not None:
        same = finding.organisation == organisation and finding.route == route.id
        return same and finding.language in (None, route.language)
    shared = finding.family is not Family.UNVERIFIED and len(finding.pages) == 1
    return shared and finding.page is not None and finding.page == route.found_url


def _verdict(finding: Finding, checks: Mapping[str, Check]) -> Verdict | None:
    check = checks.get(finding.code)
    return check.verdict if check else None
