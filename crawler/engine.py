"""The event loop under Scrapy, kept between crawls so that one process can crawl more than once."""

import asyncio
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from twisted.logger import globalLogBeginner

_LOOKUPS = 32


def reactor_loop() -> tuple[asyncio.AbstractEventLoop, Any]:
    """The asyncio loop and the Twisted reactor on top of it, running.

    A reactor can be run only once in a process; the loop under it can be run again and again, and the reactor has no
    need of more once it believes that it runs.
    """
    if "twisted.internet.reactor" not in sys.modules:
        from twisted.internet import asyncioreactor

        loop = asyncio.new_event_loop()
        # Names are looked up in threads; a few that hang must not hold up the others.
        loop.set_default_executor(ThreadPoolExecutor(_LOOKUPS, thread_name_prefix="names"))
        asyncioreactor.install(loop)  # type: ignore[no-untyped-call]
        reactor: Any = sys.modules["twisted.internet.reactor"]
        reactor.startRunning(installSignalHandlers=False)
        _silence()
    reactor = sys.modules["twisted.internet.reactor"]
    loop = reactor._asyncioEventloop
    asyncio.set_event_loop(loop)  # whoever used asyncio since may have left none
    return loop, reactor


def _silence() -> None:
    """Twisted tells of connections that end in odd ways on stderr; for us those are results, not messages."""
    shown = warnings.showwarning
    drop: Any = lambda event: None  # noqa: E731, ARG005 - an observer is any callable
    globalLogBeginner.beginLoggingTo([drop], discardBuffer=True, redirectStandardIO=False)
    warnings.showwarning = shown  # Twisted takes the warnings too
