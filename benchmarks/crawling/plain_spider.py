"""Plain Scrapy as its tutorial has it: a CrawlSpider with a LinkExtractor, everything else as shipped.

`scrapy runspider plain_spider.py -a start=ADDRESS -a out=FILE` writes the status of every address that it saw.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy.http import Response
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule


class PlainSpider(CrawlSpider):
    """Follows every link of one host and notes what came back."""

    name = "plain"
    handle_httpstatus_list = [404]  # noqa: RUF012 - Scrapy's way; without it, a broken link has no callback
    rules = (Rule(LinkExtractor(), callback="note", follow=True),)

    def __init__(self, start: str, out: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.start_urls = [start]
        self.allowed_domains = [urlsplit(start).hostname or ""]
        self.out = Path(out)
        self.seen: dict[str, list[Any]] = {}

    def parse_start_url(self, response: Response, **kwargs: Any) -> Any:  # noqa: ARG002
        return self.note(response)

    def note(self, response: Response) -> tuple[()]:
        """Keeps the status, and the addresses that were redirected to here."""
        self.seen[response.url] = [response.status, response.meta.get("redirect_urls", [])]
        return ()

    def closed(self, reason: str) -> None:  # noqa: ARG002
        self.out.write_text(json.dumps(self.seen), encoding="utf-8")
