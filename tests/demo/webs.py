"""The pretend web without a network, for looking at it from the inside."""

import html
import re
from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urldefrag, urljoin

from demo.places import SITES, Places
from demo.site import Answer, Site
from demo.web import build

TODAY = date(2026, 11, 23)
ORIGINS = {key: f"http://127.0.0.{number}:{8000 + number}" for number, key in enumerate(SITES, 2)}


def a_web() -> dict[str, Site]:
    return build(Places(ORIGINS), TODAY)


def answer(web: Mapping[str, Site], address: str) -> Answer:
    key = next(key for key, origin in ORIGINS.items() if address.startswith(origin + "/"))
    return web[key].answer(address.removeprefix(ORIGINS[key]))


def arrive(web: Mapping[str, Site], address: str) -> tuple[str, Answer]:
    """Where a visitor ends; at most five redirects."""
    for _ in range(5):
        reached = answer(web, address)
        location = dict(reached.headers).get("Location")
        if location is None:
            break
        address = urljoin(address, location)
    return address, reached


def links(address: str, of: Answer) -> Iterator[str]:
    """The http addresses a page links to, fragments kept."""
    for raw in re.findall(r'(?:href|src)="([^"]*)"', of.file.body.decode()):
        href = html.unescape(raw)
        if not href.startswith(("mailto:", "tel:")):
            yield urljoin(address, href)


def graph(web: Mapping[str, Site]) -> dict[str, tuple[str, ...]]:
    """Every address that a page links to or that is a home, with what a visitor finds linked there."""
    waiting = [origin + "/" for origin in ORIGINS.values()]
    edges: dict[str, tuple[str, ...]] = {}
    while waiting:
        here = waiting.pop()
        if here in edges or "/assets/" in here:
            continue
        end, reached = arrive(web, here)
        is_page = reached.status == 200 and reached.file.type.startswith("text/html")
        edges[here] = tuple(dict.fromkeys(urldefrag(link)[0] for link in links(end, reached))) if is_page else ()
        waiting += edges[here]
    return edges


def clicks(edges: Mapping[str, tuple[str, ...]], home: str) -> dict[str, int]:
    """The number of clicks from a home page to every address that can be reached."""
    distance, waiting = {home: 0}, deque([home])
    while waiting:
        here = waiting.popleft()
        for target in edges.get(here, ()):
            if target not in distance:
                distance[target] = distance[here] + 1
                waiting.append(target)
    return distance
