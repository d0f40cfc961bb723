"""A link to a place in a page that is not there."""

from collections.abc import Iterator
from urllib.parse import unquote

from expectations.check import Once, check
from expectations.model import Family, Fault, Severity
from expectations.subjects import LinkSubject

_TEXT_DIRECTIVE = ":~:"
_SCRIPTS_OWN = ("/", "!", "?")  # how scripts write addresses within one page
_TOP = "top"  # every page has a top (HTML standard)


@check(on=LinkSubject, severity=Severity.NOTICE, family=Family.BROKEN, once_per=Once.TARGET)
def fragment_missing(link: LinkSubject) -> Iterator[Fault]:
    """The place in a page that a link points at is there."""
    page = link.target_page
    fragment = (link.link.fragment or "").partition(_TEXT_DIRECTIVE)[0]
    if page is None or page.scripted or link.not_found or not _names_a_place(fragment):
        return
    if fragment not in page.anchors and unquote(fragment) not in page.anchors:
        target = f"{link.link.target}#{fragment}"
        yield Fault(target=target, found=fragment, quote=link.link.text, region=link.region)


def _names_a_place(fragment: str) -> bool:
    return (
        bool(fragment)
        and fragment.lower() != _TOP
        and not fragment.startswith(_SCRIPTS_OWN)
        and not set("=&") & set(fragment)
    )
