"""How a site's answers change our behaviour towards the whole site: waiting when asked, stopping when refused."""

from dataclasses import dataclass

from crawler.answers import Answer
from crawler.frontier import Frontier, Task, What
from crawler.outcomes import REFUSALS
from expectations.model import Cause

MAX_REFUSALS = 5  # in a row
MAX_FAILURES = 5  # in a row, without any answer
MAX_PAUSES = 2
MAX_RETRY_AFTER = 600.0
_HOST_FAILURES = frozenset({Cause.NAME_ERROR, Cause.NO_SUCH_HOST, Cause.REFUSED, Cause.TIMED_OUT, Cause.CERTIFICATE})
_UNASKED_PAUSE = 60.0  # after 429 without Retry-After


@dataclass(slots=True)
class Manners:
    """Applies them. `confirm_after` is the pause at a site that does not answer at all."""

    frontier: Frontier
    confirm_after: float

    def take(self, task: Task, answer: Answer, now: float) -> list[Task]:
        """Holds or closes the site of a task when its answer asks for that; the tasks that are given up."""
        bucket = self.frontier.bucket(task.address)
        if bucket.closed is not None:
            return []
        if task.what is What.PAGE:
            bucket.refusals = bucket.refusals + 1 if answer.cause in REFUSALS else 0
            bucket.failures = bucket.failures + 1 if answer.cause in _HOST_FAILURES else 0
        if answer.status in (429, 503) and (wait := answer.retry_after(now)) is not None:
            if wait > MAX_RETRY_AFTER and answer.status == 429:
                return self.frontier.close(task.address, answer.cause, f"Retry-After: {wait:.0f}")
            self.frontier.hold(task.address, wait if wait <= MAX_RETRY_AFTER else 0.0)
        elif answer.cause is Cause.TOO_MANY_REQUESTS:
            self.frontier.hold(task.address, min(self.confirm_after, _UNASKED_PAUSE))
        if bucket.refusals >= MAX_REFUSALS:
            return self.frontier.close(task.address, answer.cause, "stopped after repeated refusals")
        if bucket.failures >= MAX_FAILURES:
            bucket.failures = 0
            bucket.pauses += 1
            if bucket.pauses > MAX_PAUSES:
                return self.frontier.close(task.address, answer.cause, "stopped after repeated failures")
            self.frontier.hold(task.address, self.confirm_after)
        return []
