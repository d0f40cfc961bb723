"""The packed archive is a WACZ file by the specification (1.1.1), and the same crawl packs to the same bytes."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from crawler import wacz
from crawler.journal import Journal
from crawler.surt import surt
from tests.crawler.archives import altered, described, index, packed, records
from tests.crawler.fault_server import Answerer, Site, answer, page, reset
from tests.crawler.webs import an_inventory, crawled
from tests.needs import wacz_tool

_WEB: dict[str, bytes | Answerer] = {
    "/": page("Begin", "/Pad/?b=1&a=2", "/weg", "/door", "/kapot"),
    "/Pad/?b=1&a=2": page("Pad"),
    "/door": answer(302, Location="/"),
    "/kapot": reset,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wacz")
    with Site(_WEB) as site:
        crawled(an_inventory(site.url("/")), folder)
    return folder


@pytest.fixture(scope="module")
def file(folder: Path) -> Path:
    return folder / "crawl" / wacz.NAME


def test_it_describes_every_file_in_it(file: Path) -> None:
    told = described(file)
    with zipfile.ZipFile(file) as package:
        files = {name: package.read(name) for name in package.namelist()}

    assert (told["profile"], told["wacz_version"]) == ("data-package", "1.1.1")
    assert sorted(files) == sorted(
        ["datapackage.json", "datapackage-digest.json", *(one["path"] for one in told["resources"])]
    )
    for one in told["resources"]:
        assert one["bytes"] == len(files[one["path"]])
        assert one["hash"] == "sha256:" + hashlib.sha256(files[one["path"]]).hexdigest()
    assert json.loads(files["datapackage-digest.json"]) == {
        "path": "datapackage.json",
        "hash": "sha256:" + hashlib.sha256(files["datapackage.json"]).hexdigest(),
    }


def test_warc_files_are_stored_as_they_are(file: Path) -> None:
    with zipfile.ZipFile(file) as package:
        assert package.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED


def test_the_index_is_sorted_and_leads_to_every_record(folder: Path, file: Path) -> None:
    lines = list(index(file))
    with zipfile.ZipFile(file) as package:
        warc = package.read("archive/data.warc.gz")

    assert lines == sorted(lines, key=lambda line: line[:2])
    by_id = {record.id: record for record in packed(folder)}
    assert len(lines) == sum(record.kind in ("response", "metadata") for record in by_id.values())
    for key, moment, told in lines:
        record = by_id[told["record"]]
        assert key == surt(record.address)
        assert record.headers["WARC-Date"].translate(str.maketrans("", "", "-:TZ")) == moment
        member = warc[int(told["offset"]) : int(told["offset"]) + int(told["length"])]
        assert [one.id for one in records(member)] == [record.id]


def test_the_pages_are_those_that_a_reader_can_open(file: Path) -> None:
    with zipfile.ZipFile(file) as package:
        head, *lines = map(json.loads, package.read("pages/pages.jsonl").decode().splitlines())

    assert head["format"] == "json-pages-1.0"
    assert sorted(line["url"].partition("/Pad")[1] for line in lines) == ["", "/Pad"]
    assert all(line["ts"].endswith("Z") for line in lines)


def test_the_same_crawl_packs_to_the_same_bytes(folder: Path, file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(file) as package:
        (tmp_path / "archive.warc.gz").write_bytes(package.read("archive/data.warc.gz"))
    journal = Journal.open(folder / "crawl")
    try:
        wacz.pack(tmp_path, journal, journal.run)
    finally:
        journal.close()

    assert (tmp_path / wacz.NAME).read_bytes() == file.read_bytes()


def test_the_wacz_tool_finds_it_valid(file: Path) -> None:
    ended = _validated(file)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "the passed WACZ is valid" in ended.stdout


@pytest.mark.parametrize(
    ("damaged", "told"),
    [("archive/data.warc.gz", "'data.warc.gz'"), ("datapackage.json", "datapackage.json hash mismatch")],
)
def test_the_wacz_tool_refuses_a_damaged_copy(file: Path, tmp_path: Path, damaged: str, told: str) -> None:
    copy = Path(shutil.copy(file, tmp_path))
    altered(copy, lambda name, content: content + b"\n" if name == damaged else content)

    ended = _validated(copy)

    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert told in ended.stdout


def _validated(file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [wacz_tool(), "validate", "-f", str(file)], capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.example.nl/Pad/?b=1&a=2", "nl,example)/pad?a=2&b=1"),
        ("http://www2.voorbeeld.example.nl:8080/", "nl,example,voorbeeld:8080)/"),
        ("https://wwwx.nl:443/%C3%A9", "nl,wwwx)/%c3%a9"),
    ],
)
def test_addresses_are_listed_as_other_archives_list_them(address: str, key: str) -> None:
    assert surt(address) == key
