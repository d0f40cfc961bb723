"""The workflows that users copy are valid, and use the program as it is."""

import json
import re
import shlex
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validators
from ruamel.yaml import YAML
from typer.main import get_command

import meldroute

CI = Path(__file__).parents[2] / "docs" / "ci"
WORKFLOWS = {"github-actions.yml": "github-workflows.json", "gitlab-ci.yml": "gitlab-ci.json"}


def workflow(name: str) -> dict[str, Any]:
    read: dict[str, Any] = YAML(typ="safe").load((CI / name).read_text(encoding="utf-8"))
    return read


def published_schema(name: str) -> dict[str, Any]:
    """The schema that SchemaStore publishes for a CI system, as check-jsonschema carries it."""
    text = files("check_jsonschema.builtin_schemas.vendor").joinpath(name).read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def problems(name: str, read: dict[str, Any]) -> list[str]:
    schema = published_schema(WORKFLOWS[name])
    return [error.message for error in validators.validator_for(schema)(schema).iter_errors(read)]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_is_valid(name: str) -> None:
    assert problems(name, workflow(name)) == []


def test_the_schemas_refuse_what_is_wrong() -> None:
    github, gitlab = workflow("github-actions.yml"), workflow("gitlab-ci.yml")
    github["jobs"]["measure"]["steps"][0]["use"] = "x"
    gitlab["meldroute"]["allow_failure"] = "perhaps"

    assert problems("github-actions.yml", github)
    assert problems("gitlab-ci.yml", gitlab)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_command_has_the_options_that_a_workflow_gives(name: str) -> None:
    text = (CI / name).read_text(encoding="utf-8")
    calls = [shlex.split(call, comments=True) for call in re.findall(r"\.venv/bin/meldroute ([^|\n]*)", text)]
    commands: Any = get_command(meldroute.app)

    assert calls
    for command, *given in calls:
        known = {option for parameter in commands.commands[command].params for option in parameter.opts}
        assert {option for option in given if option.startswith("--")} <= known


def test_every_action_is_pinned_by_its_commit() -> None:
    used = [step["uses"] for step in workflow("github-actions.yml")["jobs"]["measure"]["steps"] if "uses" in step]

    assert used
    assert [action for action in used if not re.search(r"@[0-9a-f]{40}$", action)] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_raw_responses_are_not_published(name: str) -> None:
    read = workflow(name)
    if name == "gitlab-ci.yml":
        paths = read["meldroute"]["artifacts"]["paths"]
        assert not [path for path in paths if path in ("out", "out/") or path.startswith("out/crawl")]
    else:
        (upload,) = (s for s in read["jobs"]["measure"]["steps"] if "upload-artifact" in s.get("uses", ""))
        assert "!out/crawl" in upload["with"]["path"].split()
