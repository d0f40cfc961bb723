"""Our own walk over a written world: which documents link to which, and how many clicks lead where."""

import re
from collections import deque

from .model import Doc, World
from .render import render

_HREF = re.compile(r'href="([^"#?]+)[^"]*"', re.IGNORECASE)


class Graph:
    """Links between documents after redirects. Sites need ports (any will do)."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.by_url = {world.sites[d.site].origin + d.path: d for d in world.docs.values()}
        self.links: dict[str, set[str]] = {}
        self.dead: list[tuple[str, str]] = []
        for doc in world.docs.values():
            self.links[doc.id] = self._links(doc)

    def _links(self, doc: Doc) -> set[str]:
        if doc.gone or (doc.answer and doc.answer[0] not in {"redirect", "flaky", "slow"}):
            return set()
        if doc.answer and doc.answer[0] == "redirect":
            return set()
        origin = self.world.sites[doc.site].origin
        found = set()
        for target in _HREF.findall(render(self.world, doc)):
            if target.lower().startswith(("mailto:", "tel:", "data:")):
                continue
            end = self.follow(origin + target if target.startswith("/") else target)
            if end is None:
                self.dead.append((doc.id, target))
            else:
                found.add(end.id)
        return found

    def follow(self, url: str) -> Doc | None:
        for _ in range(10):
            doc = self.by_url.get(url) or self.by_url.get(url.rstrip("/") if url.endswith("/") else url + "/")
            if doc is None or doc.gone:
                return None
            if not doc.answer or doc.answer[0] != "redirect":
                return doc
            target = str(doc.answer[2])
            url = (
                self.world.sites[doc.site].origin + target
                if target.startswith("/")
                else target
                if target.startswith("http")
                else self.world.url(target)
            )
        return None

    def clicks(self, start: str) -> dict[str, int]:
        """Clicks from the document `start` to each document that can be reached."""
        seen, queue = {start: 0}, deque([start])
        while queue:
            here = queue.popleft()
            for there in sorted(self.links.get(here, ())):
                if there not in seen:
                    seen[there] = seen[here] + 1
                    queue.append(there)
        return seen


def number_sites(world: World) -> None:
    """Gives every site a pretend port, for walks without a server."""
    for number, site in enumerate(world.sites.values()):
        site.port = 10_000 + number
