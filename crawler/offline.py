"""A crawl without network: every answer comes from an archive, in the order in which it came before."""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Self

from scrapy import Request

from crawler import responses
from crawler.answers import Answer
from crawler.buckets import Task, What
from crawler.options import CrawlOptions
from crawler.survey import Survey
from crawler.wacz import NAME, OWN, run_told
from crawler.wacz_reader import ArchiveError, Indexed, Wacz
from expectations.model import Cause, RunRecord

_NOT_ARCHIVED = "not in the archive"


@dataclass(slots=True)
class Replay:
    """An archive that answers. `left` are the addresses that its crawl left because of what their site did."""

    wacz: Wacz
    left: Mapping[str, tuple[Cause, str]]
    _kept: dict[tuple[str, str], deque[Indexed]]
    _last: dict[tuple[str, str], Indexed]

    @classmethod
    def open(cls, path: Path) -> Self:
        """Raises ArchiveError when the file cannot be used."""
        wacz = Wacz.open(path)
        kept: dict[tuple[str, str], deque[Indexed]] = defaultdict(deque)
        try:
            for one in wacz.kept():
                kept[one.purpose, one.url].append(one)
            told = wacz.description.get(OWN, {}).get("left", [])
            left = {address: (Cause(cause), str(detail)) for address, cause, detail in told}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            wacz.close()
            raise ArchiveError(f"The index of the archive {path} cannot be read ({error}).") from error
        return cls(wacz, left, dict(kept), {})

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
        if kept.cause:
            answer = Answer(cause=Cause(kept.cause), detail=kept.detail)
        else:
            answer = responses.read(self.wacz.response(kept), task.what)
        unchanged = kept.moment if kept.checked else None
        return replace(answer, fetched=kept.checked or kept.moment, unchanged=unchanged, record=kept.record)

    def _next(self, what: What, url: str) -> Indexed | None:
        for key in ((what.name.lower(), url), ("", url)):  # other programs do not say what a request was for
            if self._kept.get(key):
                self._last[key] = self._kept[key].popleft()
                return self._last[key]
            if key in self._last and what is What.ROBOTS:
                return self._last[key]
        return None


def replay(survey: Survey, archive: Replay, tell: Callable[[float], None]) -> bool:
    """Brings a crawl to its end from an archive; whether that held any answer for it. `tell` hears that it goes on."""
    answered = False
    for task in iter(survey.next, None):
        tell(0.0)
        answer = archive.answer(task)
        if answer is not None:
            answered |= answer.status is not None
            survey.take(task, answer)
        elif task.what is What.ROBOTS:
            survey.take(task, Answer(cause=Cause.NOT_FOUND, status=404))
        else:
            survey.leave(task, *archive.left.get(task.address, (Cause.INTERRUPTED, _NOT_ARCHIVED)))
    survey.flush()
    return answered


def options_of(archive: Replay, asked: CrawlOptions) -> CrawlOptions:
    """What is asked, with the manners of the crawl that made the archive; there is nothing to wait for any more."""
    run = run_told(archive.wacz.description)
    limits = run.get("limits", {})
    return replace(
        asked,
        delay=0.0,
        confirm_after=0.0,
        scripts=limits.get("scripts") == "all",
        max_pages=int(limits.get("max_pages", asked.max_pages)),
        user_agent=run.get("user_agent", asked.user_agent),
    )


def ran_scripts(archive: Replay) -> bool:
    """Whether the crawl that made the archive ran the scripts of any page."""
    return "scripts" in run_told(archive.wacz.description).get("limits", {})


def record_of(archive: Replay, record: RunRecord) -> RunRecord:
    """The record of an offline run: it is the archived run once more, of the archive's day."""
    run = run_told(archive.wacz.description)
    moments = sorted(kept.moment for queue in archive._kept.values() for kept in queue)
    if not moments:
        raise ArchiveError(f"The archive {archive.wacz.path} is empty.")
    digest = sha256(repr(archive.wacz.description["resources"]).encode()).hexdigest()[:8]
    return replace(
        record,
        id=run.get("id", f"archive-{digest}"),
        started=run.get("started", moments[0]),
        finished=run.get("finished", moments[-1]),
        requests=int(run.get("requests", len(moments))),
        user_agent=run.get("user_agent", record.user_agent),
        limits=run.get("limits", record.limits),
        archive=f"crawl/{NAME}",
    )
