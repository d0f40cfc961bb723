"""feed.atom and feeds/<organisation>.atom: what is new and what was resolved, as Atom 1.0 (RFC 4287).

An entry keeps its id for as long as the finding is the same finding; one that comes back later is another entry.
"""

from collections.abc import Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from expectations.model import Finding, Language, Report, State
from reports import run_time, texts
from reports.clean import clean
from reports.file_names import stem
from reports.files import replace_ours, write_bytes
from reports.html_filters import anchor
from reports.names import Names
from reports.summary import by_harm, summarise
from reports.texts.files import labels

MOST_ENTRIES = 1_000
FOLDER = "feeds"
_GENERATOR = "<generator>meldroute</generator>"
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:meldroute:feed")


def write(report: Report, folder: Path, lang: Language) -> None:
    """Writes feed.atom into `folder` and one feed per organisation into its `feeds`; removes earlier ones of ours."""
    feeds = render(report, lang)
    write_bytes(folder / "feed.atom", feeds.pop("feed.atom"))
    own = {name.removeprefix(f"{FOLDER}/"): feed for name, feed in feeds.items()}
    replace_ours(folder / FOLDER, own, _GENERATOR.encode())


def render(report: Report, lang: Language) -> dict[str, bytes]:
    """Path -> feed."""
    report = clean(report)
    names = Names.of(report)
    changed = _changed(report)
    title = labels(lang)["title"]
    feeds = {"feed.atom": _feed(report, "", title, changed, names, lang)}
    own: dict[str, list[Finding]] = {}
    for finding in changed:
        own.setdefault(finding.organisation, []).append(finding)
    for view in summarise(report).organisations:
        organisation = view.result.id
        named = f"{title}: {names.organisation(organisation, lang)}"
        feed = _feed(report, organisation, named, own.get(organisation, ()), names, lang)
        feeds[f"{FOLDER}/{stem(organisation)}.atom"] = feed
    return feeds


def _changed(report: Report) -> tuple[Finding, ...]:
    new = by_harm(finding for finding in report.findings if finding.state is State.NEW)
    return (*new, *by_harm(report.resolved))


def _feed(
    report: Report, organisation: str, title: str, changed: Sequence[Finding], names: Names, lang: Language
) -> bytes:
    base = "../" if organisation else ""
    updated = run_time.rfc3339(run_time.finished(report))
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": lang.value})
    _text(feed, "generator", "meldroute")
    _text(feed, "id", _id("feed", organisation))
    _text(feed, "title", title)
    _text(feed, "subtitle", _subtitle(len(changed), lang))
    _text(feed, "updated", updated)
    _text(SubElement(feed, "author"), "name", "meldroute")
    page = f"{stem(organisation)}.html" if organisation else "index.html"
    SubElement(feed, "link", rel="alternate", type="text/html", href=f"{base}report/{page}")
    for finding in changed[:MOST_ENTRIES]:
        _entry(feed, finding, base, updated, names, lang)
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: Element, finding: Finding, base: str, updated: str, names: Names, lang: Language) -> None:
    entry = SubElement(feed, "entry")
    state = labels(lang)["state-" + finding.state]
    name = names.organisation(finding.organisation, lang)
    _text(entry, "id", _id(finding.state.value, finding.id, finding.first_seen))
    _text(entry, "title", f"{state}: {texts.title(finding.code, lang)} ({name})")
    _text(entry, "updated", updated)
    SubElement(entry, "link", rel="alternate", type="text/html", href=f"{base}report/{_place(finding, names)}")
    SubElement(entry, "category", term=finding.code or "?")
    said = [texts.message(finding, lang, names)]
    if finding.state is not State.RESOLVED:
        said.append(texts.remedy(finding, lang, names))
    content = SubElement(entry, "content", type="text")
    content.text = "\n\n".join(said)


def _place(finding: Finding, names: Names) -> str:
    """Where the report tells it; what was resolved, or is of an unknown organisation, has no place of its own."""
    if finding.organisation not in names.organisations:
        return "index.html"
    page = f"{stem(finding.organisation)}.html"
    return page if finding.state is State.RESOLVED else f"{page}#{anchor(finding.id)}"


def _subtitle(total: int, lang: Language) -> str:
    t = labels(lang)
    if total <= MOST_ENTRIES:
        return t["feed-subtitle"]
    return f"{t['feed-subtitle']} {t['shown-of'].format(shown=MOST_ENTRIES, total=total)}"


def _id(*parts: str) -> str:
    """The same parts give the same id, and no other parts do; hostile text in them shows nowhere."""
    return uuid5(_NAMESPACE, "\n".join(parts)).urn


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text or "?"
