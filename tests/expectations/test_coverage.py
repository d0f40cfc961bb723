import pytest

from expectations.coverage import Proof, Proofs
from expectations.model import Cause, Coverage, Kind, OriginCoverage, Outcome, Stopped, Visit
from expectations.pool import Pool
from expectations.vocabulary import Vocabulary
from tests.builders import a_crawl, a_page, a_run, a_visit
from tests.expectations.webs import MINISTRY_YAML, PORTAL, VBZ, an_inventory

OTHER = f"id: elders\nname: {{nl: Elders}}\nhome: {{nl: {PORTAL}ministeries/elders}}\n"
FORMS = "https://formulieren.vbz.example/"
INVENTORY = an_inventory(
    MINISTRY_YAML + f"  - id: formulier\n    kinds: [complaint]\n    url: {{nl: {FORMS}klacht}}\n",
    **{"ministries/elders": OTHER},
)


def proofs(*left: Visit, **crawl: object) -> Proofs:
    seen = a_crawl(a_page(PORTAL, "Portaal"), a_page(VBZ, "VBZ"), *left, **crawl)
    return Proofs(Pool(INVENTORY, seen, Vocabulary(INVENTORY)))


def proof(*left: Visit, **crawl: object) -> Proof:
    return proofs(*left, **crawl).proof(INVENTORY.ministries[1], (Kind.COMPLAINT,))


def left(address: str, cause: Cause = Cause.BUDGET, text: str = "") -> Visit:
    outcomes = {
        Cause.ROBOTS: Outcome.ROBOTS,
        Cause.REFUSES_ROBOTS: Outcome.BLOCKED,
        Cause.TIMED_OUT: Outcome.UNREACHABLE,
    }
    return a_visit(address, outcome=outcomes.get(cause, Outcome.LIMIT), cause=cause, status=None, link_text=text)


def test_absence_is_proved_when_nothing_was_left() -> None:
    assert proof().holds


def test_any_own_page_that_the_budget_left_spoils_the_proof() -> None:
    assert proof(left(VBZ + "/organisatie")) == Proof(holds=False, count=1, left=(VBZ + "/organisatie",))


@pytest.mark.parametrize("cause", [Cause.ROBOTS, Cause.REFUSES_ROBOTS, Cause.TIMED_OUT, Cause.TRAP])
def test_an_own_page_that_we_were_kept_from_spoils_it_only_when_it_speaks_of_the_kind(cause: Cause) -> None:
    assert proof(left(VBZ + "/agenda", cause)).holds
    assert proof(left(VBZ + "/integriteitsschending-melden", cause)).holds
    assert not proof(left(VBZ + "/klachten", cause)).holds
    assert not proof(left(VBZ + "/p1", cause, "Een klacht indienen")).holds


def test_on_the_portal_only_what_speaks_of_the_kind_counts() -> None:
    assert proof(left(PORTAL + "onderwerpen/wegen")).holds
    assert not proof(left(PORTAL + "onderwerpen/klacht-indienen")).holds


def test_another_organisations_pages_do_not_count() -> None:
    assert proof(left(PORTAL + "ministeries/elders/klacht-indienen")).holds


def test_on_the_organisations_other_origins_only_what_speaks_of_the_kind_counts() -> None:
    assert proof(left(FORMS + "verhuizing")).holds
    assert not proof(left(FORMS + "klacht-medewerker")).holds


def test_an_interrupted_crawl_proves_nothing() -> None:
    assert not proof(run=a_run(finished=None)).holds


@pytest.mark.parametrize("stopped", [Stopped.BLOCKED, Stopped.UNREACHABLE, Stopped.ROBOTS])
def test_an_origin_that_shut_us_out_proves_nothing(stopped: Stopped) -> None:
    origins = (OriginCoverage(origin=PORTAL.rstrip("/"), pages=2, complete=False, stopped=stopped),)

    assert not proof(origins=origins).holds


def test_an_unread_home_proves_nothing() -> None:
    crawl = a_crawl(a_page(PORTAL, "Portaal"), left(VBZ, Cause.TIMED_OUT))
    found = Proofs(Pool(INVENTORY, crawl, Vocabulary(INVENTORY)))

    assert not found.proof(INVENTORY.ministries[1], (Kind.COMPLAINT,)).holds


def test_the_same_page_at_another_address_was_read() -> None:
    assert proof(left(VBZ.replace("https:", "http:") + "/")).holds


def test_coverage_counts_what_was_visited_and_left() -> None:
    found = proofs(left(VBZ + "/organisatie"), left(VBZ + "/klachten", Cause.ROBOTS))

    assert found.coverage(INVENTORY.ministries[1], (Kind.COMPLAINT,)) == Coverage(
        visited=1, left=2, left_promising=1, proof=False
    )
