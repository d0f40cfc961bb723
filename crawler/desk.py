"""Where whoever makes the requests gets the tasks, and brings what came back: here, or in another process."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from crawler.answers import Answer
from crawler.buckets import Task

if TYPE_CHECKING:  # a worker has no survey, and starts sooner without
    from crawler.survey import Survey

_HOPELESS_TURN = 1


class Desk(Protocol):
    """`user_agent` is how requests introduce us; `unfinished` whether there will be more tasks, `flying` how many are
    being done. `fault` is the fault of our own that ended the crawl, if any."""

    user_agent: str
    fault: BaseException | None

    @property
    def unfinished(self) -> bool: ...

    @property
    def flying(self) -> int: ...

    def next(self) -> Task | None:
        """A task that may start now, if any."""

    def started(self, task: Task) -> None:
        """The request of a task starts, or was received, just now."""

    def take(self, task: Task, answer: Answer) -> None:
        """What came back for a task."""

    def wait(self, wake: Callable[[], None]) -> float | None:
        """The seconds until there may be another task; None when an answer must come first, or `wake` will tell."""

    def fail(self, error: BaseException) -> None:
        """A fault of our own: nothing more is started, what is under way ends, and the run tells."""


class SurveyDesk:
    """The desk of the survey in this process. `tell` hears how far it is, with the seconds to wait."""

    def __init__(self, survey: "Survey", tell: Callable[[float], None]) -> None:
        self.survey = survey
        self.user_agent = survey.options.named
        self.fault: BaseException | None = None
        self._tell = tell

    @property
    def unfinished(self) -> bool:
        return self.fault is None and self.survey.frontier.unfinished

    @property
    def flying(self) -> int:
        return self.survey.frontier.flying

    def next(self) -> Task | None:
        if self.fault is not None:
            return None
        self._lose_patience()
        return self.survey.next()

    def started(self, task: Task, moment: float | None = None) -> None:
        """`moment` is when it was, if not now."""
        self.survey.frontier.started(task, moment)

    def take(self, task: Task, answer: Answer) -> None:
        self.survey.take(task, answer)
        self._tell(0.0)

    def wait(self, wake: Callable[[], None]) -> float | None:  # noqa: ARG002 - nobody else brings tasks here
        if self.survey.frontier.stopped:
            return None if self.flying else 0.0
        due = self.survey.frontier.next_due()
        if due is None:
            return None
        seconds = max(0.0, due - self.survey.now())
        if not self.survey.frontier.flying:
            self._tell(seconds)
        return min(seconds, 1.0)  # wakes each second, so that a stop is noticed

    def fail(self, error: BaseException) -> None:
        self.fault = self.fault or error
        self.survey.frontier.stopped = True

    def _lose_patience(self) -> None:
        """When nothing at all answered and only waiting is left, one more try tells whether our own network is down."""
        survey = self.survey
        if survey.answered or survey.frontier.flying or not survey.hosts.patient:
            return
        due = survey.frontier.next_due()
        if due is not None and due > survey.now() + _HOPELESS_TURN and survey.requests:
            survey.hurry()
