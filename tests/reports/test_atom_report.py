"""Feeds of what is new and what was resolved (RFC 4287)."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from expectations.model import Language, Report, State
from reports import atom_report
from tests.builders import a_finding, a_report, a_run, an_organisation_result
from tests.reports.hostile import HOSTILE, hostile_report
from tests.reports.sample import sample_report

ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PLACE = re.compile(r"(\.\./)?report/[a-z0-9_-]+\.html(#[A-Za-z0-9_-]+)?")
_ONCE = ("id", "title", "updated")


def feeds(report: Report, lang: Language = Language.NL) -> dict[str, Element]:
    """Every feed; each is what the standard asks."""
    read = {name: ElementTree.fromstring(feed) for name, feed in atom_report.render(report, lang).items()}
    for feed in read.values():
        assert feed.tag == f"{ATOM}feed"
        assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
        for part in (feed, *entries(feed)):
            assert [len(part.findall(ATOM + name)) for name in _ONCE] == [1, 1, 1]
            assert _URN.fullmatch(text(part, "id"))
            assert _MOMENT.fullmatch(text(part, "updated"))
            assert [_PLACE.fullmatch(x.get("href", "")) for x in part.findall(f"{ATOM}link")] != [None]
        ids = [text(part, "id") for part in (feed, *entries(feed))]
        assert len(set(ids)) == len(ids)
    return read


def entries(feed: Element) -> list[Element]:
    return feed.findall(f"{ATOM}entry")


def text(part: Element, name: str) -> str:
    return part.findtext(ATOM + name) or ""


def ids(report: Report) -> list[str]:
    return [text(entry, "id") for entry in entries(feeds(report)["feed.atom"])]


def test_one_feed_for_all_and_one_per_organisation() -> None:
    assert set(feeds(sample_report())) == {
        "feed.atom",
        *(f"feeds/{x}.atom" for x in ("portaal", "vbz", "vdd", "vkk", "vlw", "vrs", "dienst")),
    }


@pytest.mark.parametrize("lang", Language)
def test_new_and_resolved_are_told_and_nothing_else(lang: Language) -> None:
    told = [text(entry, "title") for entry in entries(feeds(sample_report(), lang)["feed.atom"])]

    word = {Language.NL: ("Nieuw: ", "Opgelost: "), Language.EN: ("New: ", "Resolved: ")}[lang]
    assert len([x for x in told if x.startswith(word[0])]) == 18
    assert [x for x in told if x.startswith(word[1])] == told[18:]
    assert len(told) == 19


def test_the_feed_of_an_organisation_tells_its_own_only() -> None:
    own = feeds(sample_report())["feeds/vlw.atom"]

    assert "Lucht en Water" in text(own, "title")
    assert all("Lucht en Water" in text(entry, "title") for entry in entries(own))
    assert len(entries(own)) == 5


def test_all_is_dated_at_the_end_of_the_run() -> None:
    feed = feeds(sample_report())["feed.atom"]

    assert {text(part, "updated") for part in (feed, *entries(feed))} == {"2026-11-23T20:03:11Z"}


@pytest.mark.parametrize(("finished", "told"), [(None, "2026-11-23T20:00:00Z"), ("soon", "2026-11-23T20:00:00Z")])
def test_without_an_end_the_beginning_counts(finished: str | None, told: str) -> None:
    assert text(feeds(a_report(run=a_run(finished=finished)))["feed.atom"], "updated") == told


def test_an_entry_keeps_its_id_in_other_words_and_on_another_day() -> None:
    finding = a_finding(found="404")
    later = a_report(findings=(replace(finding, found="410", occurrences=9),), run=a_run(id="x", finished=None))

    assert ids(later) == ids(a_report(findings=(finding,)))


def test_resolved_is_another_entry_and_so_is_what_comes_back() -> None:
    new = a_finding()
    resolved = replace(new, state=State.RESOLVED)
    back = replace(new, first_seen="2027-02-01")

    told = ids(a_report(findings=(new,))) + ids(a_report(resolved=(resolved,))) + ids(a_report(findings=(back,)))
    assert len(set(told)) == 3


@pytest.mark.parametrize("report", [a_report(), a_report(organisations=())])
def test_a_feed_without_news_is_a_feed(report: Report) -> None:
    assert [len(entries(feed)) for feed in feeds(report).values()] == [0] * (1 + len(report.organisations))


def test_what_does_not_fit_is_left_out_and_counted() -> None:
    many = atom_report.MOST_ENTRIES + 1
    findings = tuple(a_finding(id=f"f-{number}") for number in range(many))
    feed = feeds(a_report(findings=findings))["feed.atom"]

    assert len(entries(feed)) == atom_report.MOST_ENTRIES
    assert f"1000 van de {many} bevindingen" in text(feed, "subtitle")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_it_is_a_feed_whatever_the_web_says(hostile: str) -> None:
    report = hostile_report(hostile)
    report = replace(report, findings=report.findings[:2], resolved=report.resolved)

    assert len(feeds(report)) == 3


def test_feeds_of_organisations_that_are_gone_are_removed_and_others_stay(tmp_path: Path) -> None:
    atom_report.write(a_report(organisations=(an_organisation_result(id="oud"),)), tmp_path, Language.NL)
    (tmp_path / "feeds" / "eigen.atom").write_text("<feed/>")
    atom_report.write(a_report(), tmp_path, Language.NL)

    assert sorted(path.name for path in (tmp_path / "feeds").iterdir()) == ["eigen.atom", "vbz.atom"]
