"""How fast a whole site is crawled: plain Scrapy and meldroute on one generated site, in the same run."""
