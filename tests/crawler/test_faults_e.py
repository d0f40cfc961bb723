"""Sitemaps in every state: what is usable is used, what is not is no fault of the site's pages (catalogue E)."""

import gzip
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.crawler.fault_server import Site, answer, in_turn, page, silence
from tests.crawler.faulty_webs import (
    ROUTE,
    Content,
    Ended,
    Row,
    assert_row,
    assert_sound,
    holds,
    route_page,
    run_rows,
)

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_XXE = '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://169.254.169.254/">]>'
_LAUGHS = (
    '<!DOCTYPE urlset [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def entries(*paths: str) -> str:
    return "".join(f"<url><loc>{path}</loc></url>" for path in paths)


def sitemap(*paths: str, head: str = _HEAD) -> str:
    return f'{head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries(*paths)}</urlset>'


def index(*paths: str) -> bytes:
    return answer(
        body="<sitemapindex>" + "".join(f"<sitemap><loc>{p}</loc></sitemap>" for p in paths) + "</sitemapindex>"
    )


def listed(content: Content | str | bytes, **more: Content | str) -> Row:
    """A site on which only the sitemap leads to the page /kaart."""

    def web(site: Site) -> dict[str, Content]:
        def own(one: Content | str | bytes) -> Content:
            if callable(one):
                return one
            made = one if isinstance(one, bytes) and one.startswith(b"HTTP/") else answer(body=one, kind="text/xml")
            _, _, body = made.partition(b"\r\n\r\n")
            if b"@" not in body:
                return made
            return answer(body=body.replace(b"@", site.origin.encode()), kind="text/xml")

        pages = {"/kaart": page("Kaart"), "/sitemap.xml": own(content)}
        return pages | {f"/{name.replace('_', '.')}": own(one) for name, one in more.items()}

    return holds(web=web)


ROWS: dict[str, Row] = {
    "e0": listed(sitemap("@/kaart", f"@{ROUTE}")),
    "e1-self": listed(index("@/sitemap.xml", "@/a_xml", "@/a.xml"), a_xml=sitemap("@/kaart")),
    "e1-pair": listed(index("@/a.xml"), a_xml=index("@/sitemap.xml", "@/b.xml"), b_xml=sitemap("@/kaart")),
    "e2-gz": listed(index("@/a.xml.gz"), a_xml_gz=answer(body=gzip.compress(b"<urlset></urlset>"))),
    "e2-bomb": listed(answer(body=gzip.compress(b" " * 60_000_000), kind="application/gzip")),
    "e3-many": listed(sitemap(*["@/kaart"] * 500, *(f"http://ver.example/{n}" for n in range(60_000)))),
    "e4-html": listed(answer(body="<!doctype html><title>Kaart</title><a href=/x>x</a>")),
    "e4-cut": listed(sitemap("@/kaart", "@/ka")[:-30]),
    "e4-dates": listed(sitemap("@/kaart").replace("</loc>", "</loc><lastmod>gisteren</lastmod>")),
    "e4-text": listed("@/kaart\n@/nergens-mee\n"),
    "e4-utf16": listed(sitemap("/kaart", head='<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")),
    "e4-empty": listed(b""),
    "e4-500": listed(answer(500)),
    "e4-silence": listed(silence),
    "e4-later": listed(in_turn(answer(503), answer(body=sitemap("/kaart"), kind="text/xml"))),
    "e4-chain": listed(answer(302, Location="/kaart/"), **{"*": lambda _, path: answer(302, Location=f"{path}x")}),
    "e4-binary": listed(bytes(range(256)) * 9),
    "e4-odd": listed(sitemap("http://[zz]/", "http://x:99999/", "", "@/kaart")),
    "e5-xxe": listed(sitemap("@/kaart", "@/&x;", "&y;", head=_HEAD + _XXE)),
    "e5-laughs": listed(sitemap("@/kaart", "@/&j;", head=_HEAD + _LAUGHS)),
    "e6": listed(sitemap("@/kaart", "http://169.254.169.254/", "file:///etc/passwd", "http://ander.example/x")),
    "e7-robots": listed(
        sitemap(),
        robots_txt=answer(body="Sitemap: http://[zz\nSitemap: http://x:99999/\nSitemap: /b.xml", kind="text/plain"),
        b_xml=sitemap("@/kaart"),
    ),
}
_USED = ("e0", "e1-self", "e1-pair", "e3-many", "e4-cut", "e4-dates", "e4-text", "e4-utf16", "e4-odd", "e5-xxe", "e6")


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    return run_rows(ROWS, tmp_path_factory.mktemp("e"), seconds=4)


@pytest.mark.parametrize("name", ROWS)
def test_the_route_is_in_order_whatever_the_sitemap_is(name: str, ended: Ended) -> None:
    assert_row(ended, name, ROWS[name])
    assert ended.origin(name)["complete"]


@pytest.mark.parametrize("name", [*_USED, "e7-robots"])
def test_what_is_usable_is_used_once(name: str, ended: Ended) -> None:
    assert ended.sites[name].times("/kaart") <= 2  # again only when the machine was too busy to answer in time


def test_the_run_is_sound(ended: Ended) -> None:
    assert_sound(ended)
    asked = {name: site.times("/sitemap.xml") for name, site in ended.sites.items()}
    assert {name for name, times in asked.items() if times > 1} == {"e4-500", "e4-silence", "e4-later"}
    assert {asked["e4-500"], asked["e4-silence"]} == {3}


def test_a_sitemap_that_failed_is_asked_again(ended: Ended) -> None:
    assert ended.sites["e4-later"].times("/kaart") == 1


def test_redirects_between_sitemaps_end(ended: Ended) -> None:
    assert len([path for _, path in ended.sites["e4-chain"].asked if path.startswith("/kaart/")]) <= 6


def test_no_entity_is_resolved(ended: Ended) -> None:
    assert not [address for address in ended.crawl.visits if "lollol" in address or "root:" in address]


def test_a_sitemap_elsewhere_is_asked_for_at_own_origins_only(tmp_path: Path) -> None:
    with ExitStack() as stack:
        inside = stack.enter_context(Site())
        robots = answer(body=f"Sitemap: {inside.url('/sitemap.xml')}", kind="text/plain")
        ended = run_rows({"e6": holds(route_page(), web={"/robots.txt": robots})}, tmp_path)

    assert ended.verdict("e6") == "ok"
    assert inside.connections == 0
