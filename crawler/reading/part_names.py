"""What an element's role, tag, id or classes call it: menu, header, footer, what stands beside, or the main part."""

import re
from functools import lru_cache

from expectations.model import Region

BY_TAG = {
    "nav": Region.NAV,
    "header": Region.HEADER,
    "footer": Region.FOOTER,
    "aside": Region.ASIDE,
    "main": Region.MAIN,
    "dialog": Region.ASIDE,
}
BY_ROLE = {
    "navigation": Region.NAV,
    "menu": Region.NAV,
    "menubar": Region.NAV,
    "banner": Region.HEADER,
    "contentinfo": Region.FOOTER,
    "complementary": Region.ASIDE,
    "search": Region.NAV,
    "dialog": Region.ASIDE,
    "alertdialog": Region.ASIDE,
    "main": Region.MAIN,
}
_BY_WORD = (
    (Region.NAV, re.compile(r"(?:bread)?crumbs?|kruimel|kruimelpad|broodkruimel\w*|youarehere|paginapad")),
    (Region.ASIDE, re.compile(r"cookies?\w*|consent|share|sharing|delen|socials?|socialmedia|popup|modal|chat\w*")),
    (
        Region.NAV,
        re.compile(
            r"nav|navbar|navigat\w*|\w*navigatie|(?:sub|top|main|left|side)nav|\w*menu|menubar|skip\w*|languages?|taal\w*"
        ),
    ),
    (Region.ASIDE, re.compile(r"sidebar\w*|zijbalk|zijkolom|aside|related|gerelateerd|rightcol\w*|rechterkolom")),
    (
        Region.FOOTER,
        re.compile(r"footer\w*|voet|voettekst|paginavoet|pagefooter|sitefooter|colofon|bottombar|copyright"),
    ),
    (Region.HEADER, re.compile(r"header|siteheader|pageheader|kop|kopbalk|paginakop|masthead|topbar|banner|logo\w*")),
    (Region.NAV, re.compile(r"search\w*|zoek|zoeken|zoekbalk|zoekveld|pagination|pager|paginering")),
)
_NOT_A_PART = re.compile(r"has|with|no|met|zonder|hide|toggle|results?|resultaten")
_OF_A_BLOCK = re.compile(  # a card's header is no page header
    r"card|accordion\w*|panel|section|block|blok|table|tabel|list|item|box|article|artikel|entry|post|tile|form|faq|collaps\w*|step"
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


@lru_cache(maxsize=16_384)
def by_name(identifier: str, classes: str) -> Region | None:
    """The part that an id and classes speak of, by whole words: also within `linkerMenu` and `site-footer`."""
    for name in (identifier, *classes.split()[:12]):
        words = [word.lower() for word in _WORDS.findall(name[:80])]
        if not words or any(map(_NOT_A_PART.fullmatch, words)):
            continue
        of_a_block = any(map(_OF_A_BLOCK.fullmatch, words))
        for region, pattern in _BY_WORD:
            if any(map(pattern.fullmatch, words)) and not (of_a_block and region in (Region.HEADER, Region.FOOTER)):
                return region
    return None
