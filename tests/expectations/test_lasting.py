"""Trouble that lasts over days, on a whole judged web: only then is a page that does not answer called broken."""

from dataclasses import replace
from typing import Any

import pytest

from expectations.lasting import answered, lasting, looks
from expectations.model import Cause, Look, Outcome, Page, Past, Visit
from tests.builders import a_crawl, a_link, a_run, a_visit
from tests.expectations.webs import KLACHT, VBZ, an_inventory, judged, only, pages, told, verdicts

ORIGIN = "https://www.portaal.example"
DAYS = ("2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z")  # the run itself is of 2026-11-23, 20:00
FOLDER = VBZ + "/folder"
TROUBLE = [Cause.REFUSED, Cause.RESET, Cause.TIMED_OUT, Cause.SERVER_ERROR, Cause.NAME_ERROR]


def failing(address: str = KLACHT, cause: Cause = Cause.TIMED_OUT, **given: Any) -> Visit:
    fields = {"outcome": Outcome.UNREACHABLE, "cause": cause, "status": None, "confirmed": True}
    return a_visit(address, **(fields | given))


def a_past(*seen: tuple[str, Cause | None], address: str = KLACHT, origins: tuple[str, ...] = (ORIGIN,)) -> Past:
    marks = tuple(Look(address=address, moment=moment, cause=cause) for moment, cause in seen)
    return Past(looks=marks, answered=frozenset(origins))


def failed(*moments: str, cause: Cause = Cause.TIMED_OUT, **given: Any) -> Past:
    return a_past(*((moment, cause) for moment in moments), **given)


def without_klacht(visit: Visit) -> tuple[Page | Visit, ...]:
    return (*pages(klacht=None), visit)


def test_one_run_can_only_say_that_it_did_not_answer() -> None:
    report = judged(*without_klacht(failing()))

    assert told(report) == [("unreachable", "vbz", "klacht")]
    assert verdicts(report)["vbz/klacht"] == "unverified"


@pytest.mark.parametrize("cause", TROUBLE)
def test_three_failures_over_two_days_are_a_broken_page(cause: Cause) -> None:
    report = judged(*without_klacht(failing(cause=cause)), past=failed(*DAYS, cause=cause))
    finding = only(report)

    assert (finding.code, finding.found) == ("page-broken", f"{cause.value} since 2026-11-21")
    assert finding.facts["since"] == "2026-11-21"
    assert verdicts(report)["vbz/klacht"] == "broken"


@pytest.mark.parametrize(
    "moments",
    [("2026-11-20T08:00:00Z",), ("2026-11-21T20:00:01Z", "2026-11-22T08:00:00Z"), ("2026-12-01T08:00:00Z",) * 2],
    ids=["two-failures", "just-under-two-days", "a-clock-set-back"],
)
def test_fewer_failures_or_less_time_are_not_known(moments: tuple[str, ...]) -> None:
    assert told(judged(*without_klacht(failing()), past=failed(*moments))) == [("unreachable", "vbz", "klacht")]


def test_exactly_two_days_are_enough() -> None:
    past = failed("2026-11-21T20:00:00Z", "2026-11-22T08:00:00Z")

    assert only(judged(*without_klacht(failing()), past=past)).code == "page-broken"


def test_one_answer_between_begins_the_count_again() -> None:
    past = a_past(
        ("2026-11-19T08:00:00Z", Cause.TIMED_OUT), ("2026-11-20T08:00:00Z", Cause.TIMED_OUT),
        ("2026-11-21T08:00:00Z", None), ("2026-11-22T08:00:00Z", Cause.TIMED_OUT),
    )  # fmt: skip

    assert only(judged(*without_klacht(failing()), past=past)).code == "unreachable"


@pytest.mark.parametrize(
    ("first", "code"), [("2026-11-16T21:00:00Z", "unreachable"), ("2026-11-16T20:00:00Z", "page-broken")]
)
@pytest.mark.parametrize("visit", [failing(cause=Cause.MAINTENANCE), failing(cause=Cause.SERVER_ERROR, status=503)])
def test_maintenance_is_given_a_week(visit: Visit, first: str, code: str) -> None:
    assert only(judged(*without_klacht(visit), past=failed(first, *DAYS, cause=Cause.MAINTENANCE))).code == code


def test_trouble_that_was_ever_maintenance_is_given_a_week() -> None:
    past = a_past((DAYS[0], Cause.MAINTENANCE), (DAYS[1], Cause.TIMED_OUT))

    assert only(judged(*without_klacht(failing()), past=past)).code == "unreachable"


@pytest.mark.parametrize(
    ("cause", "outcome", "code"),
    [
        (Cause.REFUSES_ROBOTS, Outcome.BLOCKED, "blocked"),
        (Cause.TOO_MANY_REQUESTS, Outcome.BLOCKED, "blocked"),
        (Cause.ROBOTS_UNREACHABLE, Outcome.ROBOTS, "robots-disallowed"),
        (Cause.CUT, Outcome.UNREACHABLE, "unreachable"),
        (Cause.UNDECODABLE, Outcome.UNREACHABLE, "unreachable"),
        (Cause.TRY_AGAIN, Outcome.UNREACHABLE, "unreachable"),
    ],
)
def test_what_may_be_about_us_never_becomes_broken(cause: Cause, outcome: Outcome, code: str) -> None:
    many = tuple(f"2026-10-{day:02}T08:00:00Z" for day in range(1, 30))

    assert only(judged(*without_klacht(failing(cause=cause, outcome=outcome)), past=failed(*many))).code == code


def test_a_site_that_never_answered_us_may_shut_us_out() -> None:
    assert only(judged(*without_klacht(failing()), past=failed(*DAYS, origins=()))).code == "unreachable"


def test_a_failure_that_was_not_looked_at_twice_does_not_count() -> None:
    report = judged(*without_klacht(failing(confirmed=False)), past=failed(*DAYS))

    assert verdicts(report)["vbz/klacht"] == "unverified"


def test_a_page_that_answers_now_is_in_order_whatever_was_before() -> None:
    assert told(judged(*pages(), past=failed(*DAYS))) == []


def test_a_link_that_fails_for_days_is_broken_and_its_site_is_not_told_as_well() -> None:
    web: tuple[Page | Visit, ...] = (*pages(a_link(FOLDER, "Folder")), failing(FOLDER))
    once, lasts = judged(*web), judged(*web, past=failed(*DAYS, address=FOLDER))

    assert [x.code for x in once.findings] == ["unreachable"]
    assert [(x.code, x.target, x.found) for x in lasts.findings] == [
        ("link-broken", FOLDER, "timed-out since 2026-11-21")
    ]


def test_lasting_trouble_proves_no_absence() -> None:
    web: tuple[Page | Visit, ...] = (
        *pages(),
        failing(VBZ + "/integriteit-melden", link_text="Integriteitsschending melden"),
    )
    past = failed(*DAYS, address=VBZ + "/integriteit-melden")

    assert judged(*web, past=past).organisations == judged(*web).organisations


# --- What a run remembers


def seen(*web: Page | Visit, past: Past | None = None) -> dict[str, Cause | None]:
    crawl, inventory = a_crawl(*web), an_inventory()
    report = judged(*web)
    return {look.address: look.cause for look in looks(inventory, crawl, report, past or Past())}


def test_a_run_remembers_failures_of_route_pages_and_of_links_on_them_only() -> None:
    web: tuple[Page | Visit, ...] = (
        *pages(a_link(FOLDER, "Folder"), melden=None),
        failing(FOLDER),
        failing(VBZ + "/nieuws"),
    )

    assert seen(*web) == {FOLDER: Cause.TIMED_OUT}
    assert seen(*without_klacht(failing())) == {KLACHT: Cause.TIMED_OUT}


def test_an_answer_ends_trouble_and_is_remembered_only_then() -> None:
    assert seen(*pages()) == {}
    assert seen(*pages(), past=failed(*DAYS)) == {KLACHT: None}


@pytest.mark.parametrize("outcome", [Outcome.LIMIT, Outcome.ROBOTS])
def test_what_was_not_visited_ends_no_trouble(outcome: Outcome) -> None:
    unseen = a_visit(KLACHT, outcome=outcome, cause=Cause.BUDGET, status=None)

    assert seen(*without_klacht(unseen), past=failed(*DAYS)) == {}
    assert seen(*pages(klacht=None), past=failed(*DAYS)) == {}


def test_a_refusal_is_an_answer() -> None:
    blocked = a_visit(KLACHT, outcome=Outcome.BLOCKED, cause=Cause.REFUSES_ROBOTS, status=403)

    assert seen(*without_klacht(blocked), past=failed(*DAYS)) == {KLACHT: None}


def test_unavailable_for_now_is_remembered_as_maintenance() -> None:
    assert seen(*without_klacht(failing(cause=Cause.SERVER_ERROR, status=503))) == {KLACHT: Cause.MAINTENANCE}


def test_origins_that_answered() -> None:
    assert answered(a_crawl(*pages())) == (ORIGIN,)
    assert answered(a_crawl(failing())) == ()


def test_three_runs_one_after_the_other_come_to_the_same() -> None:
    past, codes = Past(), []
    for started in ("2026-11-18T20:00:00Z", "2026-11-19T20:00:00Z", "2026-11-20T20:00:00Z", "2026-11-21T20:00:00Z"):
        ok = started.startswith("2026-11-18")
        web = pages() if ok else without_klacht(failing())
        crawl = a_crawl(*web, run=a_run(started=started))
        report = judged(*web, past=past, run=a_run(started=started))
        codes.append([x.code for x in report.findings])
        past = replace(
            past,
            looks=(*past.looks, *looks(an_inventory(), crawl, report, past)),
            answered=past.answered | {*answered(crawl)},
        )

    assert codes == [[], ["unreachable"], ["unreachable"], ["page-broken"]]
    assert lasting(crawl, past)[KLACHT] == "2026-11-19T20:00:00Z"
