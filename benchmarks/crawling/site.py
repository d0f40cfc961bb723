"""Makes a site of many pages: one menu and footer, own text, own links, some of them broken or redirecting.

`python -m benchmarks.crawling.site FOLDER PAGES` writes it; a process of its own, so that whoever measures stays small.
"""

import gzip
import json
import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

BROKEN = 40
REDIRECTS = 40
OWN_LINKS = 55
_ODD = 0.03  # of a page's own links lead to a broken or redirecting address
_PARAGRAPHS = 36
_WORDS = 160  # in a paragraph, at most
_TELLING = 100  # one page in so many is about a complaint
_SYLLABLES = re.findall(
    r"\w+", "ba de ge in ko la me no op pa re sa te ver voor zi stel raad wet hand bouw land werk zorg recht huis"
)
_SMALL_WORDS = re.findall(
    r"\w+", "de het een en van in op dat die voor met te is zijn aan bij ook door naar wordt kunt niet om"
)
_PAGE = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>{title} | Proefsite</title>
<meta name="description" content="{title}"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/stijl.css"><link rel="canonical" href="{path}">
<style>body {{ font-family: sans-serif; margin: 0 auto; max-width: 70em }} .rij {{ display: flex }}</style>
<script>window.gegevens = {{"pad": "{path}"}};</script></head>
<body class="pagina"><a class="skip" href="#inhoud">Naar de inhoud</a>{header}
<main id="inhoud"><article><h1>{title}</h1>{body}</article></main>{footer}</body></html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a crawl must find. `links` counts occurrences of links on pages, `to_broken` those that lead to a 404."""

    pages: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    redirects: dict[str, str] = field(default_factory=dict)
    links: int = 0
    to_broken: int = 0
    bytes: int = 0


def make(folder: Path, count: int) -> Truth:
    """Writes pages (compressed) and truth.json under `folder`; the same for the same count."""
    chance = random.Random(count)
    vocabulary = [*_SMALL_WORDS * 12, *(_word(chance) for _ in range(900))]
    paths = ["/", *(f"/{_slug(chance)}/{_slug(chance)}-{_letters(n)}" for n in range(1, count))]
    broken = [f"/weg/{_slug(chance)}-{_letters(n)}" for n in range(BROKEN)]
    redirects = {f"/oud/{_slug(chance)}-{_letters(n)}": chance.choice(paths) for n in range(REDIRECTS)}
    maker = _Maker(chance, vocabulary, paths, [*broken, *redirects])
    links = to_broken = size = 0
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    for number in range(count):
        html, targets = maker.page(number)
        links += len(targets)
        to_broken += sum(target.startswith("/weg/") for target in targets)
        size += len(html)
        (folder / "pages" / f"{number}.gz").write_bytes(gzip.compress(html.encode(), 6, mtime=0))
    truth = Truth(pages=paths, broken=broken, redirects=redirects, links=links, to_broken=to_broken, bytes=size)
    fields = {name: getattr(truth, name) for name in Truth.__dataclass_fields__}
    (folder / "truth.json").write_text(json.dumps(fields), encoding="utf-8")
    return truth


def read(folder: Path) -> Truth:
    """The truth that `make` wrote."""
    return Truth(**json.loads((folder / "truth.json").read_text(encoding="utf-8")))


class _Maker:
    """Makes one page after the other; every page is linked from an earlier one."""

    def __init__(self, chance: random.Random, vocabulary: list[str], paths: list[str], odd: list[str]) -> None:
        self._chance, self._vocabulary, self._paths, self._odd = chance, vocabulary, paths, odd
        self._titles = {path: self._text(2, 6).capitalize() for path in paths}
        for path in paths[7::_TELLING]:
            self._titles[path] = f"Klacht indienen over {self._titles[path].lower()}"
        self._menu = [chance.choice(paths) for _ in range(25)]
        self._foot = [chance.choice(paths) for _ in range(14)]

    def page(self, number: int) -> tuple[str, list[str]]:
        """The HTML of a page, and where its links lead."""
        title = self._titles[self._paths[number]]
        own = self._own_links(number)
        menu, foot = (self._list(targets) for targets in (self._menu, self._foot))
        header = f'<header class="site-header"><a href="/">Proefsite</a><nav class="menu">{menu}</nav></header>'
        footer = (
            f'<footer class="site-footer"><div class="kolommen">{foot}</div>'
            '<p>Bel <a href="tel:+31882250500">088 225 05 00</a> of mail naar info@proefsite.nl</p></footer>'
        )
        html = _PAGE.format(
            title=title, path=self._paths[number], header=header, footer=footer, body=self._body(number, own)
        )
        return html, [self._paths[number], "/", *self._menu, *own, *self._foot]

    def _own_links(self, number: int) -> list[str]:
        """To the pages that this page is the parent of, to some odd addresses, and to others at random."""
        children = [self._paths[n] for n in range(4 * number + 1, 4 * number + 5) if n < len(self._paths)]
        odd = [self._odd[number]] if number < len(self._odd) else []
        while len(children) + len(odd) < OWN_LINKS:
            odd.append(self._chance.choice(self._odd if self._chance.random() < _ODD else self._paths))
        self._chance.shuffle(odd)
        return children + odd

    def _body(self, number: int, links: list[str]) -> str:
        parts, rest = [], list(links)
        for n in range(_PARAGRAPHS):
            if n % 4 == 0:
                parts.append(f'<h2 id="deel-{n}">{self._text(2, 5).capitalize()}</h2>')
            parts.append(f'<p class="tekst">{self._text(_WORDS // 2, _WORDS).capitalize()}.')
            if n % 3 == 0:
                parts.append(f' Lees ook <a class="link" href="{rest.pop()}">{self._text(2, 5)}</a>.')
            parts.append("</p>")
        parts.append(f'<ul class="verder">{self._items(rest)}</ul>')
        if number % 10 == 3:
            parts.append("<p>Postbus 20061, 2500 EB Den Haag, telefoon 070 348 64 86</p>")
        return "\n".join(parts)

    def _list(self, targets: list[str]) -> str:
        """A menu: the same for the same targets."""
        items = (f'<li class="punt"><a href="{target}">{self._name(target)}</a></li>' for target in targets)
        return f"<ul>{''.join(items)}</ul>"

    def _items(self, targets: list[str]) -> str:
        return "\n".join(
            f'<li><a class="verwijzing" href="{target}"><span>{self._name(target)}</span></a></li>'
            for target in targets
        )

    def _name(self, target: str) -> str:
        """What a list calls a page: its title."""
        return self._titles.get(target) or target.rpartition("/")[2].replace("-", " ")

    def _text(self, least: int, most: int) -> str:
        return " ".join(self._chance.choices(self._vocabulary, k=self._chance.randint(least, most)))


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))


def _slug(chance: random.Random) -> str:
    return "-".join(_word(chance) for _ in range(2))


def _letters(number: int) -> str:
    """A number in letters: digits would make all addresses look like one endless series."""
    text = ""
    while number >= 0:
        text, number = chr(97 + number % 26) + text, number // 26 - 1
    return text


if __name__ == "__main__":
    made = make(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{len(made.pages)} pages, {made.links} links, {made.bytes // len(made.pages)} characters a page")
