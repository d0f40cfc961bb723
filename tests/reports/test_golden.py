"""The formats change only where users will see a change; `tests.reports.golden` writes them anew."""

from pathlib import Path

import pytest

from tests.reports.golden import FOLDER, formats
from tests.reports.sample import sample_report


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return formats(sample_report(), tmp_path_factory.mktemp("golden"))


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_format_is_as_agreed(name: str, rendered: dict[str, bytes]) -> None:
    assert rendered[name].decode() == (FOLDER / name).read_bytes().decode()


def test_every_format_has_a_golden_file(rendered: dict[str, bytes]) -> None:
    assert set(rendered) == {path.name for path in FOLDER.iterdir()}


def test_the_same_report_gives_the_same_bytes(rendered: dict[str, bytes], tmp_path: Path) -> None:
    assert formats(sample_report(), tmp_path) == rendered
