"""The spider: turns tasks into requests, and what comes back into answers for the survey."""

from collections.abc import AsyncIterator, Callable
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.http import Headers, Response
from twisted.python.failure import Failure

from crawler import certificates, names, responses
from crawler.answers import Answer
from crawler.bodies import MAX_SITEMAP_BYTES
from crawler.frontier import Task, What
from crawler.guard import GuardedResolver, place
from crawler.outcomes import of_failure
from crawler.survey import Survey
from expectations.model import Cause

_ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"
_HOPELESS_TURN = 1


class RoutesSpider(Spider):
    """One crawl over all origins. A fault of our own ends it and is kept in `fault`."""

    name = "routes"

    def __init__(self, survey: Survey, resolver: GuardedResolver, tell: Callable[[float], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.survey = survey
        self.fault: BaseException | None = None
        self._resolver = resolver
        self._tell = tell
        self._turns = 0
        self._headers = {
            "User-Agent": survey.options.named,
            "Accept": _ACCEPT,
            "Accept-Language": "nl,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.headers_received, signals.headers_received)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Nothing: the scheduler knows where to begin."""
        return
        yield

    @property
    def unfinished(self) -> bool:
        return self.fault is None and self.survey.frontier.unfinished

    @property
    def flying(self) -> int:
        return self.survey.frontier.flying

    def next_request(self) -> Request | None:
        """The next request that may start now."""
        if self.fault is not None:
            return None
        try:
            self._lose_patience()
            while (task := self.survey.next()) is not None:
                try:
                    return self._request(task)
                except ValueError as error:  # an address that we find possible and Scrapy does not
                    self.survey.take(task, Answer(cause=Cause.INVALID_ADDRESS, detail=str(error)[:200]))
        except Exception as error:
            self._fail(error)
        return None

    def seconds_to_wait(self) -> float | None:
        """Until the frontier has something again; None when an answer must come first."""
        due = self.survey.frontier.next_due()
        if due is None:
            return None
        seconds = max(0.0, due - self.survey.now())
        if not self.survey.frontier.flying:
            self._tell(seconds)
        return min(seconds, 1.0) if seconds > 1.0 else seconds  # wakes each second, so that a stop is noticed

    def headers_received(self, headers: Headers, request: Request) -> None:
        """Leaves bodies alone that no page can be in."""
        task: Task = request.meta["task"]
        # By now the site has certainly seen the request; a pause from here is a pause at its side too.
        self.survey.frontier.started(task)
        if not responses.needs_body(headers, task.what):
            raise StopDownload(fail=False)

    def answered(self, response: Response) -> None:
        """Scrapy's callback."""
        self._take(response.meta["task"], lambda: responses.read(response, response.meta["task"].what))

    async def failed(self, failure: Failure) -> None:
        """Scrapy's errback: there is no complete answer."""
        request: Request = failure.request  # type: ignore[attr-defined]
        try:
            answer = await self._explain(request.meta["task"], failure.value)
        except Exception as error:
            self._fail(error)
            return
        self._take(request.meta["task"], lambda: answer)

    def _request(self, task: Task) -> Request:
        meta: dict[str, Any] = {
            "task": task,
            "fresh": task.fresh,
            "started": lambda: self.survey.frontier.started(task),
            "download_timeout": float(self.settings["DOWNLOAD_TIMEOUT"]),
        }
        if task.what is What.SITEMAP:
            meta["download_maxsize"] = MAX_SITEMAP_BYTES
        headers = self._headers | ({"Cookie": task.cookie} if task.cookie else {})
        return Request(task.literal or task.address, self.answered, headers=headers, meta=meta, errback=self.failed)

    def _take(self, task: Task, answer: Callable[[], Answer]) -> None:
        try:
            self.survey.take(task, answer())
            self._tell(0.0)
        except Exception as error:
            self._fail(error)

    async def _explain(self, task: Task, error: BaseException | None) -> Answer:
        """The cause of a failure, with the questions to others that it takes to name it."""
        where = place(task.address)
        cause = of_failure(error) if error is not None else Cause.PROTOCOL
        if cause is Cause.NAME_ERROR:
            if where in self._resolver.refused:
                return Answer(cause=Cause.FORBIDDEN_ADDRESS)
            if await names.does_not_exist(where[0], self._resolver.errors.get(where[0])):
                return Answer(cause=Cause.NO_SUCH_HOST)
        if cause is Cause.CERTIFICATE:
            return Answer(cause=cause, detail=await certificates.fault(where, await self._resolver.permitted(where)))
        return Answer(cause=cause, detail="" if cause is not Cause.PROTOCOL else str(error)[:200])

    def _lose_patience(self) -> None:
        """When nothing at all answered and only waiting is left, one more try tells whether our own network is down."""
        survey = self.survey
        if survey.answered or survey.frontier.flying or not survey.hosts.patient:
            return
        due = survey.frontier.next_due()
        if due is not None and due > survey.now() + _HOPELESS_TURN and survey.requests:
            survey.hurry()

    def _fail(self, error: Exception) -> None:
        """Our own fault: nothing more is started, what is under way ends, and the run tells."""
        self.fault = self.fault or error
        self.survey.frontier.stopped = True
