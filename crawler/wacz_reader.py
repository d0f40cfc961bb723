"""Reads a WACZ file: what it holds, whether it is what it says, and each response in it."""

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

from scrapy.http import Headers, Response
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from crawler.wacz import ARCHIVE_FOLDER, DESCRIPTION, INDEX, SEAL
from crawler.warc import LEFT
from expectations.model import Cause

_CHUNK = 1024 * 1024
_LOCAL_HEADER = struct.Struct("<26xHH")  # of a file in a ZIP: how long its name and its extra field are


class ArchiveError(Exception):
    """The file is no archive that can be used; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """One archived record, as the index tells: `cause` and `detail` say how a request without response ended, `checked`
    when the site said that this older response still holds."""

    url: str
    moment: str
    file: str
    offset: int
    length: int
    record: str = ""
    purpose: str = ""
    cause: Cause | None = None
    detail: str = ""
    checked: str = ""


@dataclass(slots=True)
class Wacz:
    """An open WACZ file, its contents verified. `description` is its datapackage.json."""

    path: Path
    description: dict[str, Any]
    _package: zipfile.ZipFile
    _file: IO[bytes]
    _starts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path, *, verified: bool = True) -> Self:
        """Raises ArchiveError when it cannot be read, or (`verified`) is not what it says."""
        try:
            file = path.open("rb")
        except OSError as error:
            raise ArchiveError(f"The archive {path} cannot be read: {error.strerror}.") from error
        try:
            package = zipfile.ZipFile(file)
            description = json.loads(package.read(DESCRIPTION))
            if verified:
                _verify(package, description)
            return cls(path, description, package, file)
        except ArchiveError as error:
            file.close()
            raise ArchiveError(f"The archive {path} cannot be used: {error}.") from error
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError, EOFError) as error:
            file.close()
            raise ArchiveError(f"{path} is not a whole WACZ file ({error}).") from error

    def close(self) -> None:
        self._file.close()

    def kept(self) -> Iterator[Indexed]:
        """Everything the index lists, in the order of the files."""
        lines = io.TextIOWrapper(self._package.open(INDEX), encoding="utf-8")
        yield from sorted((_kept(line) for line in lines if " " in line), key=lambda one: (one.file, one.offset))

    def response(self, kept: Indexed) -> Response | None:
        """An archived response, its body without transfer coding; None when the record holds no whole one."""
        content = io.BytesIO(self.raw(kept.file, kept.offset, kept.length))
        try:
            record = next(iter(ArchiveIterator(content, no_record_parse=True)))
            told, block = record.rec_headers, record.raw_stream.read()
        except (StopIteration, ArchiveLoadFailed, ValueError, OSError) as error:
            raise ArchiveError(f"The record of {kept.url} in {self.path} cannot be read ({error}).") from error
        truncated = told.get_header("WARC-Truncated")
        if record.rec_type != "response" or truncated not in (None, LEFT):
            return None
        try:
            status, headers, body = _parsed(block)
        except (ValueError, IndexError):
            return None
        if b"chunked" in (headers.get(b"Transfer-Encoding") or b"").lower():  # as other programs archive it
            body = ChunkedDataReader(io.BytesIO(body)).read()
        flags = ["download_stopped"] if truncated else []
        return Response(kept.url, status=status, headers=headers, body=body, flags=flags)

    def raw(self, name: str, offset: int, length: int) -> bytes:
        """A part of one of the WARC files, as it stands there."""
        self._file.seek(self._start(name) + offset)
        return self._file.read(length)

    def _start(self, name: str) -> int:
        """Where a WARC file begins within the package."""
        if name not in self._starts:
            entry = self._package.getinfo(ARCHIVE_FOLDER + name)
            if entry.compress_type != zipfile.ZIP_STORED:
                raise ArchiveError(f"{name} in {self.path} is compressed a second time, which WACZ forbids.")
            self._file.seek(entry.header_offset)
            self._starts[name] = entry.header_offset + 30 + sum(_LOCAL_HEADER.unpack(self._file.read(30)))
        return self._starts[name]


def _verify(package: zipfile.ZipFile, description: dict[str, Any]) -> None:
    names = {entry.filename for entry in package.infolist() if not entry.is_dir()}
    if SEAL in names:
        sealed = json.loads(package.read(SEAL))["hash"]
        if _hash(package, DESCRIPTION, sealed) != sealed:
            raise ArchiveError(f"{DESCRIPTION} was changed after the archive was made")
    for resource in description["resources"]:
        path, told = resource["path"], resource["hash"]
        if path not in names:
            raise ArchiveError(f"{path} is missing in it")
        if _hash(package, path, told) != told:
            raise ArchiveError(f"{path} in it was changed or damaged after the archive was made")
        names.discard(path)
    strangers = sorted(names - {DESCRIPTION, SEAL})
    if strangers:
        raise ArchiveError(f"{strangers[0]} was added to it after it was made")
    if INDEX not in package.namelist():
        raise ArchiveError(f"it has no {INDEX}")


def _hash(package: zipfile.ZipFile, name: str, told: str) -> str:
    algorithm = told.partition(":")[0]
    if algorithm not in ("sha256", "sha384", "sha512", "md5"):
        raise ArchiveError(f"the digest of {name} is of an unknown kind")
    digest = hashlib.new(algorithm)
    with package.open(name) as file:
        for part in iter(lambda: file.read(_CHUNK), b""):
            digest.update(part)
    return f"{algorithm}:{digest.hexdigest()}"


def _kept(line: str) -> Indexed:
    _, moment, told = line.split(" ", 2)
    said = json.loads(told)
    return Indexed(
        url=said["url"],
        moment=f"{moment[:4]}-{moment[4:6]}-{moment[6:8]}T{moment[8:10]}:{moment[10:12]}:{moment[12:14]}Z",
        file=said["filename"],
        offset=int(said["offset"]),
        length=int(said["length"]),
        record=said.get("record", ""),
        purpose=said.get("purpose", ""),
        cause=Cause(said["cause"]) if said.get("cause") else None,
        detail=said.get("detail", ""),
        checked=said.get("checked", ""),
    )


def _parsed(block: bytes) -> tuple[int, Headers, bytes]:
    """Status, headers and body, read as the download handler reads them from the line."""
    head, body = _split(block)
    first, *lines = head.replace(b"\r\n", b"\n").split(b"\n")
    headers = Headers()
    unfolded: list[bytes] = []
    for line in lines:
        if line[:1] in (b" ", b"\t") and unfolded:
            unfolded[-1] += line
        else:
            unfolded.append(line)
    for line in unfolded:
        name, colon, value = line.partition(b":")
        if colon:
            headers.appendlist(name, value.strip())
    return int(first.split(b" ", 2)[1]), headers, body


def _split(block: bytes) -> tuple[bytes, bytes]:
    """At the first empty line, whichever way lines end."""
    ends = [(place, mark) for mark in (b"\n\r\n", b"\n\n") if (place := block.find(mark)) >= 0]
    place, mark = min(ends) if ends else (len(block), b"")
    return block[:place], block[place + len(mark) :]
