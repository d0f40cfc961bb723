"""A portal with one ministry on a loopback port, in order; a test breaks what it is about, and may repair it later."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import meldroute

KLACHT, MELDEN, FOLDER = "/min/klacht-indienen", "/min/melden", "/min/folder"
MAIL = "<p>E-mail: <a href='mailto:{0}'>{0}</a></p>"
QUICK = ("--delay", "0", "--confirm-after", "0", "--quiet")


def klacht(mail: str = "klachten@vbz.example", more: str = "") -> str:
    """The complaint page."""
    return (
        "<h1>Een klacht indienen over het ministerie van Voorbeeldzaken</h1><p>U kunt een klacht indienen als u niet"
        " tevreden bent over ons gedrag. U krijgt een ontvangstbevestiging en binnen zes weken antwoord.</p>"
        f"{MAIL.format(mail)}<p><a href='{FOLDER}'>Lees de folder</a></p>{more}"
    )


def melden(more: str = "") -> str:
    return (
        "<h1>Ongewenst gedrag of een integriteitsschending melden</h1><p>Heeft u last van ongewenst gedrag van een"
        f" medewerker van het ministerie? U kunt dit melden.</p>{MAIL.format('integriteit@vbz.example')}{more}"
    )


def pages() -> dict[str, str | int]:
    """A web in order: path -> the main part of the page, or a status."""
    both = f"<p><a href='{KLACHT}'>Klacht indienen</a> <a href='{MELDEN}'>Ongewenst gedrag melden</a></p>"
    return {
        "/": "<h1>Portaal</h1><p><a href='/waar-melden'>Waar kan ik ongewenst gedrag melden?</a>"
        " <a href='/min/'>Ministerie van Voorbeeldzaken</a></p>",
        "/waar-melden": f"<h1>Waar kan ik ongewenst gedrag melden?</h1><p><a href='{MELDEN}'>Voorbeeldzaken</a></p>",
        "/min/": f"<h1>Ministerie van Voorbeeldzaken</h1><p><a href='/min/contact'>Contact</a></p>{both}",
        "/min/contact": f"<h1>Contact</h1><p>Bel of schrijf ons.</p>{both}",
        KLACHT: klacht(),
        MELDEN: melden(),
        FOLDER: "<h1>Folder over water</h1><p>Het ministerie werkt aan wegen en water.</p>",
    }


class SmallWeb:
    """`pages` may change at any time; a text is a page, a number a status, a path `> /x` a redirect to it. `search` are
    the results that the site's search shows; other questions bring other ones too."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.pages = pages()
        self.search: list[str] | None = None
        self.asked: list[str] = []

    def inventory(self, folder: Path, more: str = "", portal: str = "") -> Path:
        """Writes the inventory of the web."""
        at = self.origin
        (folder / "ministries").mkdir(parents=True, exist_ok=True)
        (folder / "portal.yaml").write_text(
            f"id: portaal\nname: {{nl: Portaal}}\nhome: {{nl: '{at}/'}}\nreferrals:\n  - id: doorverwijzing\n"
            f"    kinds: [integrity, conduct]\n    url: {{nl: '{at}/waar-melden'}}\n"
            f"policy: {{required_kinds: [integrity, complaint], max_clicks: {{home: 3, portal: 4}}}}\n{portal}"
        )
        (folder / "ministries" / "vbz.yaml").write_text(
            f"""id: vbz
name: {{nl: Ministerie van Voorbeeldzaken}}
home: {{nl: '{at}/min/'}}
# The routes, as read by hand.
routes:
  - id: klacht   # since 2019
    kinds: [complaint]
    title: {{nl: "Een klacht indienen over het ministerie van Voorbeeldzaken"}}
    url: {{nl: '{at}{KLACHT}'}}
    channels: {{email: [klachten@vbz.example]}}
    source: {at}{KLACHT}
    verified: 2020-01-01

  - id: melden
    kinds: [integrity, conduct]
    title: {{nl: Ongewenst gedrag of een integriteitsschending melden}}
    url: {{nl: '{at}{MELDEN}'}}
    channels: {{email: [integriteit@vbz.example]}}
{more}"""
        )
        return folder

    def results(self, asked: str) -> str | int:
        """A result page."""
        if self.search is None:
            return 503
        links = [*self.search, ("/min/contact", FOLDER, "/waar-melden")[len(asked) % 3]]
        return "<h1>Zoeken</h1><ol>{}</ol>".format("".join(f"<li><h2><a href='{x}'>{x}</a></h2></li>" for x in links))

    def run(self, folder: Path, **inventory: str) -> Path:
        """A whole run into a folder; the inventory stands beside it."""
        source = self.inventory(folder.with_name(folder.name + "-inventory"), **inventory)
        call("run", "--inventory", str(source), "--out", str(folder), "--fail-on", "never", *QUICK)
        self.asked.clear()
        return source


@contextmanager
def served() -> Iterator[SmallWeb]:
    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append(self.path)
            body = web.results(self.path) if self.path.startswith("/zoek?") else web.pages.get(self.path, 404)
            location = body.removeprefix("> ") if isinstance(body, str) and body.startswith("> ") else None
            self.send_response(301 if location else body if isinstance(body, int) else 200)
            kind = "application/xml" if self.path.endswith(".xml") else "text/html; charset=utf-8"
            self.send_header("Content-Type", kind)
            if location:
                self.send_header("Location", location)
            self.end_headers()
            if self.path.partition("?")[0] not in ("/robots.txt", "/sitemap.xml"):
                html = "<!doctype html><html lang='nl'><title>x</title><body><main>{}</main></body></html>"
                self.wfile.write(html.format(body if isinstance(body, str) else "weg").encode())
            elif isinstance(body, str):
                self.wfile.write(body.encode())

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    web = SmallWeb(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def call(*arguments: str) -> int:
    """The exit code of a command, run in this process."""
    with pytest.raises(SystemExit) as ended:
        meldroute.main(arguments)
    return int(str(ended.value.code or 0))
