"""A certificate that a browser would refuse is named by its fault."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from expectations.model import Cause
from tests.crawler.certificates_made import Signed, https_site, signed
from tests.crawler.fault_server import Site, page
from tests.crawler.webs import an_inventory, crawled

_ROOT = signed("Goede wortel", authority=True)
_BETWEEN = signed("Tussenschakel", _ROOT, authority=True)
_STRANGE = signed("Vreemde wortel", authority=True)
_ROWS: dict[str, tuple[tuple[Signed, ...], str]] = {
    "goed": ((signed("goed", _ROOT),), ""),
    "hele keten": ((signed("keten", _BETWEEN), _BETWEEN), ""),
    "verlopen": ((signed("oud", _ROOT, begins=-20, ends=-1),), "expired"),
    "te vroeg": ((signed("nieuw", _ROOT, begins=1),), "not-yet-valid"),
    "andere naam": ((signed("ander", _ROOT, host="www.ander.example"),), "wrong-name"),
    "eigen": ((signed("eigen"),), "self-signed"),
    "vreemd": ((signed("vreemd", _STRANGE), _STRANGE), "unknown-issuer"),
    "halve keten": ((signed("half", _BETWEEN, issuer_address=True),), "incomplete-chain"),
}


@pytest.mark.parametrize("row", _ROWS)
def test_the_fault_is_named(row: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusted = tmp_path / "trusted.pem"
    trusted.write_bytes(_ROOT.certificate.public_bytes(Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    chain, fault = _ROWS[row]

    with https_site(tmp_path, *chain) as origin, Site({"/": page("Begin")}) as site:
        found = crawled(an_inventory(site.url("/"), f"{origin}/klacht"), tmp_path)

    visit = found.visits[f"{origin}/klacht"]
    assert (visit.cause, visit.detail) == ((Cause.CERTIFICATE, fault) if fault else (Cause.ANSWERED, ""))
    assert visit.confirmed is bool(fault)
