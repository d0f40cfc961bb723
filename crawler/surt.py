"""The key under which web archives list an address: host backwards, all in lower case."""

import re
from urllib.parse import urlsplit

_WWW = re.compile(r"www\d*\.")
_USUAL = {"http": 80, "https": 443}


def surt(address: str) -> str:
    """`https://www.example.nl/Pad/?b=1&a=2` is `nl,example)/pad?a=2&b=1`."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    www = _WWW.match(host)
    backwards = ",".join(reversed(host[www.end() if www else 0 :].split(".")))
    port = f":{parts.port}" if parts.port and parts.port != _USUAL.get(parts.scheme) else ""
    path = parts.path.lower().rstrip("/") or "/"
    query = "?" + "&".join(sorted(parts.query.lower().split("&"))) if parts.query else ""
    return f"{backwards}{port}){path}{query}".replace(" ", "%20")
