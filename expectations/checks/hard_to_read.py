"""A route page in a Dutch that only specialists read with ease."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.identity import speaks_language
from expectations.model import Family, Fault, Language, Severity
from expectations.readability import flesch_douma
from expectations.route_subject import RouteSubject

_FOR_SPECIALISTS = 30.0  # Douma's own boundary of "very difficult"


@check(on=RouteSubject, severity=Severity.NOTICE, family=Family.HARD_TO_FIND, once_per=Once.PAGE)
def hard_to_read(route: RouteSubject) -> Iterator[Fault]:
    """The text of a Dutch route page is not far above everyday language."""
    page = route.page
    if page is None or route.referral or page.language is not Language.NL or speaks_language(page, Language.EN):
        return
    score = flesch_douma(page.text)
    if score is not None and score < _FOR_SPECIALISTS:
        yield Fault(found=f"{score:.0f}")
