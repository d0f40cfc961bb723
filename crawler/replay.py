"""An archive in the place of the web: gives each request the answer that it got before."""

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from scrapy import Request

from crawler import responses
from crawler.answers import Answer
from crawler.buckets import Task, What
from crawler.wacz import OWN
from crawler.wacz_reader import ArchiveError, Indexed, Wacz
from expectations.model import Cause


@dataclass(slots=True)
class Replay:
    """An archive that answers. `left` are the addresses that its crawl left because of what their site did."""

    wacz: Wacz
    left: Mapping[str, tuple[Cause, str]]
    all: tuple[Indexed, ...]
    _kept: dict[tuple[str, str], deque[Indexed]]
    _last: dict[tuple[str, str], Indexed]

    @classmethod
    def open(cls, path: Path) -> Self:
        """Raises ArchiveError when the file cannot be used."""
        wacz = Wacz.open(path)
        kept: dict[tuple[str, str], deque[Indexed]] = defaultdict(deque)
        try:
            found = tuple(wacz.kept())
            for one in found:
                kept[one.purpose, one.url].append(one)
            told = wacz.description.get(OWN, {}).get("left", [])
            left = {address: (Cause(cause), str(detail)) for address, cause, detail in told}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            wacz.close()
            raise ArchiveError(f"The index of the archive {path} cannot be read ({error}).") from error
        return cls(wacz, left, found, dict(kept), {})

    def close(self) -> None:
        self.wacz.close()

    def answer(self, task: Task) -> Answer | None:
        """The next answer to this task; None when the archive has no further one."""
        try:
            url = Request(task.literal or task.address).url
        except ValueError as error:  # as in a crawl with network: an address that we find possible and Scrapy does not
            return Answer(cause=Cause.INVALID_ADDRESS, detail=str(error)[:200])
        kept = self._next(task.what, url)
        if kept is None:
            return None
        if kept.cause is not None:
            answer = Answer(cause=kept.cause, detail=kept.detail)
        elif (response := self.wacz.response(kept)) is not None:
            answer = responses.read(response, task.what)
        else:
            return None
        unchanged = kept.moment if kept.checked else None
        return replace(answer, fetched=kept.checked or kept.moment, unchanged=unchanged, record=kept.record)

    def _next(self, what: What, url: str) -> Indexed | None:
        for key in ((what.purpose, url), ("", url)):  # other programs do not say what a request was for
            if self._kept.get(key):
                self._last[key] = self._kept[key].popleft()
                return self._last[key]
            if key in self._last and what is What.ROBOTS:
                return self._last[key]
        return None
