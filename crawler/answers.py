"""What came back for one request, without judgement of what follows from it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crawler.gist import Gist
from crawler.outcomes import OUTCOMES
from crawler.records import Kept
from expectations.model import Cause, Visit

REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})
_SURE_AFTER = 60  # seconds; a page changed just before it was sent may have changed again in the same second
_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{1,300}"')
CONFUSED = frozenset({304, 400, 412})  # statuses that may be about a condition of ours rather than the page
PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`html` is the text of an HTML body, `body` the bytes of any other that was asked for; `location` as sent.
    `gist` is what a worker already read in it. `unchanged` is the moment since which the site says it is the same.
    `fetched` is the moment at which it came, `record` names the archived record of it; `kept` is that record, as long
    as it is not yet written."""

    cause: Cause
    status: int | None = None
    detail: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str | None = None
    html: str | None = None
    body: bytes = b""
    location: str | None = None
    gist: Gist | None = None
    unchanged: str | None = None
    fetched: str = ""
    record: str = ""
    kept: Kept | None = None

    @property
    def page(self) -> bool:
        """Whether it is a page to be read."""
        moved = self.location is not None and self.status in REDIRECTS
        return self.cause is Cause.ANSWERED and self.html is not None and not moved

    def retry_after(self, now: float) -> float | None:
        """The seconds that the Retry-After header asks to wait; None when it does not say, or nothing sensible."""
        raw = self.headers.get("retry-after", "").strip()
        if raw.isdecimal() and len(raw) < 12:
            return float(raw)
        try:
            return max(0.0, parsedate_to_datetime(raw).timestamp() - now) if raw else None
        except (ValueError, TypeError, IndexError, OverflowError):
            return None


def validators(answer: Answer, moment: float) -> tuple[str, str]:
    """The ETag and the day of change that an answer came with, as far as a later request may rely on them."""
    tag, changed = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
    try:
        sure = moment - parsedate_to_datetime(changed).timestamp() >= _SURE_AFTER
    except (ValueError, TypeError, IndexError, OverflowError):
        sure = False
    return (tag if _TAG.fullmatch(tag) else "", changed if sure or answer.unchanged else "")


def visited(address: str, answer: Answer, attempts: int, moment: float) -> Visit:
    """The visit that an answer makes, not yet knowing where a redirect ends."""
    moment = datetime.fromisoformat(answer.fetched).timestamp() if answer.fetched else moment
    etag, changed = validators(answer, moment) if answer.cause is Cause.ANSWERED else ("", "")
    return Visit(
        address=address,
        outcome=OUTCOMES[answer.cause],
        cause=answer.cause,
        status=answer.status,
        detail=answer.detail,
        attempts=attempts,
        fetched=stamp(moment),
        content_type=answer.content_type,
        etag=etag,
        last_modified=changed,
        unchanged=answer.unchanged,
        record=answer.record,
    )


def stamp(moment: float) -> str:
    """A moment in seconds since 1970 as ISO 8601 text."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
