"""Looks at pages in headless Chromium, without any server: every request is answered here, and what leaves is noted."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.needs import chromium

HOME = "http://report.test/"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
_DESKTOP = {"width": 1280, "height": 800}
MODES: Mapping[str, Mapping[str, Any]] = {
    "phone": {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "desktop": {"viewport": _DESKTOP},
    "dark": {"viewport": _DESKTOP, "color_scheme": "dark"},
    "zoom": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},  # 200 % of a desktop
    "print": {"viewport": {"width": 794, "height": 1123}},  # A4
}


@dataclass(slots=True)
class Looker:
    """One browser page; `left` are the requests to anywhere else, `complaints` what the browser had to say."""

    page: Page
    left: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, name: str) -> Page:
        self.page.goto(HOME + name)
        return self.page

    def unfold(self) -> None:
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    def violations(self) -> list[str]:
        """What breaks a rule of WCAG 2.1 A or AA, with the place."""
        response = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": WCAG}}).response
        return [f"{rule['id']}: {node['html']}" for rule in response["violations"] for node in rule["nodes"]]


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=list(_FLAGS))
        yield started
        started.close()


@contextmanager
def looking(browser: Browser, pages: Mapping[str, str], mode: str = "desktop") -> Iterator[Looker]:
    """A browser page on which these pages can be opened by their names."""
    context = browser.new_context(**MODES[mode])
    looker = Looker(context.new_page())

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(HOME).partition("#")[0]
        if name in pages:
            route.fulfill(body=pages[name], content_type="text/html; charset=utf-8")
        else:
            looker.left.append(route.request.url)
            route.abort()

    context.route("**/*", answer)
    looker.page.on("console", lambda message: looker.complaints.append(message.text))
    looker.page.on("pageerror", lambda error: looker.complaints.append(str(error)))
    if mode == "print":
        looker.page.emulate_media(media="print")
    yield looker
    context.close()
