"""Makes requests in this process, as Scrapy does it, until the desk has no more tasks."""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scrapy.crawler import AsyncCrawlerRunner
from scrapy.settings import Settings

from crawler.desk import Desk
from crawler.guard import GuardedResolver
from crawler.options import CrawlError
from crawler.spiders.routes import RoutesSpider

_COLLECT_AFTER = 50_000  # values made and not dropped; Python's 700 makes the collector take a quarter of the time


def visit(loop: asyncio.AbstractEventLoop, desk: Desk, resolver: GuardedResolver) -> None:
    """Does all tasks of a desk. A fault of our own ends it, and the desk hears."""
    settings = Settings()
    settings.setmodule("crawler.settings")
    runner = AsyncCrawlerRunner(settings)
    with _listening(lambda told: desk.fail(CrawlError(told))), rarely_collecting():
        loop.run_until_complete(runner.crawl(runner.create_crawler(RoutesSpider), desk=desk, resolver=resolver))


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Reading a page makes and drops thousands of values, hardly any of them in circles that need the collector."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


class _Errors(logging.Handler):
    """Hears what Scrapy logs as an error: an exception in our own code that it caught."""

    def __init__(self, hear: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._hear = hear

    def emit(self, record: logging.LogRecord) -> None:
        self._hear(self.format(record))


@contextmanager
def _listening(hear: Callable[[str], None]) -> Iterator[None]:
    """Scrapy's other messages tell of the web's faults; those are our results."""
    logger, errors = logging.getLogger("scrapy"), _Errors(hear)
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.ERROR)
    logger.propagate = False
    logger.addHandler(errors)
    try:
        yield
    finally:
        logger.removeHandler(errors)
        logger.setLevel(level)
        logger.propagate = propagate
