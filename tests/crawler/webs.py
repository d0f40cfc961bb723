"""Inventories and crawls for the tests of the crawler: say only what the test is about."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from crawler import snapshot
from crawler.options import CrawlEnd, CrawlOptions
from crawler.run import crawl
from expectations import inventory as inventories
from expectations.model import (
    Cause,
    Crawl,
    ExpectedRoute,
    Inventory,
    Kind,
    Localised,
    Organisation,
    OrganisationType,
    Terms,
)


@cache
def terms() -> Terms:
    return inventories.read(inventories.PACKAGED).terms


def an_inventory(home: str, *routes: str, **given: Any) -> Inventory:
    """A portal with a home page and complaint routes at these addresses."""
    portal = Organisation(
        id="portaal",
        type=OrganisationType.PORTAL,
        name=Localised(nl="Portaal"),
        home=Localised(nl=home),
        routes=tuple(
            ExpectedRoute(id=f"r{n}", kinds=(Kind.COMPLAINT,), url=Localised(nl=url)) for n, url in enumerate(routes)
        ),
    )
    portal = replace(portal, **given)
    return Inventory(
        portal=portal, ministries=(), agencies=(), terms=terms(), digest="sha256:test", sources={"portal.yaml": "id: p"}
    )


def quick(**given: Any) -> CrawlOptions:
    return CrawlOptions(**({"delay": 0.0, "confirm_after": 0.0} | given))


def crawled(inventory: Inventory, folder: Path, **given: Any) -> Crawl:
    """The snapshot of a crawl that ended well."""
    end = run(inventory, folder, **given)
    assert end == CrawlEnd()
    return snapshot.read(folder)[0]


def run(inventory: Inventory, folder: Path, **given: Any) -> CrawlEnd:
    return crawl(inventory, folder, quick(**given), lambda _: None)


def causes(crawl: Crawl, origin: str) -> dict[str, Cause]:
    """The cause per path of one origin."""
    return {a.removeprefix(origin): v.cause for a, v in crawl.visits.items() if a.startswith(origin)}
