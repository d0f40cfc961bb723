from collections.abc import Iterator

import pytest

from expectations.check import CODES, RETIRED, CheckError, check, precedence, register
from expectations.model import Family, Fault, Severity
from expectations.route_subject import RouteSubject


def test_the_register_stands_in_the_order_of_the_design() -> None:
    codes = [found.code for found in register()]

    assert codes == sorted(codes, key=precedence)
    assert set(codes) <= {code for codes in CODES.values() for code in codes}


def test_every_check_states_its_expectation_as_a_sentence() -> None:
    assert [found.code for found in register() if not found.expectation.endswith(".")] == []


def test_only_notices_leave_the_verdict_as_it_is() -> None:
    silent = [found for found in register() if found.verdict is None]

    assert {found.severity for found in silent} == {Severity.NOTICE}


def test_a_code_that_the_design_does_not_know_is_refused() -> None:
    def made_up(_: RouteSubject) -> Iterator[Fault]:
        """Something holds."""
        yield from ()

    with pytest.raises(CheckError, match="made-up is no code of the family broken"):
        check(on=RouteSubject, severity=Severity.ERROR, family=Family.BROKEN)(made_up)


def test_a_check_without_an_expectation_is_refused() -> None:
    def page_unreadable(_: RouteSubject) -> Iterator[Fault]:
        yield from ()

    with pytest.raises(CheckError, match="no docstring"):
        check(on=RouteSubject, severity=Severity.WARNING, family=Family.BROKEN)(page_unreadable)


def test_a_retired_name_is_not_used_again() -> None:
    assert not set(RETIRED) & {found.code for found in register()}


def test_an_unknown_code_comes_last() -> None:
    assert precedence("of-a-later-version") > max(precedence(found.code) for found in register())
