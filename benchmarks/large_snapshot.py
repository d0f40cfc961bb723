"""Writes the pretend web of `large_web` as the snapshot of a finished crawl, through the crawler's own journal."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.large_web import DAY, Fate, Route, Site, pages, sites
from crawler.journal import Journal
from crawler.ledger import Entry, State
from crawler.outcomes import OUTCOMES
from crawler.packing import Packer
from crawler.robots import Rules
from crawler.snapshot import FOLDER
from expectations.inventory import read_sources
from expectations.model import Cause, Page, RunRecord, Visit
from expectations.urls import origin

_POLICY = {
    "required_kinds": ["integrity", "conduct", "complaint"],
    "max_clicks": {"home": 3, "portal": 4},
    "statements": {"complaint": ["acknowledgement", "deadline", "ombudsman"]},
    "max_age_days": 730,
}
_STATUS = {Cause.ANSWERED: 200, Cause.REDIRECTED: 301, Cause.NOT_FOUND: 404}


def write(folder: Path, size: int, routes: int) -> None:
    """Writes `folder`/crawl with so many pages, and an inventory of so many expected routes, three per ministry."""
    web = sites(size, routes)
    sources = inventory(web)
    run = RunRecord(
        id="20261123T200000Z-0000",
        started=f"{DAY}T20:00:00Z",
        finished=f"{DAY}T21:00:00Z",
        program="0",
        inventory=read_sources(sources).digest,
        requests=size,
        user_agent="meldroute",
    )
    (folder / FOLDER).mkdir(parents=True)
    journal = Journal.create(folder / FOLDER, run, sources)
    for site in web:
        journal.begin()
        journal.add_origin(origin(site.home), Rules(), sitemap=True)
        known = {entry.address: entry for entry in _entries(site, web, journal)}
        journal.commit(known.values(), size)
    journal.set_meta(end="finished")
    journal.close()


def inventory(web: tuple[Site, ...]) -> Mapping[str, str]:
    """The files of the inventory of a web; JSON is YAML."""
    portal, *ministries = web
    referrals = [{"id": f"naar-{one.kind}", "kinds": [one.kind], "url": {"nl": one.address}} for one in portal.routes]
    files: dict[str, object] = {"portal.yaml": {**_named(portal), "referrals": referrals, "policy": _POLICY}}
    for site in ministries:
        files[f"ministries/{site.id}.yaml"] = {**_named(site), "routes": [_declared(route) for route in site.routes]}
    return {name: json.dumps(content) for name, content in files.items()}


def _named(site: Site) -> dict[str, object]:
    return {"id": site.id, "name": {"nl": site.name}, "home": {"nl": site.home}}


def _declared(route: Route) -> dict[str, object]:
    url = {} if route.fate is Fate.ABSENT else {"url": {"nl": route.address}}
    return {"id": route.kind, "kinds": [route.kind], "title": {"nl": route.title}, **url}


def _entries(site: Site, web: tuple[Site, ...], journal: Journal) -> Iterator[Entry]:
    """Every address that a site's pages name; the pages go into the journal on the way."""
    packer = Packer()
    for page in pages(site, web):
        journal.pages.add(packer.pack(page))
        yield from _beside(page)
        yield _entry(page.address, Cause.ANSWERED, page.heading, home=page.address == site.home)
    for route in site.routes:
        if route.fate in (Fate.GONE, Fate.ABSENT):
            yield _entry(route.address, Cause.NOT_FOUND, route.title)
        if route.fate is Fate.MOVED:
            yield _entry(route.address, Cause.REDIRECTED, route.title, location=route.stands)


def _beside(page: Page) -> Iterator[Entry]:
    """The addresses to which a page links that are no pages: documents, and what is nobody's."""
    for link in page.links:
        if link.target.endswith(".pdf"):
            yield _entry(link.target, Cause.ANSWERED, link.text, content_type="application/pdf")
        elif link.target.startswith("https://www.elders"):
            yield _entry(link.target, Cause.OFF_SITE, link.text)


def _entry(
    address: str,
    cause: Cause,
    text: str,
    *,
    home: bool = False,
    location: str | None = None,
    content_type: str = "text/html",
) -> Entry:
    if cause is Cause.OFF_SITE:
        return Entry(address, State.LEFT, text=text, left=cause)
    visit = Visit(
        address=address,
        outcome=OUTCOMES[cause],
        cause=cause,
        status=_STATUS[cause],
        location=location,
        permanent=location is not None,
        confirmed=cause is Cause.NOT_FOUND,
        attempts=1,
        fetched=f"{DAY}T20:30:00Z",
        content_type=content_type,
    )
    return Entry(
        address, State.DONE, in_scope=True, home=home, in_sitemap=cause is Cause.ANSWERED, text=text, visit=visit
    )
