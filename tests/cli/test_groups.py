"""A group of options is said once, and each command gives it its own defaults."""

from typing import Any

import pytest
from typer.main import get_command

import meldroute
from cli.groups import Manners, Telling, unfolded
from cli.options import FailOn


@pytest.mark.parametrize(
    ("command", "defaults"),
    [
        ("demo", {"delay": 0.0, "confirm_after": 1.0, "fail_on": FailOn.NEVER, "max_pages": 5_000}),
        ("run", {"delay": 1.0, "confirm_after": 300.0, "fail_on": FailOn.ERROR, "max_pages": 5_000, "resume": False}),
        ("crawl", {"delay": 1.0, "confirm_after": 300.0, "fail_on": FailOn.ERROR, "offline": None}),
        ("recheck", {"delay": 1.0, "confirm_after": 5.0, "user_agent": None}),
    ],
)
def test_a_command_has_its_own_defaults(command: str, defaults: dict[str, Any]) -> None:
    commands: Any = get_command(meldroute.app)
    known = {parameter.name: parameter.default for parameter in commands.commands[command].params}

    assert {name: known[name] for name in defaults} == defaults


def test_what_is_given_arrives_in_its_group() -> None:
    arrived: list[object] = []

    @unfolded
    def command(out: str, manners: Manners = Manners(delay=2.0), telling: Telling = Telling()) -> None:
        arrived.extend((out, manners, telling))

    command(out="x", delay=3.0, confirm_after=4.0, user_agent=None, contact=None, log_json=False, **_TOLD)

    assert arrived == ["x", Manners(delay=3.0, confirm_after=4.0), Telling(quiet=True)]


_TOLD: dict[str, Any] = {"fail_on": FailOn.ERROR, "lang": Telling().lang, "quiet": True, "as_json": False}
