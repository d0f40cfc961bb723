"""Which cause a visit has that ended without a complete answer, by what Scrapy and Twisted raised."""

from collections.abc import Iterator

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from service_identity import VerificationError
from service_identity.exceptions import CertificateError
from twisted.internet.error import ConnectError, ConnectionClosed, ConnectionRefusedError, TimeoutError
from twisted.web._newclient import ParseError
from twisted.web.http import PotentialDataLoss

from expectations.model import Cause


def of_failure(error: BaseException) -> Cause:
    """The cause of a visit without a complete answer."""
    errors = list(_causes(error))

    def is_any(*kinds: type[BaseException]) -> bool:
        return any(isinstance(found, kinds) for found in errors)

    if is_any(VerificationError, CertificateError) or any(_refuses_certificate(found) for found in errors):
        return Cause.CERTIFICATE
    if is_any(SSL.Error, ParseError):
        return Cause.PROTOCOL
    if is_any(CannotResolveHostError):
        return Cause.NAME_ERROR
    if is_any(DownloadConnectionRefusedError, ConnectionRefusedError):
        return Cause.REFUSED
    if is_any(DownloadTimeoutError, TimeoutError):
        return Cause.TIMED_OUT
    if is_any(ResponseDataLossError, PotentialDataLoss):
        return Cause.CUT
    if is_any(DownloadCancelledError):  # the download handler ends a body over the cap like this
        return Cause.TOO_LARGE
    if is_any(ConnectError, ConnectionClosed, ConnectionError):
        return Cause.RESET
    return Cause.PROTOCOL


def _refuses_certificate(error: BaseException) -> bool:
    return isinstance(error, SSL.Error) and "certificate verify failed" in repr(error)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, what it was raised from, and the reasons that Twisted bundles."""
    waiting: list[BaseException] = [error]
    seen: set[int] = set()
    while waiting:
        found = waiting.pop(0)
        if id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        waiting += [cause for cause in (found.__cause__,) if cause is not None]
        waiting += [failure.value for failure in getattr(found, "reasons", None) or []]
