"""Packs what a crawl archived as one WACZ file, in which others can look the pages up and replay them.

WACZ 1.1.1: the WARC file, an index of it, a list of pages, and a description with the digest of each. The same crawl
packs to the same bytes.
"""

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from crawler.archive import NAME as WARC
from crawler.bodies import is_html
from crawler.journal import Journal
from crawler.outcomes import CONNECTION, REFUSALS
from crawler.records import ArchiveRow
from crawler.surt import surt
from expectations.model import RunRecord

NAME = "archive.wacz"
VERSION = "1.1.1"
DESCRIPTION, SEAL = "datapackage.json", "datapackage-digest.json"
INDEX, ARCHIVE_FOLDER, WARC_INSIDE = "indexes/index.cdxj", "archive/", "data.warc.gz"
OWN = "meldroute"  # the key of what only this program needs to know
_PAGES = "pages/pages.jsonl"
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the file's own times carry no news
_CHUNK = 1024 * 1024


def pack(folder: Path, journal: Journal, run: RunRecord) -> None:
    """Writes the archive of a crawl, whole or not at all. The WARC file stays; `discard` removes it."""
    fresh = folder / f"{NAME}.new"
    with fresh.open("wb") as file:
        with zipfile.ZipFile(file, "w", allowZip64=True) as package:
            resources = [
                _add_file(package, ARCHIVE_FOLDER + WARC_INSIDE, folder / WARC),
                _add_text(package, INDEX, sorted(map(_index_line, journal.records))),
                _add_text(package, _PAGES, _pages(journal.records)),
            ]
            description = json.dumps(_description(run, resources, journal), indent=2, ensure_ascii=False) + "\n"
            described = _add_text(package, DESCRIPTION, [description])
            seal = {"path": DESCRIPTION, "hash": described["hash"]}
            _add_text(package, SEAL, [json.dumps(seal, indent=2) + "\n"])
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / NAME)


def discard(folder: Path) -> None:
    """Removes the WARC file of a crawl that was packed."""
    (folder / WARC).unlink(missing_ok=True)


def keep(source: Path, folder: Path) -> None:
    """Keeps a copy of a WACZ file as the archive of this folder's crawl."""
    if (folder / NAME).exists() and source.samefile(folder / NAME):
        return
    fresh = folder / f"{NAME}.new"
    shutil.copyfile(source, fresh)
    fresh.replace(folder / NAME)


def run_told(description: dict[str, Any]) -> dict[str, Any]:
    """What a description says of the run that made it; nothing when another program did."""
    told: dict[str, Any] = description.get(OWN, {}).get("run", {})
    return told


def _description(run: RunRecord, resources: list[dict[str, Any]], journal: Journal) -> dict[str, Any]:
    left = [list(row) for row in journal.left() if row[1] in CONNECTION | REFUSALS]
    return {
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": f"meldroute run {run.id}",
        "description": "Every answer that a crawl of meldroute received, as received. Treat it as sensitive.",
        "software": f"meldroute {run.program}",
        "created": run.started,
        "modified": run.finished,
        "resources": resources,
        OWN: {"run": asdict(run), "left": left},
    }


def _index_line(row: ArchiveRow) -> str:
    told = {
        "url": row.address,
        "mime": row.mime or ("application/octet-stream" if row.status else "application/warc-fields"),
        "status": str(row.status or ""),
        "digest": row.digest,
        "length": str(row.length),
        "offset": str(row.offset),
        "filename": WARC_INSIDE,
        "record": row.id,
        "purpose": row.purpose,
        "cause": row.cause,
        "detail": row.detail,
        "checked": row.checked,
    }
    moment = "".join(filter(str.isdigit, row.moment))
    said = json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=True)
    return f"{surt(row.address)} {moment} {said}\n"


def _pages(rows: Iterable[ArchiveRow]) -> Iterator[str]:
    yield json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "Pages"}) + "\n"
    for row in rows:
        if row.purpose == "page" and row.status == 200 and is_html(row.mime):
            yield json.dumps({"id": row.id.rpartition(":")[2], "url": row.address, "ts": row.moment}) + "\n"


def _add_file(package: zipfile.ZipFile, name: str, path: Path) -> dict[str, Any]:
    """Stored as it is: it is compressed already, and its records are read from within the package."""
    with path.open("rb") as file:
        return _add(package, name, iter(lambda: file.read(_CHUNK), b""), zipfile.ZIP_STORED)


def _add_text(package: zipfile.ZipFile, name: str, lines: Iterable[str]) -> dict[str, Any]:
    return _add(package, name, (line.encode() for line in lines), zipfile.ZIP_DEFLATED)


def _add(package: zipfile.ZipFile, name: str, parts: Iterable[bytes], how: int) -> dict[str, Any]:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type, entry.external_attr = how, 0o644 << 16
    digest, size = hashlib.sha256(), 0
    with package.open(entry, "w", force_zip64=True) as file:
        for part in parts:
            file.write(part)
            digest.update(part)
            size += len(part)
    return {"name": name.rpartition("/")[2], "path": name, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}
