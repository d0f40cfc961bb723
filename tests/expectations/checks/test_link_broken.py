import pytest

from expectations.checks.link_broken import link_broken
from expectations.model import Cause, Fault, Outcome
from tests.builders import a_gone_visit, a_link_subject, a_visit

TARGET = "https://www.vbz.example/folder"


@pytest.mark.parametrize(
    ("cause", "status", "found"),
    [(Cause.NOT_FOUND, 404, "404"), (Cause.GONE, 410, "410"), (Cause.NO_SUCH_HOST, None, "no-such-host")],
)
def test_a_dead_link_is_broken(cause: Cause, status: int | None, found: str) -> None:
    link = a_link_subject(end=a_gone_visit(TARGET, cause=cause, status=status))

    assert list(link_broken(link)) == [Fault(target=TARGET, found=found, quote="Folder", region="main")]


def test_a_link_to_a_not_found_page_is_broken() -> None:
    link = a_link_subject(not_found="it calls itself: Pagina niet gevonden")

    assert [fault.found for fault in link_broken(link)] == ["soft-404"]


def test_a_link_that_answers_is_fine() -> None:
    assert list(link_broken(a_link_subject())) == []


@pytest.mark.parametrize(
    "end",
    [
        None,
        a_gone_visit(TARGET, confirmed=False),
        a_visit(TARGET, outcome=Outcome.BLOCKED, cause=Cause.REFUSES_ROBOTS, status=403),
        a_visit(TARGET, outcome=Outcome.UNREACHABLE, cause=Cause.SERVER_ERROR, status=503),
        a_visit(TARGET, outcome=Outcome.OUT_OF_SCOPE, cause=Cause.OFF_SITE, status=None),
    ],
)
def test_unknown_is_not_broken(end: object) -> None:
    assert list(link_broken(a_link_subject(end=end))) == []


def test_a_cause_that_another_finding_names_is_not_said_twice() -> None:
    assert list(link_broken(a_link_subject(end=a_gone_visit(TARGET), spoken_for=True))) == []


def test_a_target_that_fails_for_days() -> None:
    end = a_visit(outcome=Outcome.UNREACHABLE, cause=Cause.TIMED_OUT, status=None, confirmed=True)
    (fault,) = link_broken(a_link_subject(end=end, lasting="2026-11-20T08:00:00Z"))

    assert fault.found == "timed-out since 2026-11-20"
    assert list(link_broken(a_link_subject(end=end))) == []
