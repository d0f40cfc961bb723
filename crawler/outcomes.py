"""Every way a visit can end: what each cause counts as, and which cause an answer has; failures.py has the others."""

import re
from collections.abc import Mapping

from expectations.model import Cause, Outcome

OUTCOMES: Mapping[Cause, Outcome] = {
    Cause.ANSWERED: Outcome.OK,
    Cause.REDIRECTED: Outcome.MOVED,
    Cause.NOT_FOUND: Outcome.BROKEN,
    Cause.GONE: Outcome.BROKEN,
    Cause.CLIENT_ERROR: Outcome.BROKEN,
    Cause.LOGIN: Outcome.BROKEN,
    Cause.NO_SUCH_HOST: Outcome.BROKEN,
    Cause.REDIRECT_LOOP: Outcome.BROKEN,
    Cause.TOO_MANY_REDIRECTS: Outcome.BROKEN,
    Cause.CERTIFICATE: Outcome.BROKEN,
    Cause.INVALID_ADDRESS: Outcome.BROKEN,
    Cause.NAME_ERROR: Outcome.UNREACHABLE,
    Cause.REFUSED: Outcome.UNREACHABLE,
    Cause.RESET: Outcome.UNREACHABLE,
    Cause.TIMED_OUT: Outcome.UNREACHABLE,
    Cause.CUT: Outcome.UNREACHABLE,
    Cause.TOO_LARGE: Outcome.UNREACHABLE,
    Cause.UNDECODABLE: Outcome.UNREACHABLE,
    Cause.PROTOCOL: Outcome.UNREACHABLE,
    Cause.BAD_REDIRECT: Outcome.UNREACHABLE,
    Cause.SERVER_ERROR: Outcome.UNREACHABLE,
    Cause.MAINTENANCE: Outcome.UNREACHABLE,
    Cause.TRY_AGAIN: Outcome.UNREACHABLE,
    Cause.REFUSES_ROBOTS: Outcome.BLOCKED,
    Cause.TOO_MANY_REQUESTS: Outcome.BLOCKED,
    Cause.ROBOTS: Outcome.ROBOTS,
    Cause.ROBOTS_UNREACHABLE: Outcome.ROBOTS,
    Cause.FORBIDDEN_ADDRESS: Outcome.FORBIDDEN,
    Cause.FORBIDDEN_SCHEME: Outcome.FORBIDDEN,
    Cause.OFF_SITE: Outcome.OUT_OF_SCOPE,
    Cause.BUDGET: Outcome.LIMIT,
    Cause.TRAP: Outcome.LIMIT,
    Cause.TOO_DEEP: Outcome.LIMIT,
    Cause.TOO_LONG: Outcome.LIMIT,
    Cause.INTERRUPTED: Outcome.LIMIT,
}
# Worth another try: it may pass by itself.
TRANSIENT = frozenset(
    cause
    for cause, outcome in OUTCOMES.items()
    if outcome is Outcome.UNREACHABLE and cause not in (Cause.TOO_LARGE, Cause.BAD_REDIRECT)
) | {Cause.TOO_MANY_REQUESTS}
# No HTTP answer came: the trouble is with the host or the way to it.
CONNECTION = frozenset(
    {Cause.NO_SUCH_HOST, Cause.NAME_ERROR, Cause.REFUSED, Cause.RESET, Cause.TIMED_OUT, Cause.CERTIFICATE}
)
REFUSALS = frozenset({Cause.REFUSES_ROBOTS, Cause.TOO_MANY_REQUESTS})
# Final answers that one more look, on a fresh connection, must confirm.
CONFIRMABLE = TRANSIENT | {
    Cause.NOT_FOUND,
    Cause.GONE,
    Cause.CLIENT_ERROR,
    Cause.LOGIN,
    Cause.NO_SUCH_HOST,
    Cause.BAD_REDIRECT,
    Cause.CERTIFICATE,
}

_STATUSES = {
    401: Cause.LOGIN,
    403: Cause.REFUSES_ROBOTS,
    404: Cause.NOT_FOUND,
    408: Cause.TRY_AGAIN,
    410: Cause.GONE,
    425: Cause.TRY_AGAIN,
    429: Cause.TOO_MANY_REQUESTS,
    999: Cause.REFUSES_ROBOTS,  # what LinkedIn says to programs
}
_CHALLENGE_TITLE = re.compile(
    r"just a moment\W*|een moment geduld\W*|attention required!? \| cloudflare|ddos-guard|checking your browser.*"
    r"|(?:are you|bent u|ben je) (?:a |an |een )?(?:robot|human|mens)\W*|captcha|verify you are (?:a )?human\W*"
    r"|security check|pardon our interruption\W*",
    re.IGNORECASE,
)
_MAINTENANCE_TITLE = re.compile(
    r"(?:(?:deze|onze|de|this|our|the) )?(?:(?:web)?site )?(?:is )?(?:(?:tijdelijk|even|temporarily) )*"
    r"(?:in onderhoud|wegens onderhoud.*|niet (?:beschikbaar|bereikbaar)(?: (?:door|wegens) .*)?|buiten gebruik"
    r"|under maintenance|down for maintenance|scheduled maintenance|maintenance mode)\W*",
    re.IGNORECASE,
)
_MAINTENANCE_WORDS = re.compile(r"onderhoud|maintenance|werkzaamheden", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.{0,300}?)</title", re.IGNORECASE | re.DOTALL)
_TITLE_PARTS = re.compile(r"\s[|–—·-]\s")


def of_status(status: int, headers: Mapping[str, str], html: str) -> Cause:
    """The cause of a complete answer that is no redirect. A page of status 200 is doubted on its title alone."""
    if headers.get("cf-mitigated") == "challenge":
        return Cause.REFUSES_ROBOTS
    title = _title(html)
    if status in (200, 503) and _CHALLENGE_TITLE.fullmatch(title):
        return Cause.REFUSES_ROBOTS
    if status == 503 and _MAINTENANCE_WORDS.search(html[:5_000]):
        return Cause.MAINTENANCE
    if status == 206:  # we never ask for a part, and who knows which one this is
        return Cause.CUT
    if 200 <= status < 300:
        parts = [title, *_TITLE_PARTS.split(title)[:1]] if len(html) < 20_000 else [title]
        in_maintenance = any(_MAINTENANCE_TITLE.fullmatch(part) for part in parts)
        return Cause.MAINTENANCE if in_maintenance else Cause.ANSWERED
    if status in _STATUSES:
        return _STATUSES[status]
    if 300 <= status < 400:
        return Cause.PROTOCOL if status == 304 else Cause.BAD_REDIRECT
    if 400 <= status < 500:
        return Cause.CLIENT_ERROR
    return Cause.SERVER_ERROR if 500 <= status < 600 else Cause.PROTOCOL


def _title(html: str) -> str:
    match = _TITLE.search(html, 0, 50_000)
    return " ".join(match[1].split()) if match else ""
