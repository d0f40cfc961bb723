"""Online forms: those on the page, and the links that lead to one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from crawler.reading.regions import Regions
from crawler.reading.tree import Tree
from expectations.model import CONTENT, Region
from expectations.urls import AddressError, address, path_words

MAX_FORMS = 50  # looked at on one page
_TEXT_TYPES = frozenset({"", "text", "email", "tel", "date", "number"})
_OTHER_NAME = re.compile(
    r"search|zoek|login|log-?in|inlog|nieuwsbrief|newsletter|feedback|cookie|consent|taal|language|poll|enqu|survey|abonne|subscribe"
    r"|reactie-?form|comment-?form|waardering|rating|helpful|geholpen",
    re.I,
)
_OTHER_TEXT = re.compile(
    r"deze (?:informatie|pagina) (?:u |je )?(?:geholpen|nuttig)|geholpen met deze"
    r"|(?:information|page) (?:helpful|useful)"
    r"|was this (?:information|page)"
    r"|did this (?:information|page) help"
    r"|nuttig\?|mening over deze (?:site|website|pagina)|nieuwsbrief|newsletter",
    re.I,
)
_SEARCH_FIELD = re.compile(r"^(?:q|s|query|keywords?)$|zoek|search|trefwoord|honeypot", re.I)
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|zip)$|/(?:documenten|publicaties|downloads?)/", re.I)
_PAPER = re.compile(r"\b(?:pdf|word|docx?|download\w*|print\w*|afdruk\w*)\b", re.I)
_FORM = re.compile(
    r"\w*formulier(?:en)?\b|\b(?:e-?|web)?forms?\b"
    r"|\b(?:online|digitaal|digitale?)\b.{0,40}\b(?:meld\w*|indienen|klacht\w*|klagen|doorgeven)\b"
    r"|\b(?:meld\w*|dien|klacht\w*)\b.{0,40}\b(?:online|digitaal)\b"
    r"|\b(?:report|complain|submit|file)\b.{0,40}\bonline\b|\bonline (?:report|complaint|submission)\b",
    re.I,
)
_FORM_PATH = re.compile(r"\b\w*formulier(?:en)?\b|\b(?:e|web|contact|complaints?|report)?forms?\b")
_OTHER_FORM = re.compile(
    r"machtig|volmacht|aanvra|inschrij|aanmeld|bestel|feedback|sollicit|bezwaar|declarat|nieuwsbrief|subsidie|toestemming|bestelling"
    r"|applica|registra|order|objection|authori[sz]|newsletter|wijziging|schade|woo-|wob-|\bwoo\b|\bwob\b|reactieform|formulierenbibliotheek",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineForm:
    """A form on the page in which a visitor can write to the organisation."""

    node: int
    action: str | None
    region: Region
    title: str
    heading: str
    text: str


def read_forms(tree: Tree, parts: Regions, base: str) -> tuple[OnlineForm, ...]:
    """The forms of a page that take a message: no search, login, newsletter or rating of the page."""
    forms = tree.find("form")[:MAX_FORMS]
    return tuple(form for node in forms if (form := _read(tree, parts, node, base)))


def has_login(tree: Tree, parts: Regions) -> bool:
    """Whether the page's content asks for a password; a small box in the header does not count."""
    return any(
        tree.get(node, "type").lower() == "password" and parts.of[node] is Region.MAIN for node in tree.find("input")
    )


@lru_cache(maxsize=65_536)
def leads_to_form(text: str, target: str) -> bool:
    """Whether a link says, or its address does, that an online form follows; a paper form to download is none."""
    told = f"{text} {target}".lower()
    if "form" not in told and "online" not in told and "digita" not in told:
        return False
    words = path_words(target)
    if _DOCUMENT.search(target.partition("?")[0]) or _PAPER.search(text) or _OTHER_FORM.search(f"{text} {words}"):
        return False
    return _FORM.search(text) is not None or _FORM_PATH.search(words) is not None


def _read(tree: Tree, parts: Regions, node: int, base: str) -> OnlineForm | None:
    names = " ".join(tree.get(node, name)[:200] for name in ("id", "class", "name", "action", "role", "aria-label"))
    fields = list(_fields(tree, parts, node))
    boxes = [field for field in fields if tree.tags[field] == "textarea"]
    if (not boxes and len(fields) < 2) or _OTHER_NAME.search(names):
        return None
    text = tree.text(node)
    heading, title = _headings(tree, parts, node, fields[0])
    if len(text) < 600 and _OTHER_TEXT.search(f"{title} {text}"):
        return None
    if any(tree.get(i, "type").lower() == "password" for i in range(node, tree.ends[node])):
        return None
    return OnlineForm(
        node=node,
        action=_action(tree, node, base),
        region=parts.of[fields[0]],
        title=title,
        heading=heading,
        text=text,
    )


def _fields(tree: Tree, parts: Regions, node: int) -> Iterator[int]:
    """The fields in which a visitor writes; those in the menus that an old site's form encloses do not count."""
    for i in range(node, tree.ends[node]):
        writes = tree.tags[i] == "textarea" or (tree.tags[i] == "input" and tree.get(i, "type").lower() in _TEXT_TYPES)
        if writes and parts.of[i] in CONTENT:
            names = (tree.get(i, name) for name in ("name", "id", "placeholder", "aria-label"))
            if not any(_SEARCH_FIELD.search(name[:100]) for name in names):
                yield i


def _headings(tree: Tree, parts: Regions, node: int, field: int) -> tuple[str, str]:
    """The heading above a form, and what the form is called: its own heading or legend, else the one above."""
    above = own = ""
    for i in range(field):
        if tree.tags[i] in ("h1", "h2", "h3", "h4", "h5", "h6") and parts.part[i] == parts.part[field]:
            if i < node:
                above = tree.text(i)
            else:
                own = own or tree.text(i)
        elif tree.tags[i] == "legend" and i > node:
            own = own or tree.text(i)
    return above or own, own or above


def _action(tree: Tree, node: int, base: str) -> str | None:
    action = tree.get(node, "action")
    try:
        return address(action, base) if action else None
    except AddressError:
        return None
