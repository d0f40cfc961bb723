"""Holds the table of docs/architecture.md: who may import whom."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("crawler", "reports", "demo", "expectations")
FRONT_DOOR = "meldroute"
CRAWLER_MAY = {"model", "urls", "chains", "contacts", "inventory", "vocabulary"}
REPORTS_MAY = {"model", "check"}
CHECKS_MAY_NOT = {  # what makes subjects, or follows from findings: a check looks nothing up
    *(
        "checks",
        "evaluate",
        "scene",
        "pool",
        "matching",
        "at_address",
        "not_found",
        "scopes",
        "inventory",
        "vocabulary",
    ),
    *("route_subjects", "link_subjects", "referral_subjects", "organisation_subjects", "origin_subjects", "mentions"),
    *("results", "causes", "verdicts", "waivers", "baseline"),
}
DEMO_MAY = {"demo", "jinja2"}
NEVER_IN_EXPECTATIONS = {"scrapy", "twisted", "socket", "ssl", "http", "urllib.request", "jinja2", "rich", "typer"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it; `from package import module` names the module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(path, node)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield inner if _is_module(inner) else base


def _absolute(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).parent.parts[: len(path.relative_to(ROOT).parent.parts) - node.level + 1]
    return ".".join((*package, *([node.module] if node.module else [])))


def _is_module(dotted: str) -> bool:
    place = ROOT / dotted.replace(".", "/")
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def of_expectations(path: Path) -> set[str]:
    found = (one for one in imports(path) if one == "expectations" or one.startswith("expectations."))
    return {one.removeprefix("expectations").removeprefix(".").partition(".")[0] for one in found} - {""}


def tops(path: Path) -> set[str]:
    return {one.partition(".")[0] for one in imports(path)}


@pytest.mark.parametrize("path", modules("crawler"), ids=name)
def test_the_crawler_uses_only_nouns_addresses_and_words(path: Path) -> None:
    assert of_expectations(path) <= CRAWLER_MAY
    assert not tops(path) & {"reports", "demo", FRONT_DOOR}


@pytest.mark.parametrize("path", modules("reports"), ids=name)
def test_reports_know_only_nouns_and_the_register(path: Path) -> None:
    assert of_expectations(path) <= REPORTS_MAY
    assert not tops(path) & {"crawler", "demo", FRONT_DOOR}


@pytest.mark.parametrize("path", modules("demo"), ids=name)
def test_the_pretend_web_is_a_stranger_to_the_program(path: Path) -> None:
    assert not tops(path) & {"crawler", "reports", "expectations", FRONT_DOOR, "scrapy", "twisted"}


@pytest.mark.parametrize("path", modules("expectations"), ids=name)
def test_expectations_know_no_network_no_output_and_nobody_else(path: Path) -> None:
    found = set(imports(path))

    assert not tops(path) & {"crawler", "reports", "demo", FRONT_DOOR}
    assert not {one for one in found if any(one == no or one.startswith(no + ".") for no in NEVER_IN_EXPECTATIONS)}


@pytest.mark.parametrize("path", modules("expectations/checks"), ids=name)
def test_a_check_knows_its_subject_and_no_other_check(path: Path) -> None:
    assert not of_expectations(path) & CHECKS_MAY_NOT


def test_there_is_no_import_cycle() -> None:
    graph = {
        name(path): {one for one in imports(path) if one.partition(".")[0] in PACKAGES}
        for package in PACKAGES
        for path in modules(package)
    }
    for start in graph:
        waiting, seen = list(graph[start]), set[str]()
        while waiting:
            one = waiting.pop()
            assert one != start, f"{start} imports itself, by way of others"
            if one not in seen:
                seen.add(one)
                waiting += graph.get(one, ())


def test_every_folder_of_tests_is_a_package() -> None:
    """Without `__init__.py` a folder of tests can take the place of the package of the same name."""
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}

    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("path", [p for package in PACKAGES if package != "demo" for p in modules(package)], ids=name)
def test_nothing_of_the_pretend_web_is_known_to_the_program(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    strangers = re.compile(r"verzonnen\.test|voorbeeldoverheid|127\.0\.0\.\d|demo\.(?:web|places|organisations)")

    assert strangers.findall(text) == []


@pytest.mark.parametrize("path", modules("expectations/checks"), ids=name)
def test_every_check_has_a_test_module(path: Path) -> None:
    if path.stem != "__init__":
        assert (ROOT / "tests/expectations/checks" / f"test_{path.stem}.py").exists()
