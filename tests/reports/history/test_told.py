import io
from pathlib import Path

import pytest
from rich.console import Console

from expectations.model import Family, Finding, Language, State, TrendPoint
from reports.history import told
from reports.history.store import Recheck, opened
from reports.history.view import HistoryView, days, view
from reports.names import Names
from reports.texts.files import history
from tests.builders import a_finding
from tests.reports.history.test_store import a_told, record
from tests.reports.sample import sample_report


def a_point(day: str, **given: object) -> TrendPoint:
    fields: dict[str, object] = {"run": day, "program": "0.1.0", "rules": "a", "verdicts": {}, "new": 0, "open": 0}
    return TrendPoint(**({"day": day, "resolved": 0} | fields | given))  # type: ignore[arg-type]


def gone(since: str, on: str, **given: object) -> Finding:
    return a_finding(state=State.RESOLVED, first_seen=since, since=since, resolved_on=on, **given)


def shown(seen: HistoryView, lang: Language = Language.NL, width: int = 100) -> str:
    file = io.StringIO()
    told.show(seen, Names(), lang, Console(file=file, width=width, color_system=None))
    return file.getvalue()


def test_the_view_tells_changes_at_sites_apart_from_those_through_our_rules(tmp_path: Path) -> None:
    report = a_told(
        "2",
        a_finding(id="f-new"),
        a_finding(id="f-back", returned=True),
        a_finding(id="f-open", state=State.OPEN),
        a_finding(id="f-waived", state=State.WAIVED),
        a_finding(id="f-rules", through_rules=True),
        resolved=(gone("2026-09-01", "2026-11-23", id="f-gone"), gone("", "", id="f-gone-rules", through_rules=True)),
    )
    record(tmp_path, a_told("1"), report)
    with opened(tmp_path) as found:
        seen = view(found)

    assert [x.id for x in seen.new] == ["f-new"]
    assert [x.id for x in seen.returned] == ["f-back"]
    assert [x.id for x in seen.resolved] == ["f-gone"]
    assert [x.id for x in seen.new_through_rules] == ["f-rules"]
    assert [x.id for x in seen.resolved_through_rules] == ["f-gone-rules"]
    assert (seen.repaired, seen.usual_repair) == ((83,), 83)


def test_what_could_not_be_measured_was_never_repaired(tmp_path: Path) -> None:
    known = gone("2026-11-01", "2026-11-23", code="blocked", family=Family.UNVERIFIED)
    record(tmp_path, a_told("1", resolved=(known,)))
    with opened(tmp_path) as found:
        assert view(found).repaired == ()


def test_a_clock_that_was_set_back_makes_no_repair_shorter_than_nothing() -> None:
    assert days(gone("2026-11-23", "2026-11-01")) == 0


@pytest.mark.parametrize("lang", Language)
def test_every_run_has_a_column_and_marks_are_explained(lang: Language) -> None:
    trend = (a_point("2026-09-01", complete=False), a_point("2026-10-01", rules_changed=True), a_point("2026-11-01"))
    text = shown(HistoryView(trend=trend), lang)

    assert "~2026-09-01  *2026-10-01  2026-11-01" in text
    assert history(lang)["rules-mark"][:60] in text
    assert history(lang)["incomplete-mark"][:60] in text


def test_marks_that_are_not_used_are_not_explained() -> None:
    text = shown(HistoryView(trend=(a_point("2026-09-01"), a_point("2026-10-01"))))

    assert "*" not in text
    assert "~" not in text
    assert history(Language.NL)["nothing"] in text


def test_one_run_has_nothing_to_compare_with() -> None:
    text = shown(HistoryView(trend=(a_point("2026-09-01"),), new=(a_finding(),)))

    assert "De eerste meting" in text
    assert "f-link-broken" not in text


def test_runs_that_do_not_fit_are_counted_and_the_last_ones_are_shown() -> None:
    trend = tuple(a_point(f"2026-01-{number:02}") for number in range(1, 31))
    text = shown(HistoryView(trend=trend), width=80)

    assert "2026-01-30" in text
    assert "2026-01-20" not in text
    assert "26 eerdere metingen" in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_a_long_list_is_cut_and_counted() -> None:
    new = tuple(a_finding(id=f"f-{number}") for number in range(told.MOST_FINDINGS + 5))
    text = shown(HistoryView(trend=(a_point("2026-09-01"), a_point("2026-10-01")), new=new))

    assert "Nieuw (25)" in text
    assert "en nog 5" in text


def test_changes_through_our_rules_say_so() -> None:
    seen = HistoryView(
        trend=(a_point("2026-09-01"), a_point("2026-10-01", rules_changed=True, new_through_rules=1)),
        new_through_rules=(a_finding(),),
    )
    text = shown(seen)

    assert "Nieuw, door een wijziging van onze eigen regels (1)" in text
    assert "Dit hoeft dus geen verandering" in text
    assert "Nieuw (" not in text


@pytest.mark.parametrize(("on", "words"), [("2026-09-01", "op dezelfde dag"), ("2026-09-02", "na 1 dag"),
                                           ("2026-09-04", "na 3 dagen")])  # fmt: skip
def test_a_resolved_finding_says_after_how_long(on: str, words: str) -> None:
    trend = (a_point("2026-09-01"), a_point("2026-10-01"))

    assert words in shown(HistoryView(trend=trend, resolved=(gone("2026-09-01", on),)))


def test_rechecks_since_the_last_run_are_told() -> None:
    rechecks = (
        Recheck(finding="f-1", moment="2026-11-25T10:00:00Z", solved=True),
        Recheck(finding="f-2", moment="2026-11-25T10:00:00Z", solved=False),
    )
    text = shown(HistoryView(trend=(a_point("2026-09-01"), a_point("2026-10-01")), rechecks=rechecks))

    assert "f-1  opgelost" in text
    assert "f-2  niet opgelost" in text


def test_words_of_the_web_are_no_markup() -> None:
    hostile = a_finding(route=None, language=None, page="https://x.example/[bold]a[/bold]")
    seen = HistoryView(trend=(a_point("2026-09-01"), a_point("2026-10-01")), new=(hostile,))

    assert "[bold]a[/bold]" in shown(seen)


def test_json_tells_every_run_and_every_change(tmp_path: Path) -> None:
    report = sample_report()
    with opened(tmp_path) as found:
        found.adopt(report)
        seen = view(found)
    data = told.as_json(seen, Names.of(report))

    assert [run["day"] for run in data["runs"]] == [point.day for point in report.trend]
    assert set(data["changes"]) == {"new", "returned", "resolved", "new_through_rules", "resolved_through_rules"}
    assert data["changes"]["resolved"][0]["message"].keys() == {"nl", "en"}
    assert data["repairs"] == {"count": 1, "usual_days": 83}


def test_both_languages_have_the_same_words() -> None:
    dutch, english = history(Language.NL), history(Language.EN)

    assert dutch.keys() == english.keys()
