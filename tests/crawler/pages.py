"""The saved pages, and how tests read them."""

from pathlib import Path

from crawler.extract import Reading, read_page
from expectations.model import Channel, ChannelType, Page

FOLDER = Path(__file__).parent.parent / "pages"
ADDRESS = "https://www.voorbeeld.nl/ministeries/vz/contact/klachten"


def saved(name: str) -> str:
    return (FOLDER / f"{name}.html").read_text(encoding="utf-8")


def reading(html: str, address: str = ADDRESS, **headers: str) -> Reading:
    """Reads HTML as if it came from `address`; headers with underscores for hyphens."""
    return read_page(html, address, {name.replace("_", "-"): value for name, value in headers.items()})


def page(name: str) -> Page:
    return reading(saved(name)).page


def body(html: str) -> Page:
    return reading(f"<!doctype html><html lang=nl><body>{html}</body></html>").page


def channels(of: Page, kind: ChannelType) -> list[Channel]:
    return [channel for channel in of.channels if channel.type is kind]


def values(of: Page, kind: ChannelType) -> list[str]:
    return [channel.value for channel in channels(of, kind)]
