"""A route that exists only as a PDF or office document."""

from collections.abc import Iterator

from expectations.check import check
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.HARD_TO_FIND)
def document_only(route: RouteSubject) -> Iterator[Fault]:
    """The route has a web page, and not only a document."""
    if route.document:
        yield Fault(page=route.document, found=route.document)
