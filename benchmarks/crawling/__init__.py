"""How fast a whole site is crawled: plain Scrapy, other link checkers and meldroute on one generated site."""
