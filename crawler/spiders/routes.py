"""The spider: turns the desk's tasks into requests, and what comes back into answers."""

from collections.abc import AsyncIterator, Callable
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.http import Headers, Response
from twisted.python.failure import Failure

from crawler import certificates, evidence, names, responses
from crawler.answers import Answer
from crawler.bodies import MAX_SITEMAP_BYTES
from crawler.buckets import Task, What
from crawler.desk import Desk
from crawler.failures import of_failure
from crawler.guard import GuardedResolver, place
from expectations.model import Cause

_ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"


class RoutesSpider(Spider):
    """Makes the requests of one crawl, over all origins. A fault of our own ends it, and the desk hears."""

    name = "routes"

    def __init__(self, desk: Desk, resolver: GuardedResolver, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.desk = desk
        self._resolver = resolver
        self._headers = {
            "User-Agent": desk.user_agent,
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

    def next_request(self) -> Request | None:
        """The next request that may start now."""
        try:
            while (task := self.desk.next()) is not None:
                try:
                    return self._request(task)
                except ValueError as error:  # an address that we find possible and Scrapy does not
                    self.desk.take(task, Answer(cause=Cause.INVALID_ADDRESS, detail=str(error)[:200]))
        except Exception as error:
            self.desk.fail(error)
        return None

    def headers_received(self, headers: Headers, request: Request) -> None:
        """Leaves bodies alone that no page can be in."""
        task: Task = request.meta["task"]
        # By now the site has certainly seen the request; a pause from here is a pause at its side too.
        self.desk.started(task)
        if not responses.needs_body(headers, task.what):
            raise StopDownload(fail=False)

    def answered(self, response: Response) -> None:
        """Scrapy's callback."""
        task: Task = response.meta["task"]
        self._take(task, lambda: evidence.of_response(task, response, responses.read(response, task.what)))

    async def failed(self, failure: Failure) -> None:
        """Scrapy's errback: there is no complete answer."""
        request: Request = failure.request  # type: ignore[attr-defined]
        try:
            answer = await self._explain(request.meta["task"], failure.value)
        except Exception as error:
            self.desk.fail(error)
            return
        task: Task = request.meta["task"]
        self._take(task, lambda: evidence.of_failure(task, request, answer))

    def _request(self, task: Task) -> Request:
        meta: dict[str, Any] = {
            "task": task,
            "fresh": task.fresh,
            "rendered": task.rendered,
            "started": lambda: self.desk.started(task),
            "download_timeout": float(self.settings["DOWNLOAD_TIMEOUT"]),
        }
        if task.what is What.SITEMAP:
            meta["download_maxsize"] = MAX_SITEMAP_BYTES
        headers = self._headers | ({"Cookie": task.cookie} if task.cookie else {}) | dict(task.conditions)
        return Request(task.literal or task.address, self.answered, headers=headers, meta=meta, errback=self.failed)

    def _take(self, task: Task, answer: Callable[[], Answer]) -> None:
        try:
            self.desk.take(task, answer())
        except Exception as error:
            self.desk.fail(error)

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
