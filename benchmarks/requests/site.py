"""Makes a government site of many pages, some tens of which are routes, at a known number of clicks from home.

Not worst case and not best case: ordinary pages link to each other, but never so that a page comes nearer to home; a
sixth of the routes has no cue in the own link or slug (a third of these stand under a heading with a cue, a third on a
page about contact or organisation, a third anywhere), noise shares the words of the routes.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from benchmarks.requests import words

PAGES, ROUTES = 10_000, 60
DEPTHS = {2: 5, 3: 17, 4: 17, 5: 14, 6: 7}  # clicks from home -> routes, of sixty
NOISE = 0.07  # of the pages share the words of the routes
_SHARES = {1: 0.005, 2: 0.06, 3: 0.22, 4: 0.34, 5: 0.24, 6: 0.135}  # of all pages, by clicks from home
_GENRES = ["nieuws", "documenten", "vraag-en-antwoord", "onderwerpen", "vacatures", "organisatie"]
_WEIGHTS = [28, 20, 16, 25, 3, 8]
_QUIET = 0.15  # of the ordinary pages have no cue in link or slug either


@dataclass(slots=True, eq=False)
class Leaf:
    """One page; `link` is what links to it say, `heading` what stands above them on its parent."""

    path: str
    title: str
    genre: str
    depth: int
    unit: str = ""
    link: str = ""
    heading: str = ""
    route: bool = False
    desk: bool = False
    children: list["Leaf"] = field(default_factory=list)
    related: list["Leaf"] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """`pages` by path, `homes` of the units, `routes` what is to be found, `listed` the sitemap; all paths."""

    pages: dict[str, Leaf]
    homes: list[str]
    routes: frozenset[str]
    listed: list[str]
    seed: int

    def html(self, path: str, padding: int = 0, edition: int = 0) -> str:
        """The page; `edition` makes another text of it, `padding` that many characters more."""
        return _html(self, self.pages[path], padding, edition)

    def sitemap(self, origin: str) -> bytes:
        """The sitemap: nearly all pages."""
        places = "".join(f"<url><loc>{origin}{path}</loc></url>" for path in self.listed)
        return (
            '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"{places}</urlset>"
        ).encode()


def make(seed: int, pages: int = PAGES, routes: int = ROUTES) -> Web:
    """A site; the same for the same seed and sizes."""
    return _Maker(random.Random(f"site {seed}"), pages, routes).make(seed)


class _Maker:
    def __init__(self, chance: random.Random, pages: int, routes: int) -> None:
        self._chance, self._wanted, self._routes = chance, pages, routes
        self._pages: dict[str, Leaf] = {}
        self._levels: dict[int, list[Leaf]] = {n: [] for n in range(8)}

    def make(self, seed: int) -> Web:
        home = self._add(Leaf("/", "Overheid van Voorland", "home", 0), None)
        units = [self._unit(home, name) for name in words.UNITS]
        for theme in words.THEMES:
            self._add(Leaf(f"/onderwerpen/{_slug(theme)}", theme.capitalize(), "onderwerpen", 1), home)
        for genre in ("nieuws", "documenten", "vraag-en-antwoord", "vacatures"):
            self._add(Leaf(f"/{genre}", genre.replace("-", " ").capitalize(), genre, 1), home)
        self._place_routes(units)
        self._fill()
        self._relate()
        routes = frozenset(page.path for page in self._pages.values() if page.route)
        listed = [path for path in self._pages if self._chance.random() < 0.95]
        return Web(pages=self._pages, homes=[u.path for u in units], routes=routes, listed=listed, seed=seed)

    def _add(self, page: Leaf, parent: Leaf | None) -> Leaf:
        while page.path in self._pages:
            page.path += f"-{self._chance.choice(words.SUBJECTS)}"
        page.link = page.link or page.title
        self._pages[page.path] = page
        self._levels[page.depth].append(page)
        if parent is not None:
            page.unit = page.unit or parent.unit
            parent.children.append(page)
        return page

    def _unit(self, home: Leaf, name: str) -> Leaf:
        path = f"/ministeries/ministerie-van-{_slug(name)}"
        return self._add(Leaf(path, f"Ministerie van {name}", "organisatie", 1, unit=name), home)

    def _place_routes(self, units: list[Leaf]) -> None:
        depths = [depth for depth, count in DEPTHS.items() for _ in range(count)]
        chosen = [depths[n * len(depths) // self._routes] for n in range(self._routes)]
        cueless = set(self._chance.sample(range(self._routes), self._routes // 6))
        for number, depth in enumerate(chosen):
            place = sorted(cueless).index(number) % 3 if number in cueless else -1
            by_desk = place == 1 or (place != 2 and self._chance.random() < 0.6)
            parent = self._way(units, depth, by_desk)
            title, slug, links = self._chance.choice(words.ROUTES)
            page = Leaf(f"{parent.path.rstrip('/')}/{slug}", title.format(u=parent.unit or "ons"), "route", depth)
            page.route, page.link = True, self._chance.choice(links).format(u=parent.unit or "ons")
            page.heading = self._chance.choice(words.PLAIN_HEADINGS)
            if place >= 0:
                self._silence(page)
            if place == 0:
                page.heading = self._chance.choice(words.CUE_HEADINGS)
            self._add(page, parent)

    def _silence(self, page: Leaf) -> None:
        """Takes the cues out of the link and the slug."""
        page.link = self._chance.choice(words.CUELESS_LINKS)
        slug = f"{self._chance.choice(words.CUELESS_SLUGS)}-{self._chance.randint(100, 99999)}"
        page.path = f"{page.path.rpartition('/')[0]}/{slug}"

    def _way(self, units: list[Leaf], depth: int, by_desk: bool) -> Leaf:
        """The page that a route hangs below, with all that lead to it; the same desks are used by several routes."""
        here = self._chance.choice(units if by_desk else [*units, *self._levels[1][len(units) :]])
        while here.depth < depth - 1:
            last = here.depth == depth - 2
            there = [c for c in here.children if not c.route and (c.genre == "organisatie") == by_desk]
            if there and self._chance.random() < 0.5 and not last:
                here = self._chance.choice(there)
            elif by_desk and last:
                title, slug, link = self._chance.choice(words.DESKS)
                old = [child for child in here.children if child.link == link]
                path = f"{here.path}/{slug}"
                new = Leaf(path, title.format(u=here.unit), "organisatie", here.depth + 1, link=link, desk=True)
                here = old[0] if old else self._add(new, here)
            else:
                genre = (
                    "organisatie"
                    if by_desk
                    else self._chance.choice(["onderwerpen", "vraag-en-antwoord", "documenten"])
                )
                here = self._add(self._ordinary(here, noise=False, genre=genre), here)
        return here

    def _ordinary(self, parent: Leaf, *, noise: bool, genre: str = "") -> Leaf:
        if genre:
            pass
        elif parent.genre in ("home", "organisatie"):
            genre = self._chance.choices(_GENRES, _WEIGHTS)[0]
        else:
            genre = parent.genre if self._chance.random() < 0.8 else self._chance.choices(_GENRES, _WEIGHTS)[0]
        subject = f"{self._chance.choice(words.SUBJECTS)} {self._chance.choice(words.THEMES)}"
        given = {"t": subject, "s": self._chance.choice(words.SIDES), "p": self._chance.choice(words.PLACES)}
        pattern = (
            self._chance.choice(words.NOISE[genre])
            if noise
            else self._chance.choice(words.ORDINARY[genre == "organisatie"])
        )
        title = pattern.format(**given)
        folder = parent.path.rstrip("/") + ("" if genre == parent.genre else f"/{genre}")
        page = Leaf(f"{folder}/{_slug(title)}", title.capitalize(), genre, parent.depth + 1)
        page.heading = self._chance.choice(words.PLAIN_HEADINGS)
        if not noise and self._chance.random() < _QUIET:
            self._silence(page)
        return page

    def _fill(self) -> None:
        """Ordinary pages, so many at each number of clicks."""
        for depth in range(2, 7):
            parents = [page for page in self._levels[depth - 1] if not page.route]
            wanted = round(_SHARES[depth] * self._wanted) if depth < 6 else self._wanted - len(self._pages)
            for _ in range(max(0, wanted - (len(self._levels[depth]) if depth < 6 else 0))):
                parent = self._chance.choice(parents)
                noise = self._chance.random() < NOISE
                self._add(self._ordinary(parent, noise=noise), parent)

    def _relate(self) -> None:
        """Links to pages elsewhere that are as far from home or nearer by: never a short cut, never to a route."""
        pools = {depth: [page for page in level if not page.route] for depth, level in self._levels.items()}
        for page in list(self._pages.values()):
            near = [pool for depth, pool in pools.items() if 1 <= depth <= page.depth + 1 and pool]
            page.related = [self._chance.choice(self._chance.choice(near)) for _ in range(self._chance.randint(3, 9))]


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _html(web: Web, page: Leaf, padding: int, edition: int) -> str:
    chance = random.Random(f"{web.seed} {page.path} {edition}")
    menu = "".join(f'<li><a href="{p.path}">{p.title}</a></li>' for p in web.pages["/"].children[:20])
    crumbs = " &gt; ".join(f'<a href="{path}">{escape(web.pages[path].title)}</a>' for path in _above(web, page.path))
    text = words.ROUTE_TEXT if page.route else words.PLAIN_TEXT * 2
    body = f"<p>{text.format(t=escape(page.title.lower()), **_contact(chance))}</p>"
    while len(body) < padding:
        body += f"<p>{' '.join(chance.choices(words.SUBJECTS, k=90))} ({edition}).</p>\n"
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{escape(page.title)} | Voorland.nl</title>'
        f'</head><body><header><a href="/">Voorland.nl</a><nav><ul>{menu}</ul></nav></header>'
        f'<main><nav class="breadcrumb" aria-label="Kruimelpad">{crumbs}</nav><h1>{escape(page.title)}</h1>{body}'
        f"{''.join(_lists(page))}</main>"
        f"<aside><h2>Zie ook</h2>{_list(page.related)}</aside>"
        f'<footer><a href="/documenten">Documenten</a> <a href="/nieuws">Nieuws</a></footer></body></html>'
    )


def _lists(page: Leaf) -> Iterator[str]:
    for heading in dict.fromkeys(child.heading for child in page.children):
        own = [child for child in page.children if child.heading == heading]
        yield (f"<h2>{escape(heading)}</h2>" if heading else "") + _list(own)


def _list(pages: list[Leaf]) -> str:
    items = (f'<li><a href="{page.path}">{escape(page.link)}</a></li>' for page in pages)
    return f"<ul>{''.join(items)}</ul>"


def _above(web: Web, path: str) -> list[str]:
    parts = path.strip("/").split("/")
    above = ["/" + "/".join(parts[:n]) for n in range(1, len(parts))]
    return ["/", *(one for one in above if one in web.pages)]


def _contact(chance: random.Random) -> dict[str, str]:
    word = chance.choice(words.SUBJECTS)
    return {"mail": f"{word}@voorland.nl", "phone": f"070 {chance.randint(2000000, 8999999)}", "box": str(20001)}
