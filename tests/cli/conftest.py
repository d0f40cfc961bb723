"""What the tests of commands start from."""

from collections.abc import Iterator

import pytest

from tests.cli.small_web import SmallWeb, served


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with served() as web:
        yield web
