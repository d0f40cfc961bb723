"""Serves a world on loopback, one listening socket per site; answers as each document says."""

import random
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from .model import Doc, Site, World
from .render import render


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor that hangs up is no fault of ours."""


class Web:
    """The running web: `with Web(world):`. Ports are chosen by the system; the world's sites then know theirs."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.paths = {(doc.site, doc.path): doc for doc in world.docs.values()}
        self.routes = {f"{r.org}/{r.id}" for o in world.orgs.values() for r in o.routes}
        self.hits: dict[str, int] = {}
        self.log: list[tuple[str, str, int]] = []
        self.servers: list[_Server] = []

    def __enter__(self) -> "Web":
        for site in self.world.sites.values():
            server = _Server((site.host, 0), _handler(self, site), bind_and_activate=False)
            server.server_bind()  # a site that is down keeps its port and refuses
            site.port = server.server_address[1]
            self.servers.append(server)
        for site, server in zip(list(self.world.sites.values()), self.servers, strict=True):
            if not site.down:
                server.server_activate()
                threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for site, server in zip(list(self.world.sites.values()), self.servers, strict=True):
            if not site.down:
                server.shutdown()
            server.server_close()

    def find(self, site: Site, path: str) -> Doc | None:
        doc = self.paths.get((site.alias_of or site.key, path))
        if site.alias_of and (site.key, path) in self.paths:
            doc = self.paths[(site.key, path)]
        return doc

    def count(self, key: str) -> int:
        self.hits[key] = self.hits.get(key, 0) + 1
        return self.hits[key]


def _handler(web: Web, site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 60

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            path = unquote(parts.path)
            if path == "/robots.txt":
                return self.reply(200, "text/plain", "\n".join(robots(web.world, site)) + "\n")
            if path.endswith(".xml") and "sitemap" in path:
                return self.sitemap(path)
            if path == "/zoeken" and site.search:
                return self.reply(
                    200, "text/html; charset=utf-8", search(web, site, parse_qs(parts.query).get("q", [""])[0])
                )
            doc = web.find(site, path)
            if doc is None and path != "/":  # a slash at the end makes no other page
                twin = path[:-1] if path.endswith("/") else path + "/"
                doc = web.find(site, twin)
                if doc is not None and not doc.gone and not doc.answer:
                    return self.reply(301, "text/html", "", {"Location": doc.path})
            if doc is None or doc.gone:
                return self.missing(path)
            return self.document(doc)

        def document(self, doc: Doc) -> None:
            if not doc.answer:
                return self.page(doc)
            kind, *rest = doc.answer
            if kind == "redirect":
                target = rest[1] if rest[1].startswith(("/", "http")) else web.world.url(rest[1])
                return self.reply(rest[0], "text/html", "", {"Location": target})
            if kind == "status":
                headers = rest[1] if len(rest) > 1 else {}
                return self.reply(rest[0], "text/html", f"<html><body><h1>{rest[0]}</h1></body></html>", headers)
            if kind == "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                self.close_connection = True
                self.connection.close()
                return None
            if kind == "flaky":  # fails as often as it says, then answers
                if web.count(doc.id) <= rest[0]:
                    return self.reply(rest[1], "text/plain", "Service unavailable", {"Retry-After": "1"})
                return self.page(doc)
            if kind == "slow":
                time.sleep(rest[0])
                return self.page(doc)
            if kind == "raw":
                return self.reply(200, rest[0], rest[1])
            if kind == "bytes":
                return self.reply(200, rest[0], rest[1])
            raise AssertionError(kind)

        def page(self, doc: Doc) -> None:
            plain = site.charset != "utf-8"  # an old server leaves it to the page to name its encoding
            body = render(web.world, doc).encode(site.charset, "xmlcharrefreplace")
            self.reply(200, "text/html" if plain else "text/html; charset=utf-8", body, doc.headers)

        def missing(self, path: str) -> None:
            text = render(web.world, not_found(web.world, site, path))
            self.reply(200 if site.soft404 else 404, "text/html; charset=utf-8", text)

        def sitemap(self, path: str) -> None:
            text = sitemap(web.world, site, path)
            if text is None:
                return self.missing(path)
            return self.reply(200, "application/xml", text)

        def reply(self, status: int, kind: str, text: str | bytes, headers: dict[str, str] | None = None) -> None:
            body = text if isinstance(text, bytes) else text.encode()
            web.log.append((site.key, self.path, status))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

    return Handler


def not_found(world: World, site: Site, path: str) -> Doc:
    """The site's "not found" page; its wording belongs to the site."""
    lang = "en" if site.lang == "en" or path.startswith("/en/") else "nl"
    rng = random.Random(f"{world.seed} {site.key} 404")
    title, text = rng.choice(world.texts.NOT_FOUND[lang])
    tail = {"nl": "Ga naar de homepage of gebruik de menubalk.", "en": "Go to the home page or use the menu."}[lang]
    return Doc(id="404", site=site.key, path=path, lang=lang, title=title, blocks=[("p", text), ("p", tail)])


def robots(world: World, site: Site) -> list[str]:
    lines = ["User-agent: *", *(f"Disallow: {rule}" for rule in world.sites[site.alias_of or site.key].robots)]
    if site.sitemap != "none":
        lines.append(f"Sitemap: {site.origin}/sitemap.xml")
    return lines


def sitemap(world: World, site: Site, path: str) -> str | None:
    if site.sitemap == "none" or site.alias_of:
        return None
    docs = sorted(d.path for d in world.docs.values() if d.site == site.key and d.in_sitemap and not d.gone)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    if site.sitemap == "index":
        half = len(docs) // 2
        parts = {"/sitemap-1.xml": docs[:half], "/sitemap-2.xml": docs[half:]}
        if path == "/sitemap.xml":
            return (
                f"{head}<sitemapindex {space}>"
                + "".join(f"<sitemap><loc>{site.origin}{p}</loc></sitemap>" for p in parts)
                + "</sitemapindex>"
            )
        if path not in parts:
            return None
        docs = parts[path]
    elif path != "/sitemap.xml":
        return None
    return f"{head}<urlset {space}>" + "".join(f"<url><loc>{site.origin}{p}</loc></url>" for p in docs) + "</urlset>"


def search(web: Web, site: Site, query: str) -> str:
    """The site's own search: pages whose title or text holds a word of the query, titles first, ten at most."""
    wanted = [word for word in query.lower().split() if len(word) > 3]
    scored = []
    for doc in web.world.docs.values():
        if (
            doc.site == site.key
            and doc.searchable
            and not doc.gone
            and (not doc.answer or doc.answer[0] in {"slow", "flaky"})
        ):
            title, text = doc.title.lower(), str(doc.blocks).lower()
            score = sum(3 * (word in title) + (word in text) for word in wanted)
            score += 5 if score and "@" in doc.id and doc.id.split("@")[0] in web.routes else 0
            scored.append((-score, doc.path, doc))
    results = [(f"@{doc.id}", doc.title) for score, _, doc in sorted(scored, key=lambda s: s[:2])[:10] if score]
    blocks = (
        [("ul", [f'<a href="{href}">{title}</a>' for href, title in results])]
        if results
        else [("p", "Geen resultaten.")]
    )
    return render(
        web.world,
        Doc(id="search", site=site.key, path="/zoeken", lang=site.lang, title="Zoekresultaten", blocks=blocks),
    )
