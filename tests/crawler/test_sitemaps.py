"""Sitemaps are read in every form they come in."""

import gzip
import time

import pytest

from crawler import sitemaps

_BASE = "https://www.example.nl/sitemap.xml"
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pages_are_listed(pack: type[bytes]) -> None:
    body = (
        f"<?xml version='1.0'?><urlset {_SPACE}><url><loc> https://a.nl/b </loc></url><url><loc>/c</loc></url></urlset>"
    )

    found = sitemaps.read(pack(body.encode()), _BASE)

    assert found.pages == ("https://a.nl/b", "https://www.example.nl/c")
    assert found.readable


def test_an_index_lists_sitemaps() -> None:
    body = f"<sitemapindex {_SPACE}><sitemap><loc>https://a.nl/1.xml</loc></sitemap></sitemapindex>"

    assert sitemaps.read(body.encode(), _BASE).sitemaps == ("https://a.nl/1.xml",)


def test_a_text_sitemap_lists_pages() -> None:
    assert sitemaps.read(b"\xef\xbb\xbfhttps://a.nl/b\r\nhttps://a.nl/c\n", _BASE).pages == (
        "https://a.nl/b",
        "https://a.nl/c",
    )


@pytest.mark.parametrize(
    "body",
    [b"", b"<!doctype html><title>Niet gevonden</title>", b"\x1f\x8bkapot", b"geen adressen", b"<rss></rss>", b"<"],
)
def test_what_is_no_sitemap_is_not_readable(body: bytes) -> None:
    assert not sitemaps.read(body, _BASE).readable


def test_the_usable_part_of_a_cut_sitemap_counts() -> None:
    body = f"<urlset {_SPACE}><url><loc>https://a.nl/b</loc></url><url><loc>https://a.".encode()

    assert sitemaps.read(body, _BASE).pages == ("https://a.nl/b",)


def test_entities_are_not_expanded() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    body = f'<!DOCTYPE x [{lol}<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&l9;&f;</loc></url></urlset>'
    start = time.monotonic()

    found = sitemaps.read(body.encode(), _BASE)

    assert time.monotonic() - start < 2
    assert "root:" not in str(found)
