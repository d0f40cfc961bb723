"""Names what is wrong with a certificate: the download itself only says that it was refused."""

import asyncio
import socket
import ssl
from collections.abc import Sequence

from cryptography import x509
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtensionOID

from crawler.guard import Place

_SECONDS = 10.0
# OpenSSL's verify codes (openssl-verification-options(1)).
_FAULTS = {
    9: "not-yet-valid",
    10: "expired",
    18: "self-signed",
    19: "unknown-issuer",
    62: "wrong-name",
    64: "wrong-name",
}
_ISSUER_NOT_FOUND = frozenset({2, 20, 21, 27})


async def fault(where: Place, ips: Sequence[str]) -> str:
    """The fault of the certificate at a host and port, looked at on the addresses that the guard permits."""
    for ip in ips:
        found = await asyncio.to_thread(_fault, where, ip)
        if found:
            return found
    return "other"


def _fault(where: Place, ip: str) -> str:
    try:
        _handshake(where, ip, ssl.create_default_context())
    except ssl.SSLCertVerificationError as error:
        code = error.verify_code
        return _missing_issuer(where, ip) if code in _ISSUER_NOT_FOUND else _FAULTS.get(code, "other")
    except (OSError, ValueError):
        return ""
    return ""


def _missing_issuer(where: Place, ip: str) -> str:
    """A certificate that says where its issuer's own can be fetched comes from a known hierarchy, sent incompletely."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        leaf = x509.load_der_x509_certificate(_handshake(where, ip, context))
        access = leaf.extensions.get_extension_for_oid(ExtensionOID.AUTHORITY_INFORMATION_ACCESS).value
    except (OSError, ValueError, x509.ExtensionNotFound):
        return "unknown-issuer"
    described = access if isinstance(access, x509.AuthorityInformationAccess) else ()
    named = any(d.access_method == AuthorityInformationAccessOID.CA_ISSUERS for d in described)
    return "incomplete-chain" if named else "unknown-issuer"


def _handshake(where: Place, ip: str, context: ssl.SSLContext) -> bytes:
    with (
        socket.create_connection((ip, where[1]), timeout=_SECONDS) as plain,
        context.wrap_socket(plain, server_hostname=where[0]) as secure,
    ):
        return secure.getpeercert(binary_form=True) or b""
