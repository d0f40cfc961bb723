"""What is asked next waits for what was asked, and for nothing else."""

from crawler.frontier import Frontier, Task, What

SITE = "https://www.voorbeeld.example"


def _frontier(clock: list[float]) -> Frontier:
    """Two pages of one site to be asked for, with a pause of a fifth of a second."""
    frontier = Frontier(lambda: clock[0], 0.2)
    frontier.open(SITE)
    for path in ("/a", "/b"):
        frontier.push(Task(What.PAGE, SITE + path))
    return frontier


def test_a_request_is_followed_by_a_pause() -> None:
    clock = [100.0]
    frontier = _frontier(clock)
    task = frontier.next()
    assert task is not None
    frontier.finished(task)

    assert frontier.next() is None
    clock[0] += 0.2
    assert frontier.next() is not None


def test_a_task_that_needs_no_request_costs_no_pause() -> None:
    clock = [100.0]
    frontier = _frontier(clock)
    task = frontier.next()
    assert task is not None
    frontier.skipped(task)

    assert frontier.next() is not None


def test_the_pause_before_a_task_that_was_skipped_still_holds() -> None:
    clock = [100.0]
    frontier = _frontier(clock)
    frontier.push(Task(What.PAGE, SITE + "/c"))
    first = frontier.next()
    assert first is not None
    clock[0] += 0.15
    frontier.started(first)
    frontier.finished(first)
    clock[0] += 0.2
    second = frontier.next()
    assert second is not None
    frontier.skipped(second)

    third = frontier.next()
    assert third is not None
    frontier.finished(third)
    assert frontier.next() is None
