"""What stands at a route's address instead of its page: nothing, a shell that waits for scripts, a document."""

from collections.abc import Container

from demo.designs import BANNER
from demo.files import pdf
from demo.site import File

_HTML = "text/html; charset=utf-8"
_PAGE = '<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>{body}</html>'
_SHELL = '<body><!-- {banner} --><div id="app"></div><noscript>{ask}</noscript></body>'
_ASK = {
    "nl": "Zet JavaScript aan om deze pagina te zien.",
    "en": "Please enable JavaScript to see this page.",
}


def instead(codes: Container[str], title: str, language: str) -> File | None:
    """The file for faults of these codes; None when the page itself stands there."""
    banner = BANNER[language]
    if "document-only" in codes:
        return File("application/pdf", pdf(title))
    if "page-unreadable" in codes:
        body = f"<body><!-- {banner} --></body>"
        return File(_HTML, _PAGE.format(language=language, title="", body=body).encode())
    if "script-required" in codes:
        body = _SHELL.format(banner=banner, ask=_ASK[language])
        return File(_HTML, _PAGE.format(language=language, title=title, body=body).encode())
    return None
