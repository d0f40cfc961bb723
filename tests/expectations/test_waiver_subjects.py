"""Which waivers are told as ended or unneeded, on a whole judged web."""

import pytest

from expectations.model import Cause, Outcome, Report, State
from tests.builders import a_gone_visit, a_run, a_visit
from tests.expectations.webs import KLACHT, MELDEN, REFERRAL, an_inventory, judged, pages, told, verdicts

GONE = a_gone_visit(KLACHT)
BLOCKED = a_visit(KLACHT, outcome=Outcome.BLOCKED, cause=Cause.REFUSES_ROBOTS, status=403)


def waivers(code: str = "page-broken", organisation: str = "vbz", until: str = "2026-12-31", more: str = "") -> str:
    return f"""# accepted
- code: {code}
  organisation: {organisation}{more}
  reason: De pagina wordt verbouwd.
  owner: webredactie
  until: {until}
"""


def with_waiver(web: tuple[object, ...], waiver: str, **given: object) -> Report:
    return judged(*web, declared=an_inventory(waivers=waiver), **given)  # type: ignore[arg-type]


def test_a_waiver_at_work_is_no_finding() -> None:
    report = with_waiver((*pages(klacht=None), GONE), waivers())

    assert [x.code for x in report.findings] == ["page-broken"]


def test_an_ended_waiver_leaves_its_finding_as_it_was() -> None:
    report = with_waiver((*pages(klacht=None), GONE), waivers(until="2026-11-22"))

    assert told(report) == [("page-broken", "vbz", "klacht"), ("waiver-expired", "vbz", None)]
    assert [x.state for x in report.findings] == [State.NEW, State.NEW]


def test_a_waiver_for_what_is_in_order_is_not_needed() -> None:
    report = with_waiver(pages(), waivers(more="\n  route: klacht"))

    assert told(report) == [("waiver-unused", "vbz", "klacht")]
    assert report.findings[0].facts["line"] == "2"


def test_it_never_colours_a_verdict() -> None:
    used = with_waiver(pages(), waivers(more="\n  route: klacht"))
    ended = with_waiver(pages(), waivers(more="\n  route: klacht", until="2026-11-22"))

    assert set(verdicts(used).values()) == set(verdicts(ended).values()) == {"ok"}


@pytest.mark.parametrize("more", ["", "\n  route: klacht", f"\n  page: {KLACHT}"])
def test_a_waiver_for_what_could_not_be_measured_may_be_needed(more: str) -> None:
    report = with_waiver((*pages(klacht=None), BLOCKED), waivers(more=more))

    assert [x.code for x in report.findings] == ["blocked"]


def test_what_is_not_known_of_another_route_says_nothing_about_a_route_that_was_seen() -> None:
    blocked = a_visit(MELDEN, outcome=Outcome.BLOCKED, cause=Cause.REFUSES_ROBOTS, status=403)
    report = with_waiver((*pages(melden=None), blocked), waivers(more="\n  route: klacht"))

    assert {x.code for x in report.findings} == {"blocked", "waiver-unused"}


def test_a_waiver_of_an_organisation_that_was_left_out_is_not_told() -> None:
    for until in ("2026-12-31", "2026-11-22"):
        waiver = waivers(organisation="vbz", until=until)
        assert told(with_waiver(pages(), waiver, run=a_run(only=("portaal",)))) == []


def test_a_waiver_of_the_portal_is_told_too() -> None:
    report = with_waiver(pages(), waivers(organisation="portaal", more=f"\n  page: {REFERRAL}"))

    assert [(x.code, x.organisation, x.page) for x in report.findings] == [("waiver-unused", "portaal", REFERRAL)]


def test_two_waivers_for_the_same_of_which_one_ended() -> None:
    both = waivers(until="2026-11-22") + waivers().removeprefix("# accepted\n")
    report = with_waiver((*pages(klacht=None), GONE), both)

    assert sorted((x.code, x.state.value) for x in report.findings) == [
        ("page-broken", "waived"),
        ("waiver-expired", "new"),
    ]
