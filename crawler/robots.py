"""What a site's robots.txt allows us, by RFC 9309."""

import codecs
from dataclasses import dataclass, replace

from protego import Protego

from expectations.model import Cause

MAX_BYTES = 512 * 1024
MAX_REDIRECTS = 5
MAX_CRAWL_DELAY = 30.0  # who wants more peace than this is not visited at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """`closed` is why nothing may be visited at all; `sitemaps` are the addresses that robots.txt names, as written.
    `fetched` and `record` are of the answer that they follow from."""

    text: str = ""
    closed: Cause | None = None
    detail: str = ""
    attempts: int = 0
    fetched: str = ""
    record: str = ""


class Robots:
    """The rules of one origin, ready to ask."""

    def __init__(self, rules: Rules, user_agent: str) -> None:
        self.rules = rules
        self._agent = user_agent.partition("/")[0].strip() or user_agent
        self._parsed = Protego.parse(rules.text)
        self.sitemaps = tuple(self._parsed.sitemaps)

    @property
    def delay(self) -> float:
        """The seconds to keep between two requests."""
        return max(float(self._parsed.crawl_delay(self._agent) or 0.0), 0.0)

    def allow(self, address: str) -> bool:
        """Whether we may visit an address of this origin."""
        return bool(self._parsed.can_fetch(address, self._agent))


def bearable(rules: Rules, user_agent: str) -> Rules:
    """The same rules, closed when they ask for longer pauses than a crawl of some pages can keep."""
    asked = Robots(rules, user_agent).delay
    return replace(rules, closed=Cause.ROBOTS, detail=f"Crawl-delay: {asked:g}") if asked > MAX_CRAWL_DELAY else rules


def of_answer(status: int, body: bytes) -> Rules:
    """The rules that an answer to the request for robots.txt makes: a page that is not there forbids nothing."""
    if 200 <= status < 300:
        return Rules(text=_readable(body[:MAX_BYTES]))
    if status == 429 or status >= 500 or status < 200:
        return Rules(closed=Cause.ROBOTS_UNREACHABLE, detail=str(status))
    return Rules()


def _readable(body: bytes) -> str:
    wide = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return (
        body.decode("utf-16" if wide else "utf-8-sig", "replace")
        .replace("\x00", "")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
    )
