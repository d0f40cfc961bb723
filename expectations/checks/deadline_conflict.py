"""Terms that contradict one another or the law."""

from collections.abc import Iterator

from expectations.check import Once, check
from expectations.model import Family, Fault, Kind, Severity
from expectations.route_subject import RouteSubject
from expectations.versions import terms_contradict, weeks

USUAL, LONGEST = 6, 14  # weeks (Awb 9:11): six; ten with a committee, and four more when extended
_COMPLAINTS = frozenset({Kind.COMPLAINT, Kind.CONDUCT})


@check(on=RouteSubject, severity=Severity.WARNING, family=Family.INCONSISTENT, once_per=Once.PAGE)
def deadline_conflict(route: RouteSubject) -> Iterator[Fault]:
    """The terms on the route page fit the law, and every page that speaks of this route names the same."""
    if route.whole is None or route.own is None or route.referral:
        return
    if route.dutch and terms_contradict(route.own, route.dutch):
        return  # said as a conflict between languages
    too_long = next(_too_long(route), None)
    if too_long:
        yield too_long
    else:
        yield from _on_this_page(route)
        yield from _on_other_pages(route)


def _too_long(route: RouteSubject) -> Iterator[Fault]:
    for term in route.wording.deadlines:
        if term.firm and term.weeks > LONGEST:
            yield _fault(LONGEST, term.weeks, term.sentence)
    for term in route.wording.deadlines:
        about_complaints = _COMPLAINTS & set(route.match.route.kinds) or "klacht" in term.sentence.lower()
        plain = term.firm and not (term.extension or term.committee or route.wording.longer)
        if plain and about_complaints and term.weeks > USUAL:
            yield _fault(USUAL, term.weeks, term.sentence)


def _on_this_page(route: RouteSubject) -> Iterator[Fault]:
    """Two terms on a page for one kind; none when a committee or extension may explain the difference."""
    if len(route.match.route.kinds) > 1 or route.wording.longer or route.own is None:
        return
    first, *others = sorted(route.own.weeks) or [0]
    if others:
        quote = next(term.sentence for term in route.wording.deadlines if term.firm and term.weeks == others[-1])
        yield _fault(first, others[-1], quote)


def _on_other_pages(route: RouteSubject) -> Iterator[Fault]:
    own = route.own.weeks if route.own else frozenset()
    every = {term.weeks for term in route.wording.deadlines}
    possible = every | {a + b for a in every for b in every}
    for mention in route.terms:
        term = mention.deadline
        plain = term.firm and not (term.extension or term.committee)
        if own and plain and term.weeks not in possible:
            yield Fault(
                page=mention.page,
                target=route.page.address if route.page else None,
                expected=weeks(own),
                found=weeks([term.weeks]),
                quote=term.sentence,
                region="main",
            )


def _fault(expected: int, found: int, quote: str) -> Fault:
    return Fault(expected=weeks([expected]), found=weeks([found]), quote=quote, region="main")
