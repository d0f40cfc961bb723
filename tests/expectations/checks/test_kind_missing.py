from expectations.checks.kind_missing import kind_missing
from expectations.model import Fault, Kind
from tests.builders import UNPROVED, an_organisation_subject


def test_a_required_kind_that_nobody_serves_is_missing() -> None:
    assert list(kind_missing(an_organisation_subject())) == [Fault(expected="complaint")]


def test_a_served_kind_is_there() -> None:
    assert list(kind_missing(an_organisation_subject(served=frozenset({Kind.COMPLAINT})))) == []


def test_unknown_is_not_missing() -> None:
    assert list(kind_missing(an_organisation_subject(proofs={Kind.COMPLAINT: UNPROVED}))) == []
