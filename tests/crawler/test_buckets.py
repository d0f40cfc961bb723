"""Hosts that one organisation runs are paced together."""

import pytest

from crawler.buckets import Task, What, bucket_key
from crawler.frontier import Frontier


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.rijksoverheid.nl/x", "rijksoverheid.nl"),
        ("http://service.rijksoverheid.nl/", "rijksoverheid.nl"),
        ("https://www.example.co.uk/", "example.co.uk"),
        ("https://www.example.nl:8443/", "example.nl:8443"),
        ("http://127.0.0.1:8080/", "127.0.0.1:8080"),
        ("http://localhost:8080/", "localhost:8080"),
        ("http://a.ministerie.test/", "ministerie.test"),
    ],
)
def test_the_bucket_is_the_registrable_domain(address: str, key: str) -> None:
    assert bucket_key(address) == key


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def _frontier(delay: float) -> tuple[Frontier, _Clock]:
    clock = _Clock()
    frontier = Frontier(clock, delay)
    for name in ("a", "b"):
        frontier.open(f"https://{name}.nl")
    return frontier, clock


def _page(address: str, promise: float = 0.0) -> Task:
    return Task(What.PAGE, address, (4, -promise, 0))


def test_the_most_promising_goes_first() -> None:
    frontier, _ = _frontier(0)
    for address, promise in (("https://a.nl/1", 0.1), ("https://a.nl/2", 0.9), ("https://a.nl/3", 0.5)):
        frontier.push(_page(address, promise))

    assert [task.address[-1] for _ in range(3) if (task := frontier.next())] == ["2", "3", "1"]


def test_sites_take_turns() -> None:
    frontier, clock = _frontier(1)
    for number in range(3):
        frontier.push(_page(f"https://a.nl/{number}", 0.9))
        frontier.push(_page(f"https://b.nl/{number}", 0.1))
    asked = []
    for second in range(3):
        clock.now = float(second)
        while (task := frontier.next()) is not None:
            frontier.started(task)
            frontier.finished(task)
            asked.append(task.address[8])
    assert asked == ["a", "b"] * 3


def test_nothing_starts_before_robots_is_known() -> None:
    frontier, _ = _frontier(0)
    frontier.push(_page("https://c.nl/1"))

    assert frontier.next() is None
    frontier.open("https://c.nl")
    assert frontier.next() is not None


def test_a_delay_means_one_at_a_time() -> None:
    frontier, clock = _frontier(1)
    for number in range(2):
        frontier.push(_page(f"https://a.nl/{number}"))
    first = frontier.next()
    clock.now = 5

    assert first is not None
    assert frontier.next() is None
    frontier.finished(first)
    assert frontier.next() is not None


def test_what_is_not_due_waits() -> None:
    frontier, clock = _frontier(0)
    later = _page("https://a.nl/1")
    later.due = 300
    frontier.push(later)

    assert (frontier.next(), frontier.next_due()) == (None, 300)
    clock.now = 300
    assert frontier.next() is later
    assert not frontier.unfinished
