"""A response with its scripts run: what they ask for is fetched one by one, where robots.txt lets us."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import urljoin

from scrapy import Request
from scrapy.http import HtmlResponse, Response

from crawler.bodies import MAX_BYTES, is_html, sniffed_type, text
from crawler.browser import Browser, Fetched
from crawler.buckets import Task, What
from crawler.responses import content
from crawler.robots import Robots
from expectations.urls import address, origin

_REDIRECTS = 5
_OF_THE_BODY = frozenset({"content-type", "content-encoding", "content-length", "transfer-encoding", "refresh"})
Download = Callable[[Request], Awaitable[Response]]


class NotAllowedError(Exception):
    """Not ours to fetch: another site, or robots.txt keeps us from it."""


async def rendered(browser: Browser, request: Request, response: Response, download: Download) -> Response:
    """The same response as a browser shows it; as it was when it is no page, or its scripts do not come to an end."""
    headers = {key.decode("latin-1").lower(): values for key, values in response.headers.items()}
    kind = _first(headers.get("content-type"))
    try:
        body = content(response)
    except Exception:  # whoever reads the response says what is wrong with it
        return response
    if response.status != 200 or not is_html(sniffed_type(kind, body)):
        return response
    html = text(body, {"content-type": kind}).encode("utf-8", "replace")
    fetches = _Fetches(request, download)
    shown = await browser.render(request.url, html, request.meta["download_timeout"], fetches.fetch)
    if shown is None or len(shown) > MAX_BYTES:
        return response
    kept = {name: values for name, values in headers.items() if name not in _OF_THE_BODY}
    kept["content-type"] = [b"text/html; charset=utf-8"]
    kept["x-rendered"] = [b"its scripts were run by meldroute"]
    lines = [f"{name}: ".encode("latin-1") + value for name, values in kept.items() for value in values]
    request.meta["head"] = b"\r\n".join([b"HTTP/1.1 200 OK", *lines, b"", b""])
    given = {"ip_address": response.ip_address, "encoding": "utf-8", "request": request}
    return HtmlResponse(request.url, headers=kept, body=shown.encode("utf-8", "replace"), **given)


class _Fetches:
    """What one page asks for."""

    def __init__(self, request: Request, download: Download) -> None:
        self._request = request
        self._download = download
        task: Task = request.meta["task"]
        agent = (request.headers.get("User-Agent") or b"").decode("latin-1")
        self._task = replace(task, what=What.SITEMAP)  # so that its body is read whatever it is
        self._robots = {of: Robots(rules, agent) for of, rules in task.rules}

    async def fetch(self, wanted: str) -> Fetched:
        """Raises NotAllowedError, or whatever the download raises."""
        here = address(wanted)
        for _ in range(_REDIRECTS):
            response = await self._download(self._asking(here))
            where = response.headers.get("Location")
            if not (300 <= response.status < 400 and where):
                kind = _first(response.headers.getlist("Content-Type"))
                return Fetched(status=response.status, content_type=kind, body=content(response))
            here = address(urljoin(here, where.decode("latin-1")))
        raise NotAllowedError(f"too many redirects: {wanted}")

    def _asking(self, wanted: str) -> Request:
        robots = self._robots.get(origin(wanted))
        if robots is None or not robots.allow(wanted):
            raise NotAllowedError(wanted)
        headers = {
            name: self._request.headers.get(name) for name in ("User-Agent", "Accept-Language", "Accept-Encoding")
        }
        meta = self._request.meta | {"task": self._task, "rendered": False, "fresh": False}
        return Request(wanted, headers=headers | {"Accept": "*/*"}, meta=meta)


def _first(values: list[bytes] | None) -> str:
    return values[0].decode("latin-1") if values else ""
