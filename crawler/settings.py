"""Every setting of Scrapy that we change, with its reason. Pacing and order are ours: see `frontier.py`."""

from crawler.bodies import MAX_BYTES

BOT_NAME = "meldroute"
SPIDER_MODULES = ["crawler.spiders"]

IN_FLIGHT = 16  # at most this many requests are repeated after a kill
CONCURRENT_REQUESTS = IN_FLIGHT
CONCURRENT_REQUESTS_PER_DOMAIN = IN_FLIGHT  # the frontier hands out one at a time per site, unless asked otherwise
DOWNLOAD_DELAY = 0  # the frontier waits: only it knows Crawl-delay, Retry-After and sites on several hosts
CONCURRENT_ITEMS = 1  # our callbacks yield nothing; 100 would start 100 idle tasks per response
DOWNLOAD_TIMEOUT = 30  # in total, so that a page that drips does not hold a place for ever
DOWNLOAD_MAXSIZE = MAX_BYTES
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_VERIFY_CERTIFICATES = True  # a visitor's browser verifies too
SCHEDULER = "crawler.scheduler.FrontierScheduler"
DOWNLOAD_HANDLERS = {
    "http": "crawler.handler.GuardedHandler",
    "https": "crawler.handler.GuardedHandler",
    # No other doors: a link must never open a file or an ftp server.
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
# Nothing of Scrapy's between us and the answers: a redirect, a duplicate or a refusal by robots.txt that a middleware
# handles never reaches a callback, and an address without an outcome is what this program must not have.
# It also means no cookies, no referer, no proxies from the environment, no cache.
DOWNLOADER_MIDDLEWARES_BASE: dict[str, int] = {}
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
EXTENSIONS_BASE: dict[str, int] = {}
ROBOTSTXT_OBEY = False  # obeyed by us, strictly by RFC 9309 (robots.py)
# Doors into the running process.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
STATS_DUMP = False
WARN_ON_GENERATOR_RETURN_VALUE = False  # looks at our own sources, for a fault that they cannot have
