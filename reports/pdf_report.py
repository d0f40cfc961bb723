"""report.pdf: the monthly report as a tagged PDF (PDF/UA-1), for those who send it on. Needs the extra `pdf`."""

import logging
import re
from datetime import UTC
from pathlib import Path
from typing import Any

from expectations.model import Language, Report
from reports import html_report
from reports.files import write_bytes
from reports.html_style import styles
from reports.pdf_pictures import drawn
from reports.run_time import finished, rfc3339

_BETWEEN_PAGES = re.compile(r'<a href="(?!https?://|#)[^"]*">(.*?)</a>', re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
_INSTALL = (
    "report.pdf needs the library WeasyPrint. Install it with: pip install 'meldroute[pdf]'\n"
    "It draws with the system's Pango; on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


class PdfError(Exception):
    """The library that makes the PDF cannot be used; the message says what to install."""


def require() -> None:
    """Raises PdfError when no PDF can be made here."""
    _library()


def write(report: Report, path: Path, lang: Language, theme: str = "") -> None:
    """Writes the PDF; the same report gives the same bytes on the same machine. Raises PdfError."""
    write_bytes(path, render(report, lang, theme))


def render(report: Report, lang: Language, theme: str = "") -> bytes:
    """The overview, which stands by itself: the pages of the organisations are named in it and not linked."""
    library = _library()
    page = _dated(html_report.overview(report, lang, theme), report)
    document = library.HTML(string=_alone(page), url_fetcher=_offline(library))
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=report.run.id.encode("utf-8", "replace")))


def _library() -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: the system's own libraries are not there
        raise PdfError(_INSTALL) from error
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what a printer cannot do is no news to our users
    return weasyprint


def _offline(library: Any) -> Any:
    """Fetches what stands in the page itself, and never anything else."""

    class Offline(library.urls.URLFetcher):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(allowed_protocols=("data",), allow_redirects=False)

    return Offline()


def _alone(page: str) -> str:
    return drawn(_POLICY.sub("", _BETWEEN_PAGES.sub(r"<span>\1</span>", page)), styles()[0])


def _dated(page: str, report: Report) -> str:
    """With the moment of the run in place of the clock's."""
    moment = rfc3339(finished(report).astimezone(UTC))
    tags = "".join(f'<meta name="dcterms.{name}" content="{moment}">\n' for name in ("created", "modified"))
    return page.replace("<title>", tags + "<title>", 1)
