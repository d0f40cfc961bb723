"""The steps by which the bytes of one page become facts; `crawler.extract` and `crawler.careful` put them together."""
