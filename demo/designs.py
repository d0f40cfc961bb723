"""Three clearly different page designs for the same content: a government portal, cards, and an old table layout."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from demo.content import Link, Page

BANNER = {
    "nl": "Dit is een verzonnen website van een voorbeeldoverheid. Niets op deze site is echt.",
    "en": "This is a fictional website of a pretend government. Nothing on this site is real.",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "skip": "Ga direct naar inhoud", "here": "U bevindt zich hier", "search": "Zoeken",
        "changed": "Laatst gewijzigd op",
        "responsible": "Verantwoordelijk", "twin": "Read this information in English", "service": "Service",
        "about": "Over deze site", "menu": "Menu", "choose": "Kies een onderwerp", "results": "Documenten",
    },
    "en": {
        "skip": "Go to content", "here": "You are here", "search": "Search", "changed": "Last modified on",
        "responsible": "Responsible", "twin": "Lees deze informatie in het Nederlands", "service": "Service",
        "about": "About this site", "menu": "Menu", "choose": "Choose a subject", "results": "Documents",
    },
}  # fmt: skip
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page of a site in one language."""

    site: str
    name: str
    origin: str
    design: str
    language: str
    home: str
    menu: tuple[Link, ...]
    service: tuple[Link, ...]
    about: tuple[Link, ...]
    search_path: str
    search_field: str
    other_language: Link | None = None


class Designs:
    """Renders pages; one for all sites."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._environment.filters["day"] = _day

    def render(self, frame: Frame, page: Page) -> bytes:
        """The page as its site shows it; links within the site are relative to its root."""
        template = self._environment.get_template(f"{frame.design}.html")
        html = template.render(frame=frame, page=page, banner=BANNER[frame.language], words=_WORDS[frame.language])
        head, body, rest = html.partition("<body")
        rest = rest.replace(f'href="{frame.origin}/', 'href="/').replace(f'action="{frame.origin}/', 'action="/')
        return (head + body + rest).encode()


def _day(value: date, language: str) -> str:
    return f"{value.day} {_MONTHS[language].split()[value.month - 1]} {value.year}"
