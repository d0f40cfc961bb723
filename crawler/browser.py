"""Runs the scripts of a page in the system's Chromium, and gives the page that comes of it (extra `js`).

The browser never reaches the network itself: everything that a page asks for is fetched by us, with the same guard,
limits and name as every other request, or refused.
"""

import asyncio
import ipaddress
import os
import shutil
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from typing import Any

CHROMIUM = "MELDROUTE_CHROMIUM"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
]
# Nobody listens there: what gets past our interception, such as a WebSocket, ends there.
_NOWHERE = {"server": f"http://{ipaddress.IPv4Address(socket.INADDR_LOOPBACK)}:9", "bypass": "<-loopback>"}
_FETCHED = frozenset({"script", "xhr", "fetch"})  # no pictures, styles, fonts, frames, beacons
_MAX_FETCHES = 60  # of one page
_QUIET = 5_000  # milliseconds in which a page may go on asking
_HARDLY_ANY = 30  # words; "You are being redirected"
_CLOSING = 5.0


class BrowserError(Exception):
    """Scripts cannot be run on this machine; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came back for something that a page asked for."""

    status: int
    content_type: str
    body: bytes


Fetch = Callable[[str], Awaitable[Fetched]]


def executable() -> str:
    """Where Chromium is. Raises BrowserError when it, or the library that drives it, is absent."""
    try:
        import playwright.async_api  # noqa: F401
    except ImportError as error:
        raise BrowserError("running scripts needs the extra `js`: pip install 'meldroute[js]'") from error
    chosen = os.environ.get(CHROMIUM)
    found = shutil.which(chosen) if chosen else next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        where = f"{CHROMIUM} names {chosen}, which is no program" if chosen else "no Chromium was found on the PATH"
        raise BrowserError(f"running scripts needs Chromium: {where}; install it, or set {CHROMIUM}")
    return found


class Browser:
    """One Chromium, started when the first page needs it."""

    def __init__(self, user_agent: str) -> None:
        self._user_agent = user_agent
        self._driver: Any = None
        self._chromium: Any = None
        self._one_at_a_time = asyncio.Lock()  # a page that never stops would take the others down with it

    async def render(self, address: str, html: bytes, seconds: float, fetch: Fetch) -> str | None:
        """The page after its scripts ran; None when they did not end, or there is no browser."""
        async with self._one_at_a_time:
            return await self._render(address, html, seconds, fetch)

    async def _render(self, address: str, html: bytes, seconds: float, fetch: Fetch) -> str | None:
        context: Any = None
        visit: _Visit | None = None
        try:
            async with asyncio.timeout(seconds):
                context = await self._context()
                visit = _Visit(context, address, html, fetch)
                return await visit.page()
        except Exception:  # whatever a page does to the browser, the page without scripts is still there
            return None
        finally:
            if context is not None:
                await self._end(context)
            if visit is not None:
                await visit.end()

    async def close(self) -> None:
        for one, end in ((self._chromium, "close"), (self._driver, "stop")):
            if one is not None:
                with suppress(Exception):
                    await asyncio.wait_for(getattr(one, end)(), _CLOSING)
        self._chromium = self._driver = None
        await _drop_what_waits()

    async def _context(self) -> Any:
        if self._chromium is None or not self._chromium.is_connected():
            from playwright.async_api import async_playwright

            if self._driver is None:
                self._driver = await async_playwright().start()
            self._chromium = await self._driver.chromium.launch(
                executable_path=executable(), args=_FLAGS, proxy=_NOWHERE, handle_sigint=False, handle_sigterm=False
            )
        return await self._chromium.new_context(
            user_agent=self._user_agent, locale="nl-NL", accept_downloads=False, service_workers="block"
        )

    async def _end(self, context: Any) -> None:
        """A page that never stops may hold its context; then the whole browser goes."""
        try:
            with suppress(Exception):
                await asyncio.wait_for(context.unroute_all(behavior="ignoreErrors"), _CLOSING)
            await asyncio.wait_for(context.close(), _CLOSING)
        except Exception:
            with suppress(Exception):
                await asyncio.wait_for(self._chromium.close(), _CLOSING)
            self._chromium = None


async def _drop_what_waits() -> None:
    """The driver leaves tasks that wait for pages that are gone, of which Python would complain when the loop ends."""
    left = [one for one in asyncio.all_tasks() if _is_of_the_driver(one)]
    for one in left:
        one.cancel()
    await asyncio.gather(*left, return_exceptions=True)


def _is_of_the_driver(task: asyncio.Task[Any]) -> bool:
    code = getattr(task.get_coro(), "cr_code", None)
    return code is not None and f"{os.sep}playwright{os.sep}" in code.co_filename


class _Visit:
    """One page in a context of its own."""

    def __init__(self, context: Any, address: str, html: bytes, fetch: Fetch) -> None:
        self._context = context
        self._address = address
        self._html = html
        self._fetch = fetch
        self._one_at_a_time = asyncio.Lock()
        self._fetches = 0
        self._shown = False
        self._went: str | None = None
        self._page: Any = None
        self._over = False
        self._answering: set[asyncio.Task[Any]] = set()

    async def page(self) -> str:
        await self._context.route("**/*", self._route)
        await self._context.route_web_socket("**/*", lambda opened: opened.close())
        self._page = page = await self._context.new_page()
        with suppress(Exception):  # a script that sends its visitors on breaks off what is being loaded
            await page.goto(self._address, wait_until="load", timeout=0)
        with suppress(Exception):  # a page that keeps asking is taken as it is by then
            await page.wait_for_load_state("networkidle", timeout=_QUIET)
        shown = str(await page.content())
        words = str(await page.inner_text("body")).split()
        if self._went is not None and len(words) < _HARDLY_ANY:
            return f'<meta http-equiv="refresh" content="0; url={escape(self._went)}">'
        return shown

    async def end(self) -> None:
        """What the page still waits for will never come."""
        self._over = True
        for one in self._answering:
            one.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    async def _route(self, route: Any) -> None:
        request = route.request
        task = asyncio.current_task()
        assert task is not None
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
        with suppress(Exception):  # the page is gone already
            if self._over:
                return
            if request.is_navigation_request() and request.frame == self._page.main_frame:
                await self._navigate(route, request)
            elif request.method == "GET" and request.resource_type in _FETCHED and self._fetches < _MAX_FETCHES:
                self._fetches += 1
                await self._give(route, request.url)
            else:
                await route.abort()

    async def _navigate(self, route: Any, request: Any) -> None:
        """The page itself is there already; where a script sends its visitors on is told, and not followed."""
        if not self._shown:
            self._shown = True
            await route.fulfill(status=200, content_type="text/html; charset=utf-8", body=self._html)
            return
        if request.method == "GET" and self._went is None:
            self._went = request.url
        await route.abort()

    async def _give(self, route: Any, address: str) -> None:
        try:
            async with self._one_at_a_time:
                found = await self._fetch(address)
        except Exception:  # refused, or a fault of the site: the page sees that nothing came
            await route.abort()
            return
        await route.fulfill(status=found.status, content_type=found.content_type, body=found.body)
