"""Bodies are expanded within limits and taken for what they are."""

import gzip
import zlib

import pytest

from crawler.bodies import BodyError, expand, sniffed_type, text, worth_reading
from expectations.model import Cause

_TEXT = b"<p>tekst</p>" * 20_000


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(_TEXT, mtime=0)),
        ("x-gzip", gzip.compress(_TEXT, mtime=0)),
        ("deflate", zlib.compress(_TEXT)),
        ("deflate", zlib.compress(_TEXT)[2:-4]),
        ("gzip, gzip", gzip.compress(gzip.compress(_TEXT, mtime=0), mtime=0)),
        ("identity", _TEXT),
        ("", _TEXT),
    ],
)
def test_encodings_are_undone(encoding: str, body: bytes) -> None:
    assert expand(body, encoding) == _TEXT


@pytest.mark.parametrize(
    ("encoding", "body", "cause"),
    [
        ("gzip", gzip.compress(_TEXT, mtime=0)[:-20], Cause.CUT),
        ("gzip", gzip.compress(_TEXT, mtime=0)[:50], Cause.CUT),
        ("gzip", _TEXT, Cause.UNDECODABLE),
        ("br", b"\xff\xff\xff", Cause.UNDECODABLE),
        ("rot13", _TEXT, Cause.UNDECODABLE),
        ("gzip", gzip.compress(b"0" * 11_000_000, mtime=0), Cause.TOO_LARGE),
        ("deflate", zlib.compress(b"0" * 11_000_000), Cause.TOO_LARGE),
    ],
)
def test_what_cannot_be_undone_has_a_cause(encoding: str, body: bytes, cause: Cause) -> None:
    with pytest.raises(BodyError) as caught:
        expand(body, encoding)
    assert caught.value.cause is cause


@pytest.mark.parametrize(
    ("header", "body", "kind"),
    [
        ("text/html; charset=utf-8", b"<p>x", "text/html"),
        ("text/html", b"%PDF-1.7", "application/pdf"),
        (None, b" \n<!DOCTYPE html><p>x", "text/html"),
        ("text/plain", b"<html><p>x", "text/html"),
        ("text/plain", b"gewone tekst", "text/plain"),
        ("application/xml", b"<?xml version='1.0'?><rss>", "application/xml"),
        (None, b"", ""),
    ],
)
def test_a_body_is_what_its_bytes_are(header: str | None, body: bytes, kind: str) -> None:
    assert sniffed_type(header, body) == kind


def test_only_what_can_be_a_page_is_read() -> None:
    assert worth_reading("text/html")
    assert worth_reading(None)
    assert not worth_reading("application/pdf")
    assert not worth_reading("image/png")


def test_text_is_decoded_as_a_browser_would() -> None:
    assert text("é".encode("latin-1"), {"content-type": "text/html; charset=iso-8859-1"}) == "é"
    assert text("é".encode(), {}) == "é"
    assert text("é".encode("utf-16"), {"content-type": "text/html"}) == "é"
    assert "<script>" not in text(b"+ADw-script+AD4-", {"content-type": "text/html; charset=utf-7"})
