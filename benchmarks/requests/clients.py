"""The orders that are compared: the real program, breadth-first, and a sitemap filtered by its addresses."""

import gzip
import http.client
import json
import random
import re
import signal
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.measured import PROGRAM
from benchmarks.requests.site import Web
from expectations import inventory as inventories
from expectations.model import Kind, Language
from expectations.urls import path_words
from expectations.vocabulary import Vocabulary

_HREF = re.compile(r'<a href="(/[^"]*)"')
_LOC = re.compile(r"<loc>([^<]*)</loc>")
_TOO_LONG = 1_200  # seconds
_POLICY = "policy: {required_kinds: [integrity, conduct, complaint], max_clicks: {home: 3, portal: 4}}"


def meldroute(origin: str, web: Web, terms: Path | None, done: threading.Event) -> None:
    """Crawls with the program as a user would, until it ends or everything was asked for."""
    with tempfile.TemporaryDirectory(prefix="requests-") as scratch:
        inventory = declare(Path(scratch) / "inventory", origin, web, terms)
        command = [PROGRAM, "crawl", "--inventory", str(inventory), "--out", f"{scratch}/out", "--quiet"]
        command += ["--delay", "0", "--confirm-after", "0", "--max-pages", str(2 * len(web.pages))]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
            stop = threading.Timer(_TOO_LONG, process.kill)
            stop.start()
            threading.Thread(target=_end, args=(process, done), daemon=True).start()
            told = process.communicate()[1]
            stop.cancel()
        if process.returncode not in (0, 3):
            raise RuntimeError(f"exit code {process.returncode}: {told}")


def _end(process: "subprocess.Popen[str]", done: threading.Event) -> None:
    done.wait()
    process.send_signal(signal.SIGTERM)


def declare(folder: Path, origin: str, web: Web, terms: Path | None = None) -> Path:
    """An inventory of the site that knows its home and its ministries, and no route."""
    (folder / "ministries").mkdir(parents=True)
    portal = f"id: voorland\nname: {{nl: Voorland}}\nhome: {{nl: '{origin}/'}}\n{_POLICY}\n"
    (folder / "portal.yaml").write_text(portal, encoding="utf-8")
    for number, home in enumerate(web.homes):
        name = web.pages[home].title
        text = f"id: m{number}\nname: {{nl: {name}}}\nhome: {{nl: '{origin}{home}'}}\n"
        (folder / "ministries" / f"m{number}.yaml").write_text(text, encoding="utf-8")
    if terms is not None:
        (folder / "terms.yaml").write_text(terms.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def breadth_first(origin: str, web: Web, terms: Path | None, done: threading.Event) -> None:  # noqa: ARG001
    """Every page in the order in which links to it are met."""
    with _asking(origin) as ask:
        waiting, known = deque(["/"]), {"/"}
        while waiting and not done.is_set():
            for path in _HREF.findall(ask(waiting.popleft())):
                if path not in known:
                    known.add(path)
                    waiting.append(path)


def sitemap_filter(origin: str, web: Web, terms: Path | None, done: threading.Event) -> None:
    """The sitemap's addresses that speak of a route, those that name one first; no link is followed."""
    with tempfile.TemporaryDirectory() as scratch:
        declared = inventories.read(declare(Path(scratch) / "inventory", origin, web, terms))
    promise = Vocabulary(declared).promise
    with _asking(origin) as ask:
        listed = [urlsplit(one).path for one in _LOC.findall(ask("/sitemap.xml"))]
        telling = sorted((-promise(path_words(origin + path)), n) for n, path in enumerate(listed))
        for hope, n in telling:
            if hope <= -0.6 and not done.is_set():
                ask(listed[n])


def less_vocabulary(path: Path, seed: int) -> Path:
    """The packaged terms without a third of the words that mark and suggest a kind."""
    chance = random.Random(f"words {seed}")
    terms = inventories.read(inventories.PACKAGED).terms
    kept = {part: _without_a_third(words, chance) for part, words in (("strong", terms.strong), ("weak", terms.weak))}
    path.write_text(json.dumps(kept), encoding="utf-8")  # which is YAML too
    return path


def _without_a_third(
    words: Mapping[Language, Mapping[Kind, tuple[str, ...]]], chance: random.Random
) -> dict[str, dict[str, list[str]]]:
    return {
        language.value: {kind.value: chance.sample(own, 2 * len(own) // 3) for kind, own in kinds.items()}
        for language, kinds in words.items()
    }


@contextmanager
def _asking(origin: str) -> Iterator[Callable[[str], str]]:
    """Asks one page after the other on one connection."""
    with closing(http.client.HTTPConnection(origin.partition("//")[2])) as connection:

        def ask(path: str) -> str:
            connection.request("GET", path)
            return gzip.decompress(connection.getresponse().read()).decode()

        yield ask
