"""Scrapy's scheduler, replaced by our desk: Scrapy asks for the next request, the desk has the task."""

import asyncio
from collections import deque
from typing import Self

from scrapy import Request
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from crawler.spiders.routes import RoutesSpider


class FrontierScheduler(BaseScheduler):
    """Wakes the engine when something that had to wait is due; until the desk is done the spider stays open."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._ready: deque[Request] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def has_pending_requests(self) -> bool:
        return bool(self._ready) or self._spider.desk.unfinished

    def enqueue_request(self, request: Request) -> bool:
        self._ready.append(request)
        return True

    def next_request(self) -> Request | None:
        if self._ready:
            return self._ready.popleft()
        request = self._spider.next_request()
        if request is None:
            self._wait()
        return request

    def close(self, reason: str) -> None:  # noqa: ARG002
        if self._timer is not None:
            self._timer.cancel()

    @property
    def _spider(self) -> RoutesSpider:
        spider = self._crawler.spider
        assert isinstance(spider, RoutesSpider)
        return spider

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        seconds = self._spider.desk.wait(self._wake)
        if seconds is not None:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._wake)

    def _wake(self) -> None:
        """Hands the engine a request: the one public way to wake it. When there is none any more, it is closed, since
        it would find out only at its next heartbeat."""
        self._timer = None
        request = self._spider.next_request()
        if request is not None:
            self._crawler.engine.crawl(request)
        elif self._spider.desk.unfinished:
            self._wait()
        else:
            self._closing = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason="finished"))
