"""What a page's head, headers and markup say about it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from crawler.reading.blocks import Content
from crawler.reading.tree import Tree
from expectations.model import Language, Link
from expectations.urls import AddressError, address

MAX_TEXT = 1_000
MAX_ANCHORS = 3_000
_SWITCHES = {
    Language.EN: re.compile(
        r"(?:read|view|see) (?:this|the) (?:information|page|text)?.{0,20}in english|in english|english(?: version)?|en"
        r"|(?:this page|information) in english"
        r"|(?:lees |bekijk )?(?:deze (?:pagina|informatie) )?in het engels|engels(?:e versie)?",
        re.I,
    ),
    Language.NL: re.compile(
        r"(?:lees|bekijk) deze (?:informatie|pagina|tekst) in het nederlands"
        r"|in het nederlands|nederlands(?:e versie)?|nl"
        r"|(?:read |view )?(?:this (?:page|information) )?in dutch|dutch(?: version)?",
        re.I,
    ),
}
_SWITCH_LENGTH = 80
_SHORTEST_SWITCH = 2  # characters: "EN"
_SWITCH_WORDS = ("english", "engels", "nederlands", "dutch")  # one of them is in each longer switch
_BODY_WORDS = re.compile(
    r"minister|dienst|inspect|agen|rijk|overheid|raad|department|directo|defensie|defence|directie|instituut|institute|bureau"
    r"|commissie|office|government|autoriteit|authority|politie|marechaussee|recherche|centr|stichting|fonds",
    re.I,
)
_RESPONSIBLE = re.compile(
    r"\s*(?:verantwoordelijk(?:e (?:organisatie|ministerie))?|responsible(?: (?:ministry|organisation))?)\s*:?\s*", re.I
)
_RESPONSIBLE_STARTS = frozenset("vVrR \n")  # of a block or heading that _RESPONSIBLE finds something in
_LINK_HEADER = re.compile(r"<([^<>]{1,2083})>((?:\s*;\s*[^;,<>]{1,200}){1,12})")
_REFRESH = re.compile(r"\s*(\d{1,6})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['\"]?\s*([^'\"]{1,3000})", re.I)
_WITH_VALUE = frozenset({"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"})
_MAX_DELAY = 10  # seconds; a page that moves on later is a page to read
_BOTS = re.compile(r"\s*([a-z][\w-]{0,40})\s*:(.*)", re.I)


class Head:
    """The meta and link elements of a page, by lower-case name."""

    def __init__(self, tree: Tree) -> None:
        self.metas: dict[str, list[str]] = {}
        self.qualified: set[str] = set()
        self.links: list[tuple[frozenset[str], str, str]] = []
        for node in tree.find("meta", "link"):
            if tree.tags[node] == "meta":
                name = (tree.get(node, "name") or tree.get(node, "property") or tree.get(node, "itemprop")).lower()
                name = name or "http-equiv:" + tree.get(node, "http-equiv").lower()
                self.metas.setdefault(name, []).append(tree.get(node, "content"))
                if tree.get(node, "title") or tree.get(node, "scheme"):
                    self.qualified.add(name)
            else:
                rels = frozenset(tree.get(node, "rel").lower().split())
                self.links.append((rels, tree.get(node, "href"), tree.get(node, "hreflang").lower()))

    def first(self, *names: str) -> str:
        """The first value that is not empty, looking for the names in turn."""
        values = (value for name in names for value in self.metas.get(name, ()))
        return next((value for value in values if value), "")


def title(tree: Tree) -> str:
    """The page's title, blanks collapsed."""
    head = next((node for node in tree.find("title")), None)
    return tree.text(head)[:MAX_TEXT] if head is not None else ""


def description(head: Head) -> str:
    text = head.first("description", "dcterms.description", "og:description", "dc.description")
    return " ".join(text[: 4 * MAX_TEXT].split())[:MAX_TEXT]


def canonical(head: Head, headers: Mapping[str, str], base: str) -> str | None:
    """The address that the page calls its own: by its `link`, else by the header."""
    hrefs = [href for rels, href, _ in head.links if "canonical" in rels and href]
    hrefs += [target for target, options in header_links(headers) if re.search(r"rel=\"?canonical\b", options, re.I)]
    return next((found for href in hrefs if (found := _address(href, base))), None)


def alternates(head: Head, headers: Mapping[str, str], links: list[Link], base: str, page: str) -> dict[Language, str]:
    """The page's versions in other languages: as the head says, else where a link such as "English" leads."""
    found: dict[Language, str] = {}
    declared = [(code, href) for rels, href, code in head.links if "alternate" in rels and code]
    for target, options in header_links(headers):
        if hreflang := re.search(r"hreflang=\"?([\w-]+)", options, re.I):
            declared.append((hreflang[1], target))
    for code, href in declared:
        language, alternate = language_code(code), _address(href, base)
        if language and alternate:
            found.setdefault(language, alternate)
    for link in [link for link in links if _switches(link.text)]:
        for language in _switches(link.text):
            if language not in found and link.target != page:
                found[language] = link.target
    return found


@lru_cache(maxsize=16_384)
def _switches(text: str) -> tuple[Language, ...]:
    """The languages that a link offers, by its text."""
    words = text.strip(" .:»›>|[]()")
    lower = words.lower()
    if len(text) > _SWITCH_LENGTH or not (len(words) <= _SHORTEST_SWITCH or any(w in lower for w in _SWITCH_WORDS)):
        return ()
    return tuple(language for language, switch in _SWITCHES.items() if switch.fullmatch(words))


def owner(head: Head, content: Content) -> str:
    """The organisation that the page's metadata or sidebar calls responsible; never a person."""
    for name in ("dcterms.creator", "overheid.authority", "dc.creator", "article:author"):
        value = " ".join(head.first(name)[:300].split())
        told = name in head.qualified or (" " not in value and name != "article:author")
        if value and (told or _BODY_WORDS.search(value)):
            return value
    for block in content.blocks:
        if block.text[0] not in _RESPONSIBLE_STARTS and block.heading[:1] not in _RESPONSIBLE_STARTS:
            continue
        if _RESPONSIBLE.fullmatch(block.heading) and _BODY_WORDS.search(block.text) and not block.level:
            return " ".join(block.text.split())[:200]
        label = _RESPONSIBLE.match(block.text)
        if label and ":" in label[0] and len(block.text) < 200 and _BODY_WORDS.search(block.text[label.end() :]):
            return " ".join(block.text[label.end() :].split())
    return ""


def directives(head: Head, headers: Mapping[str, str]) -> frozenset[str]:
    """What robots are asked, by meta tags and header, for any robot: `noindex`, `nofollow`, `none` ..."""
    texts = [text for name in ("robots", "googlebot", "bingbot") for text in head.metas.get(name, ())]
    found = {word for text in texts for word in _words(text)}
    for part in headers.get("x-robots-tag", "")[:2_000].split(","):
        bot = _BOTS.match(part)
        named = bot is not None and bot[1].lower() not in _WITH_VALUE
        found.update(_words(bot[2] if bot and named else part))
    return frozenset(found)


def anchors(tree: Tree) -> frozenset[str]:
    """The fragments that a link to the page can point at."""
    found: set[str] = set()
    for node in tree.having("id", "name"):
        attributes = tree.attributes[node]
        if identifier := attributes.get("id"):
            found.add(identifier[:MAX_TEXT])
        if tree.tags[node] in ("a", "map") and (name := attributes.get("name")):
            found.add(name[:MAX_TEXT])
        if len(found) >= MAX_ANCHORS:
            break
    return frozenset(found)


def refresh(head: Head, headers: Mapping[str, str], page: str, base: str) -> str | None:
    """Where a page sends its visitor on by itself within ten seconds; None when nowhere, or to itself."""
    for text in (*head.metas.get("http-equiv:refresh", ()), headers.get("refresh", "")):
        match = _REFRESH.match(text[:4_000])
        if match and int(match[1]) <= _MAX_DELAY:
            target = _address(match[2].strip(), base)
            return target if target != page else None
    return None


def header_links(headers: Mapping[str, str]) -> list[tuple[str, str]]:
    """The targets of a Link header with their parameters."""
    return [(match[1], match[2]) for match in _LINK_HEADER.finditer(headers.get("link", "")[:20_000])]


def language_code(code: str) -> Language | None:
    """`nl-NL` -> Dutch; None for other languages than the two we judge."""
    primary = re.split(r"[-_,;\s]", code.strip().lower(), maxsplit=1)[0]
    names = {"nl": Language.NL, "nld": Language.NL, "dut": Language.NL, "en": Language.EN, "eng": Language.EN}
    return names.get(primary)


def _words(text: str) -> set[str]:
    return {word for part in text[:500].lower().split(",") if (word := part.strip())}


def _address(href: str, base: str) -> str | None:
    try:
        return address(href, base)
    except AddressError:
        return None
