"""Text from the web in Markdown: shown as it is, never as markup, a mention or a command to a CI system."""

import re
from urllib.parse import quote

from reports.html_filters import is_web, split_addresses

_MARKUP = re.compile(r"[\\`*_{}\[\]|~$#]")
_SPACE = re.compile(r"\s")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_KEPT = "/?#@!$&'()*+,;=:%~-._"  # all that an address may hold but brackets, which end links and tables


def escape(text: str) -> str:
    """The text on one line, in which no sign means anything; only an e-mail address may become a link."""
    plain = _MARKUP.sub(r"\\\g<0>", _SPACE.sub(" ", text)).replace("::", r"\:\:")
    told = "".join(_HTML.get(sign, sign) for sign in plain)
    return _MENTION.sub("<span>@</span>", told)


def linked(text: str) -> str:
    """The text, with the web addresses in it as links."""
    return "".join(link(part) if is_web(part) else escape(part) for part in split_addresses(text))


def link(address: str) -> str:
    """A web address as a link that shows it; what is no web address as plain text."""
    if not is_web(address) or re.match(r"\w+://[^/]*[\[\]<>\\]", address):
        return escape(address)
    return f"<{quote(address, safe=_KEPT).replace('::', '%3A%3A')}>"
