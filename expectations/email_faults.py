"""E-mail addresses that cannot be right: malformed, left over from a template, or another than the link writes to."""

import re
from urllib.parse import unquote

from expectations.emails import emails, is_email, normalise_email
from expectations.model import Channel

# Domains that nobody has, or that everybody writes in an example; alone they prove nothing.
_PLACEHOLDER_DOMAIN = re.compile(
    r"(?:(?:www\.)?(?:example|voorbeeld|domein|domeinnaam|domain|domainname|yourdomain|uwdomein|jouwdomein|test|email"
    r"|mail|provider|bedrijf|company|yourcompany|organisatie|organisation|website|site|xxx?x?)\.(?:com|org|net|nl|eu))"
)
_PLACEHOLDER_NAME = re.compile(
    r"naam|name|voornaam|achternaam|voornaam[._]achternaam|firstname[._]lastname|voorbeeld|example|info|test|tester"
    r"|x+|user|username|gebruiker|gebruikersnaam|e-?mail|mail|e-?mailadres|adres|address|your|you|your[._-]?(?:name|e-?mail)"
    r"|uw|uw[._-]?(?:naam|e-?mail)|jouw|jouw[._-]?(?:naam|e-?mail)|abc|iemand|someone|somebody|john\.?doe|jane\.?doe|contact"
)
_EVERYWHERE = re.compile(  # placeholders whatever the domain is
    r"x{2,}@.+|(?:your|uw|jouw)[._-]?(?:name|naam|e-?mail(?:adres|address)?)@.+"
    r"|your@e-?mail(?:\.\w+)?|e-?mail@(?:e-?mail|domein|domain)(?:\.\w+)?|(?:test|naam|name)@(?:test|naam|name)\.\w+"
)
_EXAMPLE = re.compile(
    r"\bbijv|voorbeeld|\bzoals\b|\be\.g\.|\bfor example|\bexample|\bsuch as\b|formaat|format|notatie|geldig|valid"
    r"|(?:uw|je|jouw|your)(?: eigen| own)? e-?mail|vul\b.*\bin\b|fill in|\benter\b|\binvullen\b",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s*[,;]\s*")
_NAMED = re.compile(r".*<([^<>]*)>\s*$", re.DOTALL)
_BARE_NAME = re.compile(r"[a-z][a-z0-9._-]+")
_JUNK = re.compile(r"\s|[()<>\"\[\]]|\.\.|@.*@")


def impossible_email(channel: Channel) -> str | None:
    """The address as written when no message to it can arrive where it should: malformed, or a placeholder."""
    if not channel.value.isascii():
        return None  # names in other alphabets exist, and we do not judge them
    written = _written(channel) if channel.target else channel.value
    if _is_malformed(written):
        return written
    placeholder = _is_placeholder(channel.value) and (channel.target or not _is_an_example(channel))
    return channel.value if placeholder else None


def other_email_shown(channel: Channel) -> str | None:
    """The address that a visitor reads on a link that writes to another one."""
    if not channel.target or not channel.target.lower().startswith("mailto:"):
        return None
    shown = [found.value for found in emails(channel.text) if is_email(found.value)]
    targets = {*_addresses(channel), channel.value}
    return shown[0] if shown and not targets & set(shown) else None


def names_nobody(value: str) -> bool:
    """Whether an address is a placeholder whatever its domain: `xxx@`, `your.name@`."""
    return _EVERYWHERE.fullmatch(value) is not None


def _is_malformed(written: str) -> bool:
    """Only what is an address in intention: `klachten`, `klachten@`, `klachten@min`, `klachten@@min.nl`."""
    if "@" not in written:
        return _BARE_NAME.fullmatch(written) is not None
    return _JUNK.search(written) is not None or not is_email(normalise_email(written))


def _is_placeholder(value: str) -> bool:
    name, _, domain = value.partition("@")
    told = _PLACEHOLDER_DOMAIN.fullmatch(domain) and _PLACEHOLDER_NAME.fullmatch(name)
    return bool(told) or names_nobody(value)


def _is_an_example(channel: Channel) -> bool:
    """Whether the words around an address explain what one looks like."""
    around = f"{channel.heading} {channel.quote}".replace(channel.text, " ")
    return _EXAMPLE.search(around) is not None


def _addresses(channel: Channel) -> frozenset[str]:
    """Everyone that a link writes to, also by its `cc` and `to` fields."""
    raw = unquote((channel.target or "")[7:], errors="replace")
    return frozenset(normalise_email(part) for part in re.split(r"[?&,;]|\b(?:to|cc|bcc)=", raw) if "@" in part)


def _written(channel: Channel) -> str:
    """The part of a link's target that its value was made of, as written."""
    raw = unquote((channel.target or "")[7:].partition("?")[0], errors="replace").strip().lstrip("/")
    parts = [_NAMED.sub(r"\1", part).strip() for part in _SEPARATORS.split(raw)]
    own = (part for part in parts if normalise_email(part) == channel.value)
    written = next(own, channel.value)
    return channel.value if re.search(r"[\[({]\s*(?:at|a|@)\s*[\])}]", written, re.IGNORECASE) else written.lower()
