"""When a run was: the one moment that formats may tell, so that the same report gives the same bytes."""

from datetime import UTC, datetime

from expectations.model import Report, RunRecord

_UNKNOWN = datetime(1980, 1, 1, tzinfo=UTC)  # the first day that a zip file can tell


def finished(report: Report) -> datetime:
    """When the run ended, else when it began, in whole seconds UTC; a fixed day when neither is known."""
    times = (_moment(text) for text in _told(report.run))
    return next((time for time in times if time), _UNKNOWN)


def rfc3339(time: datetime) -> str:
    """`2026-11-23T20:03:11Z`."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str | None) -> str | None:
    """A moment as RFC 3339 in UTC; None when it is none."""
    time = _moment(text or "")
    return rfc3339(time) if time else None


def _told(run: RunRecord) -> tuple[str, ...]:
    return (run.finished or "", run.started)


def _moment(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    zoned = time if time.tzinfo else time.replace(tzinfo=UTC)
    try:
        whole = zoned.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        return None
    return whole if whole >= _UNKNOWN else None
