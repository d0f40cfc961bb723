"""Certificates with every fault a visitor's browser refuses, made on the spot."""

import ipaddress
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import create_server

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

from tests.crawler.fault_server import page

_NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Signed:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def pem(self) -> bytes:
        private = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return private + self.certificate.public_bytes(Encoding.PEM)


def signed(
    name: str,
    issuer: Signed | None = None,
    *,
    authority: bool = False,
    host: str = "127.0.0.1",
    begins: int = -10,
    ends: int = 10,
    issuer_address: bool = False,
) -> Signed:
    """A certificate by an issuer, or by itself; days are counted from now."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_NOW + timedelta(days=begins))
        .not_valid_after(_NOW + timedelta(days=ends))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if not authority:
        alternative = x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
        builder = builder.add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
    if issuer_address:
        where = x509.UniformResourceIdentifier("http://ca.example/tussen.cer")
        access = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, where)
        builder = builder.add_extension(x509.AuthorityInformationAccess([access]), critical=False)
    return Signed(builder.sign(issuer.key if issuer else key, SHA256()), key)


@contextmanager
def https_site(folder: Path, *chain: Signed, content: bytes | None = None) -> Iterator[str]:
    """A site that shows this certificate chain and answers everything with a page, or just the
    route page with this content; its origin."""
    closing = (content or page("Veilig")).replace(b"\r\n", b"\r\nConnection: close\r\n", 1)
    file = folder / f"{chain[0].certificate.serial_number}.pem"
    file.write_bytes(chain[0].pem() + b"".join(one.certificate.public_bytes(Encoding.PEM) for one in chain[1:]))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with create_server(("127.0.0.1", 0), backlog=50) as listener:
        listener.settimeout(0.1)
        stopped = threading.Event()

        def serve() -> None:
            while not stopped.is_set():
                with suppress(OSError):
                    plain, _ = listener.accept()
                    plain.settimeout(5)
                    with plain, context.wrap_socket(plain, server_side=True) as secure:
                        asked = secure.recv(65_536)
                        if asked:
                            own = content is None or b"/klacht-indienen " in asked
                            secure.sendall(closing if own else b"HTTP/1.1 404 No\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"https://127.0.0.1:{listener.getsockname()[1]}"
        stopped.set()
        thread.join(5)
