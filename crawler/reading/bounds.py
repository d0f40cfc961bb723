"""A page without what no layout needs: nesting, attributes and options that would take parsers minutes."""

import re
from itertools import islice

MAX_HTML = 12_000_000  # characters; the crawler's own limit on a body is lower
MAX_TAGS = 100_000  # five times what the longest real pages have
_MAX_TAGS_AT_ALL = 400_000  # before nesting is looked at
MAX_DEPTH = 256  # what the layout of a real page never reaches
_MAX_OPTIONS = 5_000  # of all lists to choose from; what is in them is not read
_LONG_TAG, _MAX_ATTRIBUTES = 20_000, 500  # characters; attributes of one tag
_OPTION = re.compile(r"<option\b[^<>]*>", re.I)
_TAG = re.compile(r"<[a-z][^\s/<>]*", re.I)
_ATTRIBUTE = re.compile(r"""[\s/]+[^\s=>/"']+(?:\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*'|[^\s>"']+))?""")
_MAX_OPEN = 1_000  # tags without their end; beyond this, or with many tags, nesting is looked at
_MANY_TAGS = 20_000
_NESTING = re.compile(  # all tags but those whose end is implied, that hold nothing, or that matter themselves
    r"<(/?)(?!(?:p|li|td|th|tr|tbody|thead|tfoot|dt|dd|option|optgroup|br|img|input|meta|link|hr|area|base|col|colgroup"
    r"|embed|source|track|wbr|param|html|head|body|script|style|title|textarea|a|rp|rt|frame|iframe|noscript|h[1-6])"
    r"[\s/>])([a-z][a-z0-9:-]{0,40})\b[^<>]*>",
    re.I,
)
_FORMATTING = frozenset({"font", "b", "i", "u", "s", "em", "strong", "small", "big", "tt", "code", "strike", "nobr"})
_MAX_FORMATTING = 4  # open ones of a name: parsers repeat them in every paragraph that follows


def bounded(html: str) -> tuple[str, bool]:
    """The page without what no layout needs, since parsers take minutes over 100,000 levels, attributes or options,
    and lose the links; and whether its end is in it."""
    kept = html[:MAX_HTML]
    signs = kept.count("<")
    if signs > _MAX_OPTIONS:
        kept = _cut(kept, _MAX_TAGS_AT_ALL)
        whole = len(kept) == len(html)
        kept = _fewer_options(kept)
    else:
        whole = len(kept) == len(html)
    if _has_long_tag(kept):
        kept = _fewer_attributes(kept)
    tags = signs if signs <= _MAX_OPEN else kept.count("<")
    if tags <= _MAX_OPEN or (tags <= _MANY_TAGS and tags - 2 * kept.count("</") <= _MAX_OPEN):
        return kept, whole
    flat = _flatter(kept)
    kept = _cut(flat, MAX_TAGS)
    return kept, whole and len(kept) == len(flat)


def _flatter(html: str) -> str:
    depth: dict[str, int] = {}
    total = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal total
        name = match[2].lower()
        level = depth.get(name, 0)
        full = total >= MAX_DEPTH or (name in _FORMATTING and level >= _MAX_FORMATTING)
        if match[1]:
            depth[name] = max(level - 1, 0)
            total -= level > 0
            over = total >= MAX_DEPTH or (name in _FORMATTING and level > _MAX_FORMATTING)
            return " " if level and over else match[0]
        depth[name] = level + 1
        total += 1
        return " " if full else match[0]

    return _NESTING.sub(keep, html)


def _cut(html: str, tags: int) -> str:
    return html[: len(html) - len(html.split("<", tags)[-1]) - 1] if html.count("<") > tags else html


def _fewer_options(html: str) -> str:
    if html.count("<option") + html.count("<OPTION") > _MAX_OPTIONS:
        html = _OPTION.sub(" ", html)
    return html


def _has_long_tag(html: str) -> bool:
    """Whether somewhere more than _LONG_TAG characters follow each other without the end of a tag."""
    end = -1
    while end + _LONG_TAG < len(html):
        following = html.rfind(">", end + 1, end + _LONG_TAG + 2)
        if following < 0:
            return len(html) - end - 1 > _LONG_TAG
        end = following
    return False


def _fewer_attributes(html: str) -> str:
    """The page with at most some hundreds of attributes on a tag."""
    return ">".join(_shorter(part) if len(part) > _LONG_TAG else part for part in html.split(">"))


def _shorter(part: str) -> str:
    tag = _TAG.search(part)
    if tag is None:
        return part
    kept = [match[0] for match in islice(_ATTRIBUTE.finditer(part, tag.end()), _MAX_ATTRIBUTES + 1)]
    return part if len(kept) <= _MAX_ATTRIBUTES else part[: tag.end()] + "".join(kept)
