"""Makes requests in this process, as Scrapy does it, until the desk has no more tasks."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scrapy.crawler import AsyncCrawlerRunner
from scrapy.settings import Settings

from crawler.desk import Desk
from crawler.guard import GuardedResolver
from crawler.options import CrawlError
from crawler.spiders.routes import RoutesSpider


def visit(loop: asyncio.AbstractEventLoop, desk: Desk, resolver: GuardedResolver) -> None:
    """Does all tasks of a desk. A fault of our own ends it, and the desk hears."""
    settings = Settings()
    settings.setmodule("crawler.settings")
    runner = AsyncCrawlerRunner(settings)
    with _listening(lambda told: desk.fail(CrawlError(told))):
        loop.run_until_complete(runner.crawl(runner.create_crawler(RoutesSpider), desk=desk, resolver=resolver))


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
