"""Certificates and TLS: a browser's judgement, with the fault named (catalogue A15, A16)."""

import contextlib
import os
from contextlib import ExitStack
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.crawler.certificates_made import Signed, https_site, signed
from tests.crawler.fault_server import Site, answer, silence
from tests.crawler.faulty_webs import Ended, Row, assert_row, assert_sound, fails, holds, route_page, run_rows

_ROOT = signed("Goede wortel", authority=True)
_BETWEEN = signed("Tussenschakel", _ROOT, authority=True)
_STRANGE = signed("Vreemde wortel", authority=True)
_CHAINS: dict[str, tuple[tuple[Signed, ...], str]] = {
    "t-good": ((signed("goed", _ROOT),), ""),
    "t-expired": ((signed("oud", _ROOT, begins=-20, ends=-1),), "expired"),
    "t-early": ((signed("nieuw", _ROOT, begins=1),), "not-yet-valid"),
    "t-name": ((signed("ander", _ROOT, host="www.ander.example"),), "wrong-name"),
    "t-self": ((signed("eigen"),), "self-signed"),
    "t-unknown": ((signed("vreemd", _STRANGE), _STRANGE), "unknown-issuer"),
    "t-half": ((signed("half", _BETWEEN, issuer_address=True),), "incomplete-chain"),
}
NAMES = (*_CHAINS, "t-plain", "t-stalls", "t-home", "t-down", "t-down-for-good")


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, dict[str, Row]]:
    folder = tmp_path_factory.mktemp("tls")
    (folder / "trusted.pem").write_bytes(_ROOT.certificate.public_bytes(Encoding.PEM))
    absent, path = answer(404), "/contact/klacht-indienen"
    with ExitStack() as stack:
        enter = stack.enter_context
        rows: dict[str, Row] = {}
        for name, (chain, fault) in _CHAINS.items():
            url = enter(https_site(folder, *chain, content=route_page())) + path
            rows[name] = fails("certificate-invalid", absent, fault, url=url) if fault else holds(absent, url=url)
        plain, stalls = enter(Site({"*": silence})), enter(Site({"*": silence}))
        plain.raw, stalls.raw = b"HTTP/1.1 400 Bad Request\r\n\r\nplain HTTP", b""
        rows["t-plain"] = fails("unreachable", absent, url=f"https://127.0.0.1:{plain.port}{path}")
        rows["t-stalls"] = fails("unreachable", absent, "timed-out", url=f"https://127.0.0.1:{stalls.port}{path}")
        down = enter(Site({"/contact/klacht-indienen": route_page()}))
        to_http = answer(302, Location=down.url(path))
        url = enter(https_site(folder, signed("goed", _ROOT), content=to_http)) + path
        rows["t-down"] = holds(absent, url=url, given={"scope": [down.url("/")]})
        down = enter(Site({"/contact/klacht-indienen": route_page()}))
        moved = answer(301, Location=down.url(path))
        url = enter(https_site(folder, signed("goed", _ROOT), content=moved)) + path
        rows["t-down-for-good"] = fails("page-moved", absent, down.url(path), url=url, given={"scope": [down.url("/")]})
        home = enter(https_site(folder, signed("oud", _ROOT, begins=-20, ends=-1), content=route_page()))
        rows["t-home"] = fails(
            "certificate-invalid", absent, "expired", url=home + path, given={"home": {"nl": home + "/"}}
        )
        enter(_trusting(folder / "trusted.pem"))
        return run_rows(rows, folder), rows


@contextlib.contextmanager
def _trusting(file: Path):  # type: ignore[no-untyped-def]
    before = os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = str(file)
    try:
        yield
    finally:
        del os.environ["SSL_CERT_FILE"]
        if before is not None:
            os.environ["SSL_CERT_FILE"] = before


@pytest.mark.parametrize("name", NAMES)
def test_the_truth_is_told(name: str, ended: tuple[Ended, dict[str, Row]]) -> None:
    assert_row(ended[0], name, ended[1][name])


def test_the_run_is_sound(ended: tuple[Ended, dict[str, Row]]) -> None:
    assert_sound(ended[0])
