"""What stands between a visitor and the text of a page that answered: a login, a cookie wall, scripts, or nothing.

A page with a small login box, a cookie banner or a hint about scripts beside its own text is none of these.
"""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from expectations.classify import title_parts
from expectations.model import CONTENT, AtAddress, Page
from expectations.urls import path_words
from expectations.vocabulary import plain

_FEW_WORDS = 80  # a page that asks to log in says little else
_BANNER_WORDS = 200
_REST = 15  # words beside what is about cookies or logging in: links to a privacy statement and the like
_SHELL_WORDS = 40
_SAID = 8  # words, with a way to get in touch: short, and yet a page
_SHORTEST_GARBAGE = 20  # characters
_LEGIBLE = 25  # words, with which a page says something whatever else it shows
_UNREADABLE_SHARE, _LETTER_SHARE = 0.1, 0.3
_SIGN_ON_WORDS = frozenset(
    re.findall(
        r"\w+",
        """login logon signin signon inloggen inlog aanmelden aanmeld sso auth authenticate authenticatie authentication
        authorize adfs oauth oauth2 oidc openid saml saml2 idp digid eherkenning eidas""",
    )
)
_SIGN_ON_PAIRS = re.compile(r"\b(?:log|sign) (?:in|on)\b")
_SIGN_IN_TITLE = re.compile(
    r"(?:please )?(?:u moet (?:eerst )?|eerst )?"
    r"(?:inloggen|log in|login|sign in|signin|sign on|log on|logon|inlogpagina|inlogscherm|login ?page|aanmelden"
    r"|single sign on|authenticatie|authentication|inloggen (?:vereist|verplicht|noodzakelijk)"
    r"|(?:login|log in|sign in|authentication) required)"
    r"(?: (?:bij|op|met|via|voor|in|om|to|with|at|for|using) .{1,80})?"
)
_ASKS_TO_LOG_IN = re.compile(
    r"\b(?:inloggen|ingelogd|inlognaam|log in|log hier in|logt u in|sign in|signed in|logged in|login|aanmelden met)\b"
)
_ABOUT_LOGGING_IN = re.compile(
    r"inlog|ingelogd|log(?:t u|ged)? (?:hier )?in\b|sign(?:ed)? in\b|\blogin|aanmelden|gebruikersnaam|wachtwoord"
    r"|user ?name|password|account|onthoud|remember|vergeten|forgot|registre|toegang|access|e-?mailadres"
    r"|digid|eherkenning",
    re.I,
)
_COOKIE = re.compile(r"\bcookie", re.I)
_CONSENT = re.compile(r"accept|toestemming|akkoord|toesta|consent|\bagree|\ballow", re.I)
_ABOUT_COOKIES = re.compile(
    r"cookie|accept|toestemming|toesta|akkoord|weiger|voorkeur|instelling|privacy|statistie|analyti|marketing|track"
    r"|derden|consent|agree|allow|reject|declin|preference|setting|advert|third.part|noodzakelijk|necessary|functione"
    r"|functional|website|gegevens|opslaan|save|alles|all\b|sluiten|close|verder|continue",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOTHING = re.compile(r"(?!)")
_NEEDS_SCRIPTS = re.compile(
    r"javascript|\b(?:even geduld|een moment geduld|wordt geladen|aan het laden|laden|loading|please wait)\b", re.I
)


def wall(page: Page, passed: Collection[str]) -> AtAddress | None:
    """LOGIN or COOKIE_WALL when that is what a page shows instead of its content; `passed` are the addresses to which
    redirects led on the way, the page's own last."""
    if _asks_to_log_in(page) or (passed and _is_sign_on(page, passed)):
        return AtAddress.LOGIN
    return AtAddress.COOKIE_WALL if _is_cookie_wall(page) else None


def without_text(page: Page) -> AtAddress | None:
    """SCRIPTED, EMPTY or GARBAGE when a page has no text that a reader could read; UNKNOWN when a part of it that was
    not read, such as a frame, may have."""
    if _waits_for_scripts(page):
        return AtAddress.SCRIPTED
    if _is_garbage(page.text):
        return AtAddress.GARBAGE
    told_in_sections = any(section.text.strip() for section in page.sections)
    if _words_besides(page, _NOTHING) or len(page.headings) > 1 or _offers(page) or told_in_sections:
        return None
    return AtAddress.UNKNOWN if any(link.region in CONTENT for link in page.links) else AtAddress.EMPTY


def _asks_to_log_in(page: Page) -> bool:
    """A password field, and a title or hardly any text but about logging in."""
    if page.login_form and _titled_sign_in(page):
        return True
    if _offers(page) or not _ASKS_TO_LOG_IN.search(plain(page.text)):
        return False
    if page.login_form:
        return _words_besides(page, _ABOUT_LOGGING_IN) <= _REST
    return _titled_sign_in(page) and len(page.text.split()) <= _FEW_WORDS


def _is_sign_on(page: Page, passed: Collection[str]) -> bool:
    return (page.login_form or _titled_sign_in(page)) and any(_is_sign_on_address(address) for address in passed)


def _titled_sign_in(page: Page) -> bool:
    titles = (page.heading, *title_parts(page.title)[:1])
    return any(_SIGN_IN_TITLE.fullmatch(plain(title)) for title in titles if title)


def _is_sign_on_address(address: str) -> bool:
    words = plain(f"{urlsplit(address).hostname or ''} {path_words(address)}")
    return bool(_SIGN_ON_WORDS & set(words.split())) or _SIGN_ON_PAIRS.search(words) is not None


def _is_cookie_wall(page: Page) -> bool:
    text = page.text
    if not _COOKIE.search(text) or not _CONSENT.search(text) or _offers(page):
        return False
    if len(text.split()) > _BANNER_WORDS:
        return False
    return _words_besides(page, _ABOUT_COOKIES) <= _REST


def _waits_for_scripts(page: Page) -> bool:
    said = len(page.text.split())
    if page.scripted:
        return not (said >= _SAID and _offers(page))
    asks = _NEEDS_SCRIPTS.search(page.text) is not None and said <= _SHELL_WORDS
    return asks and not _offers(page) and _words_besides(page, _NEEDS_SCRIPTS) == 0


def _is_garbage(text: str) -> bool:
    signs = [sign for sign in text if not sign.isspace()]
    if len(signs) < _SHORTEST_GARBAGE:
        return False
    unreadable = sum(sign == "\ufffd" or not sign.isprintable() for sign in signs)
    letters = sum(sign.isalpha() for sign in signs)
    if unreadable > _UNREADABLE_SHARE * len(signs):
        return True
    return letters < _LETTER_SHARE * len(signs) and len(_WORD.findall(text)) < _LEGIBLE


def _words_besides(page: Page, subject: re.Pattern[str]) -> int:
    """How many words of the text stand in no heading and in no sentence about the subject."""
    headings = {plain(heading.text) for heading in page.headings}
    rest = (part for part in _SENTENCES.split(page.text) if not subject.search(part) and plain(part) not in headings)
    return sum(len(part.split()) for part in rest)


def _offers(page: Page) -> bool:
    """Whether the page itself offers a channel."""
    return any(channel.region in CONTENT for channel in page.channels)
