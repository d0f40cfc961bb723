"""The one place that says when two addresses are the same.

Two levels. An *address* is what a visitor's browser would ask for: written in one way, without fragment, tracking and
session parameters. A *page key* says which addresses show the same page (design, section 7): neither http or https on
one host, nor a trailing slash, nor www, nor an alias of the inventory, nor the order of query parameters makes another.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

import idna

from expectations.model import Inventory, Organisation

MAX_LENGTH = 2083  # the longest address that all browsers and proxies handle; longer ones are not visited
_DEFAULT_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_hs\w+|mkt_tok|pk_\w+|piwik_\w+|mtm_\w+|at_\w+"
    r"|s_cid|wt_?mc|jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id|sid)",
    re.IGNORECASE,
)
_SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
_REMOVED_BY_BROWSERS = str.maketrans("", "", "\t\n\r")
_STRIPPED_BY_BROWSERS = "".join(map(chr, range(0x21)))
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%\[\]|^]")
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.\-]*):")


class AddressError(ValueError):
    """The text is no address that a browser could open over http or https."""


def address(raw: str, base: str | None = None) -> str:
    """The one way to write the http(s) address `raw`, seen from the page `base`; the fragment is left out.

    Raises AddressError for other schemes, relative addresses without base, and hosts or ports that cannot be.
    """
    if base is not None and raw[:1] == "/" and raw[1:2] not in ("/", "\\"):
        base = origin(base)  # so that a menu's links are read once for a whole site
    return _address(raw, base)


@lru_cache(maxsize=16_384)
def _address(raw: str, base: str | None) -> str:
    text = raw.strip(_STRIPPED_BY_BROWSERS).translate(_REMOVED_BY_BROWSERS)
    scheme = _SCHEME.match(text)
    if scheme and scheme[1].lower() not in _DEFAULT_PORTS:
        raise AddressError(f"not an http or https address: {scheme[1]}:")
    try:
        head, mark, query = text.partition("?")
        joined = urljoin(base or "", head.replace("\\", "/") + mark + query)
        parts = urlsplit(joined)
        if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
            raise AddressError(f"not an absolute http or https address: {raw!r}")
        return urlunsplit((parts.scheme, _authority(parts), _path(parts.path), _query(parts.query), ""))
    except AddressError:
        raise
    except ValueError as error:  # brackets without end, port out of range, label that IDNA refuses
        raise AddressError(f"{error}: {raw!r}") from error


def fragment(raw: str) -> str | None:
    """The fragment of an address as written, without `#`; None when there is none or it is empty."""
    return raw.partition("#")[2].strip() or None


def origin(of: str) -> str:
    """`https://host[:port]` of an address."""
    return of[:end] if (end := of.find("/", of.find("//") + 2)) > 0 else of


def host(of: str) -> str:
    """The host name of an address, without port."""
    return _split(of).hostname or ""


def path(of: str) -> str:
    return _split(of).path


def slug(of: str) -> str:
    """The last telling part of an address's path as words: `/contact/klacht-indienen.aspx` -> `klacht indienen`."""
    segments = [part for part in path(of).split("/") if part]
    last = re.sub(r"\.\w{2,5}$", "", segments[-1]) if segments else ""
    return re.sub(r"[-_+.]|%20", " ", last).strip().lower()


def path_words(of: str) -> str:
    """All words of an address's path and query, in order, lower case."""
    parts = _split(of)
    return re.sub(r"[^a-z0-9%]+", " ", f"{parts.path} {parts.query}".lower()).strip()


def under(of: str, prefix: str) -> bool:
    """Whether an address lies at or below a prefix, by whole path segments; http and https, www and not are equal."""
    inner, outer = _split(of), _split(prefix)
    if _place(inner) != _place(outer):
        return False
    folder = outer.path.rstrip("/")
    return inner.path.rstrip("/") == folder or inner.path.startswith(folder + "/")


class Aliases:
    """Knows which origins show the same pages, and so which addresses are one page."""

    def __init__(self, origins: Mapping[str, str] | None = None) -> None:
        """`origins`: alias origin -> the origin it stands for."""
        self._places = {_place(urlsplit(alias)): _place(urlsplit(main)) for alias, main in (origins or {}).items()}
        self._keys: dict[str, str] = {}

    @classmethod
    def of(cls, inventory: Inventory) -> "Aliases":
        """Every organisation's aliases stand for its home; with two homes, for the one whose name they share."""
        return cls({alias: main for one in inventory.organisations for alias, main in alias_origins(one).items()})

    def page_key(self, of: str) -> str:
        """The key that all addresses of one page share; not an address."""
        key = self._keys.get(of)
        if key is None:
            parts = _split(of)
            place = _place(parts)
            query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
            key = self._places.get(place, place) + (parts.path.rstrip("/") or "/") + ("?" + query if query else "")
            self._keys[of] = key
        return key

    def same_page(self, one: str, other: str) -> bool:
        return self.page_key(one) == self.page_key(other)


def alias_origins(organisation: Organisation) -> Mapping[str, str]:
    """Each of an organisation's alias origins with the home origin whose pages it must show."""
    homes = [address(home) for home in organisation.home.values]
    origins = {}
    for alias in organisation.aliases:
        written = address(alias)
        same_site = [home for home in homes if _place(urlsplit(home)) == _place(urlsplit(written))]
        if homes:
            origins[origin(written)] = origin((same_site or homes)[0])
    return origins


@lru_cache(maxsize=256)
def _split(of: str) -> SplitResult:
    """The parts of an address; what is none, such as a link with a port that cannot be, is all path."""
    try:
        parts = urlsplit(of)
        parts.port  # noqa: B018 - read, because this is where a bad one shows
    except ValueError:
        return SplitResult("", "", of, "", "")
    return parts


def _authority(parts: SplitResult) -> str:
    """Host and port as browsers write them; credentials are left out, so that they reach no log or report."""
    name = (parts.hostname or "").rstrip(".")
    if not name.isascii():
        name = idna.encode(name, uts46=True).decode("ascii")
    if (
        not name
        or len(name) > 253
        or any(len(label) > 63 for label in name.split("."))
        or re.search(r"[\s%<>^|]", name)
    ):
        raise AddressError(f"no valid host name: {name!r}")
    if ":" in name:
        name = f"[{name}]"
    port = parts.port
    return name if port is None or port == _DEFAULT_PORTS[parts.scheme] else f"{name}:{port}"


def _path(raw: str) -> str:
    text = _SESSION_PATH.sub("", raw)
    segments: list[str] = []
    parts = _escape(text).split("/")[1:] if text.startswith("/") else _escape(text).split("/")
    for number, part in enumerate(parts):
        if part in (".", ".."):
            if part == ".." and segments:
                segments.pop()
            if number == len(parts) - 1:
                segments.append("")
        else:
            segments.append(part)
    return "/" + "/".join(segments)


def _query(raw: str) -> str:
    kept = [part for part in raw.split("&") if part and not _TRACKING.fullmatch(part.partition("=")[0])]
    return _escape("&".join(kept))


def _escape(text: str) -> str:
    """Percent-encodes what a browser would, and writes each percent-encoding in one way (RFC 3986, section 6.2.2)."""
    encoded = _UNSAFE.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "replace")), text)
    return _PERCENT.sub(lambda m: c if (c := chr(int(m[1], 16))) in _UNRESERVED else "%" + m[1].upper(), encoded)


def _place(parts: SplitResult) -> str:
    """Host and port, the same for http and https at their usual ports and with and without www."""
    return _place_of(parts.scheme, parts.netloc)


@lru_cache(maxsize=4_096)
def _place_of(scheme: str, authority: str) -> str:
    parts = SplitResult(scheme, authority, "", "", "")
    name = (parts.hostname or "").removeprefix("www.")
    port = parts.port
    return name if port is None or port == _DEFAULT_PORTS.get(scheme) else f"{name}:{port}"
