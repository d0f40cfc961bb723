"""WARC records as bytes: what was asked, what came back, and how it ended when nothing did. Each is a gzip member.

ISO 28500:2017 (WARC/1.1). Written by hand because every response passes here: the ready-made writer takes three times
as long and compresses what is compressed already.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

_TRANSFER_CODING = re.compile(rb"^transfer-encoding(?=[ \t]*:)", re.IGNORECASE | re.MULTILINE)
# zlib's settings. What is compressed already is only wrapped; a small window takes hardly any time to set up.
_WRAPPED = (0, zlib.DEFLATED, 16 + 9, 1)
_SMALL = (1, zlib.DEFLATED, 16 + 11, 4)
_USUAL = (1, zlib.DEFLATED, 16 + 15, 8)
_LITTLE = 4_096
LEFT = "unspecified"  # why a body is not whole: we did not wait for it


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What every record tells: its `id` (`urn:uuid:...`), which address was asked when (ISO 8601, UTC), and why."""

    id: str
    address: str
    moment: str
    purpose: str


def new_id() -> str:
    """A record id that no other record has."""
    return f"urn:uuid:{uuid4()}"


def info(moment: str, fields: Iterable[tuple[str, str]]) -> bytes:
    """The record at the head of a file: which program wrote it, on whose behalf."""
    told = {"WARC-Type": "warcinfo", "WARC-Record-ID": f"<{new_id()}>", "WARC-Date": moment}
    return _member(_record(told, "application/warc-fields", _fields(fields)), _SMALL)


def response(
    about: About, head: bytes, body: bytes, *, ip: str = "", packed: bool = False, left: bool = False
) -> tuple[bytes, str]:
    """The record of a response, and the digest of its body. `head` is as received, the body without transfer coding;
    it is `packed` when it has a content coding, `left` when we did not wait for it."""
    digest = _digest(body)
    told = _told("response", about) | {"WARC-Payload-Digest": digest}
    if ip:
        told["WARC-IP-Address"] = ip
    if left:
        told["WARC-Truncated"] = LEFT
    content = _TRANSFER_CODING.sub(b"X-Archive-Orig-Transfer-Encoding", head) + body
    told["WARC-Block-Digest"] = _digest(content)
    settings = _WRAPPED if packed else _USUAL if len(body) > _LITTLE else _SMALL
    return _member(_record(told, "application/http; msgtype=response", content), settings), digest


def request(about: About, content: bytes) -> bytes:
    """The record of the request that `about` is the response to."""
    told = _told("request", about) | {"WARC-Record-ID": f"<{new_id()}>", "WARC-Concurrent-To": f"<{about.id}>"}
    return _member(_record(told, "application/http; msgtype=request", content), _SMALL)


def failure(about: About, cause: str, detail: str) -> bytes:
    """The record of a request that no complete response came to."""
    content = _fields((("cause", cause), ("detail", detail)))
    return _member(_record(_told("metadata", about), "application/warc-fields", content), _SMALL)


def _told(kind: str, about: About) -> dict[str, str]:
    return {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<{about.id}>",
        "WARC-Date": about.moment,
        "WARC-Target-URI": about.address,
        "Meldroute-Purpose": about.purpose,
    }


def _record(told: dict[str, str], kind: str, content: bytes) -> bytes:
    told |= {"Content-Type": kind, "Content-Length": str(len(content))}
    head = "".join([f"{name}: {value}\r\n" for name, value in told.items()])
    return b"WARC/1.1\r\n%b\r\n%b\r\n\r\n" % (head.encode(), content)


def _fields(fields: Iterable[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in fields).encode("utf-8", "replace")


def _digest(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _member(content: bytes, settings: tuple[int, int, int, int]) -> bytes:
    packer = zlib.compressobj(*settings)
    return packer.compress(content) + packer.flush()
