"""The event loop under Scrapy, kept between crawls so that one process can crawl more than once."""

import asyncio
import sys
from typing import Any


def reactor_loop() -> tuple[asyncio.AbstractEventLoop, Any]:
    """The asyncio loop and the Twisted reactor on top of it, running.

    A reactor can be run only once in a process; the loop under it can be run again and again, and the reactor has no
    need of more once it believes that it runs.
    """
    if "twisted.internet.reactor" not in sys.modules:
        from twisted.internet import asyncioreactor

        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        asyncioreactor.install(loop)  # type: ignore[no-untyped-call]
        reactor: Any = sys.modules["twisted.internet.reactor"]
        reactor.startRunning(installSignalHandlers=False)
    reactor = sys.modules["twisted.internet.reactor"]
    return reactor._asyncioEventloop, reactor
