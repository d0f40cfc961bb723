"""The cookies that a site sets with its redirects, for the sites that go round in circles without them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from expectations.urls import origin

_COOKIE = re.compile(r"\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})=([!-+\--:<-\[\]-~]{0,1000})\s*(?:;|$)")
_MAX = 20  # of one origin


@dataclass(slots=True)
class Jar:
    """Keeps cookies per origin; none is ever brought to another one."""

    _kept: dict[str, dict[str, str]] = field(default_factory=dict)

    def keep(self, address: str, lines: str) -> dict[str, str]:
        """What an answer of this address sets, one cookie a line; all that is kept of its origin."""
        kept = self._kept.setdefault(origin(address), {})
        for line in lines.split("\n")[:_MAX]:
            cookie = _COOKIE.match(line)
            if cookie and len(kept) < _MAX:
                kept[cookie[1]] = cookie[2]
        return kept

    def restore(self, cookies: Iterable[tuple[str, str, str]]) -> None:
        """Keeps again what an interrupted crawl kept: origin, name, value."""
        for of, name, value in cookies:
            self._kept.setdefault(of, {})[name] = value

    def brought(self, address: str) -> str:
        """The header that a browser would bring to this address; empty when there is nothing to bring."""
        return "; ".join(f"{name}={value}" for name, value in self._kept.get(origin(address), {}).items())
