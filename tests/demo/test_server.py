import http.client
import threading
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from demo.http_protocol import Connection, Counter
from demo.organisations import PORTAL
from demo.server import serve, serve_months
from tests.demo.webs import TODAY, a_web


def test_every_origin_has_an_address_of_its_own_and_serves_pages(tmp_path: Path) -> None:
    with serve(tmp_path, today=TODAY) as web:
        assert len(set(web.origins.values())) == len(web.origins) == 12
        for origin in web.origins.values():
            with urllib.request.urlopen(origin + "/") as reply:
                assert reply.status == 200
                assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
                assert len(reply.read()) == int(reply.headers["Content-Length"])
        assert web.requests == len(web.origins) + 1  # the alias of the portal sends its visitors on
        assert web.pages >= 1500


def test_a_connection_serves_many_requests_and_refuses_forms(tmp_path: Path) -> None:
    with serve(tmp_path, today=TODAY) as web:
        connection = http.client.HTTPConnection(urlsplit(web.origins[PORTAL]).netloc)
        for method, path, status in (
            ("GET", "/contact", 200),
            ("HEAD", "/contact", 200),
            ("POST", "/contact", 405),
            ("GET", "/bestaat-niet", 404),
            ("GET", "/contact/", 301),
            ("GET", "/contact?utm_source=test", 200),
        ):
            connection.request(method, path, body=b"veld1=x" if method == "POST" else None)
            reply = connection.getresponse()
            body = reply.read()
            assert reply.status == status
            assert bool(body) == (method != "HEAD" and status != 301)
        connection.close()


def test_months_follow_each_other_at_the_same_addresses(tmp_path: Path) -> None:
    with serve_months(tmp_path, today=TODAY) as months:
        for status, web in zip((404, 200), months, strict=True):
            client = http.client.HTTPConnection(urlsplit(web.origins[PORTAL]).netloc)
            client.request("GET", "/ministeries/ministerie-van-schijnverkeer-en-stations/contact/klachtenregeling")
            assert client.getresponse().status == status
            client.close()

    assert web.day == TODAY


def test_nothing_keeps_running_after_the_context(tmp_path: Path) -> None:
    with serve(tmp_path, today=TODAY) as web:
        origin = web.origins[PORTAL]

    assert "pretend-web" not in {thread.name for thread in threading.enumerate()}
    with pytest.raises(OSError):  # noqa: PT011 - refused or reset, as the system likes
        urllib.request.urlopen(origin + "/", timeout=2)


def test_an_odd_request_does_not_end_the_connection_badly() -> None:
    connection = Connection(a_web()[PORTAL], Counter())

    assert connection._respond("nonsense").startswith(b"HTTP/1.1 405")
