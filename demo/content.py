"""What a page consists of, before any design: values that `demo.designs` renders in three ways."""

from dataclasses import dataclass
from datetime import date

from demo.organisations import Organisation


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str


Inline = str | tuple[str | Link, ...]
"""Running text: a string, or strings and links one after the other."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact fact: what it is, how it is shown, and the `mailto:` or `tel:` behind it, if any."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form in the page: where it is sent, its fields, and what its button says."""

    action: str
    fields: tuple[str, ...]
    button: str
    upload: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with paragraphs, list items, contact facts, links and a form under it, in this order."""

    heading: str
    anchor: str = ""
    paragraphs: tuple[Inline, ...] = ()
    items: tuple[Inline, ...] = ()
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = ()
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One HTML page of one site. `path` is its request target, `trail` the way from home to its parent."""

    site: str
    path: str
    title: str
    owner: Organisation | None
    modified: date
    language: str = "nl"
    type: str = "webpagina"
    intro: Inline = ""
    sections: tuple[Section, ...] = ()
    trail: tuple[Link, ...] = ()
    children: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()  # pagination and the like
    twin: str = ""  # the same page in the other language
    noindex: str = ""  # "meta" or "header"
    listed: bool = True  # in the sitemap and the site's own search
    left_out_of: frozenset[str] = frozenset()  # "sitemap", "search"


def sentence(template: str, *links: Link) -> Inline:
    """A sentence with links at its `{}` places."""
    parts = template.split("{}")
    mixed: list[str | Link] = [parts[0]]
    for link, after in zip(links, parts[1:], strict=True):
        mixed += [link, after]
    return tuple(mixed)


def plain(text: Inline) -> str:
    """What a visitor reads."""
    return text if isinstance(text, str) else "".join(x if isinstance(x, str) else x.text for x in text)
