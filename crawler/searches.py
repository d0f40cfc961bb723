"""What a site's own search shows: the results on its result page, in order, for the words that citizens type."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from crawler.answers import Answer
from crawler.reader import Reader
from expectations.model import CONTENT, Cause, Link, Page, Region
from expectations.urls import origin

MAX_REDIRECTS = 3
_KEPT = 30  # links; some of them stand on every result page
_SAYS_NONE = re.compile(
    r"\b(?:geen|0|no) (?:zoek)?(?:resultaten|results)\b|\bniets gevonden\b|\bnothing found\b|\bno matches\b", re.I
)
_AROUND = frozenset({Region.HEADER, Region.FOOTER})


def results(reader: Reader, asked: str, arrived: str, answer: Answer) -> tuple[str, ...] | None:
    """The addresses on the result page for the question `asked`, best first; None when it cannot be read.

    A search that leads straight to a page, `arrived`, shows just that page.
    """
    if answer.cause is not Cause.ANSWERED or answer.html is None:
        return None
    read = reader.read(arrived, answer, careful=False, plain=False)
    if read is None or not read.whole or (read.page.scripted and not _answers(read.page)):
        return None
    straight = () if _folder(arrived) == _folder(asked) else (arrived,)
    return tuple(dict.fromkeys((*straight, *_links(read.page, asked))))[:_KEPT]


def _answers(page: Page) -> bool:
    """Whether a page that scripts could fill shows a result already, or says that there is none."""
    return any(link.region in CONTENT for link in page.links) or _SAYS_NONE.search(page.text) is not None


def _links(page: Page, asked: str) -> Iterator[str]:
    """The links to other pages of the site: those of the content, or of what is no header or footer if it has none."""
    own = [link for link in page.links if origin(link.target) == origin(asked) and not _is_of_search(link, asked)]
    content = [link for link in own if link.region in CONTENT]
    for link in content or [link for link in own if link.region not in _AROUND]:
        yield link.target


def _is_of_search(link: Link, asked: str) -> bool:
    """Whether a link leads to further results, another order or selection, or the search itself."""
    folder = _folder(asked)
    return _folder(link.target) == folder or link.target.startswith(f"{folder}/")


def _folder(of: str) -> str:
    parts = urlsplit(of)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
