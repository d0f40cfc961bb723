from expectations.checks.statement_missing import statement_missing
from expectations.model import AtAddress, Kind, Policy, Statement
from expectations.wording import Wording
from tests.builders import a_lost_match
from tests.builders import a_route as a_subject
from tests.expectations.judged import GOOD, a_route, an_inventory, dutch, findings

CODE = "statement-missing"
SILENT = "<p>Dien een klacht in. Wij behandelen uw klacht zorgvuldig. U krijgt antwoord. Mail of schrijf ons.</p>"


def test_each_required_statement_that_is_not_made_is_one_finding() -> None:
    found = findings(CODE, an_inventory(), dutch(SILENT))

    assert {finding.expected for finding in found} == {"acknowledgement", "deadline", "ombudsman"}
    assert {(finding.route, finding.page is not None) for finding in found} == {("klacht", True)}


def test_a_page_that_says_everything_is_in_order() -> None:
    assert findings(CODE, an_inventory(), dutch()) == ()


def test_a_statement_in_a_table_is_made() -> None:
    table = (
        "<p>Dien een klacht in.</p><table><tr><th>Ontvangst</th><td>Wij bevestigen de ontvangst</td></tr>"
        "<tr><th>Behandeltermijn</th><td>6 weken</td></tr><tr><th>Daarna</th><td>Nationale ombudsman</td></tr></table>"
    )

    assert findings(CODE, an_inventory(), dutch(table)) == ()


def test_a_term_for_an_objection_is_not_the_routes() -> None:
    body = GOOD.replace("Wij behandelen uw klacht binnen zes weken.", "Maak binnen zes weken bezwaar.")

    assert [finding.expected for finding in findings(CODE, an_inventory(), dutch(body))] == ["deadline"]


def test_the_routes_own_statements_are_required_beside_the_policys() -> None:
    route = a_route(statements=(Statement.CONFIDENTIALITY,))

    assert [finding.expected for finding in findings(CODE, an_inventory(route), dutch())] == ["confidentiality"]


def test_the_policy_asks_nothing_of_another_kind() -> None:
    policy = Policy(statements={Kind.INTEGRITY: (Statement.ANONYMOUS,)})

    assert findings(CODE, an_inventory(policy=policy), dutch()) == ()


def test_unknown_is_not_unsaid() -> None:
    match = a_lost_match(AtAddress.UNKNOWN)

    assert list(statement_missing(a_subject(match=match, wording=Wording(required=(Statement.DEADLINE,))))) == []
