"""Archives for the tests: what stands in one, by readers that are not ours."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from crawler.wacz import NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One WARC record: its kind, its headers and its whole content."""

    kind: str
    headers: dict[str, str]
    content: bytes

    @property
    def id(self) -> str:
        return self.headers["WARC-Record-ID"].strip("<>")

    @property
    def address(self) -> str:
        return self.headers.get("WARC-Target-URI", "")


def records(warc: bytes) -> list[Record]:
    """All records of a WARC file, each with the digests that it claims."""
    found = []
    for record in ArchiveIterator(io.BytesIO(warc), no_record_parse=True):
        content = record.raw_stream.read()
        headers = dict(record.rec_headers.headers)
        if "WARC-Block-Digest" in headers:
            assert headers["WARC-Block-Digest"] == digest(content)
        if "WARC-Payload-Digest" in headers:
            assert headers["WARC-Payload-Digest"] == digest(content.partition(b"\r\n\r\n")[2])
        found.append(Record(kind=record.rec_type, headers=headers, content=content))
    return found


def packed(folder: Path) -> list[Record]:
    """The records in the WACZ of a crawl in `folder`."""
    with zipfile.ZipFile(folder / "crawl" / NAME) as package:
        return records(package.read("archive/data.warc.gz"))


def of(found: list[Record], kind: str, address: str) -> list[Record]:
    return [record for record in found if record.kind == kind and record.address == address]


def digest(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def altered(wacz: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """Rewrites the files in a WACZ: `change` gives the new content of each, or None to leave it out."""
    with zipfile.ZipFile(wacz) as package:
        files = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(wacz, "w") as package:
        for name, content in files.items():
            if (new := change(name, content)) is not None:
                package.writestr(name, new)


def described(wacz: Path) -> dict[str, Any]:
    with zipfile.ZipFile(wacz) as package:
        told: dict[str, Any] = json.loads(package.read("datapackage.json"))
    return told


def index(wacz: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Key, moment and what is told of every line in the index."""
    with zipfile.ZipFile(wacz) as package:
        for line in package.read("indexes/index.cdxj").decode().splitlines():
            key, moment, told = line.split(" ", 2)
            yield key, moment, json.loads(told)
